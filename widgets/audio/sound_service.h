// Sounds decoded off the GUI thread, and what is kept of them in the project's cache.
#pragma once
#include "core/media/peaks.h"
#include "widgets/audio/tile_cache.h"
#include "widgets/media_service.h"
#include <atomic>

namespace widgets {

// Decoded samples of a part of a sound, interleaved.
struct SampleWindow {
    qint64 begin = 0;
    int channels = 1;
    std::vector<float> samples;
    qint64 end() const { return begin + qint64(samples.size()) / channels; }
};
using PeaksAnswer = core::Result<std::shared_ptr<const core::Peaks>>;
using WindowAnswer = core::Result<std::shared_ptr<const SampleWindow>>;
using TileAnswer = core::Result<std::shared_ptr<const core::SpectrogramTile>>;

class SoundService {
public:
    SoundService();
    ~SoundService();  // cancels all, joins

    void setFolder(const QString &folder);  // empty: nothing is kept
    QString folder() const;                 // any thread

    // As MediaService: answers come in the thread that asked, later, and not after the ticket is gone.
    // A coarse picture soon, then ever better ones, the last is whole; what lies around `wanted`, a sample, comes
    // first.
    [[nodiscard]] std::unique_ptr<Ticket> peaks(std::filesystem::path file,
                                                std::shared_ptr<const std::atomic<qint64>> wanted,
                                                std::function<void(PeaksAnswer)> arrived);
    [[nodiscard]] std::unique_ptr<Ticket> samples(std::filesystem::path file, qint64 begin, qint64 end,
                                                  std::function<void(WindowAnswer)> done);
    [[nodiscard]] std::unique_ptr<Ticket> tile(std::filesystem::path file, TileKey key,
                                               std::function<void(TileAnswer)> done);
    TileCache &tiles();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
