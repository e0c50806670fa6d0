#include "widgets/media/picture_cache.h"

namespace widgets {

std::optional<Picture> PictureCache::find(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->second;
}

void PictureCache::insert(const QByteArray &key, const Picture &picture)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byKey.find(key); found != m_byKey.end()) {
        m_bytes -= found->second->second.image.sizeInBytes();
        m_entries.erase(found->second);
        m_byKey.erase(found);
    }
    m_entries.emplace_front(key, picture);
    m_byKey[key] = m_entries.begin();
    m_bytes += picture.image.sizeInBytes();
    while (m_bytes > m_most && m_entries.size() > 1) {
        m_bytes -= m_entries.back().second.image.sizeInBytes();
        m_byKey.erase(m_entries.back().first);
        m_entries.pop_back();
    }
}

}  // namespace widgets
