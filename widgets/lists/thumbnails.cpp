#include "widgets/lists/thumbnails.h"

namespace widgets {

namespace {
constexpr int MostKilobytes = 96 * 1024;
}

Thumbnails::Thumbnails(MediaService &media, QObject *parent) : QObject(parent), m_media(media), m_pixmaps(MostKilobytes)
{
}

const QPixmap *Thumbnails::of(const QString &file)
{
    if (file.isEmpty())
        return nullptr;
    if (const QPixmap *known = m_pixmaps.object(file))
        return known;
    if (m_broken.contains(file) || m_tickets.contains(file))
        return nullptr;
    m_tickets[file] = m_media.thumbnail(file, [this, file](const core::Result<Picture> &picture) {
        if (picture && !picture->image.isNull()) {
            auto pixmap = std::make_unique<QPixmap>(QPixmap::fromImage(picture->image));
            const qint64 kilobytes = qint64(pixmap->width()) * pixmap->height() * 4 / 1024;
            m_pixmaps.insert(file, pixmap.release(), std::max<qint64>(1, kilobytes));
        } else {
            m_broken.insert(file);
        }
        const auto spent = m_tickets.extract(file);  // this very call may be the ticket's: it goes last
        emit arrived(file);
    });
    return nullptr;
}

void Thumbnails::keepOnly(const QSet<QString> &inSight)
{
    std::erase_if(m_tickets, [&](const auto &entry) { return !inSight.contains(entry.first); });
}

void Thumbnails::clear()
{
    m_pixmaps.clear();
    m_broken.clear();
    m_tickets.clear();
}

}  // namespace widgets
