// The words a person reads for why an act on segments was refused and what may be wrong with one.
#pragma once
#include "core/audio/segment_checks.h"
#include <QString>

namespace widgets {

QString refusalText(const core::SegmentRefused &refused);
QString faultText(core::SegmentFault fault);

}  // namespace widgets
