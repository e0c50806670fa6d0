// Spans that come in any order, made a mask.
#pragma once
#include "core/mask_runs.h"

namespace core {

struct RowSpan {
    std::int32_t y = 0;
    Span span;
};
MaskRuns maskOf(std::vector<RowSpan> spans);  // they may overlap

}  // namespace core
