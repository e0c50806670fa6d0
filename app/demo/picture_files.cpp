#include "app/demo/picture_files.h"
#include "core/save_file.h"
#include <QBuffer>
#include <QImageWriter>
#include <QTransform>

namespace app::demo {

namespace {

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

// An APP1 segment with one entry (tag 0x0112), right behind the start marker.
QByteArray withOrientation(QByteArray jpeg, char orientation)
{
    const char exif[] = {'\xff', '\xe1', 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M',         0, 42, 0, 0, 0, 8,
                         0,      1,      0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   orientation, 0, 0,  0, 0, 0, 0};
    return jpeg.insert(2, exif, sizeof exif);
}

QByteArray bytesOf(const QImage &picture, FileKind kind)
{
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    switch (kind) {
    case FileKind::Jpeg: return encoded(plain, "jpeg", 90);
    case FileKind::TurnedJpeg:
        return withOrientation(encoded(plain.transformed(QTransform().rotate(-90)), "jpeg", 90), 6);
    case FileKind::Png: return encoded(plain, "png", 80);
    case FileKind::DeepPng: return encoded(picture.convertToFormat(QImage::Format_Grayscale16), "png", 80);
    }
    return {};
}

}  // namespace

core::Status writePicture(const QImage &picture, const std::filesystem::path &file, FileKind kind)
{
    const QByteArray bytes = bytesOf(picture, kind);
    if (bytes.isEmpty())
        return core::Error{core::Code::Io, "the picture could not be encoded", {file.string(), 0, 0, ""}};
    return core::saveWhole(file, {bytes.constData(), std::size_t(bytes.size())});
}

const char *suffixOf(FileKind kind)
{
    return kind == FileKind::Jpeg || kind == FileKind::TurnedJpeg ? ".jpg" : ".png";
}

}  // namespace app::demo
