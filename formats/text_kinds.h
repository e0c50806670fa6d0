// Which kinds of jobs are of texts: core::isOfTexts, and those with entities in them.
#pragma once
#include "core/job_options.h"

namespace formats {

inline bool hasEntities(core::JobKind kind)
{
    return kind == core::JobKind::NamedEntity || kind == core::JobKind::TextTriplet;
}

}  // namespace formats
