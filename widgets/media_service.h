// Decodes media off the GUI thread. A ticket is the wish: drop it and the work is dropped.
#pragma once
#include "core/media/raster.h"
#include <QImage>
#include <QObject>
#include <functional>
#include <memory>

namespace widgets {

struct ImageWish {
    QString file;
    QSize atMost;  // keeps the aspect; empty: full size
    QRect region;  // of the full picture, before scaling; empty: all of it
};
struct Picture {
    QImage image;    // oriented as displayed; Grayscale16 stays 16 bit
    QSize fullSize;  // of the whole picture as displayed
};
enum class Urgency { Visible, Next, Prefetch };

class Ticket {
public:
    virtual ~Ticket() = default;  // withdraws the wish if it was not delivered
};

class SoundService;

class MediaService : public QObject {
    Q_OBJECT
public:
    // The cache folder keeps thumbnails and overviews of sounds between sessions; none: nothing is kept.
    explicit MediaService(int threads, qint64 cacheBytes, QObject *parent = nullptr);
    ~MediaService() override;  // cancels all, joins

    // The answer comes in the thread that asked, never inside the call, and not after the ticket is gone.
    [[nodiscard]] std::unique_ptr<Ticket> image(ImageWish wish, Urgency urgency,
                                                std::function<void(core::Result<Picture>)> done);
    [[nodiscard]] std::unique_ptr<Ticket> thumbnail(QString file, std::function<void(core::Result<Picture>)> done);
    void setCacheFolder(const QString &folder);
    // In the cache already? Then at once, without a ticket.
    std::optional<Picture> cached(const ImageWish &wish) const;

    SoundService &sounds() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// The one way stills are decoded, for the window and the command line alike (any thread).
core::StillProbe stillProbe();
core::StillReader stillReader();

}  // namespace widgets
