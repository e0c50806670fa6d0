#include "core/tools/grab_cut.h"
#include "tests/core/mask_hand.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using tests::Color;
using tests::MaskHand;
using tests::naiveMask;
using tests::rectangle;

namespace {

bool isInCutDisc(Point p)
{
    return distance(p, {100, 80}) < 45;
}

MaskRuns cutDisc()
{
    return naiveMask(200, 160, isInCutDisc);
}

// A reddish disc on a greenish ground, both with some noise.
Raster cutDiscPicture()
{
    std::mt19937 random(1);
    const auto near = [&](int level) {
        return static_cast<std::uint8_t>(level + std::uniform_int_distribution(-15, 15)(random));
    };
    return tests::picture(200, 160, [&](Point p) {
        return isInCutDisc(p) ? Color{near(190), near(60), near(50)} : Color{near(60), near(130), near(90)};
    });
}

const std::vector<Point> Extremes{{100, 35}, {55, 80}, {100, 125}, {145, 80}};

MaskHand handOver(std::string_view tool, Raster picture = cutDiscPicture())
{
    MaskHand hand(tool);
    hand.show(std::move(picture));
    return hand;
}

}  // namespace

class GrabCutToolTest : public QObject {
    Q_OBJECT
private slots:
    void theObjectInTheBoxBecomesAMask();
    void whileItSeeksTheBoxIsShownAsAProposal();
    void theSameBoxGivesTheSameMask();
    void altErasesTheObject();
    void nothingOutsideTheBoxIsTaken();
    void aClickIsNoBox();
    void droppedWhileItSeeksNothingHappens();
    void fourPointsInAnyOrderMakeTheMask();
    void theLinesBetweenExtremePointsBelongToTheObject();
    void extremePointsAreTakenBackOneByOne();
    void pointsInALineAreNoObject();
    void anyBoxOfAnyPictureHasAnAnswer();
    void withoutAPictureThereIsNothingToCut();
};

void GrabCutToolTest::theObjectInTheBoxBecomesAMask()
{
    MaskHand hand = handOver("grabcut");
    QVERIFY(hand.drag({48, 28}, {152, 133}));
    QVERIFY(hand.awaitWakes(1));
    QVERIFY(!hand.gesture);
    QCOMPARE(hand.edit->name, "paint-mask");
    QCOMPARE(hand.resultRow().label, LabelId{5});
    QVERIFY2(iou(hand.made(), cutDisc()) > 0.98, qPrintable(QString::number(iou(hand.made(), cutDisc()))));
}

void GrabCutToolTest::whileItSeeksTheBoxIsShownAsAProposal()
{
    MaskHand hand = handOver("grabcut");
    hand.press(152, 133);
    hand.move(48, 28);
    QVERIFY(!hand.gesture->preview().at(0).proposed);
    QVERIFY(hand.release(48, 28));
    hand.move(10, 10);
    QVERIFY(hand.click(20, 20));  // changes nothing any more
    const Annotation shown = hand.gesture->preview().at(0);
    QVERIFY(shown.proposed);
    QVERIFY((std::get<Box>(shown.geometry) == Box{48, 28, 104, 105, 0}));
    QVERIFY(hand.awaitWakes(1));
    QVERIFY(iou(hand.made(), cutDisc()) > 0.98);
}

void GrabCutToolTest::theSameBoxGivesTheSameMask()
{
    const auto window = *tests::windowOfPicture(cutDiscPicture(), {0, 0, 200, 160}, 300);
    const CutSeeds seeds{{48, 28, 152, 133}, {}};
    QVERIFY(grabCut(window, seeds, {}) == grabCut(window, seeds, {}));
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(grabCut(window, seeds, stopped.get_token()).isEmpty());
}

void GrabCutToolTest::altErasesTheObject()
{
    MaskHand hand = handOver("grabcut");
    const AnnotationId mask = hand.putMask(rectangle(20, 70, 180, 90));
    hand.pointer.alt = true;
    hand.drag({48, 28}, {152, 133});
    QVERIFY(hand.awaitWakes(1));
    QCOMPARE(hand.edit->name, "erase-mask");
    QVERIFY(iou(hand.after(mask), subtracted(rectangle(20, 70, 180, 90), cutDisc())) > 0.95);
    QVERIFY(hand.selected == std::vector{mask});
}

void GrabCutToolTest::nothingOutsideTheBoxIsTaken()
{
    MaskHand hand = handOver("grabcut");
    hand.drag({80, 28}, {152, 133});  // a part of the disc
    QVERIFY(hand.awaitWakes(1));
    if (hand.edit)
        QVERIFY(subtracted(hand.made(), rectangle(80, 28, 152, 133)).isEmpty());
}

