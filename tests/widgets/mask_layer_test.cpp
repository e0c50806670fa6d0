#include "widgets/image/mask_layer.h"
#include "core/masks.h"
#include "tests/test_registry.h"
#include "widgets/image/picture_window.h"
#include "widgets/image/stroke_overlay.h"
#include <random>
#include <thread>

using namespace core;
using namespace widgets;

class MaskLayerTest : public QObject {
    Q_OBJECT
private slots:
    void pixelsShowTheFillAndTheEdgeOfTheirObject();
    void outlinesAloneLeaveThePictureFree();
    void panningAndEditingEndAsPaintedAnew_data();
    void panningAndEditingEndAsPaintedAnew();
    void hiddenLabelsAndLeftOutOnesShowWhatLiesBelow();
    void overlapsAndGapsAreMarked();
    void anErasingStrokeIsHatchedAndStaysPutWhenTheViewMoves();
    void theEdgeOfASelectedMaskHasAHaloOutside();
    void aCallFromAnotherThreadArrivesAndMayComeTooLate();
};

namespace {

constexpr QSize maskViewport{240, 180};
constexpr ViewSheet::Moment noDeadline = ViewSheet::Moment::max();

MaskRuns block(int left, int top, int right, int bottom)
{
    MaskBuilder builder;
    for (int y = top; y < bottom; ++y)
        builder.add(y, Span{left, right});
    return builder.take();
}

AnnotationPtr mask(std::int64_t id, std::int64_t label, std::int64_t order, MaskRuns runs)
{
    Annotation row;
    row.id = {id};
    row.label = {label};
    row.order = order;
    row.geometry = Mask{std::make_shared<const MaskRuns>(std::move(runs))};
    return std::make_shared<const Annotation>(std::move(row));
}

struct MaskLayerOnSheet {
    SpatialIndex index;
    AnnotationPainter painter;
    MaskLayer layer{index, painter};
    View view{1, {0, 0}};

    MaskLayerOnSheet()
    {
        std::vector<Label> labels(2);
        labels[0].id = {1};
        labels[0].rgb = 0xff0000;
        labels[1].id = {2};
        labels[1].rgb = 0x0000ff;
        painter.setLabels(labels);
        layer.setScene({600, 500});
    }
    void show(const std::vector<AnnotationPtr> &all)
    {
        index.show(all);
        layer.show(all);
    }
    QImage painted()
    {
        while (layer.work(view, maskViewport, 1, noDeadline)) {
        }
        QImage image(maskViewport, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter onto(&image);
        layer.paint(onto);
        return image;
    }
    QColor at(int x, int y) { return painted().pixelColor(x, y); }
};

bool isReddish(const QColor &c)
{
    return c.red() > 200 && c.green() < 230 && c.blue() == c.green();
}
bool isBlueish(const QColor &c)
{
    return c.blue() > 200 && c.green() < 230 && c.red() == c.green();
}

}  // namespace

void MaskLayerTest::pixelsShowTheFillAndTheEdgeOfTheirObject()
{
    MaskLayerOnSheet f;
    f.show({mask(1, 1, 1, block(20, 20, 60, 60)), mask(2, 2, 2, block(40, 40, 100, 100))});
    const QImage image = f.painted();
    QVERIFY(isReddish(image.pixelColor(30, 30)) && isBlueish(image.pixelColor(50, 50)));
    QVERIFY(image.pixelColor(20, 30).green() < image.pixelColor(30, 30).green());  // the edge is stronger
    QVERIFY(image.pixelColor(40, 70).green() < image.pixelColor(50, 70).green());
    QCOMPARE(image.pixelColor(110, 30), QColor(Qt::white));
}

void MaskLayerTest::outlinesAloneLeaveThePictureFree()
{
    MaskLayerOnSheet f;
    f.show({mask(1, 1, 1, block(20, 20, 60, 60))});
    f.layer.setLook({45, true, false, false});
    QCOMPARE(f.at(40, 40), QColor(Qt::white));
    QVERIFY(isReddish(f.at(20, 40)) && isReddish(f.at(59, 40)) && isReddish(f.at(40, 59)));
}

void MaskLayerTest::panningAndEditingEndAsPaintedAnew_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.13, 0.4, 1.0, 3.7})
        QTest::addRow("scale %g", scale) << scale;
}

void MaskLayerTest::panningAndEditingEndAsPaintedAnew()
{
    QFETCH(double, scale);
    std::mt19937 random(4);
    const auto number = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    const auto some = [&](std::int64_t id) {
        const int x = number(500), y = number(400);
        return mask(id, 1 + id % 2, number(9), block(x, y, x + 1 + number(120), y + 1 + number(120)));
    };
    const auto sorted = [](std::vector<AnnotationPtr> all) {
        std::ranges::sort(all, {}, [](const AnnotationPtr &each) { return std::pair(each->order, each->id); });
        return all;
    };
    std::vector<AnnotationPtr> all;
    for (int id = 1; id <= 12; ++id)
        all.push_back(some(id));
    MaskLayerOnSheet f;
    f.view = {scale, {7.25, -3.5}};
    f.show(sorted(all));
    f.painted();
    for (int step = 0; step < 25; ++step) {
        if (step % 3 == 0)
            f.view.origin += QPointF(number(60) - 30, number(60) - 30);
        else
            all[std::size_t(number(11))] = some(1 + number(11));
        std::map<AnnotationId, AnnotationPtr> unique;
        for (const AnnotationPtr &each : all)
            unique[each->id] = each;
        all.clear();
        for (const auto &each : unique)
            all.push_back(each.second);
        while (all.size() < 12)
            all.push_back(some(100 + step * 20 + std::int64_t(all.size())));
        f.show(sorted(all));
        (void)f.layer.work(f.view, maskViewport, 1, ViewSheet::Moment{});  // as a busy frame does
    }
    MaskLayerOnSheet anew;
    anew.view = f.view;
    anew.show(sorted(all));
    QVERIFY(f.painted() == anew.painted());
}

