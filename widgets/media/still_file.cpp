#include "widgets/media/still_file.h"
#include "widgets/media/orientation.h"
#include "widgets/media/row_files.h"
#include "widgets/media/row_reducer.h"
#include "widgets/media/row_stores.h"
#include "widgets/qt_text.h"
#include <QBuffer>
#include <QDateTime>
#include <QFileInfo>
#include <QImageReader>
#include <algorithm>

namespace widgets {

namespace {

// From this side on, a reduced decode of a huge picture keeps its rows for the regions that will be asked for next.
constexpr int storeFromSide = 1024;

bool isOurs(const QByteArray &format)
{
    static const QList<QByteArray> formats{"jpeg", "png", "webp", "tiff", "gif", "bmp", "pbm", "pgm", "ppm"};
    return formats.contains(format);
}

void raiseAllocationLimitOnce()
{
    static const bool done = [] {
        QImageReader::setAllocationLimit(static_cast<int>(maxDecodedBytes >> 20) * 2);  // headers are checked before
        return true;
    }();
    Q_UNUSED(done);
}

void openReader(QImageReader &reader, const QString &file)
{
    raiseAllocationLimitOnce();
    reader.setDecideFormatFromContent(true);
    reader.setFileName(file);
}

core::Code codeOf(const QImageReader &reader)
{
    return reader.error() == QImageReader::DeviceError ? core::Code::Io : core::Code::Corrupt;
}

// libjpeg fills a cut file with grey and says nothing. An end marker cannot occur inside the entropy-coded data.
bool jpegIsCut(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return false;
    const qint64 size = device.size();
    const uchar *bytes = device.map(0, size);
    if (!bytes)
        return false;
    const QByteArrayView all(bytes, size);
    qsizetype at = 2;
    while (at + 4 <= all.size() && bytes[at] == 0xff && bytes[at + 1] != 0xda)
        at += bytes[at + 1] == 0xff ? 1 : 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
    return at >= all.size() || all.lastIndexOf(QByteArrayView("\xff\xd9", 2)) < at;
}

int channelsOfHeader(QImage::Format format)
{
    switch (format) {
    case QImage::Format_Grayscale8:
    case QImage::Format_Grayscale16:
    case QImage::Format_Mono:
    case QImage::Format_MonoLSB: return 1;
    case QImage::Format_ARGB32:
    case QImage::Format_ARGB32_Premultiplied:
    case QImage::Format_RGBA8888:
    case QImage::Format_RGBA64: return 4;
    default: return 3;
    }
}

// What the canvas paints fastest; 16 bit gray stays.
QImage paintable(QImage image)
{
    if (image.format() == QImage::Format_Grayscale16)
        return image;
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return image;
}

QImage scaledDown(const QImage &image, QSize size)
{
    if (image.isNull() || image.size() == size)
        return image;
    if (image.format() != QImage::Format_Grayscale16)
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const int factor = std::max(1, image.width() / size.width());
    RowReducer reducer(image.size(), factor, image.format());
    for (int y = 0; y < image.height(); ++y)
        reducer.add(image.constScanLine(y));
    return reducer.take();
}

// Streams a huge picture once: reduces it and keeps its rows.
class HugeTarget : public RowTarget {
public:
    HugeTarget(RowStores &stores, QSize atMost, bool keep) : m_stores(stores), m_atMost(atMost), m_keep(keep) {}
    void begin(const RowFormat &format) override
    {
        const QSize size = format.size;
        const QSize wanted = reducedSize(size, m_atMost);
        m_reducer.emplace(size, std::max(1, size.width() / std::max(1, wanted.width())), format.format);
        if (m_keep)
            m_store = m_stores.create(size, format.format);
    }
    bool row(int y, const uchar *pixels) override
    {
        m_reducer->add(pixels);
        if (m_store && !m_store->write(y, pixels))
            m_store.reset();
        return true;
    }
    QImage take() { return m_reducer->take(); }
    std::shared_ptr<RowStore> store() { return m_store; }

private:
    RowStores &m_stores;
    QSize m_atMost;
    bool m_keep;
    std::optional<RowReducer> m_reducer;
    std::shared_ptr<RowStore> m_store;
};

core::Result<QImage> stream(const QString &file, const StillHeader &header, QSize atMost, bool keep, RowStores &stores,
                            const std::stop_token &stop)
{
    HugeTarget target(stores, atMost, keep);
    const core::Status status = header.format == "png" ? streamPng(file, target, stop) : streamTiff(file, target, stop);
    if (!status)
        return status.error();
    if (target.store())
        stores.insert(fileKey(file), target.store());
    return target.take();
}

core::Result<QImage> decodeHugeRows(const ImageWish &wish, const StillHeader &header, RowStores &stores,
                                    const std::stop_token &stop)
{
    const bool sideways = header.turn & QImageIOHandler::TransformationRotate90;
    const QSize atMost = sideways ? wish.atMost.transposed() : wish.atMost;
    const std::lock_guard lock(stores.streaming());
    if (stop.stop_requested())
        return mediaError(core::Code::Cancelled, wish.file, {});
    if (wish.region.isEmpty()) {
        const bool keep = std::max(atMost.width(), atMost.height()) >= storeFromSide;
        return stream(wish.file, header, atMost, keep, stores, stop);
    }
    std::shared_ptr<RowStore> store = stores.find(fileKey(wish.file));
    if (!store) {
        const auto streamed = stream(wish.file, header, QSize(1, 1), true, stores, stop);
        if (!streamed)
            return streamed.error();
        store = stores.find(fileKey(wish.file));
    }
    if (!store)
        return mediaError(core::Code::DiskFull, wish.file, "no room to unpack the picture");
    const QRect region = toStored(wish.region, header.stored, header.turn);
    const int factor = atMost.isEmpty() ? 1 : std::max(1, region.width() / std::max(1, atMost.width()));
    QImage image = store->read(region, factor);
    if (image.isNull())
        return mediaError(core::Code::Io, wish.file, "the unpacked picture cannot be read");
    return image;
}

core::Result<QImage> decodeByQt(const ImageWish &wish, const StillHeader &header)
{
    QImageReader reader;
    openReader(reader, wish.file);
    const bool sideways = header.turn & QImageIOHandler::TransformationRotate90;
    const QSize atMost = sideways ? wish.atMost.transposed() : wish.atMost;
    const QRect region =
        wish.region.isEmpty() ? QRect({}, header.stored) : toStored(wish.region, header.stored, header.turn);
    const QSize wanted = reducedSize(region.size(), atMost);
    const bool part = region.size() != header.stored;
    const bool clips = header.format == "jpeg";  // the other decoders mix clipping and scaling in their own ways
    if (part && clips)
        reader.setClipRect(region);
    if (wanted != region.size() && !header.deep && (clips || !part))
        reader.setScaledSize(wanted);
    QImage image = reader.read();
    if (image.isNull())
        return mediaError(codeOf(reader), wish.file, reader.errorString());
    if (part && !clips)
        image = image.copy(region);
    return scaledDown(image, wanted);
}

}  // namespace

core::Error mediaError(core::Code code, const QString &file, const QString &detail)
{
    return {code, toUtf8(detail), {toUtf8(file), 0, 0, {}}};
}

QByteArray fileKey(const QString &file)
{
    const QFileInfo info(file);
    return file.toUtf8() + '\n' + QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '\n'
           + QByteArray::number(info.size());
}

core::Raster rasterOf(const QImage &image)
{
    const bool deep = image.format() == QImage::Format_Grayscale16;
    const QImage plain = deep ? image : image.convertToFormat(QImage::Format_RGBA8888);
    core::Raster raster{plain.width(), plain.height(), deep ? core::PixelFormat::Gray16 : core::PixelFormat::Rgba8, {}};
    const std::ptrdiff_t length = std::ptrdiff_t{plain.width()} * (deep ? 2 : 4);
    for (int y = 0; y < plain.height(); ++y)
        raster.bytes.insert(raster.bytes.end(), plain.constScanLine(y), plain.constScanLine(y) + length);
    return raster;
}

QSize reducedSize(QSize size, QSize atMost)
{
    if (atMost.isEmpty() || (size.width() <= atMost.width() && size.height() <= atMost.height()))
        return size;
    return size.scaled(atMost, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

core::Result<StillHeader> readHeader(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return mediaError(core::Code::NotFound, file, {});
    if (!info.isFile() || !info.isReadable())
        return mediaError(core::Code::Io, file, info.isFile() ? "no permission to read" : "not a file");
    if (info.size() == 0)
        return mediaError(core::Code::Corrupt, file, "empty file");
    QImageReader reader;
    openReader(reader, file);
    if (!reader.canRead() || !isOurs(reader.format()))
        return mediaError(core::Code::Unsupported, file, "not a picture of a known format");
    StillHeader header;
    header.format = reader.format();
    header.stored = reader.size();
    if (header.stored.isEmpty())
        return mediaError(core::Code::Corrupt, file, "no valid header");
    if (qint64{header.stored.width()} * header.stored.height() > maxPixels)
        return mediaError(core::Code::TooLarge, file,
                          QString("%1 × %2").arg(header.stored.width()).arg(header.stored.height()));
    header.turn = reader.transformation();
    header.size = turned(header.stored, header.turn);
    header.channels = channelsOfHeader(reader.imageFormat());
    header.deep = reader.imageFormat() == QImage::Format_Grayscale16;
    return header;
}

core::Result<Picture> decodeStill(const ImageWish &wish, RowStores &stores, std::stop_token stop)
{
    const auto header = readHeader(wish.file);
    if (!header)
        return header.error();
    const QSize stored = header->stored;
    const qint64 pixels = qint64{stored.width()} * stored.height();
    const qint64 pixelBytes = header->deep ? 2 : 4;
    const QSize wanted = reducedSize(wish.region.isEmpty() ? header->size : wish.region.size(), wish.atMost);
    const auto tooLarge = [&] {
        return mediaError(core::Code::TooLarge, wish.file, QString("%1 × %2").arg(stored.width()).arg(stored.height()));
    };
    if (qint64{wanted.width()} * wanted.height() * pixelBytes > maxDecodedBytes)
        return tooLarge();
    if (header->format == "jpeg" && jpegIsCut(wish.file))
        return mediaError(core::Code::Corrupt, wish.file, "the file ends in the middle of the picture");

    const bool inRows = pixels > wholePixels && (header->format == "png" || header->format == "tiff");
    core::Result<QImage> image =
        inRows ? decodeHugeRows(wish, *header, stores, stop) : core::Result<QImage>(tooLarge());
    const bool byQt = !inRows || (!image && image.error().code == core::Code::Unsupported);
    // JPEG comes reduced or clipped out of its decoder; the others are held whole first.
    if (byQt && (header->format == "jpeg" || pixels * pixelBytes <= maxDecodedBytes))
        image = decodeByQt(wish, *header);
    if (!image)
        return image.error();
    return Picture{paintable(turned(std::move(*image), header->turn)), header->size};
}

}  // namespace widgets
