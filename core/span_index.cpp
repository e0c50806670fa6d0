#include "core/span_index.h"
#include <algorithm>
#include <tuple>

namespace core {

namespace {

constexpr std::size_t chunkSize = 256;  // annotations; a chunk is cut in two at twice as many

Extent extentOf(const TimeSpan &span)
{
    return std::minmax(span.begin, span.end);
}

bool covers(const Geometry &geometry, std::int64_t point)
{
    const auto *text = std::get_if<TextSpan>(&geometry);
    return !text || std::ranges::any_of(text->parts, [point](const Extent &part) {
        return part.first <= point && point < part.second;
    });
}

std::int64_t coveredBy(const Geometry &geometry)
{
    if (const auto *text = std::get_if<TextSpan>(&geometry)) {
        std::int64_t sum = 0;
        for (const auto &[begin, end] : text->parts)
            sum += end - begin;
        return sum;
    }
    const Extent extent = extentOf(std::get<TimeSpan>(geometry));
    return extent.second - extent.first;
}

}  // namespace

bool SpanIndex::Entry::before(const Entry &o) const
{
    return std::tuple(begin, -end, annotation->id) < std::tuple(o.begin, -o.end, o.annotation->id);
}

void SpanIndex::Chunk::measure()
{
    maxEnd = 0;
    for (const Entry &each : entries)
        maxEnd = std::max(maxEnd, each.end);
}

std::optional<SpanIndex::Entry> SpanIndex::entryOf(const AnnotationPtr &annotation) const
{
    if (const auto *time = std::get_if<TimeSpan>(&annotation->geometry); time && m_along == Along::Sound) {
        const auto [begin, end] = extentOf(*time);
        return Entry{begin, end, annotation};
    }
    if (const auto *text = std::get_if<TextSpan>(&annotation->geometry);
        text && !text->parts.empty() && m_along == Along::Text)
        return Entry{text->parts.front().first, text->parts.back().second, annotation};
    return std::nullopt;
}

void SpanIndex::build(std::span<const AnnotationPtr> annotations)
{
    m_chunks.clear();
    m_byId.clear();
    m_byId.reserve(annotations.size());
    std::vector<Entry> all;
    all.reserve(annotations.size());
    for (const AnnotationPtr &each : annotations)
        if (auto entry = entryOf(each)) {
            m_byId.emplace(each->id.value, each);
            all.push_back(std::move(*entry));
        }
    std::ranges::sort(all, [](const Entry &a, const Entry &b) { return a.before(b); });
    for (std::size_t i = 0; i < all.size(); i += chunkSize) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(i);
        const auto length = static_cast<std::ptrdiff_t>(std::min(chunkSize, all.size() - i));
        m_chunks.push_back({{std::move_iterator(first), std::move_iterator(first + length)}, 0});
        m_chunks.back().measure();
    }
}

// Where the entry is or belongs: the last chunk that does not begin behind it.
std::vector<SpanIndex::Chunk>::iterator SpanIndex::chunkOf(const Entry &entry)
{
    const auto behind = std::ranges::partition_point(
        m_chunks, [&entry](const Chunk &chunk) { return !entry.before(chunk.entries.front()); });
    return behind == m_chunks.begin() ? behind : behind - 1;
}

void SpanIndex::insert(const AnnotationPtr &annotation)
{
    const auto entry = entryOf(annotation);
    if (!entry)
        return;
    remove(annotation->id);
    m_byId.emplace(annotation->id.value, annotation);
    if (m_chunks.empty())
        m_chunks.emplace_back();
    const auto chunk = m_chunks.size() == 1 ? m_chunks.begin() : chunkOf(*entry);
    const auto at =
        std::ranges::partition_point(chunk->entries, [&entry](const Entry &each) { return each.before(*entry); });
    chunk->entries.insert(at, *entry);
    chunk->maxEnd = std::max(chunk->maxEnd, entry->end);
    if (chunk->entries.size() < 2 * chunkSize)
        return;
    const auto middle = chunk->entries.begin() + static_cast<std::ptrdiff_t>(chunkSize);
    Chunk upper{{std::move_iterator(middle), std::move_iterator(chunk->entries.end())}, 0};
    chunk->entries.erase(middle, chunk->entries.end());
    chunk->measure();
    upper.measure();
    m_chunks.insert(chunk + 1, std::move(upper));
}

void SpanIndex::remove(AnnotationId id)
{
    const auto known = m_byId.find(id.value);
    if (known == m_byId.end())
        return;
    const auto chunk = chunkOf(*entryOf(known->second));
    std::erase_if(chunk->entries, [id](const Entry &each) { return each.annotation->id == id; });
    if (chunk->entries.empty())
        m_chunks.erase(chunk);
    else
        chunk->measure();
    m_byId.erase(known);
}

const AnnotationPtr *SpanIndex::find(AnnotationId id) const
{
    const auto known = m_byId.find(id.value);
    return known == m_byId.end() ? nullptr : &known->second;
}

template <class Visit>
void SpanIndex::visit(Extent range, Visit each) const
{
    for (const Chunk &chunk : m_chunks) {
        if (chunk.entries.front().begin >= range.second)
            return;
        if (chunk.maxEnd <= range.first)
            continue;
        for (const Entry &entry : chunk.entries)
            if (entry.begin < range.second && entry.end > range.first)
                each(entry);
    }
}

std::vector<AnnotationPtr> SpanIndex::within(Extent range) const
{
    std::vector<AnnotationPtr> all;
    visit(range, [&all](const Entry &entry) { all.push_back(entry.annotation); });
    return all;
}

void SpanIndex::each(Extent range, const std::function<void(const AnnotationPtr &, Extent)> &visitor) const
{
    visit(range, [&visitor](const Entry &entry) { visitor(entry.annotation, {entry.begin, entry.end}); });
}

std::vector<AnnotationPtr> SpanIndex::at(std::int64_t point) const
{
    std::vector<AnnotationPtr> all;
    visit({point, point + 1}, [&](const Entry &entry) {
        if (covers(entry.annotation->geometry, point))
            all.push_back(entry.annotation);
    });
    std::ranges::stable_sort(all, {}, [](const AnnotationPtr &each) { return coveredBy(each->geometry); });
    return all;
}

}  // namespace core
