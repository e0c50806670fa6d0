// Sound files that stay open between two reads, because opening some takes longer than reading from them. Any thread.
#pragma once
#include "core/media/sound_file.h"
#include <QByteArray>
#include <mutex>
#include <vector>

namespace widgets {

class SoundFiles {
public:
    // Goes back when it is gone.
    class Borrowed {
    public:
        Borrowed(SoundFiles &from, QByteArray key, std::unique_ptr<core::SoundFile> file)
            : m_from(&from),
              m_key(std::move(key)),
              m_file(std::move(file))
        {
        }
        Borrowed(Borrowed &&) = default;
        ~Borrowed();
        core::SoundFile &operator*() const { return *m_file; }
        core::SoundFile *operator->() const { return m_file.get(); }

    private:
        SoundFiles *m_from;
        QByteArray m_key;
        std::unique_ptr<core::SoundFile> m_file;
    };

    // An open one that nobody uses now, else it is opened. A file that was written anew is another one.
    core::Result<std::shared_ptr<Borrowed>> open(const std::filesystem::path &file);

private:
    std::mutex m_mutex;
    std::vector<std::pair<QByteArray, std::unique_ptr<core::SoundFile>>> m_idle;  // latest used last
};

}  // namespace widgets
