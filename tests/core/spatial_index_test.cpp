#include "core/hit_test.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;

class SpatialIndexTest : public QObject {
    Q_OBJECT
private slots:
    void answersAsALookAtEachOneDoes();
    void staysRightWhileRowsComeChangeAndGo();
    void showHoldsExactlyWhatIsShown();
    void findsInDrawingOrder();
    void knowsWhatHasNoPlace();
    void holdsPlacesFarOutside();
    void edgesComeBeforeBodiesAndTheSmallestFirst();
    void ofEqualsTheUpperOneIsHit();
    void handlesOfTheSelectedOneComeFirst();
    void theToleranceIsInScreenPixels();
};

namespace {

using Random = std::mt19937;

double number(Random &random, double low, double high)
{
    return std::uniform_real_distribution(low, high)(random);
}

Geometry anyShape(Random &random)
{
    const Point p{number(random, -100, 4000), number(random, -100, 3000)};
    const double size = std::exp(number(random, 0, 7));
    switch (random() % 5) {
    case 0: return Box{p.x, p.y, size, number(random, 1, size), number(random, 0, 360)};
    case 1: return Circle{p, size};
    case 2: return p;
    case 3: return Polyline{{p, {p.x + size, p.y - size}}, false};
    default: return Polygon{{{p, {p.x + size, p.y}, {p.x + size / 2, p.y + size}}}};
    }
}

AnnotationPtr annotation(std::int64_t id, Geometry geometry, std::int64_t order = 0)
{
    Annotation row;
    row.id = {id};
    row.order = order;
    row.geometry = std::move(geometry);
    return std::make_shared<const Annotation>(row);
}

std::vector<AnnotationPtr> someShapes(Random &random, int count)
{
    std::vector<AnnotationPtr> all;
    for (int i = 1; i <= count; ++i)
        all.push_back(annotation(i, anyShape(random), i));
    return all;
}

std::vector<AnnotationPtr> byLookingAtEach(const std::vector<AnnotationPtr> &all, const Rect &rect)
{
    std::vector<AnnotationPtr> found;
    for (const AnnotationPtr &one : all)
        if (const auto box = bounds(one->geometry); box && box->meets(rect))
            found.push_back(one);
    return found;
}

Rect anyRect(Random &random)
{
    const double x = number(random, -200, 4200), y = number(random, -200, 3200);
    const double size = random() % 3 ? std::exp(number(random, 0, 7)) : 0;
    return {x, y, x + size, y + size / 2};
}

SampleContent contentOf(std::vector<AnnotationPtr> annotations)
{
    SampleContent content;
    content.annotations = std::move(annotations);
    return content;
}

}  // namespace

void SpatialIndexTest::answersAsALookAtEachOneDoes()
{
    Random random(1);
    const auto all = someShapes(random, 1000);
    std::vector<Rect> boxes;
    for (const AnnotationPtr &one : all)
        boxes.push_back(*bounds(one->geometry));
    const SpatialIndex index(all);
    for (int i = 0; i < 10000; ++i) {
        const Rect rect = anyRect(random);
        std::vector<AnnotationPtr> expected;
        for (std::size_t k = 0; k < all.size(); ++k)
            if (boxes[k].meets(rect))
                expected.push_back(all[k]);
        QVERIFY(index.in(rect) == expected);
    }
}

void SpatialIndexTest::staysRightWhileRowsComeChangeAndGo()
{
    Random random(2);
    auto all = someShapes(random, 300);
    SpatialIndex index(all);
    for (int i = 0; i < 3000; ++i) {
        const std::size_t at = random() % all.size();
        if (random() % 3) {
            all[at] = annotation(all[at]->id.value, anyShape(random), all[at]->order);
            index.insert(all[at]);
        } else {
            index.remove(all[at]->id);
            QVERIFY(!index.find(all[at]->id));
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
            all.push_back(annotation(1000 + i, anyShape(random), 1000 + i));
            index.insert(all.back());
        }
        const Rect rect = anyRect(random);
        QVERIFY(index.in(rect) == byLookingAtEach(all, rect));
        QCOMPARE(index.size(), all.size());
    }
}

