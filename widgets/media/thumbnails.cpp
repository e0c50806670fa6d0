#include "widgets/media/thumbnails.h"
#include "widgets/audio/sound_strip.h"
#include "widgets/media/row_stores.h"
#include "widgets/media/still_file.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QSaveFile>

namespace widgets {

namespace {

QString fileOf(const QString &folder, const QByteArray &key)
{
    const QByteArray name = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toHex();
    return folder + '/' + name.left(2) + '/' + name.mid(2) + ".png";
}

}  // namespace

QByteArray thumbnailKey(const QString &file)
{
    return fileKey(file) + "\nthumbnail";
}

core::Result<Picture> thumbnailOf(const QString &folder, const QString &file, RowStores &stores, std::stop_token stop)
{
    const QByteArray key = thumbnailKey(file);
    if (!folder.isEmpty())
        if (auto known = readThumbnail(folder, key))
            return std::move(*known);
    auto picture = decodeStill({file, thumbnailSize, {}}, stores, stop);
    if (!picture && picture.error().code == core::Code::Unsupported)
        if (auto strip = soundStrip(file, stop); strip || strip.error().code != core::Code::Unsupported)
            picture = std::move(strip);
    if (!picture)
        return picture;
    picture->image = toEightBit(picture->image);
    if (!folder.isEmpty())
        writeThumbnail(folder, key, *picture);
    return picture;
}

std::optional<Picture> readThumbnail(const QString &folder, const QByteArray &key)
{
    QImageReader reader(fileOf(folder, key), "png");
    if (reader.size().width() > thumbnailSize.width() || reader.size().height() > thumbnailSize.height())
        return std::nullopt;
    QImage image = reader.read();
    const QList<QByteArray> full = image.text("FullSize").toLatin1().split('x');
    if (image.isNull() || full.size() != 2)
        return std::nullopt;
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return Picture{image, QSize(full[0].toInt(), full[1].toInt())};
}

void writeThumbnail(const QString &folder, const QByteArray &key, const Picture &thumbnail)
{
    const QString path = fileOf(folder, key);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return;
    QSaveFile file(path);  // renamed into place: another process sees all of it or nothing
    if (!file.open(QIODevice::WriteOnly))
        return;
    QImageWriter writer(&file, "png");
    writer.setCompression(30);
    writer.setText("FullSize", QString("%1x%2").arg(thumbnail.fullSize.width()).arg(thumbnail.fullSize.height()));
    if (writer.write(thumbnail.image))
        file.commit();
}

QImage toEightBit(const QImage &image)
{
    if (image.format() != QImage::Format_Grayscale16)
        return image;
    int low = 0xffff, high = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *row = reinterpret_cast<const quint16 *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            low = std::min<int>(low, row[x]);
            high = std::max<int>(high, row[x]);
        }
    }
    QImage out(image.size(), QImage::Format_RGB32);
    const int range = std::max(1, high - low);
    for (int y = 0; y < image.height(); ++y) {
        const auto *row = reinterpret_cast<const quint16 *>(image.constScanLine(y));
        auto *to = reinterpret_cast<QRgb *>(out.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int value = (row[x] - low) * 255 / range;
            to[x] = qRgb(value, value, value);
        }
    }
    return out;
}

}  // namespace widgets
