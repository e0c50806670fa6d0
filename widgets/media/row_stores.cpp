#include "widgets/media/row_stores.h"
#include "widgets/media/row_reducer.h"
#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <algorithm>
#include <unistd.h>

namespace widgets {

namespace {

constexpr std::size_t keptStores = 2;
constexpr qint64 leftFreeBytes = qint64{512} << 20;  // on the disk, for everybody else

}  // namespace

std::shared_ptr<RowStore> RowStore::create(const QString &folder, QSize size, QImage::Format format)
{
    const qint64 bytes = qint64{size.width()} * size.height() * bytesPerPixel(format);
    if (QStorageInfo(folder).bytesAvailable() < bytes + leftFreeBytes)
        return nullptr;
    QByteArray path = QFile::encodeName(folder + "/rows-XXXXXX");
    const int file = mkstemp(path.data());
    if (file < 0)
        return nullptr;
    unlink(path.constData());  // gone when we are, whatever happens
    return std::shared_ptr<RowStore>(new RowStore(file, size, format));
}

RowStore::~RowStore()
{
    close(m_file);
}

bool RowStore::write(int y, const uchar *row)
{
    const qint64 length = qint64{m_size.width()} * bytesPerPixel(m_format);
    qint64 done = 0;
    while (done < length) {
        const auto n = pwrite(m_file, row + done, static_cast<std::size_t>(length - done), y * length + done);
        if (n <= 0)
            return false;
        done += n;
    }
    return true;
}

QImage RowStore::read(const QRect &region, int factor) const
{
    const int pixel = bytesPerPixel(m_format);
    const qint64 length = qint64{m_size.width()} * pixel;
    const auto wanted = static_cast<std::size_t>(region.width()) * static_cast<std::size_t>(pixel);
    std::vector<uchar> row(wanted);
    RowReducer reducer(region.size(), factor, m_format);
    for (int y = region.top(); y <= region.bottom(); ++y) {
        if (pread(m_file, row.data(), wanted, y * length + qint64{region.left()} * pixel)
            != static_cast<ssize_t>(wanted))
            return {};
        reducer.add(row.data());
    }
    return reducer.take();
}

void RowStores::setFolder(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    m_folder = folder;
}

std::shared_ptr<RowStore> RowStores::create(QSize size, QImage::Format format) const
{
    if (!m_keeps)
        return nullptr;
    QString folder;
    {
        const std::lock_guard lock(m_mutex);
        folder = m_folder.isEmpty() ? QDir::tempPath() : m_folder;
    }
    return RowStore::create(folder, size, format);
}

std::shared_ptr<RowStore> RowStores::find(const QByteArray &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_stores, key, [](const auto &entry) { return entry.first; });
    return found == m_stores.end() ? nullptr : found->second;
}

void RowStores::insert(const QByteArray &key, std::shared_ptr<RowStore> store)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_stores, [&](const auto &entry) { return entry.first == key; });
    m_stores.emplace_back(key, std::move(store));
    if (m_stores.size() > keptStores)
        m_stores.erase(m_stores.begin());
}

}  // namespace widgets
