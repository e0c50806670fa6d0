#include "widgets/media/row_files.h"
#include "widgets/media/still_file.h"
#include <QFile>
#include <csetjmp>
#include <png.h>

namespace widgets {

namespace {

// libpng leaves by longjmp: functions between setjmp and it own nothing.
struct PngReading {
    png_structp png = nullptr;
    png_infop info = nullptr;
    FILE *file = nullptr;
    RowTarget *target = nullptr;
    const std::stop_token *stop = nullptr;
    char message[200] = "";
    bool interlaced = false;

    ~PngReading()
    {
        if (png)
            png_destroy_read_struct(&png, &info, nullptr);
        if (file)
            fclose(file);
    }
};

void failed(png_structp png, png_const_charp message)
{
    auto *reading = static_cast<PngReading *>(png_get_error_ptr(png));
    qstrncpy(reading->message, message, sizeof reading->message);
    longjmp(png_jmpbuf(png), 1);
}

void warned(png_structp, png_const_charp) {}

QImage::Format askForPlainRows(PngReading &r)
{
    const int color = png_get_color_type(r.png, r.info);
    const bool clear = (color & PNG_COLOR_MASK_ALPHA) || png_get_valid(r.png, r.info, PNG_INFO_tRNS);
    const bool deepGray = color == PNG_COLOR_TYPE_GRAY && png_get_bit_depth(r.png, r.info) == 16 && !clear;
    if (deepGray) {
        if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
            png_set_swap(r.png);
        return QImage::Format_Grayscale16;
    }
    png_set_scale_16(r.png);
    png_set_expand(r.png);
    if (color == PNG_COLOR_TYPE_GRAY && !clear)
        return QImage::Format_Grayscale8;
    png_set_gray_to_rgb(r.png);
    return clear ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
}

bool readPngHeader(PngReading &r, RowFormat &format)
{
    if (setjmp(png_jmpbuf(r.png)))
        return false;
    png_init_io(r.png, r.file);
    png_set_user_limits(r.png, 1 << 20, 1 << 20);
    png_set_chunk_malloc_max(r.png, 64 << 20);
    png_read_info(r.png, r.info);
    r.interlaced = png_get_interlace_type(r.png, r.info) != PNG_INTERLACE_NONE;
    format.size = QSize(static_cast<int>(png_get_image_width(r.png, r.info)),
                        static_cast<int>(png_get_image_height(r.png, r.info)));
    format.format = askForPlainRows(r);
    png_read_update_info(r.png, r.info);
    return true;
}

bool readPngRows(PngReading &r, int rows, uchar *row)
{
    if (setjmp(png_jmpbuf(r.png)))
        return false;
    for (int y = 0; y < rows; ++y) {
        png_read_row(r.png, row, nullptr);
        if (r.stop->stop_requested() || !r.target->row(y, row))
            return true;
    }
    return true;
}

}  // namespace

core::Status streamPng(const QString &file, RowTarget &target, std::stop_token stop)
{
    PngReading reading;
    reading.target = &target;
    reading.stop = &stop;
    reading.file = fopen(QFile::encodeName(file).constData(), "rb");
    if (!reading.file)
        return mediaError(core::Code::Io, file, "cannot be opened");
    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, failed, warned);
    reading.info = reading.png ? png_create_info_struct(reading.png) : nullptr;
    if (!reading.info)
        return mediaError(core::Code::Io, file, "out of memory");
    RowFormat format;
    if (!readPngHeader(reading, format))
        return mediaError(core::Code::Corrupt, file, QString::fromUtf8(reading.message));
    if (reading.interlaced)
        return mediaError(core::Code::Unsupported, file, "interlaced");
    target.begin(format);
    std::vector<uchar> row(png_get_rowbytes(reading.png, reading.info));
    if (!readPngRows(reading, format.size.height(), row.data()))
        return mediaError(core::Code::Corrupt, file, QString::fromUtf8(reading.message));
    if (stop.stop_requested())
        return mediaError(core::Code::Cancelled, file, {});
    return core::ok();
}

}  // namespace widgets
