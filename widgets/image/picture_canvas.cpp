#include "widgets/image/picture_canvas.h"
#include "widgets/image/minimap.h"
#include "widgets/messages.h"
#include "widgets/theme.h"
#include <QMouseEvent>
#include <QTimer>
#include <cmath>

namespace widgets {

namespace {

constexpr double gridFrom = 8;  // logical pixels per picture pixel from which lines between them help
constexpr int checkSide = 8;
constexpr int patienceMs = 400;  // what comes sooner needs no announcement

QPixmap checkerboard(bool dark)
{
    const QColor a = dark ? QColor(60, 62, 66) : QColor(255, 255, 255);
    const QColor b = dark ? QColor(48, 50, 54) : QColor(228, 230, 233);
    QPixmap tile(2 * checkSide, 2 * checkSide);
    tile.fill(a);
    QPainter painter(&tile);
    painter.fillRect(checkSide, 0, checkSide, checkSide, b);
    painter.fillRect(0, checkSide, checkSide, checkSide, b);
    return tile;
}

}  // namespace

PictureCanvas::PictureCanvas(MediaService &media, QWidget *parent)
    : Canvas(parent),
      m_picture(media),
      m_minimap(new Minimap(*this)),
      m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patienceMs);
    connect(m_patience, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(&m_picture, &PictureLayer::arrived, this, &PictureCanvas::pictureArrived);
    connect(&m_picture, &PictureLayer::changed, this, [this] {
        m_wasSettled = false;
        m_backdrop.renew();
        update();
    });
    connect(&m_picture, &PictureLayer::failed, this, [this](const core::Error &error) {
        m_message = error.code == core::Code::NotFound ? m_whenMissing : sentence(error);
        emit failed(error);
    });
    connect(this, &Canvas::viewChanged, m_minimap, &Minimap::follow);
}

QSize PictureCanvas::devicePixels() const
{
    return (QSizeF(size()) * devicePixelRatioF()).toSize();
}

void PictureCanvas::showFile(const QString &file, QSize assumed, const QString &whenMissing)
{
    const bool same = !m_empty && file == m_picture.file();
    m_empty = false;
    if (same && !(file.isEmpty() && assumed != sceneSize()))
        return;
    m_whenMissing = whenMissing;
    m_message = file.isEmpty() ? whenMissing : QString();
    m_paintedOnce = m_wasSettled = false;
    m_backdrop.forget();
    m_minimap->setPicture({});
    setSceneSize(assumed, false);
    m_patience->start();
    m_picture.setFile(file, devicePixels());
    update();
}

void PictureCanvas::showNothing()
{
    m_empty = true;
    m_backdrop.forget();
    m_message.clear();
    m_minimap->setPicture({});
    m_picture.setFile({}, {});
    setSceneSize({}, false);
}

void PictureCanvas::prefetch(const QStringList &files)
{
    m_picture.prefetch(files, devicePixels());
}

void PictureCanvas::pictureArrived()
{
    const QSize size = m_picture.fullSize();
    m_backdrop.forget();
    if (QSizeF(size) != sceneSize())
        setSceneSize(size, !isFitted());
    const QImage &overview = m_picture.overview();
    m_minimap->setPicture(m_picture.isDeep()
                              ? adjusted(overview, overview.rect(), lookUpTable(m_picture.adjustments(), true))
                              : overview);
    emit sizeFound(size);
}

void PictureCanvas::paintBackdrop(QImage &image, const QRect &part, PictureLayer::Quality quality)
{
    const double ratio = devicePixelRatioF();
    const QRectF logical(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio);
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    painter.setClipRect(logical);
    paintBackground(painter, logical);
    m_picture.paint(painter, view(), logical, ratio, quality);
    paintPixelGrid(painter, logical);
}

