#include "tests/widgets/pictures.h"
#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QTransform>
#include <QtEndian>
#include <png.h>
#include <vector>

namespace tests {

QImage quarters(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    const int w = size.width() / 2, h = size.height() / 2;
    QPainter painter(&image);
    painter.fillRect(0, 0, w, h, Qt::red);
    painter.fillRect(w, 0, size.width() - w, h, Qt::green);
    painter.fillRect(0, h, w, size.height() - h, Qt::blue);
    painter.fillRect(w, h, size.width() - w, size.height() - h, Qt::white);
    return image;
}

namespace {

// What a reader that honours the orientation turns into `shown`.
QImage storedFor(const QImage &shown, int orientation)
{
    switch (orientation) {
    case 2: return shown.mirrored(true, false);
    case 3: return shown.mirrored(true, true);
    case 4: return shown.mirrored(false, true);
    case 5: return shown.transformed(QTransform().rotate(-90)).mirrored(false, true);
    case 6: return shown.transformed(QTransform().rotate(-90));
    case 7: return shown.transformed(QTransform().rotate(-90)).mirrored(true, false);
    case 8: return shown.transformed(QTransform().rotate(90));
    default: return shown;
    }
}

QByteArray exif(int orientation)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08", 8);                    // big endian, the directory at 8
    tiff += QByteArray("\0\x01\x01\x12\0\x03\0\0\0\x01\0", 11);  // one entry: 0x0112, SHORT, 1 value
    tiff += static_cast<char>(orientation);
    tiff += QByteArray("\0\0\0\0\0\0", 6);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = body.size() + 2;
    return QByteArray("\xff\xe1", 2) + static_cast<char>(length >> 8) + static_cast<char>(length & 0xff) + body;
}

}  // namespace

void writeTurnedJpeg(const QString &file, QSize size, int orientation)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    storedFor(quarters(size), orientation).save(&buffer, "JPG", 95);
    bytes.insert(2, exif(orientation));
    QFile out(file);
    out.open(QIODevice::WriteOnly);
    out.write(bytes);
}

void writeDeepPng(const QString &file, QSize size)
{
    QImage image(size, QImage::Format_Grayscale16);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            reinterpret_cast<quint16 *>(image.scanLine(y))[x] = static_cast<quint16>(16 * x + y);
    image.save(file, "PNG");
}

QByteArray pngSaying(QByteArray png, QSize size)
{
    const auto bigEndian = [](quint32 n) {
        n = qToBigEndian(n);
        return QByteArray(reinterpret_cast<const char *>(&n), 4);
    };
    png.replace(16, 8, bigEndian(quint32(size.width())) + bigEndian(quint32(size.height())));
    quint32 crc = 0xffffffff;
    for (int i = 12; i < 29; ++i) {
        crc ^= static_cast<uchar>(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320 ^ crc >> 1 : crc >> 1;
    }
    return png.replace(29, 4, bigEndian(~crc));
}

void writeHugePng(const QString &file, QSize size)
{
    const auto half = static_cast<std::size_t>(size.width() / 2) * 3;
    std::vector<png_byte> top(static_cast<std::size_t>(size.width()) * 3), bottom(top.size());
    for (std::size_t i = 0; i < top.size(); i += 3) {
        top[i + (i < half ? 0 : 1)] = 255;
        if (i < half)
            bottom[i + 2] = 255;
        else
            bottom[i] = bottom[i + 1] = bottom[i + 2] = 255;
    }
    FILE *out = fopen(QFile::encodeName(file).constData(), "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, out);
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_set_IHDR(png, info, static_cast<png_uint_32>(size.width()), static_cast<png_uint_32>(size.height()), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (int y = 0; y < size.height(); ++y)
        png_write_row(png, y < size.height() / 2 ? top.data() : bottom.data());
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    fclose(out);
}

}  // namespace tests
