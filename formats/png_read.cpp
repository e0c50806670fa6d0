// PngRowReading, see png_file.h. libpng leaves a failed call by longjmp: every function with a setjmp in it holds
// nothing but plain values, and each call into libpng that may fail is in one of them.
#include "formats/png_file.h"
#include "formats/text_file.h"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <png.h>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

constexpr png_uint_32 MaxSide = 1'000'000;
constexpr std::size_t MaxInterlacedBytes = std::size_t(1) << 28, MaxChunkBytes = std::size_t(1) << 23;

struct Close {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

class Decoder {
public:
    Decoder() : m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, failed, [](png_structp, png_const_charp) {}))
    {
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~Decoder() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    const char *fault() const { return m_fault; }
    std::size_t rowBytes = 0, bytesPerPixel = 0;
    bool isInterlaced = false;

    // False: fault() says why.
    bool readHeader(std::FILE *file)
    {
        if (!m_png || !m_info)
            return false;
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_init_io(m_png, file);
        png_set_user_limits(m_png, MaxSide, MaxSide);
        png_set_chunk_malloc_max(m_png, MaxChunkBytes);
        png_set_chunk_cache_max(m_png, 64);
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
        png_read_info(m_png, m_info);
        return true;
    }

    bool prepare()
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_packing(m_png);
        png_set_strip_alpha(m_png);
        isInterlaced = png_set_interlace_handling(m_png) > 1;
        png_read_update_info(m_png, m_info);
        rowBytes = png_get_rowbytes(m_png, m_info);
        bytesPerPixel = std::size_t(png_get_channels(m_png, m_info)) * (png_get_bit_depth(m_png, m_info) / 8u);
        return true;
    }

    bool readRow(png_bytep row)
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_read_row(m_png, row, nullptr);
        return true;
    }

    bool readAll(png_bytepp rows)
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_read_image(m_png, rows);
        return true;
    }

    bool finish()
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_read_end(m_png, nullptr);
        return true;
    }

    int colorType() const { return png_get_color_type(m_png, m_info); }
    int depth() const { return png_get_bit_depth(m_png, m_info); }
    PngHeader header() const
    {
        PngHeader out;
        out.width = int(png_get_image_width(m_png, m_info));
        out.height = int(png_get_image_height(m_png, m_info));
        const int type = colorType();
        out.pixels = type == PNG_COLOR_TYPE_PALETTE ? PngPixels::Palette
                     : type & PNG_COLOR_MASK_COLOR  ? PngPixels::Color
                     : depth() == 16                ? PngPixels::Gray16
                                                    : PngPixels::Gray8;
        png_colorp entries = nullptr;
        int count = 0;
        if (out.pixels == PngPixels::Palette && png_get_PLTE(m_png, m_info, &entries, &count))
            for (int i = 0; i < count; ++i)
                out.palette.push_back(core::Rgb(entries[i].red) << 16 | core::Rgb(entries[i].green) << 8
                                      | core::Rgb(entries[i].blue));
        return out;
    }

private:
    [[noreturn]] static void failed(png_structp png, png_const_charp message)
    {
        auto *self = static_cast<Decoder *>(png_get_error_ptr(png));
        std::snprintf(self->m_fault, sizeof self->m_fault, "%s", message);
        png_longjmp(png, 1);
    }

    char m_fault[120] = "out of memory";
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

std::uint32_t valueAt(const png_byte *at, std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value = value << 8 | at[i];
    return value;
}

class PngRowReading {
public:
    PngRowReading(const std::filesystem::path &file, const PngReading &reading) : m_file(file), m_reading(reading) {}

    Status run()
    {
        std::error_code unknown;
        if (!std::filesystem::is_regular_file(m_file, unknown))
            return error(std::filesystem::exists(m_file, unknown) ? Code::Io : Code::NotFound, "not a regular file");
        const std::unique_ptr<std::FILE, Close> stream(std::fopen(m_file.c_str(), "rbe"));
        if (!stream)
            return error(Code::Io, std::strerror(errno));
        if (!m_png.readHeader(stream.get()))
            return error(Code::Corrupt, m_png.fault());
        const PngHeader header = m_png.header();
        const std::string size = std::to_string(header.width) + 'x' + std::to_string(header.height);
        if (std::int64_t(header.width) * header.height > MaxPngPixels)
            return error(Code::TooLarge, size);
        if (header.pixels == PngPixels::Color && m_png.depth() == 16)
            return error(Code::Unsupported, "16 bits a channel");
        if (auto begun = m_reading.begin(header); !begun)
            return begun;
        if (!m_png.prepare())
            return error(Code::Corrupt, m_png.fault());
        if (m_png.isInterlaced && m_png.rowBytes * std::size_t(header.height) > MaxInterlacedBytes)
            return error(Code::TooLarge, size + " interlaced");
        if (auto read = m_png.isInterlaced ? readInterlaced(header) : readRows(header); !read)
            return read;
        return m_png.finish() ? core::ok() : Status(error(Code::Corrupt, m_png.fault()));
    }

private:
    Error error(Code code, std::string detail) const { return {code, std::move(detail), {utf8(m_file), 0, 0, {}}}; }

    Status readRows(const PngHeader &header)
    {
        std::vector<png_byte> row(m_png.rowBytes);
        for (int y = 0; y < header.height; ++y) {
            if (!m_png.readRow(row.data()))
                return error(Code::Corrupt, m_png.fault());
            if (auto taken = give(header, y, row.data()); !taken)
                return taken;
        }
        return core::ok();
    }

    Status readInterlaced(const PngHeader &header)
    {
        std::vector<png_byte> bytes(m_png.rowBytes * std::size_t(header.height));
        std::vector<png_bytep> rows;
        for (int y = 0; y < header.height; ++y)
            rows.push_back(bytes.data() + std::size_t(y) * m_png.rowBytes);
        if (!m_png.readAll(rows.data()))
            return error(Code::Corrupt, m_png.fault());
        for (int y = 0; y < header.height; ++y)
            if (auto taken = give(header, y, rows[std::size_t(y)]); !taken)
                return taken;
        return core::ok();
    }

    Status give(const PngHeader &header, int y, const png_byte *row)
    {
        m_values.resize(std::size_t(header.width));
        for (std::size_t x = 0; x < m_values.size(); ++x)
            m_values[x] = valueAt(row + x * m_png.bytesPerPixel, m_png.bytesPerPixel);
        return m_reading.row(y, m_values);
    }

    const std::filesystem::path &m_file;
    const PngReading &m_reading;
    Decoder m_png;
    std::vector<std::uint32_t> m_values;
};

}  // namespace

Status readPng(const std::filesystem::path &file, const PngReading &reading)
{
    return PngRowReading(file, reading).run();
}

}  // namespace formats