void SpatialIndexTest::showHoldsExactlyWhatIsShown()
{
    Random random(3);
    auto all = someShapes(random, 200);
    SpatialIndex index(all);
    for (int i = 0; i < 300; ++i) {
        const std::size_t at = random() % all.size();
        const auto id = all[at]->id.value;
        switch (random() % 4) {
        case 0: all[at] = annotation(id, anyShape(random), all[at]->order); break;
        case 1: all.erase(all.begin() + static_cast<std::ptrdiff_t>(at)); break;
        case 2: all.push_back(annotation(1000 + i, anyShape(random), 1000 + i)); break;
        default:  // another place in the order, and a change beside show()
            all.push_back(annotation(id, all[at]->geometry, 1000 + i));
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
            index.remove(all[0]->id);
        }
        index.show(all);
        QCOMPARE(index.size(), all.size());
        const Rect rect = anyRect(random);
        QVERIFY(index.in(rect) == byLookingAtEach(all, rect));
    }
    index.show({});
    QCOMPARE(index.size(), 0u);
}

void SpatialIndexTest::findsInDrawingOrder()
{
    SpatialIndex index;
    index.insert(annotation(1, Box{0, 0, 10, 10, 0}, 5));
    index.insert(annotation(2, Box{0, 0, 500, 500, 0}, 3));
    index.insert(annotation(3, Box{1, 1, 10, 10, 0}, 3));
    std::vector<std::int64_t> ids;
    for (const AnnotationPtr &found : index.at({5, 5}))
        ids.push_back(found->id.value);
    QVERIFY((ids == std::vector<std::int64_t>{2, 3, 1}));
}

void SpatialIndexTest::knowsWhatHasNoPlace()
{
    SpatialIndex index;
    index.insert(annotation(1, WholeSample{}));
    index.insert(annotation(2, Polygon{}));
    QCOMPARE(index.size(), 2u);
    QVERIFY(index.find({1}));
    QVERIFY(index.in({-1e300, -1e300, 1e300, 1e300}).empty());
    index.remove({1});
    QVERIFY(!index.find({1}));
}

void SpatialIndexTest::holdsPlacesFarOutside()
{
    SpatialIndex index;
    index.insert(annotation(1, Point{1e18, -1e18}));
    index.insert(annotation(2, Box{-1e15, -1e15, 2e15, 2e15, 0}));
    QCOMPARE(index.at({1e18, -1e18}).size(), 1u);
    QCOMPARE(index.at({7, 7}).size(), 1u);
    index.remove({1});
    QVERIFY(index.at({1e18, -1e18}).empty());
}

void SpatialIndexTest::edgesComeBeforeBodiesAndTheSmallestFirst()
{
    const auto content = contentOf({annotation(1, Box{0, 0, 400, 400, 0}), annotation(2, Box{50, 50, 100, 100, 0}),
                                    annotation(3, Box{100, 0, 700, 700, 0}), annotation(4, Box{100, 10, 600, 600, 0})});
    const SpatialIndex index(content.annotations);
    std::vector<std::int64_t> ids;
    for (const Hit &hit : hitTest({content, index, {}, {}, 800, 800}, {{103, 103}}))
        ids.push_back(hit.annotation->id.value);
    QVERIFY((ids == std::vector<std::int64_t>{4, 3, 2, 1}));
}

void SpatialIndexTest::ofEqualsTheUpperOneIsHit()
{
    const auto content =
        contentOf({annotation(2, Box{0, 0, 100, 100, 0}, 1), annotation(1, Box{20, 20, 100, 100, 0}, 2)});
    const SpatialIndex index(content.annotations);
    QCOMPARE(hitTest({content, index, {}, {}, 800, 800}, {{60, 60}}).at(0).annotation->id.value, 1);
}

void SpatialIndexTest::handlesOfTheSelectedOneComeFirst()
{
    const auto content = contentOf({annotation(1, Box{0, 0, 400, 400, 0}), annotation(2, Box{390, 390, 20, 20, 0})});
    const SpatialIndex index(content.annotations);
    const std::vector<AnnotationId> one{{1}}, both{{1}, {2}};
    const Hit first = hitTest({content, index, one, {}, 800, 800}, {{400, 400}}).at(0);
    QVERIFY(first.part == HitPart::Handle && first.handle.kind == HandleKind::Corner);
    QVERIFY((first.handle.grip == Grip{1, 1}));
    QVERIFY(hitTest({content, index, both, {}, 800, 800}, {{400, 400}}).at(0).part != HitPart::Handle);
}

void SpatialIndexTest::theToleranceIsInScreenPixels()
{
    const auto content = contentOf({annotation(1, Polyline{{{100, 100}, {200, 100}}, false})});
    const SpatialIndex index(content.annotations);
    const Scene scene{content, index, {}, {}, 800, 800};
    QVERIFY(hitTest(scene, {{150, 130}, 1}).empty());
    QCOMPARE(hitTest(scene, {{150, 130}, 5}).size(), 1u);
    QVERIFY(hitTest(scene, {{150, 101}, 0.1}).empty());
}

REGISTER_TEST(SpatialIndexTest);
#include "spatial_index_test.moc"
