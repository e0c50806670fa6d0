// Looks of pictures, for sorting by similarity, kept in the project's cache: one file for all, read and written whole.
#pragma once
#include "core/similarity.h"
#include <QByteArray>
#include <QHash>
#include <mutex>
#include <optional>

namespace widgets {

class LookStore {
public:
    explicit LookStore(const QString &folder);  // what is kept there; a damaged file counts as empty

    // Kept, else worked out from the thumbnail, which is kept as well. Any thread.
    core::Result<core::Look> of(const QString &file);
    void save();  // what is new; a folder that cannot be written keeps nothing, as with thumbnails

private:
    QString m_folder;
    std::mutex m_mutex;
    QHash<QByteArray, core::Look> m_looks;  // by hash of path, time and size of the file
    bool m_changed = false;
};

}  // namespace widgets
