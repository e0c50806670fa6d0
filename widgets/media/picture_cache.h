// Decoded pictures, the least recently used dropped first beyond a number of bytes. Any thread.
#pragma once
#include "widgets/media_service.h"
#include <list>
#include <mutex>
#include <unordered_map>

namespace widgets {

class PictureCache {
public:
    explicit PictureCache(qint64 bytes) : m_most(bytes) {}
    std::optional<Picture> find(const QByteArray &key);
    void insert(const QByteArray &key, const Picture &picture);

private:
    using Entry = std::pair<QByteArray, Picture>;
    std::mutex m_mutex;
    std::list<Entry> m_entries;  // latest used first
    std::unordered_map<QByteArray, std::list<Entry>::iterator> m_byKey;
    qint64 m_most, m_bytes = 0;
};

}  // namespace widgets
