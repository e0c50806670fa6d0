// Formats that give a picture row by row in bounded memory: PNG by libpng, TIFF by libtiff.
#pragma once
#include "core/result.h"
#include <QImage>
#include <functional>
#include <stop_token>

namespace widgets {

struct RowFormat {
    QSize size;                                      // as stored
    QImage::Format format = QImage::Format_Invalid;  // Grayscale8, Grayscale16, RGB888 or RGBA8888
};

class RowTarget {
public:
    virtual ~RowTarget() = default;
    virtual void begin(const RowFormat &format) = 0;
    virtual bool row(int y, const uchar *pixels) = 0;  // in order, from the top; false: no more
};

// Unsupported: this file cannot be read in rows (interlaced, a rare sample layout).
core::Status streamPng(const QString &file, RowTarget &target, std::stop_token stop);
core::Status streamTiff(const QString &file, RowTarget &target, std::stop_token stop);

}  // namespace widgets
