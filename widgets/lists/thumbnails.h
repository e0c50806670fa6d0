// Thumbnails of what is in sight: asked for once, kept within a byte limit, withdrawn when scrolled away.
#pragma once
#include "widgets/media_service.h"
#include <QCache>
#include <QHash>
#include <QPixmap>
#include <QSet>
#include <memory>
#include <unordered_map>

namespace widgets {

class Thumbnails : public QObject {
    Q_OBJECT
public:
    explicit Thumbnails(MediaService &media, QObject *parent = nullptr);

    const QPixmap *of(const QString &file);  // null: not there yet, asked for
    bool isBroken(const QString &file) const { return m_broken.contains(file); }
    void keepOnly(const QSet<QString> &inSight);  // the other wishes are withdrawn
    void clear();                                 // files may have changed

signals:
    void arrived(const QString &file);  // or is known to be broken

private:
    MediaService &m_media;
    QCache<QString, QPixmap> m_pixmaps;  // cost in kilobytes
    QSet<QString> m_broken;
    std::unordered_map<QString, std::unique_ptr<Ticket>> m_tickets;
};

}  // namespace widgets
