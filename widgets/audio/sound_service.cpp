#include "widgets/audio/sound_service.h"
#include "core/media/content_key.h"
#include "widgets/audio/peak_store.h"
#include "widgets/audio/sound_files.h"
#include "widgets/audio/work_queue.h"
#include <QElapsedTimer>

namespace widgets {

namespace {

constexpr std::chrono::milliseconds sketchTime{150};
constexpr qint64 tellEveryMs = 60;
constexpr int scanThreads = 2, decodeThreads = 2;
constexpr std::size_t tileBytes = std::size_t{8} << 20;

WindowAnswer decodeWindow(core::SoundFile &file, qint64 begin, qint64 end)
{
    const core::SoundInfo &info = file.info();
    begin = std::clamp<qint64>(begin, 0, info.length);
    end = std::clamp<qint64>(end, begin, info.length);
    auto window = std::make_shared<SampleWindow>(SampleWindow{begin, info.channels, {}});
    window->samples.resize(std::size_t(end - begin) * std::size_t(info.channels));
    if (const core::Status sought = file.seek(begin); !sought)
        return sought.error();
    const auto read = file.read(window->samples);
    if (!read)
        return read.error();
    window->samples.resize(*read * std::size_t(info.channels));
    return std::shared_ptr<const SampleWindow>(std::move(window));
}

}  // namespace

struct SoundService::Impl {
    PeakStore store;
    TileCache tiles{tileBytes};
    SoundFiles files;
    WorkQueue scans{scanThreads}, decodes{decodeThreads};  // last: their threads use the others

    PeaksAnswer peaks(const std::filesystem::path &path, const std::atomic<qint64> &wanted,
                      const core::PeaksGrown &tell, const std::stop_token &stop);
    TileAnswer tile(const std::filesystem::path &path, const TileKey &key, const std::stop_token &stop);
};

PeaksAnswer SoundService::Impl::peaks(const std::filesystem::path &path, const std::atomic<qint64> &wanted,
                                      const core::PeaksGrown &tell, const std::stop_token &stop)
{
    const auto key = core::contentKey(path);
    if (!key)
        return key.error();
    if (auto kept = store.find(*key))
        return kept;
    auto file = files.open(path);
    if (!file)
        return file.error();
    core::SoundFile &sound = ***file;
    auto known = std::make_shared<const core::Peaks>(sound.info());
    tell(known);
    if (core::isWorthASketch(sound.info())) {
        auto sketched = core::sketchPeaks(sound, known, sketchTime, stop);
        if (!sketched)
            return sketched;
        known = *sketched;
        tell(known);
    }
    QElapsedTimer sinceTold;
    sinceTold.start();
    const auto grown = [&](const std::shared_ptr<const core::Peaks> &more) {
        if (!more->isWhole() && sinceTold.elapsed() > tellEveryMs) {
            sinceTold.restart();
            tell(more);
        }
    };
    const auto look = [&] { return wanted.load(std::memory_order_relaxed); };
    auto whole = core::scanPeaks(sound, known, look, grown, stop);
    if (whole)
        store.keep(*key, *whole);
    return whole;
}

TileAnswer SoundService::Impl::tile(const std::filesystem::path &path, const TileKey &key, const std::stop_token &stop)
{
    if (auto known = tiles.find(key))
        return known;
    const auto file = files.open(path);
    if (!file)
        return file.error();
    auto made = core::spectrogramTile(***file, key.shape, key.place, stop);
    if (!made)
        return made.error();
    const auto tile = std::make_shared<const core::SpectrogramTile>(std::move(*made));
    tiles.insert(key, tile);
    return tile;
}

SoundService::SoundService() : m_impl(std::make_unique<Impl>()) {}

SoundService::~SoundService() = default;

void SoundService::setFolder(const QString &folder)
{
    m_impl->store.setFolder(folder);
}

QString SoundService::folder() const
{
    return m_impl->store.folder();
}

TileCache &SoundService::tiles()
{
    return m_impl->tiles;
}

std::unique_ptr<Ticket> SoundService::peaks(std::filesystem::path file,
                                            std::shared_ptr<const std::atomic<qint64>> wanted,
                                            std::function<void(PeaksAnswer)> arrived)
{
    return m_impl->scans.add(Urgency::Visible,
                             [impl = m_impl.get(), file = std::move(file), wanted = std::move(wanted),
                              arrived = std::move(arrived)](const std::stop_token &stop, const WorkQueue::Tell &tell) {
                                 const auto grown = [&](const std::shared_ptr<const core::Peaks> &more) {
                                     tell([arrived, more] { arrived(more); });
                                 };
                                 const PeaksAnswer last = impl->peaks(file, *wanted, grown, stop);
                                 tell([arrived, last] { arrived(last); });
                             });
}

std::unique_ptr<Ticket> SoundService::samples(std::filesystem::path file, qint64 begin, qint64 end,
                                              std::function<void(WindowAnswer)> done)
{
    return m_impl->decodes.add(
        Urgency::Visible, [impl = m_impl.get(), file = std::move(file), begin, end,
                           done = std::move(done)](const std::stop_token &, const WorkQueue::Tell &tell) {
            const auto opened = impl->files.open(file);
            const WindowAnswer answer = opened ? decodeWindow(***opened, begin, end) : WindowAnswer(opened.error());
            tell([done, answer] { done(answer); });
        });
}

std::unique_ptr<Ticket> SoundService::tile(std::filesystem::path file, TileKey key,
                                           std::function<void(TileAnswer)> done)
{
    return m_impl->decodes.add(Urgency::Next,
                               [impl = m_impl.get(), file = std::move(file), key = std::move(key),
                                done = std::move(done)](const std::stop_token &stop, const WorkQueue::Tell &tell) {
                                   const TileAnswer answer = impl->tile(file, key, stop);
                                   tell([done, answer] { done(answer); });
                               });
}

}  // namespace widgets
