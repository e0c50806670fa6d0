#include "widgets/image/picture_layer.h"
#include "widgets/media/still_file.h"
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int screenStep = 512;  // so that a window a little larger finds what was decoded for the smaller one
constexpr int leastScreen = 1024;
constexpr double sharpEnough = 1.1;  // device pixels per decoded pixel up to which more pixels would not be seen
constexpr double pixelsFrom = 4;     // from this scale on single pixels are shown as squares
constexpr int tileSide = 512;
constexpr std::size_t keptTiles = 160;

int roundedUp(int pixels)
{
    return std::max(leastScreen, (pixels + screenStep - 1) / screenStep * screenStep);
}

}  // namespace

PictureLayer::PictureLayer(MediaService &media, QObject *parent) : QObject(parent), m_media(media) {}

ImageWish PictureLayer::reducedWish(const QString &file, QSize screen)
{
    return {file, {roundedUp(screen.width()), roundedUp(screen.height())}, {}};
}

void PictureLayer::setFile(const QString &file, QSize screen)
{
    if (file == m_file)
        return;
    m_file = file;
    m_reduced.reset();
    m_full = {};
    m_tiles.clear();
    m_error.reset();
    m_reducedTicket.reset();
    m_fullTicket.reset();
    m_table.clear();
    if (file.isEmpty()) {
        emit changed();
        return;
    }
    const ImageWish wish = reducedWish(file, screen);
    if (auto known = m_media.cached(wish))
        take(std::move(*known));
    else
        m_reducedTicket = m_media.image(wish, Urgency::Visible, [this](auto picture) { take(std::move(picture)); });
}

void PictureLayer::take(core::Result<Picture> picture)
{
    m_reducedTicket.reset();
    if (!picture) {
        m_error = picture.error();
        emit failed(*m_error);
        emit changed();
        return;
    }
    m_reduced = std::move(*picture);
    m_adjustments = plainAdjustments(isDeep());
    if (isDeep())
        setAdjustments(autoAdjustments(m_reduced->image));
    emit arrived();
    emit changed();
}

void PictureLayer::prefetch(const QStringList &files, QSize screen)
{
    std::vector<std::shared_ptr<std::unique_ptr<Ticket>>> tickets;
    for (const QString &file : files)
        if (const ImageWish wish = reducedWish(file, screen); !m_media.cached(wish)) {
            auto &ticket = tickets.emplace_back(std::make_shared<std::unique_ptr<Ticket>>());
            *ticket = m_media.image(wish, Urgency::Prefetch, [weak = std::weak_ptr(ticket)](const auto &) {
                if (const auto done = weak.lock())
                    done->reset();
            });
        }
    m_prefetching = std::move(tickets);  // only now, so that what goes on is joined before its old ticket falls
}

bool PictureLayer::isPrefetched() const
{
    return std::ranges::none_of(m_prefetching, [](const auto &ticket) { return *ticket != nullptr; });
}

const QImage &PictureLayer::overview() const
{
    static const QImage none;
    return m_reduced ? m_reduced->image : none;
}

bool PictureLayer::isSettled() const
{
    return !m_reducedTicket && !m_fullTicket
           && std::ranges::none_of(m_tiles, [](const auto &tile) { return tile.second.ticket != nullptr; });
}

void PictureLayer::setAdjustments(const Adjustments &adjustments)
{
    m_adjustments = adjustments;
    const bool plain = !isDeep() && adjustments == plainAdjustments(false);
    m_table = plain ? std::vector<uchar>() : lookUpTable(adjustments, isDeep());
    emit changed();
}

void PictureLayer::want(const View &view, QSize viewport, double ratio)
{
    if (!m_reduced || !m_full.isNull())
        return;
    const QSize full = fullSize();
    if (m_reduced->image.width() >= full.width()
        || view.scale * ratio * full.width() <= m_reduced->image.width() * sharpEnough)
        return;
    if (qint64{full.width()} * full.height() > wholePixels) {
        wantTiles(view, viewport, ratio);
    } else if (!m_fullTicket) {
        m_fullTicket = m_media.image({m_file, {}, {}}, Urgency::Visible, [this](auto picture) {
            m_fullTicket.reset();
            if (picture)
                m_full = picture->image;
            emit changed();
        });
    }
}

QRect PictureLayer::TileRange::tile(int x, int y, QSize full) const
{
    const int side = tileSide << level;
    return QRect(x * side, y * side, side, side) & QRect({}, full);
}

