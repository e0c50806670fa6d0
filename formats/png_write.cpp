// Writing, see png_file.h. As in png_read.cpp, functions with a setjmp in them hold plain values only.
#include "formats/png_file.h"
#include <array>
#include <new>
#include <png.h>

namespace formats {

namespace {

class Encoder {
public:
    explicit Encoder(std::string &out)
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, [](png_structp, png_const_charp) {}))
    {
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (!m_info)
            throw std::bad_alloc();
        png_set_write_fn(m_png, &out, append, [](png_structp) {});
    }
    ~Encoder() { png_destroy_write_struct(&m_png, &m_info); }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;

    bool begin(int width, int height, int depth, int type, png_const_colorp palette)
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_IHDR(m_png, m_info, png_uint_32(width), png_uint_32(height), depth, type, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        if (palette)
            png_set_PLTE(m_png, m_info, palette, 256);
        png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);  // labels are runs: nothing to predict
        png_write_info(m_png, m_info);
        return true;
    }

    bool writeRow(png_const_bytep row)
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_write_row(m_png, row);
        return true;
    }

    bool finish()
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_write_end(m_png, m_info);
        return true;
    }

private:
    static void append(png_structp png, png_bytep bytes, std::size_t count)
    {
        try {
            static_cast<std::string *>(png_get_io_ptr(png))->append(reinterpret_cast<const char *>(bytes), count);
            return;
        } catch (const std::bad_alloc &) {  // must not unwind through C
        }
        png_error(png, "out of memory");
    }

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

std::array<png_color, 256> entriesOf(const std::vector<core::Rgb> &palette)
{
    std::array<png_color, 256> entries{};
    for (std::size_t i = 0; i < palette.size() && i < entries.size(); ++i)
        entries[i] = {png_byte(palette[i] >> 16), png_byte(palette[i] >> 8), png_byte(palette[i])};
    return entries;
}

}  // namespace

std::string writePng(const PngHeader &header, const std::function<void(int, std::span<std::uint16_t>)> &fill)
{
    std::string out;
    Encoder png(out);
    const auto entries = entriesOf(header.palette);
    const bool hasPalette = header.pixels == PngPixels::Palette;
    const std::size_t bytes = header.pixels == PngPixels::Gray16 ? 2 : 1;
    bool good =
        png.begin(header.width, header.height, int(bytes) * 8,
                  hasPalette ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_GRAY, hasPalette ? entries.data() : nullptr);
    std::vector<std::uint16_t> values(static_cast<std::size_t>(header.width));
    std::vector<png_byte> row(values.size() * bytes);
    for (int y = 0; good && y < header.height; ++y) {
        fill(y, values);
        for (std::size_t x = 0; x < values.size(); ++x) {
            if (bytes == 2)
                row[2 * x] = png_byte(values[x] >> 8);
            row[bytes * x + bytes - 1] = png_byte(values[x]);
        }
        good = png.writeRow(row.data());
    }
    if (!good || !png.finish())
        throw std::bad_alloc();  // nothing else fails when writing to memory
    return out;
}

}  // namespace formats
