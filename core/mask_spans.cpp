#include "core/mask_spans.h"
#include <algorithm>

namespace core {

MaskRuns maskOf(std::vector<RowSpan> spans)
{
    std::ranges::sort(
        spans, [](const RowSpan &a, const RowSpan &b) { return a.y != b.y ? a.y < b.y : a.span.begin < b.span.begin; });
    MaskBuilder builder;
    for (const RowSpan &each : spans)
        builder.add(each.y, each.span);
    return builder.take();
}

}  // namespace core
