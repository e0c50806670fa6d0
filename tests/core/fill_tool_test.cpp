#include "core/tools/window.h"
#include "tests/core/mask_hand.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using tests::Color;
using tests::MaskHand;
using tests::naiveMask;
using tests::rectangle;

namespace {

// Stripes 10 pixels wide, each 10 levels lighter than the one to its left; the lower half is dark.
Color stripe(Point p)
{
    const auto level = static_cast<std::uint8_t>(p.y < 80 ? 40 + 10 * int(p.x / 10) : 0);
    return {level, 40, 40};
}

MaskRuns stripes(int first, int last)
{
    return rectangle(10 * first, 0, 10 * (last + 1), 80);
}

}  // namespace

class FillToolTest : public QObject {
    Q_OBJECT
private slots:
    void aClickFillsWhatIsLikeThePressedPixel();
    void draggingRightTakesInMoreAndLeftLess();
    void zoomedOutItFillsTheBlocksTheViewShows();
    void altErasesTheFill();
    void withoutAPictureThereIsNothingToFill();
    void windowPixelsShareTheSampleWithoutGapOrOverlap();
};

void FillToolTest::aClickFillsWhatIsLikeThePressedPixel()
{
    MaskHand hand("fill");
    hand.show(tests::picture(200, 160, stripe));
    hand.bench.options.tolerance = 10;
    hand.press(55, 50);
    QVERIFY(hand.previewed() == stripes(4, 6));
    QVERIFY(!hand.release(57, 50));  // a shaking hand does not drag
    QCOMPARE(hand.edit->name, "paint-mask");
    QVERIFY(hand.made() == stripes(4, 6));
    hand.bench.options.tolerance = 9.9;
    QVERIFY(!hand.click(55, 50));
    QVERIFY(hand.made() == stripes(5, 5));
}

void FillToolTest::draggingRightTakesInMoreAndLeftLess()
{
    MaskHand hand("fill");
    hand.show(tests::picture(200, 160, stripe));
    hand.bench.options.tolerance = 10;
    hand.pointer.pixel = 0.5;  // at 200 %: 20 screen pixels are 10
    hand.press(55, 50);
    hand.move(65, 10);
    QVERIFY(hand.previewed() == stripes(3, 7));
    hand.move(45, 10);
    QVERIFY(hand.previewed() == stripes(5, 5));
    hand.move(-400, 10);
    QVERIFY(hand.previewed() == stripes(5, 5));
    QVERIFY(!hand.release(75, 50));
    QVERIFY(hand.made() == stripes(2, 8));
}

void FillToolTest::zoomedOutItFillsTheBlocksTheViewShows()
{
    constexpr int Width = 6000, Height = 4400;  // the view shows every fourth pixel of it
    const auto isLight = [](Point p) { return (p.x - 3000) * (p.x - 3000) + (p.y - 2000) * (p.y - 2000) < 1000000; };
    MaskHand hand("fill", Width, Height);
    int shownStep = 0;
    hand.bench.pixels = [&](const Rect &area, int most) {
        PixelWindow window;
        shownStep = int(area.width()) / most;
        window.area = {std::max(0.0, area.left), std::max(0.0, area.top), std::min<double>(Width, area.right),
                       std::min<double>(Height, area.bottom)};
        const Rect at = window.area;
        window.pixels = tests::picture(int(at.width()) / shownStep, int(at.height()) / shownStep, [&](Point p) {
            return isLight({at.left + p.x * shownStep, at.top + p.y * shownStep}) ? Color{200, 9, 9} : Color{9, 9, 9};
        });
        return std::optional(std::move(window));
    };
    hand.pointer.pixel = 4;
    QVERIFY(!hand.click(2900, 1900));
    QCOMPARE(shownStep, 4);
    const auto blockOf = [](double at, double origin) { return origin + 4 * std::floor((at - origin) / 4) + 2; };
    QVERIFY(hand.made() == naiveMask(Width, Height, [&](Point p) {
                return isLight({blockOf(p.x, 0), blockOf(p.y, 0)});
            }));
}

void FillToolTest::altErasesTheFill()
{
    MaskHand hand("fill");
    hand.show(tests::picture(200, 160, stripe));
    hand.bench.options.tolerance = 10;
    const AnnotationId mask = hand.putMask(rectangle(20, 20, 120, 120));
    hand.pointer.alt = true;
    hand.click(55, 50);
    QCOMPARE(hand.edit->name, "erase-mask");
    QVERIFY(hand.after(mask) == subtracted(rectangle(20, 20, 120, 120), stripes(4, 6)));
}

void FillToolTest::withoutAPictureThereIsNothingToFill()
{
    MaskHand hand("fill");
    QVERIFY(!hand.press(50, 50));
    hand.bench.pixels = [](const Rect &, int) { return std::optional<PixelWindow>(); };
    QVERIFY(!hand.press(50, 50));
    hand.show(tests::picture(200, 160, stripe));
    QVERIFY(!hand.press(-5, 50));
    QVERIFY(hand.press(5, 50));
}

void FillToolTest::windowPixelsShareTheSampleWithoutGapOrOverlap()
{
    std::mt19937 random(7);
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    for (int round = 0; round < 200; ++round) {
        PixelWindow window;
        window.pixels.width = 1 + upTo(40);
        window.pixels.height = 1 + upTo(40);
        // In eighths, so that a centre right on an edge is reckoned without rounding.
        const double left = upTo(240) / 8.0, top = upTo(240) / 8.0;
        window.area = {left, top, left + window.pixels.width * (1 + upTo(40)) / 8.0,
                       top + window.pixels.height * (1 + upTo(30)) / 8.0};
        MaskBuilder chosen, others;
        std::vector<bool> isChosen;
        for (int y = 0; y < window.pixels.height; ++y)
            for (int x = 0; x < window.pixels.width; ++x) {
                isChosen.push_back(upTo(1) == 1);
                (isChosen.back() ? chosen : others).add(y, Span{x, x + 1});
            }
        const MaskRuns inSample = toSample(window, chosen.take()), rest = toSample(window, others.take());
        QVERIFY(!meets(inSample, rest));
        const auto indexOf = [&](Point p) {
            const Point at = toWindow(window, p);
            const bool inside = at.x >= 0 && at.y >= 0 && at.x < window.pixels.width && at.y < window.pixels.height;
            return inside ? int(at.y) * window.pixels.width + int(at.x) : -1;
        };
        const auto all = naiveMask(250, 200, [&](Point p) { return indexOf(p) >= 0; });
        QVERIFY(united(inSample, rest) == all);
        QVERIFY(inSample == naiveMask(250, 200, [&](Point p) {
                    return indexOf(p) >= 0 && isChosen[static_cast<std::size_t>(indexOf(p))];
                }));
    }
}

REGISTER_TEST(FillToolTest);
#include "fill_tool_test.moc"
