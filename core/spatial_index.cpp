#include "core/spatial_index.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int SmallestLevel = 4;  // cells of 16 units: smaller shapes share them
constexpr int LargestLevel = 30;
constexpr double FarthestCell = 1e9;

bool drawnBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    return std::pair(a->order, a->id) < std::pair(b->order, b->id);
}

std::int32_t cellNumber(double coordinate, int level)
{
    const double number = std::floor(std::ldexp(coordinate, -level));
    return static_cast<std::int32_t>(number < FarthestCell ? std::max(number, -FarthestCell) : FarthestCell);
}

}  // namespace

std::size_t SpatialIndex::CellHash::operator()(Cell cell) const
{
    const auto mixed =
        (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.y)) << 32) | static_cast<std::uint32_t>(cell.x);
    return static_cast<std::size_t>((mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15u >> 16);
}

int SpatialIndex::levelOf(const Rect &bounds)
{
    const double extent = std::max(bounds.width(), bounds.height());
    int level = SmallestLevel;
    while (level < LargestLevel && std::ldexp(1, level) < extent)
        ++level;
    return level;
}

SpatialIndex::Cell SpatialIndex::cellOf(Point p, int level)
{
    return {cellNumber(p.x, level), cellNumber(p.y, level)};
}

void SpatialIndex::place(AnnotationPtr annotation)
{
    Slot slot{annotation, NoPlace, {}};
    if (const auto box = bounds(annotation->geometry)) {
        slot.level = levelOf(*box);
        slot.cell = cellOf({(box->left + box->right) / 2, (box->top + box->bottom) / 2}, slot.level);
        m_levels[slot.level][slot.cell].push_back({*box, annotation});
    }
    m_slots[annotation->id] = std::move(slot);
}

void SpatialIndex::unplace(const Slot &slot)
{
    if (slot.level == NoPlace)
        return;
    const auto level = m_levels.find(slot.level);
    const auto cell = level->second.find(slot.cell);
    auto &entries = cell->second;
    const auto entry = std::ranges::find(entries, slot.annotation, &Entry::annotation);
    *entry = std::move(entries.back());
    entries.pop_back();
    if (entries.empty())
        level->second.erase(cell);
    if (level->second.empty())
        m_levels.erase(level);
}

void SpatialIndex::insert(AnnotationPtr annotation)
{
    remove(annotation->id);
    place(std::move(annotation));
}

void SpatialIndex::remove(AnnotationId id)
{
    m_shown.clear();
    if (const auto slot = m_slots.find(id); slot != m_slots.end()) {
        unplace(slot->second);
        m_slots.erase(slot);
    }
}

AnnotationPtr SpatialIndex::find(AnnotationId id) const
{
    const auto slot = m_slots.find(id);
    return slot == m_slots.end() ? nullptr : slot->second.annotation;
}

void SpatialIndex::show(std::span<const AnnotationPtr> annotations)
{
    std::vector<AnnotationPtr> gone, come;
    if (m_shown.size() == m_slots.size()) {  // both sorted: one walk finds what differs
        const auto differs = [](const AnnotationPtr &a, const AnnotationPtr &b) {
            return std::tuple(a->order, a->id, a.get()) < std::tuple(b->order, b->id, b.get());
        };
        std::ranges::set_difference(m_shown, annotations, std::back_inserter(gone), differs);
        std::ranges::set_difference(annotations, m_shown, std::back_inserter(come), differs);
    } else {
        m_levels.clear();
        m_slots.clear();
        come.assign(annotations.begin(), annotations.end());
    }
    m_slots.reserve(annotations.size());
    for (const AnnotationPtr &annotation : gone)
        remove(annotation->id);
    for (AnnotationPtr &annotation : come)
        place(std::move(annotation));
    m_shown.assign(annotations.begin(), annotations.end());
}

std::vector<AnnotationPtr> SpatialIndex::in(const Rect &rect) const
{
    std::vector<AnnotationPtr> found;
    visit(rect, [&](const AnnotationPtr &annotation, const Rect &) { found.push_back(annotation); });
    std::ranges::sort(found, drawnBefore);
    return found;
}

}  // namespace core
