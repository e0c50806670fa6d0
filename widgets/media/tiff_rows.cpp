#include "widgets/media/row_files.h"
#include "widgets/media/still_file.h"
#include <QFile>
#include <cstdarg>
#include <memory>
#include <tiffio.h>

namespace widgets {

namespace {

struct CloseTiff {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, CloseTiff>;

void quiet(const char *, const char *, va_list) {}

struct TiffLayout {
    std::uint32_t width = 0, height = 0;
    std::uint16_t bits = 1, samples = 1, photometric = 0, planar = PLANARCONFIG_CONTIG;

    explicit TiffLayout(TIFF *tiff)
    {
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
        TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &planar);
    }
    QSize size() const { return {static_cast<int>(width), static_cast<int>(height)}; }
    // As the rows lie in the file, if we can take them so.
    QImage::Format plain() const
    {
        if (planar != PLANARCONFIG_CONTIG)
            return QImage::Format_Invalid;
        if (photometric == PHOTOMETRIC_MINISBLACK && samples == 1 && (bits == 8 || bits == 16))
            return bits == 8 ? QImage::Format_Grayscale8 : QImage::Format_Grayscale16;
        if (photometric == PHOTOMETRIC_RGB && bits == 8 && (samples == 3 || samples == 4))
            return samples == 3 ? QImage::Format_RGB888 : QImage::Format_RGBA8888;
        return QImage::Format_Invalid;
    }
};

enum class Outcome { Done, Stopped, Failed };

Outcome readScanlines(TIFF *tiff, const TiffLayout &layout, RowTarget &target, const std::stop_token &stop)
{
    std::vector<uchar> row(static_cast<std::size_t>(TIFFScanlineSize(tiff)));
    for (std::uint32_t y = 0; y < layout.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), y) < 0)
            return Outcome::Failed;
        if (stop.stop_requested() || !target.row(static_cast<int>(y), row.data()))
            return Outcome::Stopped;
    }
    return Outcome::Done;
}

// A row of tiles (or a strip) at a time as RGBA, whatever the sample layout.
Outcome readRgba(TIFF *tiff, const TiffLayout &layout, RowTarget &target, const std::stop_token &stop)
{
    const bool tiled = TIFFIsTiled(tiff);
    std::uint32_t bandHeight = layout.height, tileWidth = layout.width;
    if (tiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tileWidth);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &bandHeight);
    } else {
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &bandHeight);
        bandHeight = std::min(bandHeight, layout.height);
    }
    const qint64 columns = (qint64{layout.width} + tileWidth - 1) / std::max(1u, tileWidth) * tileWidth;
    if (bandHeight == 0 || tileWidth == 0 || columns * bandHeight * 8 > maxDecodedBytes)
        return Outcome::Failed;
    std::vector<std::uint32_t> part(std::size_t{tileWidth} * bandHeight),
        band(part.size() == 0 ? 0 : std::size_t(columns) * bandHeight);
    for (std::uint32_t top = 0; top < layout.height; top += bandHeight) {
        const std::uint32_t rows = std::min(bandHeight, layout.height - top);
        for (std::uint32_t left = 0; left < layout.width; left += tileWidth) {
            const int read =
                tiled ? TIFFReadRGBATile(tiff, left, top, part.data()) : TIFFReadRGBAStrip(tiff, top, part.data());
            if (!read)
                return Outcome::Failed;
            const std::uint32_t lines = tiled ? bandHeight : rows;  // both come with the last row first
            for (std::uint32_t y = 0; y < rows; ++y)
                std::copy_n(part.data() + std::size_t{lines - 1 - y} * tileWidth, tileWidth,
                            band.data() + std::size_t(columns) * y + left);
        }
        for (std::uint32_t y = 0; y < rows; ++y)
            if (stop.stop_requested()
                || !target.row(static_cast<int>(top + y),
                               reinterpret_cast<const uchar *>(band.data() + std::size_t(columns) * y)))
                return Outcome::Stopped;
    }
    return Outcome::Done;
}

}  // namespace

core::Status streamTiff(const QString &file, RowTarget &target, std::stop_token stop)
{
    TIFFSetErrorHandler(quiet);
    TIFFSetWarningHandler(quiet);
    const Tiff tiff(TIFFOpen(QFile::encodeName(file).constData(), "r"));
    if (!tiff)
        return mediaError(core::Code::Corrupt, file, "not a TIFF");
    const TiffLayout layout(tiff.get());
    const bool rows = !TIFFIsTiled(tiff.get()) && layout.plain() != QImage::Format_Invalid;
    target.begin({layout.size(), rows ? layout.plain() : QImage::Format_RGBA8888});
    const Outcome outcome =
        rows ? readScanlines(tiff.get(), layout, target, stop) : readRgba(tiff.get(), layout, target, stop);
    if (stop.stop_requested())
        return mediaError(core::Code::Cancelled, file, {});
    if (outcome == Outcome::Failed)
        return mediaError(core::Code::Corrupt, file, "a strip or tile cannot be read");
    return core::ok();
}

}  // namespace widgets
