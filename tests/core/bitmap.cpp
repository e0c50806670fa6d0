#include "tests/core/bitmap.h"

namespace tests {

using namespace core;

Bitmap::Bitmap(int left, int top, int width, int height)
    : m_left(left),
      m_top(top),
      m_width(width),
      m_height(height),
      m_pixels(static_cast<std::size_t>(width * height))
{
}

bool Bitmap::at(int x, int y) const
{
    return holds(x, y) && m_pixels[static_cast<std::size_t>((y - m_top) * m_width + x - m_left)];
}

void Bitmap::set(int x, int y, bool on)
{
    if (holds(x, y))
        m_pixels[static_cast<std::size_t>((y - m_top) * m_width + x - m_left)] = on;
}

int Bitmap::count() const
{
    return static_cast<int>(std::count(m_pixels.begin(), m_pixels.end(), true));
}

Bitmap bitmapOf(const MaskRuns &runs, Bitmap blank)
{
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
        for (const Span span : runs.row(y))
            for (std::int32_t x = span.begin; x < span.end; ++x)
                blank.set(x, y, true);
    return blank;
}

MaskRuns runsOf(const Bitmap &bitmap)
{
    MaskBuilder builder;
    for (int y = bitmap.top(); y < bitmap.bottom(); ++y)
        for (int x = bitmap.left(); x < bitmap.right(); ++x)
            if (bitmap.at(x, y))
                builder.add(y, {x, x + 1});
    return builder.take();
}

MaskRuns runsOf(const std::vector<std::string_view> &rows)
{
    MaskBuilder builder;
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (std::size_t x = 0; x < rows[y].size(); ++x)
            if (rows[y][x] == '#')
                builder.add(static_cast<int>(y), {static_cast<int>(x), static_cast<int>(x) + 1});
    return builder.take();
}

Bitmap each(const Bitmap &a, const Bitmap &b, const std::function<bool(bool, bool)> &combine)
{
    Bitmap result = a;
    for (int y = a.top(); y < a.bottom(); ++y)
        for (int x = a.left(); x < a.right(); ++x)
            result.set(x, y, combine(a.at(x, y), b.at(x, y)));
    return result;
}

std::vector<Pixel> around(const Bitmap &bitmap, int x, int y, bool corners)
{
    const bool value = bitmap.at(x, y);
    Bitmap seen(bitmap.left(), bitmap.top(), bitmap.right() - bitmap.left(), bitmap.bottom() - bitmap.top());
    std::vector<Pixel> found{{x, y}};
    seen.set(x, y, true);
    for (std::size_t i = 0; i < found.size(); ++i)
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const Pixel next{found[i].x + dx, found[i].y + dy};
                const bool inside = next.x >= bitmap.left() && next.x < bitmap.right() && next.y >= bitmap.top()
                                    && next.y < bitmap.bottom();
                if ((dx != 0 && dy != 0 && !corners) || !inside || seen.at(next.x, next.y)
                    || bitmap.at(next.x, next.y) != value)
                    continue;
                seen.set(next.x, next.y, true);
                found.push_back(next);
            }
    return found;
}

int anyInt(std::mt19937 &random, int from, int to)
{
    return std::uniform_int_distribution<int>(from, to)(random);
}

Bitmap anyBitmap(std::mt19937 &random, Bitmap blank)
{
    const int width = blank.right() - blank.left(), height = blank.bottom() - blank.top();
    const auto noise = [&](int percent) {
        for (int y = blank.top(); y < blank.bottom(); ++y)
            for (int x = blank.left(); x < blank.right(); ++x)
                if (anyInt(random, 1, 100) <= percent)
                    blank.set(x, y, !blank.at(x, y));
    };
    const auto frame = [&](int x0, int y0, int x1, int y1, bool on) {
        for (int y = y0; y < y1; ++y)
            for (int x = x0; x < x1; ++x)
                blank.set(x, y, on);
    };
    switch (anyInt(random, 0, 6)) {
    case 0: break;
    case 1: noise(2); break;
    case 2: noise(50); break;
    case 3: noise(97); break;
    case 4:  // nested
        for (int i = 0, in = anyInt(random, 0, 3); in < std::min(width, height) / 2; ++i, in += anyInt(random, 1, 3))
            frame(blank.left() + in, blank.top() + in, blank.right() - in, blank.bottom() - in, i % 2 == 0);
        break;
    default:
        for (int i = anyInt(random, 1, 9); i > 0; --i) {
            const int x = anyInt(random, blank.left() - 4, blank.right()),
                      y = anyInt(random, blank.top() - 4, blank.bottom());
            frame(x, y, x + anyInt(random, 1, 20), y + anyInt(random, 1, 20), i % 3 != 0);
        }
        noise(anyInt(random, 0, 3));
    }
    return blank;
}

}  // namespace tests
