#include "widgets/audio/sound_service.h"

namespace widgets {

void SoundService::setFolder(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    m_folder = folder;
}

QString SoundService::folder() const
{
    const std::lock_guard lock(m_mutex);
    return m_folder;
}

}  // namespace widgets
