#include "widgets/audio/segment_words.h"
#include <QCoreApplication>

namespace widgets {

namespace {

struct SegmentWords {
    Q_DECLARE_TR_FUNCTIONS(SegmentWords)
};

}  // namespace

QString refusalText(const core::SegmentRefused &refused)
{
    using core::SegmentRefusal;
    switch (refused.why) {
    case SegmentRefusal::Empty: return SegmentWords::tr("Nothing would be left of the segment.");
    case SegmentRefusal::Outside: return SegmentWords::tr("That lies outside of the sound.");
    case SegmentRefusal::Overlaps:
        return SegmentWords::tr("Another segment is there. In this job segments do not overlap.");
    case SegmentRefusal::NoGap: return SegmentWords::tr("In this job segments leave no gap.");
    case SegmentRefusal::NoNeighbour: return SegmentWords::tr("There is no segment behind it to merge with.");
    case SegmentRefusal::NotInside: return SegmentWords::tr("The playhead is not within the segment.");
    case SegmentRefusal::Locked: return SegmentWords::tr("The segment is locked.");
    }
    return {};
}

QString faultText(core::SegmentFault fault)
{
    using core::SegmentFault;
    switch (fault) {
    case SegmentFault::NoLabel: return SegmentWords::tr("It has no label.");
    case SegmentFault::NoContent: return SegmentWords::tr("What is said is missing.");
    case SegmentFault::Outside: return SegmentWords::tr("It reaches out of the sound.");
    case SegmentFault::TooShort: return SegmentWords::tr("It is shorter than 20 ms.");
    case SegmentFault::Overlap: return SegmentWords::tr("It overlaps another segment, which this job does not allow.");
    case SegmentFault::Gap: return SegmentWords::tr("A gap lies beside it, which this job does not allow.");
    case SegmentFault::ClassValue: return SegmentWords::tr("A class has a value that is not among its values.");
    }
    return {};
}

}  // namespace widgets