PictureLayer::TileRange PictureLayer::tilesInSight(const View &view, const QRectF &part, double ratio) const
{
    const QSize full = fullSize();
    const int level = std::max(0, static_cast<int>(std::floor(std::log2(1 / (view.scale * ratio)))));
    const int side = tileSide << level;
    const core::Rect seen = view.toScene(part);
    const auto index = [&](double at, int size) { return static_cast<int>(std::clamp(at, 0.0, size - 1.0)) / side; };
    return {level, index(seen.left, full.width()), index(seen.right, full.width()), index(seen.top, full.height()),
            index(seen.bottom, full.height())};
}

bool PictureLayer::areAllIn(const TileRange &range) const
{
    for (int y = range.top; y <= range.bottom; ++y)
        for (int x = range.left; x <= range.right; ++x)
            if (const auto tile = m_tiles.find({range.level, x, y});
                tile == m_tiles.end() || tile->second.image.isNull())
                return false;
    return true;
}

void PictureLayer::wantTiles(const View &view, QSize viewport, double ratio)
{
    const TileRange range = tilesInSight(view, QRectF({}, viewport), ratio);
    const int level = range.level;
    const QSize full = fullSize();
    std::erase_if(m_tiles, [&](const auto &tile) {
        const TileKey &key = tile.first;
        const bool inSight = key.level == range.level && key.x >= range.left && key.x <= range.right
                             && key.y >= range.top && key.y <= range.bottom;
        return !inSight && (tile.second.ticket || m_tiles.size() > keptTiles);
    });
    for (int y = range.top; y <= range.bottom; ++y)
        for (int x = range.left; x <= range.right; ++x) {
            const TileKey key{level, x, y};
            if (m_tiles.contains(key))
                continue;
            const QRect region = range.tile(x, y, full);
            const QSize atMost((region.width() + (1 << level) - 1) >> level,
                               (region.height() + (1 << level) - 1) >> level);
            m_tiles[key].ticket = m_media.image({m_file, atMost, region}, Urgency::Visible, [this, key](auto picture) {
                Tile &tile = m_tiles[key];
                tile.ticket.reset();
                if (picture)
                    tile.image = picture->image;
                emit changed();
            });
        }
}

void PictureLayer::paint(QPainter &painter, const View &view, const QRectF &part, double ratio, Quality quality)
{
    if (!m_reduced)
        return;
    const Target target{painter, view, part, ratio, quality};
    const QRectF scene({}, QSizeF(fullSize()));
    const bool reducedWillDo = view.scale * ratio * scene.width() <= m_reduced->image.width() * sharpEnough;
    const bool tiled =
        !reducedWillDo && m_full.isNull() && qint64{fullSize().width()} * fullSize().height() > wholePixels;
    const TileRange range = tiled ? tilesInSight(view, part, ratio) : TileRange{};
    const bool covered = tiled && areAllIn(range);  // then nothing below the tiles shows
    if (!covered)
        paintImage(target, reducedWillDo || m_full.isNull() ? m_reduced->image : m_full, scene);
    if (!tiled)
        return;
    for (auto tile = m_tiles.rbegin(); tile != m_tiles.rend(); ++tile) {  // coarse ones first
        const TileKey &key = tile->first;
        if (tile->second.image.isNull() || key.level < range.level || (covered && key.level != range.level))
            continue;
        const TileRange own{key.level, 0, 0, 0, 0};
        paintImage(target, tile->second.image, QRectF(own.tile(key.x, key.y, fullSize())));
    }
}

void PictureLayer::paintImage(const Target &target, const QImage &image, const QRectF &scene) const
{
    const auto &[painter, view, shown, ratio, quality] = target;
    const double across = image.width() / scene.width(), down = image.height() / scene.height();
    const core::Rect seen = view.toScene(shown);
    const QRect part = QRect(QPoint(static_cast<int>(std::floor((seen.left - scene.left()) * across)) - 1,
                                    static_cast<int>(std::floor((seen.top - scene.top()) * down)) - 1),
                             QPoint(static_cast<int>(std::ceil((seen.right - scene.left()) * across)) + 1,
                                    static_cast<int>(std::ceil((seen.bottom - scene.top()) * down)) + 1))
                       & image.rect();
    if (part.isEmpty())
        return;
    const QRectF place(view.toScreen(core::Point{scene.left() + part.left() / across, scene.top() + part.top() / down}),
                       QSizeF(part.width() / across, part.height() / down) * view.scale);
    const double pixel = view.scale * ratio / across;  // device pixels per decoded pixel
    const bool exact = std::abs(pixel - 1) < 1e-6;
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          quality == Quality::Fine && !exact && view.scale * ratio < pixelsFrom);
    if (m_table.empty())
        painter.drawImage(place, image, part);
    else
        painter.drawImage(place, adjusted(image, part, m_table));
}

}  // namespace widgets