void MaskLayerTest::hiddenLabelsAndLeftOutOnesShowWhatLiesBelow()
{
    MaskLayerOnSheet f;
    f.show({mask(1, 1, 1, block(20, 20, 90, 90)), mask(2, 2, 2, block(40, 40, 100, 100))});
    QVERIFY(isBlueish(f.at(60, 60)));
    f.layer.setHiddenLabels({{2}});
    QVERIFY(isReddish(f.at(60, 60)));
    QCOMPARE(f.at(95, 95), QColor(Qt::white));
    f.layer.setHiddenLabels({});
    f.layer.setLeftOut({{1}});
    QVERIFY(isBlueish(f.at(60, 60)));
    QCOMPARE(f.at(30, 30), QColor(Qt::white));
}

void MaskLayerTest::overlapsAndGapsAreMarked()
{
    MaskLayerOnSheet f;
    f.show({mask(1, 1, 1, block(20, 20, 90, 90)), mask(2, 2, 2, block(40, 40, 100, 100))});
    const QImage plain = f.painted();
    f.layer.setLook({45, false, true, false});
    QVERIFY(f.painted().copy(45, 45, 20, 20) != plain.copy(45, 45, 20, 20));
    QVERIFY(f.painted().copy(22, 22, 10, 10) == plain.copy(22, 22, 10, 10));
    f.layer.setLook({45, false, false, true});
    QVERIFY(f.at(150, 150) != QColor(Qt::white));
    QVERIFY(f.painted().copy(22, 22, 60, 10) == plain.copy(22, 22, 60, 10));
    f.layer.setScene({140, 140});
    QCOMPARE(f.at(150, 150), QColor(Qt::white));  // beside the picture nothing is missing
}

void MaskLayerTest::anErasingStrokeIsHatchedAndStaysPutWhenTheViewMoves()
{
    StrokeOverlay overlay;
    const std::vector<MaskRuns> dabs{block(10, 10, 30, 30), block(20, 20, 40, 40)};
    overlay.begin(Qt::red, true);
    QCOMPARE(overlay.take(std::span(dabs).first(1), {1, {0, 0}}, maskViewport, 1), QRect(10, 10, 20, 20));
    QCOMPARE(overlay.take(dabs, {1, {0, 0}}, maskViewport, 1), QRect(20, 20, 20, 20));
    QVERIFY(overlay.take(dabs, {1, {0, 0}}, maskViewport, 1).isEmpty());
    overlay.take(dabs, {2, {5, 5}}, maskViewport, 1);
    QImage image(maskViewport, QImage::Format_RGB32);
    image.fill(Qt::green);
    QPainter onto(&image);
    overlay.paint(onto);
    onto.end();
    QCOMPARE(image.pixelColor(24, 30), QColor(Qt::green));
    QVERIFY(image.pixelColor(26, 30) != QColor(Qt::green) && image.pixelColor(80, 80) != QColor(Qt::green));
    QVERIFY(image.copy(30, 30, 8, 1) != image.copy(30, 33, 8, 1));  // stripes
}

void MaskLayerTest::theEdgeOfASelectedMaskHasAHaloOutside()
{
    const QRgb inside = qRgba(1, 1, 1, 255), edge = qRgba(2, 2, 2, 255), halo = qRgba(3, 3, 3, 255);
    const MaskRuns runs = block(10, 10, 20, 20);
    const MaskPicture found = maskPicture(runs, {1, {0, 0}}, QRect(0, 0, 100, 100), {inside, edge, halo, 2});
    const auto at = [&](int x, int y) { return found.image.pixel(QPoint(x, y) - found.at); };
    QCOMPARE(at(9, 15), halo);
    QCOMPARE(at(10, 15), edge);
    QCOMPARE(at(11, 15), edge);
    QCOMPARE(at(12, 15), inside);
    QCOMPARE(at(20, 15), halo);
    const MaskPicture cutOff = maskPicture(runs, {1, {0, 0}}, QRect(15, 0, 100, 100), {inside, edge, halo, 1});
    QCOMPARE(cutOff.image.pixel(QPoint(15, 15) - cutOff.at), inside);  // the screen's border is no edge
}

void MaskLayerTest::aCallFromAnotherThreadArrivesAndMayComeTooLate()
{
    int calls = 0;
    auto receiver = std::make_unique<QObject>();
    const auto call = calledFromAnywhere(receiver.get(), [&] { ++calls; });
    std::thread([&] { call(); }).join();
    QTRY_COMPARE(calls, 1);
    std::thread([&] { call(); }).join();
    receiver.reset();
    std::thread([&] { call(); }).join();
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

REGISTER_TEST(MaskLayerTest);
#include "mask_layer_test.moc"
