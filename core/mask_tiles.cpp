#include "core/mask_tiles.h"
#include "core/masks.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

constexpr std::size_t keptTiles = 640;  // 80 MB at most; a screen of 4K shows at most half of them
constexpr int side = MaskTile::Side;
constexpr int differenceBand = 256;  // rows that share a rectangle

const MaskRuns *runsOf(const AnnotationPtr &annotation)
{
    const auto *mask = annotation ? std::get_if<Mask>(&annotation->geometry) : nullptr;
    return mask ? mask->runs.get() : nullptr;
}

// The columns in which two rows differ, ends included in their order: one span around them. Empty: equal.
Span differenceOfRows(std::span<const Span> a, std::span<const Span> b)
{
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a = a.subspan(1);
        b = b.subspan(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a = a.first(a.size() - 1);
        b = b.first(b.size() - 1);
    }
    if (a.empty() && b.empty())
        return {};
    if (a.empty() || b.empty()) {
        const auto rest = a.empty() ? b : a;
        return {rest.front().begin, rest.back().end};
    }
    const Span first{std::min(a.front().begin, b.front().begin), std::max(a.back().end, b.back().end)};
    // Where only one end of a span moved, its other end still tells how far the rows agree.
    const std::int32_t left = a.front().begin == b.front().begin ? std::min(a.front().end, b.front().end) : first.begin;
    const std::int32_t right = a.back().end == b.back().end ? std::max(a.back().begin, b.back().begin) : first.end;
    return left < right ? Span{left, right} : first;
}

// The first number of a tile whose middle pixel is at or behind `at`, counted from the tile's start.
int firstFrom(std::int64_t at, int level, std::int64_t start)
{
    const std::int64_t half = level == 0 ? 0 : std::int64_t{1} << (level - 1);
    const std::int64_t step = std::int64_t{1} << level;
    const std::int64_t from = at - start - half;
    return static_cast<int>(std::clamp<std::int64_t>(from <= 0 ? 0 : (from + step - 1) / step, 0, side));
}

std::int64_t middle(int at, int level, std::int64_t start)
{
    return start + (std::int64_t{at} << level) + (level == 0 ? 0 : std::int64_t{1} << (level - 1));
}

}  // namespace

std::vector<Rect> differences(const MaskRuns *before, const MaskRuns *after)
{
    static const MaskRuns none;
    const MaskRuns &a = before ? *before : none, &b = after ? *after : none;
    std::vector<Rect> found;
    if (a.isEmpty() && b.isEmpty())
        return found;
    const std::int32_t top = a.isEmpty() ? b.top() : b.isEmpty() ? a.top() : std::min(a.top(), b.top());
    const std::int32_t bottom = a.isEmpty() ? b.bottom() : b.isEmpty() ? a.bottom() : std::max(a.bottom(), b.bottom());
    std::int32_t band = 0;
    for (std::int32_t y = top; y < bottom; ++y) {
        const Span across = differenceOfRows(a.row(y), b.row(y));
        if (across.begin >= across.end)
            continue;
        const Rect row{double(across.begin), double(y), double(across.end), y + 1.0};
        if (!found.empty() && y < band + differenceBand) {
            found.back() = united(found.back(), row);
        } else {
            found.push_back(row);
            band = y;
        }
    }
    return found;
}

std::size_t MaskTiles::PlaceHash::operator()(const Place &place) const
{
    const auto mixed = static_cast<std::uint64_t>(place.level) << 58 ^ static_cast<std::uint64_t>(place.y) << 29
                       ^ static_cast<std::uint64_t>(place.x);
    return static_cast<std::size_t>((mixed ^ mixed >> 31) * 0x9E3779B97F4A7C15u >> 16);
}

void MaskTiles::clear()
{
    m_objects.assign(1, {});
    m_free.clear();
    m_numbers.clear();
    m_tiles.clear();
    m_kept.clear();
}

MaskNumber MaskTiles::number(AnnotationId id) const
{
    const auto found = m_numbers.find(id);
    return found == m_numbers.end() ? MaskNumber{0} : found->second;
}

