#include "widgets/audio/sound_files.h"
#include "widgets/media/still_file.h"
#include "widgets/qt_text.h"
#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t mostIdle = 4;

}  // namespace

SoundFiles::Borrowed::~Borrowed()
{
    if (!m_file)
        return;
    const std::lock_guard lock(m_from->m_mutex);
    auto &idle = m_from->m_idle;
    idle.emplace_back(std::move(m_key), std::move(m_file));
    if (idle.size() > mostIdle)
        idle.erase(idle.begin());
}

core::Result<std::shared_ptr<SoundFiles::Borrowed>> SoundFiles::open(const std::filesystem::path &file)
{
    const QByteArray key = fileKey(pathText(file));
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::ranges::find(m_idle, key, [](const auto &entry) { return entry.first; });
        if (found != m_idle.end()) {
            auto borrowed = std::make_shared<Borrowed>(*this, key, std::move(found->second));
            m_idle.erase(found);
            return borrowed;
        }
    }
    // Not stoppable: the file would go on looking at the wish it was opened for.
    auto opened = core::SoundFile::open(file);
    if (!opened)
        return opened.error();
    return std::make_shared<Borrowed>(*this, key, std::move(*opened));
}

}  // namespace widgets
