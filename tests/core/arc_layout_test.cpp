#include "core/text/arc_layout.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;

namespace {

constexpr ArcMeasures measures{14, 3, 7};

ArcEnd endAt(std::size_t anchor, double left, double right)
{
    return {anchor, left, right, 20};
}

struct ArcLabel {
    double left, right, bottom, top;
};

ArcLabel labelOf(const Arc &arc, const PlacedArc &placed)
{
    return {placed.labelX - arc.labelWidth / 2, placed.labelX + arc.labelWidth / 2, placed.y - measures.labelHeight / 2,
            placed.y + measures.labelHeight / 2};
}

bool overlap(const ArcLabel &a, const ArcLabel &b)
{
    return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

bool crosses(const ArcLabel &label, const PlacedArc &arc)  // its line runs through the label
{
    const auto [left, right] = std::minmax(arc.fromX, arc.toX);
    return left < label.right && label.left < right && label.bottom < arc.y && arc.y < label.top;
}

}  // namespace

class ArcLayoutTest : public QObject {
    Q_OBJECT
private slots:
    void theSkylineRisesWhereSomethingStands();
    void shortArcsLieLowAndLongOnesOverThem();
    void feetAtOneEndStandApartAndDoNotCross();
    void aStubEndsBesideItsLabel();
    void arcsStandOverWhatIsThere();
    void ofThreeHundredArcsNoLabelOverlaps();
};

void ArcLayoutTest::theSkylineRisesWhereSomethingStands()
{
    Skyline line;
    QCOMPARE(line.place(0, 10, 5), 0.0);
    QCOMPARE(line.place(10, 20, 7), 0.0);
    QCOMPARE(line.place(5, 12, 1), 7.0);
    QCOMPARE(line.over(0, 5), 5.0);
    QCOMPARE(line.over(11, 30), 8.0);
    QCOMPARE(line.over(20, 30), 0.0);
    QCOMPARE(line.top(), 8.0);
}

void ArcLayoutTest::shortArcsLieLowAndLongOnesOverThem()
{
    const std::vector<Arc> arcs{{endAt(1, 0, 40), endAt(4, 300, 340), true, 50},
                                {endAt(2, 100, 120), endAt(3, 200, 220), true, 50}};
    Skyline line;
    const auto placed = layOutArcs(arcs, measures, line);
    QVERIFY(placed[1].y < placed[0].y);
    QCOMPARE(placed[0].labelX, (placed[0].fromX + placed[0].toX) / 2);
    QCOMPARE(placed[0].fromY, 20.0);
}

void ArcLayoutTest::feetAtOneEndStandApartAndDoNotCross()
{
    // From the end at 200: two to the right, one to the left.
    const std::vector<Arc> arcs{{endAt(2, 200, 240), endAt(3, 300, 320), true, 20},
                                {endAt(2, 200, 240), endAt(4, 500, 520), true, 20},
                                {endAt(1, 0, 20), endAt(2, 200, 240), true, 20}};
    Skyline line;
    const auto placed = layOutArcs(arcs, measures, line);
    QVERIFY(placed[2].toX < placed[1].fromX);    // to the left: leftmost
    QVERIFY(placed[1].fromX < placed[0].fromX);  // the longer one goes around the shorter
    QVERIFY(placed[1].y > placed[0].y);
}

void ArcLayoutTest::aStubEndsBesideItsLabel()
{
    const std::vector<Arc> arcs{{endAt(1, 100, 140), std::nullopt, true, 60},
                                {endAt(1, 100, 140), std::nullopt, false, 60}};
    Skyline line;
    const auto placed = layOutArcs(arcs, measures, line);
    QVERIFY(placed[0].toX > placed[0].fromX + 60);
    QVERIFY(placed[1].toX < placed[1].fromX - 60);
    QVERIFY(!overlap(labelOf(arcs[0], placed[0]), labelOf(arcs[1], placed[1])));
}

void ArcLayoutTest::arcsStandOverWhatIsThere()
{
    Skyline line;
    line.raise(50, 60, 100);
    const std::vector<Arc> arcs{{endAt(1, 0, 10), endAt(2, 200, 210), true, 30}};
    QVERIFY(layOutArcs(arcs, measures, line)[0].y > 100);
}

void ArcLayoutTest::ofThreeHundredArcsNoLabelOverlaps()
{
    std::mt19937 random(9);
    std::vector<ArcEnd> ends;
    for (std::size_t i = 0; i < 60; ++i) {
        const double left = 15.0 * double(i);
        ends.push_back({i, left, left + 12, 16.0 * double(random() % 3)});
    }
    std::vector<Arc> arcs;
    while (arcs.size() < 300) {
        const std::size_t from = random() % ends.size(), to = random() % ends.size();
        const double width = 20 + double(random() % 80);
        if (random() % 5 == 0)
            arcs.push_back({ends[from], std::nullopt, random() % 2 == 0, width});
        else if (from != to)
            arcs.push_back({ends[from], ends[to], true, width});
    }
    Skyline line;
    for (const ArcEnd &end : ends)
        line.raise(end.left, end.right, end.height);
    const auto placed = layOutArcs(arcs, measures, line);
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        const ArcLabel label = labelOf(arcs[i], placed[i]);
        QVERIFY(label.bottom >= 0);
        for (std::size_t k = 0; k < arcs.size(); ++k) {
            if (k == i)
                continue;
            QVERIFY2(!overlap(label, labelOf(arcs[k], placed[k])), qPrintable(QString("%1 and %2").arg(i).arg(k)));
            QVERIFY2(!crosses(label, placed[k]), qPrintable(QString("line %2 through label %1").arg(i).arg(k)));
        }
    }
}

REGISTER_TEST(ArcLayoutTest);
#include "arc_layout_test.moc"
