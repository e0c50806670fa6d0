#include "core/media/sound_ahead.h"
#include <algorithm>
#include <exception>

namespace core {

namespace {

constexpr std::size_t mostSounds = 8;
constexpr int headSeconds = 2;

std::optional<ReadySound> openAhead(const std::filesystem::path &file)
{
    auto opened = SoundFile::open(file);
    if (!opened)
        return std::nullopt;  // said when it is really wanted
    ReadySound sound{std::move(*opened), {}};
    const SoundInfo &info = sound.file->info();
    const std::int64_t samples = std::min<std::int64_t>(info.length, std::int64_t{headSeconds} * info.rate);
    sound.head.resize(static_cast<std::size_t>(samples * info.channels));
    const auto got = sound.file->read(sound.head);
    if (!got)
        return std::nullopt;
    sound.head.resize(*got * static_cast<std::size_t>(info.channels));
    return sound;
}

}  // namespace

SoundAhead::SoundAhead() : m_thread([this](const std::stop_token &stop) { run(stop); }) {}

SoundAhead::~SoundAhead() = default;

void SoundAhead::want(std::vector<std::filesystem::path> files)
{
    if (files.size() > mostSounds)
        files.resize(mostSounds);
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_items, [&](const Item &item) { return std::ranges::find(files, item.file) == files.end(); });
    for (auto &file : files)
        if (std::ranges::find(m_items, file, &Item::file) == m_items.end())
            m_items.push_back({std::move(file), std::nullopt, false});
    m_changed.notify_all();
}

Result<ReadySound> SoundAhead::take(const std::filesystem::path &file)
{
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            const auto item = std::ranges::find(m_items, file, &Item::file);
            if (item == m_items.end())
                break;
            if (item->sound) {
                ReadySound sound = std::move(*item->sound);
                m_items.erase(item);
                return sound;
            }
            if (!item->begun) {
                m_items.erase(item);
                break;
            }
            m_changed.wait(lock);
        }
    }
    auto opened = SoundFile::open(file);
    if (!opened)
        return opened.error();
    return ReadySound{std::move(*opened), {}};
}

void SoundAhead::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto isNew = [](const Item &item) { return !item.begun; };
    while (m_changed.wait(lock, stop, [&] { return std::ranges::any_of(m_items, isNew); })) {
        const auto next = std::ranges::find_if(m_items, isNew);
        next->begun = true;
        const std::filesystem::path file = next->file;
        lock.unlock();
        std::optional<ReadySound> sound;
        try {
            sound = openAhead(file);
        } catch (const std::exception &) {  // no memory: said when it is really wanted
        }
        lock.lock();
        const auto item = std::ranges::find(m_items, file, &Item::file);
        if (item != m_items.end() && sound)
            item->sound = std::move(sound);
        else if (item != m_items.end())
            m_items.erase(item);
        m_changed.notify_all();
    }
}

}  // namespace core
