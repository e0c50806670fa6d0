// EXIF orientation as Qt names it: between the picture as stored and as displayed.
#pragma once
#include <QImage>
#include <QImageIOHandler>

namespace widgets {

QSize turned(QSize size, QImageIOHandler::Transformations turn);     // its own inverse
QImage turned(QImage image, QImageIOHandler::Transformations turn);  // stored → displayed
// Where a region of the displayed picture lies in the stored one of that size.
QRect toStored(const QRect &displayed, QSize stored, QImageIOHandler::Transformations turn);

}  // namespace widgets
