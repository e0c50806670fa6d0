// Tiles of spectrograms, the least recently used dropped first beyond a number of bytes. Any thread.
#pragma once
#include "core/media/spectrogram.h"
#include <QByteArray>
#include <list>
#include <memory>
#include <mutex>

namespace widgets {

struct TileKey {
    QByteArray sound;  // fileKey()
    core::SpectrumShape shape;
    core::TilePlace place;
    bool operator==(const TileKey &) const = default;
};

class TileCache {
public:
    explicit TileCache(std::size_t bytes) : m_most(bytes) {}
    std::shared_ptr<const core::SpectrogramTile> find(const TileKey &key);  // null: not there
    void insert(const TileKey &key, std::shared_ptr<const core::SpectrogramTile> tile);
    std::size_t bytes() const;

private:
    using Entry = std::pair<TileKey, std::shared_ptr<const core::SpectrogramTile>>;
    mutable std::mutex m_mutex;
    std::list<Entry> m_entries;  // latest used first; some hundred at most
    std::size_t m_most, m_bytes = 0;
};

}  // namespace widgets
