#include "widgets/media/orientation.h"
#include <QTransform>

namespace widgets {

QSize turned(QSize size, QImageIOHandler::Transformations turn)
{
    return turn & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

QImage turned(QImage image, QImageIOHandler::Transformations turn)
{
    const bool mirror = turn & QImageIOHandler::TransformationMirror;
    const bool flip = turn & QImageIOHandler::TransformationFlip;
    if (mirror || flip)
        image = image.mirrored(mirror, flip);
    if (turn & QImageIOHandler::TransformationRotate90)
        image = image.transformed(QTransform().rotate(90));
    return image;
}

QRect toStored(const QRect &displayed, QSize stored, QImageIOHandler::Transformations turn)
{
    QRect r = displayed;
    if (turn & QImageIOHandler::TransformationRotate90)  // displayed x is height - 1 - y, displayed y is x
        r = QRect(r.y(), stored.height() - r.x() - r.width(), r.height(), r.width());
    if (turn & QImageIOHandler::TransformationMirror)
        r.moveLeft(stored.width() - r.x() - r.width());
    if (turn & QImageIOHandler::TransformationFlip)
        r.moveTop(stored.height() - r.y() - r.height());
    return r;
}

}  // namespace widgets
