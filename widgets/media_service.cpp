#include "widgets/media_service.h"
#include "widgets/audio/sound_service.h"
#include "widgets/media/decode_queue.h"
#include "widgets/media/picture_cache.h"
#include "widgets/media/row_stores.h"
#include "widgets/media/still_file.h"
#include "widgets/media/thumbnails.h"
#include "widgets/qt_text.h"
#include <QDir>

namespace widgets {

namespace {

QByteArray wishKey(const ImageWish &wish)
{
    QByteArray key = fileKey(wish.file);
    for (const int n : {wish.atMost.width(), wish.atMost.height(), wish.region.x(), wish.region.y(),
                        wish.region.width(), wish.region.height()})
        key += '\n' + QByteArray::number(n);
    return key;
}

Priority priorityOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Visible: return Priority::Visible;
    case Urgency::Next: return Priority::Next;
    case Urgency::Prefetch: return Priority::Prefetch;
    }
    return Priority::Prefetch;
}

}  // namespace

struct MediaService::Impl {
    PictureCache cache;
    RowStores stores;
    std::mutex folderMutex;
    QString thumbnailFolder;
    SoundService sounds;
    DecodeQueue queue;  // last: its threads use the others

    Impl(int threads, qint64 cacheBytes) : cache(cacheBytes), queue(threads) {}

    QString folder()
    {
        const std::lock_guard lock(folderMutex);
        return thumbnailFolder;
    }
    core::Result<Picture> decode(const QByteArray &key, const ImageWish &wish, std::stop_token stop)
    {
        if (const auto known = cache.find(key))
            return *known;
        auto picture = decodeStill(wish, stores, std::move(stop));
        if (picture)
            cache.insert(key, *picture);
        return picture;
    }
    core::Result<Picture> thumbnail(const QByteArray &key, const QString &file, std::stop_token stop)
    {
        auto picture = thumbnailOf(folder(), file, stores, std::move(stop));
        if (picture)
            cache.insert(key, *picture);
        return picture;
    }
};

MediaService::MediaService(int threads, qint64 cacheBytes, QObject *parent)
    : QObject(parent),
      m_impl(std::make_unique<Impl>(threads, cacheBytes))
{
}

MediaService::~MediaService() = default;

std::unique_ptr<Ticket> MediaService::image(ImageWish wish, Urgency urgency,
                                            std::function<void(core::Result<Picture>)> done)
{
    const QByteArray key = wishKey(wish);
    if (const auto known = m_impl->cache.find(key))
        return DecodeQueue::answer(*known, std::move(done));
    return m_impl->queue.add(
        key, priorityOf(urgency),
        [impl = m_impl.get(), key, wish = std::move(wish)](std::stop_token stop) {
            return impl->decode(key, wish, std::move(stop));
        },
        std::move(done));
}

std::unique_ptr<Ticket> MediaService::thumbnail(QString file, std::function<void(core::Result<Picture>)> done)
{
    const QByteArray key = thumbnailKey(file);
    if (const auto known = m_impl->cache.find(key))
        return DecodeQueue::answer(*known, std::move(done));
    return m_impl->queue.add(
        key, Priority::Thumbnail,
        [impl = m_impl.get(), key, file = std::move(file)](std::stop_token stop) {
            return impl->thumbnail(key, file, std::move(stop));
        },
        std::move(done));
}

void MediaService::setCacheFolder(const QString &folder)
{
    if (!folder.isEmpty())
        QDir().mkpath(folder);
    {
        const std::lock_guard lock(m_impl->folderMutex);
        m_impl->thumbnailFolder = folder;
    }
    m_impl->stores.setFolder(folder);
    m_impl->sounds.setFolder(folder);
}

SoundService &MediaService::sounds() const
{
    return m_impl->sounds;
}

std::optional<Picture> MediaService::cached(const ImageWish &wish) const
{
    return m_impl->cache.find(wishKey(wish));
}

core::StillProbe stillProbe()
{
    return [](const std::filesystem::path &file) -> core::Result<core::StillInfo> {
        const auto header = readHeader(pathText(file));
        if (!header)
            return header.error();
        return core::StillInfo{header->size.width(), header->size.height(), header->channels,
                               header->format.toStdString()};
    };
}

core::StillReader stillReader()
{
    return [](const std::filesystem::path &file, int maxWidth, int maxHeight) -> core::Result<core::Raster> {
        RowStores stores(false);
        const auto picture = decodeStill({pathText(file), QSize(maxWidth, maxHeight), {}}, stores, {});
        if (!picture)
            return picture.error();
        return rasterOf(picture->image);
    };
}

}  // namespace widgets

#include "moc_media_service.cpp"
