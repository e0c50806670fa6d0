// Decoded rows of pictures too large for memory, in files that vanish with their last user.
#pragma once
#include "core/result.h"
#include <QImage>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace widgets {

class RowStore {
public:
    // Null: no room in the folder. `size` and `format` are the picture's as stored.
    static std::shared_ptr<RowStore> create(const QString &folder, QSize size, QImage::Format format);
    ~RowStore();
    RowStore(const RowStore &) = delete;
    RowStore &operator=(const RowStore &) = delete;

    bool write(int y, const uchar *row);
    QImage read(const QRect &region, int factor) const;  // null: the disk failed

private:
    RowStore(int file, QSize size, QImage::Format format) : m_file(file), m_size(size), m_format(format) {}
    int m_file;
    QSize m_size;
    QImage::Format m_format;
};

// Keeps the rows of the last few huge pictures. Any thread.
class RowStores {
public:
    explicit RowStores(bool keeps = true) : m_keeps(keeps) {}  // false: for one decode, regions are not asked for
    void setFolder(const QString &folder);
    std::shared_ptr<RowStore> create(QSize size, QImage::Format format) const;
    std::shared_ptr<RowStore> find(const QByteArray &key) const;
    void insert(const QByteArray &key, std::shared_ptr<RowStore> store);
    // Held while a picture is streamed, so that two wishes for it do not do it twice.
    std::mutex &streaming() { return m_streaming; }

private:
    mutable std::mutex m_mutex;
    std::mutex m_streaming;
    bool m_keeps;
    QString m_folder;
    std::vector<std::pair<QByteArray, std::shared_ptr<RowStore>>> m_stores;  // latest last
};

}  // namespace widgets
