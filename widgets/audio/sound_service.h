// Sounds decoded off the GUI thread, and what is kept of them in the project's cache.
#pragma once
#include <QString>
#include <mutex>

namespace widgets {

class SoundService {
public:
    void setFolder(const QString &folder);  // empty: nothing is kept
    QString folder() const;                 // any thread

private:
    mutable std::mutex m_mutex;
    QString m_folder;
};

}  // namespace widgets
