#include "widgets/image/picture_window.h"
#include "widgets/image/picture_layer.h"
#include <QMutex>
#include <cmath>
#include <cstring>

namespace widgets {

namespace {

struct Line {
    QMutex mutex;
    QObject *receiver = nullptr;
    std::function<void()> slot;
};

}  // namespace

std::optional<core::PixelWindow> pixelWindow(PictureLayer &picture, const core::Rect &area, int mostPixels)
{
    const QSize full = picture.fullSize();
    if (full.isEmpty() || picture.overview().isNull() || mostPixels < 1)
        return std::nullopt;
    const QRect part = QRect(QPoint(int(std::floor(area.left)), int(std::floor(area.top))),
                             QPoint(int(std::ceil(area.right)) - 1, int(std::ceil(area.bottom)) - 1))
                       & QRect({}, full);
    if (part.isEmpty())
        return std::nullopt;
    const double scale = std::min(1.0, double(mostPixels) / std::max(part.width(), part.height()));
    const QSize size(std::max(1, int(part.width() * scale)), std::max(1, int(part.height() * scale)));
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);  // below what is transparent
    QPainter painter(&image);
    painter.scale(size.width() / (part.width() * scale), size.height() / (part.height() * scale));
    const View view{scale, -QPointF(part.topLeft()) * scale};
    picture.paint(painter, view, QRectF({}, QSizeF(part.size()) * scale), 1, PictureLayer::Quality::Fine);
    painter.end();
    image = std::move(image).convertToFormat(QImage::Format_RGBA8888);
    core::PixelWindow window{
        {size.width(), size.height(), core::PixelFormat::Rgba8, {}},
        {double(part.left()), double(part.top()), double(part.right()) + 1, double(part.bottom()) + 1}};
    const auto line = std::size_t(size.width()) * 4;
    window.pixels.bytes.resize(line * std::size_t(size.height()));
    for (int y = 0; y < size.height(); ++y)
        std::memcpy(window.pixels.bytes.data() + std::size_t(y) * line, image.constScanLine(y), line);
    return window;
}

std::function<void()> calledFromAnywhere(QObject *receiver, std::function<void()> slot)
{
    auto line = std::make_shared<Line>();
    line->receiver = receiver;
    line->slot = std::move(slot);
    QObject::connect(receiver, &QObject::destroyed, receiver, [line] {
        const QMutexLocker lock(&line->mutex);
        line->receiver = nullptr;
    });
    return [line] {
        const QMutexLocker lock(&line->mutex);
        if (line->receiver)
            QMetaObject::invokeMethod(line->receiver, line->slot, Qt::QueuedConnection);
    };
}

}  // namespace widgets
