// Whole peaks of the last sounds, in memory and in files of the project's cache. Any thread.
#pragma once
#include "core/media/peaks.h"
#include <QString>
#include <mutex>

namespace widgets {

class PeakStore {
public:
    void setFolder(const QString &folder);  // empty: nothing is kept on disk
    QString folder() const;

    std::shared_ptr<const core::Peaks> find(const std::string &contentKey);  // null: not there, or damaged
    // What cannot be written costs time at the next opening, nothing else.
    void keep(const std::string &contentKey, const std::shared_ptr<const core::Peaks> &whole);

private:
    std::filesystem::path fileOf(const std::string &contentKey) const;
    void remember(const std::string &contentKey, const std::shared_ptr<const core::Peaks> &whole);

    mutable std::mutex m_mutex;
    QString m_folder;
    std::vector<std::pair<std::string, std::shared_ptr<const core::Peaks>>> m_latest;  // the latest last
};

}  // namespace widgets
