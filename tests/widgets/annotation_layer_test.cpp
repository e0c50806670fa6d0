#include "widgets/image/annotation_layer.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using namespace widgets;

class AnnotationLayerTest : public QObject {
    Q_OBJECT
private slots:
    void aChangeRepaintsWhatAFullRepaintWould_data();
    void aChangeRepaintsWhatAFullRepaintWould();
    void slicesEndInTheSamePicture();
    void panningWithinTheMarginNeedsNoWork();
    void hiddenAndLeftOutOnesAreNotPainted();
};

namespace {

constexpr QSize viewport{300, 200};
constexpr AnnotationLayer::Moment never = AnnotationLayer::Moment::max(), atOnce;

AnnotationPtr polygon(std::mt19937 &random, std::int64_t id, std::int64_t order)
{
    const auto number = [&](double high) { return std::uniform_real_distribution(0.0, high)(random); };
    const core::Point at{number(300), number(200)};
    Annotation row;
    row.id = {id};
    row.order = order;
    row.label = {1 + id % 2};
    row.proposed = id % 5 == 0;
    row.geometry =
        Polygon{{{at, {at.x + 5 + number(40), at.y + number(10)}, {at.x + number(20), at.y + 8 + number(40)}}}};
    return std::make_shared<const Annotation>(row);
}

std::vector<Label> labels()
{
    std::vector<Label> all(2);
    all[0].id = {1};
    all[0].rgb = 0xd02020;
    all[1].id = {2};
    all[1].rgb = 0x2060d0;
    return all;
}

void finish(AnnotationLayer &layer, const View &view)
{
    while (layer.work(view, viewport, 1, never)) {
    }
}

QImage painted(const AnnotationLayer &layer, const View &view)
{
    QImage image(viewport, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    layer.paint(painter, view);
    return image;
}

QImage paintedAnew(const SpatialIndex &index, AnnotationPainter &painter, const View &view)
{
    AnnotationLayer layer(index, painter);
    finish(layer, view);
    return painted(layer, view);
}

}  // namespace

void AnnotationLayerTest::aChangeRepaintsWhatAFullRepaintWould_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("few, antialiased") << 40;
    QTest::newRow("many, plain") << 3000;
}

void AnnotationLayerTest::aChangeRepaintsWhatAFullRepaintWould()
{
    QFETCH(int, count);
    std::mt19937 random(7);
    SpatialIndex index;
    for (int i = 1; i <= count; ++i)
        index.insert(polygon(random, i, i));
    AnnotationPainter painter;
    painter.setLabels(labels());
    AnnotationLayer layer(index, painter);
    const View view{1.7, {-40, 12}};
    finish(layer, view);
    for (int i = 1; i <= 30; ++i) {
        const AnnotationPtr before = index.find({i}), after = polygon(random, i, i % 3 ? before->order : count + i);
        index.insert(after);
        const Rect stale[] = {*bounds(before->geometry), *bounds(after->geometry)};
        layer.change(stale);
    }
    QVERIFY(!layer.work(view, viewport, 1, never));
    QVERIFY(painted(layer, view) == paintedAnew(index, painter, view));
}

void AnnotationLayerTest::slicesEndInTheSamePicture()
{
    std::mt19937 random(8);
    SpatialIndex index;
    for (int i = 1; i <= 500; ++i)
        index.insert(polygon(random, i, i));
    AnnotationPainter painter;
    painter.setLabels(labels());
    AnnotationLayer layer(index, painter);
    const View view{1, {0, 0}};
    int slices = 1;
    while (layer.work(view, viewport, 1, atOnce))
        ++slices;
    QVERIFY(slices > 5);
    QVERIFY(painted(layer, view) == paintedAnew(index, painter, view));
}

void AnnotationLayerTest::panningWithinTheMarginNeedsNoWork()
{
    std::mt19937 random(9);
    SpatialIndex index;
    for (int i = 1; i <= 500; ++i)
        index.insert(polygon(random, i, i));
    AnnotationPainter painter;
    painter.setLabels(labels());
    AnnotationLayer layer(index, painter);
    finish(layer, {1, {0, 0}});
    const View panned{1, {-20, 15}};
    QVERIFY(!layer.work(panned, viewport, 1, atOnce));
    QVERIFY(painted(layer, panned) == paintedAnew(index, painter, panned));
}

void AnnotationLayerTest::hiddenAndLeftOutOnesAreNotPainted()
{
    SpatialIndex index;
    Annotation box;
    box.id = {1};
    box.geometry = Box{50, 50, 100, 80, 0};
    index.insert(std::make_shared<const Annotation>(box));
    AnnotationPainter painter;
    AnnotationLayer layer(index, painter);
    const View view{1, {0, 0}};
    finish(layer, view);
    QVERIFY(painted(layer, view).pixelColor(50, 70) != QColor(Qt::white));
    layer.setLeftOut({{1}});
    QVERIFY(painted(layer, view).pixelColor(50, 70) == QColor(Qt::white));
    layer.setLeftOut({});
    QVERIFY(painted(layer, view).pixelColor(50, 70) != QColor(Qt::white));
    set(box.attributes, builtin::Hidden, "1");
    index.insert(std::make_shared<const Annotation>(box));
    layer.change(std::vector{*bounds(box.geometry)});
    QVERIFY(painted(layer, view).pixelColor(50, 70) == QColor(Qt::white));
}

REGISTER_TEST(AnnotationLayerTest);
#include "annotation_layer_test.moc"
