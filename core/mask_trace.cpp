// Outlines of islands: the first ring found is the outer one, as nothing lies above it. The corners of the pixel edges
// are found line by line; each is joined to the next along its line and along its column, and walking from join to join
// gives the rings.
#include "core/mask_clean.h"
#include "core/mask_shapes.h"
#include "core/rings.h"
#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Corner {
    std::int32_t x, y;
    std::uint32_t alongColumn = none;  // along its line it is joined to its neighbour: 0 to 1, 2 to 3 …
};

// Of one row: where it is entered and left, from left to right, and the corner each vertical edge began at.
struct Edges {
    std::vector<std::int32_t> x;
    std::vector<std::uint32_t> began;
};

class Corners {
public:
    explicit Corners(const MaskRuns &runs)
    {
        Edges above;
        for (std::int32_t y = runs.top(); y <= runs.bottom(); ++y)
            above = line(y, above, runs.row(y));
    }
    std::vector<Corner> all;

private:
    // Joins what ends at the line y and begins what goes on below it.
    Edges line(std::int32_t y, const Edges &above, std::span<const Span> row)
    {
        Edges below;
        for (const Span span : row)
            below.x.insert(below.x.end(), {span.begin, span.end});
        below.began.resize(below.x.size(), none);
        std::size_t i = 0, k = 0;
        while (i < above.x.size() || k < below.x.size()) {
            const bool ends = k == below.x.size() || (i < above.x.size() && above.x[i] <= below.x[k]);
            const bool begins = i == above.x.size() || (k < below.x.size() && below.x[k] <= above.x[i]);
            if (ends && begins && i % 2 == k % 2)
                below.began[k] = above.began[i];  // straight on
            else if (ends && begins)
                crossing(above.x[i], y, above.began[i], below.began[k], i % 2 == 1);
            else if (ends)
                close(add(above.x[i], y), above.began[i]);
            else
                below.began[k] = add(below.x[k], y);
            i += ends;
            k += begins;
        }
        return below;
    }

    // Two pixels touch at a corner: they belong together, so the outline goes around the empty ones.
    void crossing(std::int32_t x, std::int32_t y, std::uint32_t began, std::uint32_t &begins, bool filledUpperLeft)
    {
        const std::uint32_t left = add(x, y), right = add(x, y);
        close(filledUpperLeft ? right : left, began);
        begins = filledUpperLeft ? left : right;
    }
    std::uint32_t add(std::int32_t x, std::int32_t y)
    {
        all.push_back({x, y});
        return static_cast<std::uint32_t>(all.size() - 1);
    }
    void close(std::uint32_t corner, std::uint32_t began)
    {
        all[corner].alongColumn = began;
        all[began].alongColumn = corner;
    }
};

Ring walk(const std::vector<Corner> &corners, std::uint32_t start, std::vector<bool> &seen)
{
    Ring ring;
    std::uint32_t at = start;
    do {
        for (const std::uint32_t corner : {at, at ^ 1u}) {
            seen[corner] = true;
            ring.push_back({double(corners[corner].x), double(corners[corner].y)});
        }
        at = corners[at ^ 1u].alongColumn;
    } while (at != start);
    return ring;
}

// Both halves between the first point and the one farthest from it; a ring that would fall together stays as it is.
Ring simplifiedRing(const Ring &ring, double tolerance)
{
    const auto far = std::ranges::max_element(ring, {}, [&](Point p) { return distance(p, ring.front()); });
    const auto half = static_cast<std::size_t>(far - ring.begin());
    Ring back(far, ring.end());
    back.push_back(ring.front());
    Ring result = simplify(std::span(ring).first(half + 1), tolerance);
    const auto rest = simplify(back, tolerance);
    result.insert(result.end(), rest.begin() + 1, rest.end() - 1);
    return result.size() < 3 ? ring : result;
}

Polygon tracedIsland(const MaskRuns &island, double tolerance)
{
    const Corners corners(island);
    std::vector<bool> seen(corners.all.size());
    Polygon polygon;
    for (std::uint32_t i = 0; i < corners.all.size(); ++i) {
        if (seen[i])
            continue;
        const Ring ring = walk(corners.all, i, seen);
        polygon.rings.push_back(tolerance > 0 ? simplifiedRing(ring, tolerance) : ring);
    }
    return polygon;
}

}  // namespace

std::vector<Polygon> traced(const MaskRuns &runs, double tolerance)
{
    std::vector<Polygon> polygons;
    for (const MaskRuns &island : islands(runs))
        polygons.push_back(tracedIsland(island, tolerance));
    return polygons;
}

}  // namespace core
