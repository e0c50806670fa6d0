#include "widgets/audio/tile_cache.h"
#include <algorithm>

namespace widgets {

std::shared_ptr<const core::SpectrogramTile> TileCache::find(const TileKey &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_entries, key, [](const Entry &entry) { return entry.first; });
    if (found == m_entries.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return m_entries.front().second;
}

void TileCache::insert(const TileKey &key, std::shared_ptr<const core::SpectrogramTile> tile)
{
    const std::lock_guard lock(m_mutex);
    if (std::ranges::any_of(m_entries, [&](const Entry &entry) { return entry.first == key; }))
        return;
    m_bytes += tile->levels.size();
    m_entries.emplace_front(key, std::move(tile));
    while (m_bytes > m_most && m_entries.size() > 1) {
        m_bytes -= m_entries.back().second->levels.size();
        m_entries.pop_back();
    }
}

std::size_t TileCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

}  // namespace widgets