AnnotationPtr MaskTiles::object(MaskNumber number) const
{
    return number < m_objects.size() ? m_objects[number].annotation : nullptr;
}

std::vector<Rect> MaskTiles::show(std::span<const AnnotationPtr> annotations, const Sunken &sunken)
{
    std::vector<Rect> stale;
    std::vector<bool> seen(m_objects.size());
    for (const AnnotationPtr &annotation : annotations) {
        if (!runsOf(annotation))
            continue;
        take(annotation, sunken(*annotation), stale);
        if (const MaskNumber number = this->number(annotation->id); number < seen.size())
            seen[number] = true;
    }
    for (std::size_t number = 1; number < seen.size(); ++number) {
        Object &object = m_objects[number];
        if (seen[number] || !object.annotation)
            continue;
        std::ranges::copy(differences(runsOf(object.annotation), nullptr), std::back_inserter(stale));
        m_numbers.erase(object.annotation->id);
        object = {};
        m_free.push_back(static_cast<MaskNumber>(number));
    }
    for (const Rect &rect : stale)
        makeStale(rect);
    return stale;
}

void MaskTiles::take(const AnnotationPtr &annotation, bool sunken, std::vector<Rect> &stale)
{
    const auto known = m_numbers.find(annotation->id);
    if (known == m_numbers.end()) {
        if (m_free.empty() && m_objects.size() > std::numeric_limits<MaskNumber>::max())
            return;
        if (m_free.empty()) {
            m_free.push_back(static_cast<MaskNumber>(m_objects.size()));
            m_objects.emplace_back();
        }
        const MaskNumber number = m_free.back();
        m_free.pop_back();
        m_objects[number] = {annotation, sunken};
        m_numbers.emplace(annotation->id, number);
        std::ranges::copy(differences(nullptr, runsOf(annotation)), std::back_inserter(stale));
        return;
    }
    Object &object = m_objects[known->second];
    if (object.annotation == annotation && object.sunken == sunken)
        return;
    const MaskRuns *before = runsOf(object.annotation), *after = runsOf(annotation);
    if (before != after)
        std::ranges::copy(differences(before, after), std::back_inserter(stale));
    if (const auto rect = bounds(*after);
        rect && (object.sunken != sunken || object.annotation->order != annotation->order))
        restacked(*rect, stale);
    object = {annotation, sunken};
}

// Which of several lies on top may have changed there: of no matter where only one lies.
void MaskTiles::restacked(const Rect &rect, std::vector<Rect> &stale)
{
    for (const Kept &kept : m_kept)
        if (kept.tile.overlapping && !part(kept.place, rect).isEmpty()) {
            const double width = std::ldexp(side, kept.place.level);
            const Rect all{kept.place.x * width, kept.place.y * width, (kept.place.x + 1) * width,
                           (kept.place.y + 1) * width};
            stale.push_back({std::max(all.left, rect.left), std::max(all.top, rect.top),
                             std::min(all.right, rect.right), std::min(all.bottom, rect.bottom)});
        }
}

MaskTiles::Pixels MaskTiles::part(const Place &place, const Rect &rect)
{
    const auto number = [](double at) { return static_cast<std::int64_t>(std::clamp(at, -1e15, 1e15)); };
    const int shift = place.level + MaskTile::Bits;
    const std::int64_t left = std::int64_t{place.x} << shift, top = std::int64_t{place.y} << shift;
    return {firstFrom(number(std::floor(rect.left)), place.level, left),
            firstFrom(number(std::floor(rect.top)), place.level, top),
            firstFrom(number(std::ceil(rect.right)), place.level, left),
            firstFrom(number(std::ceil(rect.bottom)), place.level, top)};
}

void MaskTiles::makeStale(const Rect &rect)
{
    for (Kept &kept : m_kept) {
        const Pixels also = part(kept.place, rect);
        if (also.isEmpty())
            continue;
        Pixels &stale = kept.stale;
        stale = stale.isEmpty() ? also
                                : Pixels{std::min(stale.left, also.left), std::min(stale.top, also.top),
                                         std::max(stale.right, also.right), std::max(stale.bottom, also.bottom)};
    }
}

