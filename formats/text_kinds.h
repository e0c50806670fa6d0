// Which kinds of jobs are of texts.
#pragma once
#include "core/rows.h"

namespace formats {

inline bool hasEntities(core::JobKind kind)
{
    return kind == core::JobKind::NamedEntity || kind == core::JobKind::TextTriplet;
}

inline bool isOfTexts(core::JobKind kind)
{
    return kind == core::JobKind::TextClassification || hasEntities(kind);
}

}  // namespace formats
