// A still picture in a file: its header, checked before anything is decoded, and its pixels.
#pragma once
#include "widgets/media_service.h"
#include <QImageIOHandler>
#include <stop_token>

namespace widgets {

class RowStores;

// A picture with more pixels is never decoded whole for the window: it is read reduced and in regions.
constexpr qint64 wholePixels = 64'000'000;
// What one decode may hold in memory; more is Code::TooLarge.
constexpr qint64 maxDecodedBytes = qint64{1} << 30;
constexpr qint64 maxPixels = qint64{1} << 31;

struct StillHeader {
    QByteArray format;  // "jpeg", "png" …, by content
    QSize stored;       // as the file has it
    QSize size;         // as displayed
    QImageIOHandler::Transformations turn;
    int channels = 3;
    bool deep = false;  // 16 bit gray
};

// NotFound, Io, Unsupported (no format of ours), Corrupt, TooLarge.
core::Result<StillHeader> readHeader(const QString &file);

// Any thread. Looks at `stop` between rows where the format can be read in rows.
core::Result<Picture> decodeStill(const ImageWish &wish, RowStores &stores, std::stop_token stop);

// Path, time and size: a file that was written anew is another one.
QByteArray fileKey(const QString &file);

core::Raster rasterOf(const QImage &image);

// `size` made to fit `atMost`, never larger; empty `atMost`: as it is.
QSize reducedSize(QSize size, QSize atMost);

core::Error mediaError(core::Code code, const QString &file, const QString &detail);

}  // namespace widgets
