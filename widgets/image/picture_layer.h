// The picture under the annotations: reduced first, full pixels when the zoom asks, tiles of what exceeds memory.
#pragma once
#include "widgets/image/adjustments.h"
#include "widgets/media_service.h"
#include "widgets/view.h"
#include <QPainter>
#include <map>
#include <optional>

namespace widgets {

class PictureLayer : public QObject {
    Q_OBJECT
public:
    explicit PictureLayer(MediaService &media, QObject *parent = nullptr);

    // The same file again: nothing happens. `screen`: device pixels there are to fill.
    void setFile(const QString &file, QSize screen);
    void prefetch(const QStringList &files, QSize screen);
    void want(const View &view, QSize viewport, double ratio);  // call whenever what is in sight changes
    enum class Quality { Quick, Fine };
    void paint(QPainter &painter, const View &view, const QRectF &part, double ratio, Quality quality);

    const QString &file() const { return m_file; }
    QSize fullSize() const { return m_reduced ? m_reduced->fullSize : QSize(); }  // empty: not known yet
    const QImage &overview() const;                                               // null: not there yet
    bool isDeep() const { return overview().format() == QImage::Format_Grayscale16; }
    const std::optional<core::Error> &error() const { return m_error; }
    bool isLoading() const { return m_reducedTicket != nullptr; }
    bool isSettled() const;
    bool isPrefetched() const;  // nothing asked for ahead is still under way

    const Adjustments &adjustments() const { return m_adjustments; }
    void setAdjustments(const Adjustments &adjustments);

signals:
    void arrived();  // the first picture of this file: its size is known
    void changed();  // paint again
    void failed(const core::Error &error);

private:
    struct TileKey {
        int level, x, y;
        auto operator<=>(const TileKey &) const = default;
    };
    struct Tile {
        QImage image;
        std::unique_ptr<Ticket> ticket;
    };
    static ImageWish reducedWish(const QString &file, QSize screen);
    void take(core::Result<Picture> picture);
    struct TileRange {
        int level, left, right, top, bottom;  // of tiles, all inclusive
        QRect tile(int x, int y, QSize full) const;
    };
    TileRange tilesInSight(const View &view, const QRectF &part, double ratio) const;
    bool areAllIn(const TileRange &range) const;
    void wantTiles(const View &view, QSize viewport, double ratio);
    struct Target {
        QPainter &painter;
        const View &view;
        QRectF part;
        double ratio;
        Quality quality;
    };
    void paintImage(const Target &target, const QImage &image, const QRectF &scene) const;

    MediaService &m_media;
    QString m_file;
    std::optional<Picture> m_reduced;
    QImage m_full;
    std::map<TileKey, Tile> m_tiles;
    std::optional<core::Error> m_error;
    std::unique_ptr<Ticket> m_reducedTicket, m_fullTicket;
    std::vector<std::shared_ptr<std::unique_ptr<Ticket>>> m_prefetching;  // null inside: done

    Adjustments m_adjustments;
    std::vector<uchar> m_table;  // empty: shown as it is
};

}  // namespace widgets
