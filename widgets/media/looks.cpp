#include "widgets/media/looks.h"
#include "widgets/media/row_stores.h"
#include "widgets/media/still_file.h"
#include "widgets/media/thumbnails.h"
#include "widgets/qt_text.h"
#include "core/save_file.h"
#include <QCryptographicHash>
#include <QFile>
#include <cstring>

namespace widgets {

namespace {

const QByteArray head = "labelwright looks 1\n";
constexpr qsizetype hashSize = 16;  // MD5
constexpr qsizetype entrySize = hashSize + qsizetype(std::tuple_size_v<core::Look>);

QString fileIn(const QString &folder)
{
    return folder + "/looks";
}

}  // namespace

LookStore::LookStore(const QString &folder) : m_folder(folder)
{
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray all = file.readAll();
    if (!all.startsWith(head) || (all.size() - head.size()) % entrySize != 0)
        return;
    m_looks.reserve((all.size() - head.size()) / entrySize);
    for (const char *at = all.data() + head.size(); at != all.data() + all.size(); at += entrySize)
        std::memcpy(m_looks[QByteArray(at, hashSize)].data(), at + hashSize, entrySize - hashSize);
}

core::Result<core::Look> LookStore::of(const QString &file)
{
    const QByteArray key = QCryptographicHash::hash(fileKey(file), QCryptographicHash::Md5);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_looks.constFind(key); known != m_looks.constEnd())
            return *known;
    }
    RowStores stores(false);
    const auto picture = thumbnailOf(m_folder, file, stores, {});
    if (!picture)
        return picture.error();
    const core::Look look = core::lookOf(rasterOf(picture->image));
    const std::lock_guard lock(m_mutex);
    m_looks[key] = look;
    m_changed = true;
    return look;
}

void LookStore::save()
{
    if (!std::exchange(m_changed, false))
        return;
    QByteArray all = head;
    all.reserve(head.size() + m_looks.size() * entrySize);
    for (auto each = m_looks.constBegin(); each != m_looks.constEnd(); ++each)
        all.append(each.key()).append(reinterpret_cast<const char *>(each->data()), qsizetype(each->size()));
    (void)core::saveWhole(toPath(fileIn(m_folder)), {all.constData(), std::size_t(all.size())});
}

}  // namespace widgets
