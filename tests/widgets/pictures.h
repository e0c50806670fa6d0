// Picture files for tests, written on the spot.
#pragma once
#include <QImage>
#include <QString>

namespace tests {

// Red top left, green top right, blue bottom left, white bottom right.
QImage quarters(QSize size);
// The same picture as a camera held in one of the eight EXIF ways stores it: displayed, it is quarters(size).
void writeTurnedJpeg(const QString &file, QSize size, int orientation);
void writeDeepPng(const QString &file, QSize size);  // value = 16 * x + y, 16 bit gray
// The same bytes with another size in a valid header.
QByteArray pngSaying(QByteArray png, QSize size);
void writeHugePng(const QString &file, QSize size);  // streamed; quarters, in bounded memory

}  // namespace tests