void PictureCanvas::paintBackground(QPainter &painter, const QRectF &part) const
{
    const QColor around = isDark() ? QColor(24, 25, 28) : QColor(226, 228, 232);
    const QRectF paper = view().toScreen(core::Rect{0, 0, sceneSize().width(), sceneSize().height()});
    const QRect covered = paper.toAlignedRect().adjusted(1, 1, -1, -1);
    for (const QRect &beside : QRegion(part.toAlignedRect()) - covered)
        painter.fillRect(beside, around);
    if (sceneSize().isEmpty())
        return;
    const QImage &overview = m_picture.overview();
    if (overview.isNull()) {
        painter.fillRect(paper, isDark() ? QColor(36, 38, 42) : QColor(240, 241, 243));
    } else if (overview.hasAlphaChannel()) {
        const QRectF shown = paper & part;  // the pattern moves with the picture
        painter.drawTiledPixmap(shown, checkerboard(isDark()), shown.topLeft() - view().origin);
    }
}

void PictureCanvas::paintPixelGrid(QPainter &painter, const QRectF &part) const
{
    if (view().scale < gridFrom || m_picture.overview().isNull())
        return;
    const core::Rect all{0, 0, sceneSize().width(), sceneSize().height()};
    const core::Rect seen = view().toScene(part);
    const double left = std::max(0.0, std::floor(seen.left)), right = std::min(all.right, std::ceil(seen.right));
    const double top = std::max(0.0, std::floor(seen.top)), bottom = std::min(all.bottom, std::ceil(seen.bottom));
    // Rectangles of whole pixels: drawn as lines, which QPainter blends point by point, they took 50 ms.
    const QRect grid = QRectF(view().toScreen(core::Rect{left, top, right, bottom})).toAlignedRect() & rect();
    const QColor ink(128, 128, 128, 90);
    for (double x = left; x <= right; ++x)
        painter.fillRect(qRound(view().toScreen(core::Point{x, top}).x()), grid.top(), 1, grid.height(), ink);
    for (double y = top; y <= bottom; ++y)
        painter.fillRect(grid.left(), qRound(view().toScreen(core::Point{left, y}).y()), grid.width(), 1, ink);
}

void PictureCanvas::paintMessage(QPainter &painter) const
{
    if (m_message.isEmpty())
        return;
    const QColor ink = secondaryColor();
    constexpr int iconSide = 48, width = 480;
    const QPoint center = rect().center();
    const QRect box(center.x() - std::min(width, this->width() - 24) / 2, center.y() - 40,
                    std::min(width, this->width() - 24), 160);
    const QRect mark(center.x() - iconSide / 2, box.top(), iconSide, iconSide);
    QFont font = this->font();
    const QRect text = painter.boundingRect(box.adjusted(0, iconSide + 12, 0, 0),
                                            Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_message);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor plate = palette().color(QPalette::Base);
    plate.setAlpha(230);
    painter.setBrush(plate);
    painter.drawRoundedRect(QRectF(text.united(mark)).adjusted(-24, -20, 24, 20), 10, 10);
    icon("image-off", ink).paint(&painter, mark);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(font);
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_message);
}

void PictureCanvas::paintLoading(QPainter &painter) const
{
    if (!m_picture.isLoading() || m_patience->isActive())
        return;
    painter.setPen(secondaryColor());
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignCenter, tr("Reading the picture…"));
}

void PictureCanvas::paintEvent(QPaintEvent *event)
{
    using Quality = PictureLayer::Quality;
    m_clock.begin(event->rect() == rect());
    m_picture.want(view(), size(), devicePixelRatioF());
    m_backdrop.follow(view(), size(), devicePixelRatioF(), [this](QImage &image, const QRect &part, const View &) {
        paintBackdrop(image, part, Quality::Quick);
    });
    if (m_clock.isWhole())
        m_clock.run([this](auto until) {
            return m_backdrop.work(until, [this](QImage &image, const QRect &part, const View &) {
                paintBackdrop(image, part, Quality::Fine);
            });
        });
    QPainter painter(this);
    m_backdrop.paint(painter);
    paintOver(painter, m_clock);
    paintLoading(painter);
    paintMessage(painter);
    m_paintedOnce = true;
    if (!m_backdrop.isDone())
        QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
    if (!m_wasSettled && isSettled()) {
        m_wasSettled = true;
        QTimer::singleShot(0, this, &PictureCanvas::settled);
    }
    m_clock.end();
}

void PictureCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_backdrop.renew();
    Canvas::changeEvent(event);
}

void PictureCanvas::pointerDoubleClick(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        fit();
}

}  // namespace widgets
