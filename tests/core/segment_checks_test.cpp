#include "core/audio/segment_checks.h"
#include "core/audio/snapping.h"
#include "tests/core/segments.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

namespace {

using Faults = std::vector<SegmentFault>;

struct Checked {
    SampleContent content;
    SpanIndex index{Along::Sound};
    Job job;
    std::vector<Label> labels;

    Checked(std::vector<Annotation> segments, SegmentRule rule) : content(sound(std::move(segments)))
    {
        index.build(content.annotations);
        job = withSegmentRule({}, rule);
        Label label;
        label.id = {10};
        label.name = "speech";
        labels.push_back(label);
    }
    Faults of(std::int64_t id) const
    {
        return SegmentChecks(content, index, job, labels).faultsOf(*content.annotation({id}));
    }
};

}  // namespace

class SegmentChecksTest : public QObject {
    Q_OBJECT
private slots:
    void marksMissingLabelsAndContents();
    void marksWhatLeavesTheSoundOrIsTooShort();
    void marksOverlapsOfOneChannelWhereTheyAreForbidden();
    void marksGapsWhereNoneAreAllowed();
    void marksValuesAClassDoesNotHave();
    void anEdgeGoesToTheNearestPlace();
    void aZeroCrossingIsTakenWhereNothingElseIsNear();
};

void SegmentChecksTest::marksMissingLabelsAndContents()
{
    Checked checked({segment(1, 0, 100, 0), segment(2, 100, 200, 99), saying(segment(3, 200, 300), " ")},
                    SegmentRule::Free);
    QCOMPARE(checked.of(1), Faults{SegmentFault::NoLabel});
    QCOMPARE(checked.of(2), Faults{SegmentFault::NoLabel});
    QCOMPARE(checked.of(3), Faults{});
    checked.job = withContent(checked.job, true);
    QCOMPARE(checked.of(3), Faults{SegmentFault::NoContent});
}

void SegmentChecksTest::marksWhatLeavesTheSoundOrIsTooShort()
{
    const Checked checked({segment(1, 900, 1100), segment(2, -5, 20), segment(3, 50, 51)}, SegmentRule::Free);
    QCOMPARE(checked.of(1), Faults{SegmentFault::Outside});
    QCOMPARE(checked.of(2), Faults{SegmentFault::Outside});
    QCOMPARE(checked.of(3), Faults{SegmentFault::TooShort});
}

void SegmentChecksTest::marksOverlapsOfOneChannelWhereTheyAreForbidden()
{
    const std::vector<Annotation> segments{segment(1, 0, 100), segment(2, 90, 200), segment(3, 50, 300, 10, 1)};
    const Checked forbidden(segments, SegmentRule::None), allowed(segments, SegmentRule::Free);
    QCOMPARE(forbidden.of(1), Faults{SegmentFault::Overlap});
    QCOMPARE(forbidden.of(2), Faults{SegmentFault::Overlap});
    QCOMPARE(forbidden.of(3), Faults{});
    QCOMPARE(allowed.of(1), Faults{});
}

void SegmentChecksTest::marksGapsWhereNoneAreAllowed()
{
    const Checked checked({segment(1, 0, 100), segment(2, 100, 200), segment(3, 210, 1000)}, SegmentRule::Gapless);
    QCOMPARE(checked.of(1), Faults{});
    QCOMPARE(checked.of(2), Faults{SegmentFault::Gap});
    QCOMPARE(checked.of(3), Faults{SegmentFault::Gap});
    const Checked open({segment(1, 0, 100), segment(2, 100, 900)}, SegmentRule::Gapless);
    QCOMPARE(open.of(2), Faults{SegmentFault::Gap});
}

void SegmentChecksTest::marksValuesAClassDoesNotHave()
{
    Annotation odd = segment(1, 0, 100), fine = segment(2, 0, 100);
    set(odd.attributes, "mood", "blue");
    set(fine.attributes, "mood", "calm");
    Checked checked({odd, fine}, SegmentRule::Free);
    const std::vector<AttributeSpec> classes{{"mood", {"calm", "angry"}, ""}};
    checked.job = withLabelClasses(checked.job, classes);
    QCOMPARE(checked.of(1), Faults{SegmentFault::ClassValue});
    QCOMPARE(checked.of(2), Faults{});
}

void SegmentChecksTest::anEdgeGoesToTheNearestPlace()
{
    const SnapPlaces places{{100, 180}, 110, {}};
    QCOMPARE(snapped(107, 10, places), (Snapped{110, SnapKind::Playhead}));
    QCOMPARE(snapped(95, 10, places), (Snapped{100, SnapKind::Edge}));
    QCOMPARE(snapped(140, 10, places), (Snapped{140, SnapKind::None}));
    QCOMPARE(snapped(190, 10, places), (Snapped{180, SnapKind::Edge}));
}

void SegmentChecksTest::aZeroCrossingIsTakenWhereNothingElseIsNear()
{
    const SnapPlaces places{{100}, {}, [](std::int64_t sample, std::int64_t) { return std::optional(sample + 2); }};
    QCOMPARE(snapped(140, 10, places), (Snapped{142, SnapKind::ZeroCrossing}));
    QCOMPARE(snapped(93, 10, places), (Snapped{100, SnapKind::Edge}));
}

REGISTER_TEST(SegmentChecksTest);
#include "segment_checks_test.moc"