bool MaskTiles::has(const Place &place) const
{
    const auto found = m_tiles.find(place);
    return found != m_tiles.end() && found->second->stale.isEmpty();
}

const MaskTile &MaskTiles::tile(const Place &place)
{
    auto found = m_tiles.find(place);
    if (found != m_tiles.end()) {
        m_kept.splice(m_kept.begin(), m_kept, found->second);
    } else {
        if (m_kept.size() >= keptTiles) {
            m_tiles.erase(m_kept.back().place);
            m_kept.pop_back();
        }
        m_kept.push_front({place, {}, {0, 0, side, side}});
        found = m_tiles.emplace(place, m_kept.begin()).first;
    }
    Kept &kept = *found->second;
    if (!kept.stale.isEmpty())
        rasterise(kept, kept.stale);
    kept.stale = {};
    return kept.tile;
}

void MaskTiles::rasterise(Kept &kept, const Pixels &part) const
{
    MaskTile &tile = kept.tile;
    const int shift = kept.place.level;
    const double step = std::ldexp(1, shift);
    const double left = std::ldexp(kept.place.x, shift + MaskTile::Bits),
                 top = std::ldexp(kept.place.y, shift + MaskTile::Bits);
    tile.numbers.resize(std::size_t(side) * side, tile.numbers.empty() ? MaskNumber{0} : tile.numbers[0]);
    for (int y = part.top; y < part.bottom; ++y) {
        std::fill_n(tile.numbers.data() + y * side + part.left, part.right - part.left, MaskNumber{0});
        if (!tile.several.empty())
            std::fill_n(tile.several.data() + y * side + part.left, part.right - part.left, std::uint8_t{0});
    }
    std::vector<MaskNumber> above;
    for (const AnnotationPtr &each : m_index.in(
             {left + part.left * step, top + part.top * step, left + part.right * step, top + part.bottom * step}))
        if (const MaskNumber number = this->number(each->id)) {
            if (m_objects[number].sunken)
                paint(tile, kept.place, part, number);
            else
                above.push_back(number);
        }
    for (const MaskNumber number : above)
        paint(tile, kept.place, part, number);
    if (std::ranges::all_of(tile.numbers, [first = tile.numbers[0]](MaskNumber each) { return each == first; })) {
        tile.numbers.resize(1);
        tile.numbers.shrink_to_fit();
    }
}

void MaskTiles::paint(MaskTile &tile, const Place &place, const Pixels &part, MaskNumber number) const
{
    const MaskRuns &runs = *runsOf(m_objects[number].annotation);
    const bool sunken = m_objects[number].sunken;
    const int shift = place.level + MaskTile::Bits;
    const std::int64_t left = std::int64_t{place.x} << shift, top = std::int64_t{place.y} << shift;
    const int first = std::max(part.top, firstFrom(runs.top(), place.level, top));
    const int last = std::min(part.bottom, firstFrom(runs.bottom(), place.level, top));
    const std::int64_t leftMost = middle(part.left, place.level, left);
    for (int y = first; y < last; ++y) {
        const auto row = runs.row(static_cast<std::int32_t>(middle(y, place.level, top)));
        auto span = std::ranges::partition_point(row, [&](const Span &each) { return each.end <= leftMost; });
        for (; span != row.end(); ++span) {
            const int from = std::max(part.left, firstFrom(span->begin, place.level, left));
            if (from >= part.right)
                break;
            const int to = std::min(part.right, firstFrom(span->end, place.level, left));
            MaskNumber *pixels = tile.numbers.data() + y * side;
            MaskNumber under = 0;
            for (int x = from; x < to; ++x)
                under = static_cast<MaskNumber>(under | pixels[x]);
            if (under != 0) {
                tile.overlapping = true;
                if (!sunken)
                    for (int x = from; x < to; ++x)
                        if (pixels[x] != 0 && !m_objects[pixels[x]].sunken) {
                            tile.several.resize(std::size_t(side) * side);
                            tile.several[std::size_t(y * side + x)] = 1;
                        }
            }
            std::fill(pixels + from, pixels + std::max(from, to), number);
        }
    }
}

}  // namespace core
