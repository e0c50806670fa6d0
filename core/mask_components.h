// Which spans of a mask hang together.
#pragma once
#include "core/mask_runs.h"

namespace core {

enum class Touch { Sides, SidesOrCorners };  // 4 or 8 neighbours

// One number for each of runs.spans(); equal numbers hang together. Counted from 0 in the order of their first spans.
struct Components {
    std::vector<std::uint32_t> ofSpan;
    std::uint32_t count = 0;
};
Components components(const MaskRuns &runs, Touch touch);

// The spans for which keep(index in runs.spans()) is true.
template <class Keep>
MaskRuns filtered(const MaskRuns &runs, Keep keep)
{
    MaskBuilder builder;
    std::size_t index = 0;
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
        for (const Span span : runs.row(y))
            if (keep(index++))
                builder.add(y, span);
    return builder.take();
}

}  // namespace core
