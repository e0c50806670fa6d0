#include "widgets/audio/sound_service.h"
#include "widgets/audio/sound_files.h"
#include "widgets/audio/work_queue.h"
#include <QElapsedTimer>

namespace widgets {

namespace {

constexpr std::chrono::milliseconds sketchTime{150};
constexpr qint64 tellEveryMs = 60;
constexpr int scanThreads = 2, decodeThreads = 2;

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
    mutable std::mutex folderMutex;
    QString folder;
    SoundFiles files;
    WorkQueue scans{scanThreads}, decodes{decodeThreads};  // last: their threads use the others

    PeaksAnswer peaks(const std::filesystem::path &path, const std::atomic<qint64> &wanted,
                      const core::PeaksGrown &tell, const std::stop_token &stop);
};

PeaksAnswer SoundService::Impl::peaks(const std::filesystem::path &path, const std::atomic<qint64> &wanted,
                                      const core::PeaksGrown &tell, const std::stop_token &stop)
{
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
    return core::scanPeaks(
        sound, known, [&] { return wanted.load(std::memory_order_relaxed); }, grown, stop);
}

SoundService::SoundService() : m_impl(std::make_unique<Impl>()) {}

SoundService::~SoundService() = default;

void SoundService::setFolder(const QString &folder)
{
    const std::lock_guard lock(m_impl->folderMutex);
    m_impl->folder = folder;
}

QString SoundService::folder() const
{
    const std::lock_guard lock(m_impl->folderMutex);
    return m_impl->folder;
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

}  // namespace widgets
