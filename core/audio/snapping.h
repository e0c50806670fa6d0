// Where an edge of a segment jumps to while it is dragged.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace core {

struct SnapPlaces {
    std::vector<std::int64_t> edges;  // of other segments
    std::optional<std::int64_t> playhead;
    // The zero crossing nearest to a sample, within a distance; may know none.
    std::function<std::optional<std::int64_t>(std::int64_t sample, std::int64_t within)> zeroCrossing;
};
enum class SnapKind { None, Edge, Playhead, ZeroCrossing };
struct Snapped {
    std::int64_t sample = 0;
    SnapKind kind = SnapKind::None;
    bool operator==(const Snapped &) const = default;
};
// The nearest place within the distance: an edge or the playhead, else a zero crossing, else where it is.
Snapped snapped(std::int64_t sample, std::int64_t within, const SnapPlaces &places);

}  // namespace core
