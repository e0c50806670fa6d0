#include "core/audio/snapping.h"
#include <cstdlib>

namespace core {

Snapped snapped(std::int64_t sample, std::int64_t within, const SnapPlaces &places)
{
    Snapped best{sample, SnapKind::None};
    std::int64_t nearest = within + 1;
    const auto offer = [&](std::int64_t place, SnapKind kind) {
        const std::int64_t away = std::abs(place - sample);
        if (away < nearest) {
            nearest = away;
            best = {place, kind};
        }
    };
    for (const std::int64_t edge : places.edges)
        offer(edge, SnapKind::Edge);
    if (places.playhead)
        offer(*places.playhead, SnapKind::Playhead);
    if (best.kind == SnapKind::None && places.zeroCrossing)
        if (const auto crossing = places.zeroCrossing(sample, within))
            offer(*crossing, SnapKind::ZeroCrossing);
    return best;
}

}  // namespace core