void GrabCutToolTest::aClickIsNoBox()
{
    MaskHand hand = handOver("grabcut");
    QVERIFY(!hand.click(100, 80));
    QVERIFY(!hand.edit);
}

void GrabCutToolTest::droppedWhileItSeeksNothingHappens()
{
    for (int round = 0; round < 20; ++round) {
        MaskHand hand = handOver("grabcut");
        QVERIFY(hand.drag({48, 28}, {152, 133}));
        hand.escape();
        QVERIFY(hand.press(10, 10));
        QVERIFY(hand.poll());
    }
}

void GrabCutToolTest::fourPointsInAnyOrderMakeTheMask()
{
    std::vector<MaskRuns> made;
    for (const std::vector<int> &order : {std::vector{0, 1, 2, 3}, {2, 0, 3, 1}, {3, 2, 1, 0}}) {
        MaskHand hand = handOver("extreme");
        for (const int i : order)
            QVERIFY(hand.click(Extremes[std::size_t(i)].x, Extremes[std::size_t(i)].y));
        QCOMPARE(hand.gesture->preview().size(), 5u);
        QVERIFY(hand.gesture->preview().back().proposed);
        QVERIFY(hand.awaitWakes(1));
        QCOMPARE(hand.edit->name, "paint-mask");
        made.push_back(hand.made());
    }
    QVERIFY2(iou(made[0], cutDisc()) > 0.98, qPrintable(QString::number(iou(made[0], cutDisc()))));
    QVERIFY(made[0] == made[1] && made[0] == made[2]);
}

void GrabCutToolTest::theLinesBetweenExtremePointsBelongToTheObject()
{
    MaskHand hand = handOver("extreme", tests::picture(200, 160, [](Point) { return Color{80, 80, 80}; }));
    hand.click(Extremes);
    QVERIFY(hand.awaitWakes(1));
    QVERIFY(subtracted(rectangle(55, 80, 145, 81), hand.made()).isEmpty());
    QVERIFY(subtracted(rectangle(100, 35, 101, 125), hand.made()).isEmpty());
}

void GrabCutToolTest::extremePointsAreTakenBackOneByOne()
{
    MaskHand hand = handOver("extreme");
    hand.click({Extremes[0], Extremes[1], {190, 150}});
    QVERIFY(hand.stepBack());
    QCOMPARE(hand.gesture->preview().size(), 2u);
    hand.click({Extremes[2], Extremes[3]});
    QVERIFY(hand.awaitWakes(1));
    QVERIFY(iou(hand.made(), cutDisc()) > 0.98);
    hand.click(5, 5);
    QVERIFY(!hand.stepBack());
    QVERIFY(!hand.edit);
}

void GrabCutToolTest::pointsInALineAreNoObject()
{
    MaskHand hand = handOver("extreme");
    hand.click({{20, 50}, {40, 50}, {60, 50}});
    QVERIFY(!hand.click(80, 50));
    QVERIFY(!hand.edit);
}

void GrabCutToolTest::anyBoxOfAnyPictureHasAnAnswer()
{
    std::mt19937 random(3);
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    for (int round = 0; round < 60; ++round) {
        const int width = 1 + upTo(round % 5 == 0 ? 900 : 30), height = 1 + upTo(round % 5 == 0 ? 1 : 30);
        const bool flat = upTo(1) == 0;
        const auto level = [&] { return static_cast<std::uint8_t>(flat ? 7 : upTo(255)); };
        const Raster small = tests::picture(width, height, [&](Point) { return Color{level(), level(), level()}; });
        const Point a{double(upTo(width)), double(upTo(height))}, b{double(upTo(width)), double(upTo(height))};
        const Rect box = around(std::vector{a, b});
        CutSeeds seeds{round % 3 == 0 ? Rect{0, 0, double(width), double(height)} : box, {}};
        if (round % 2 == 0)
            seeds.inside = {{a, b}};
        const auto window =
            tests::windowOfPicture(small, surroundings(seeds.box), round % 5 == 0 ? 900 : 20 + upTo(20));
        QVERIFY(window);
        const MaskRuns found = grabCut(*window, seeds, {});
        QVERIFY(cut(found, width, height) == found);
    }
}

void GrabCutToolTest::withoutAPictureThereIsNothingToCut()
{
    for (const char *tool : {"grabcut", "extreme"}) {
        MaskHand hand(tool);
        QVERIFY(!hand.press(50, 50));
        hand.bench.pixels = [](const Rect &, int) { return std::optional<PixelWindow>(); };
        if (tool == std::string_view("grabcut"))
            QVERIFY(!hand.drag({48, 28}, {152, 133}));
        else
            hand.click(Extremes);
        QVERIFY(!hand.gesture && !hand.edit);
    }
}

REGISTER_TEST(GrabCutToolTest);
#include "grab_cut_tool_test.moc"
