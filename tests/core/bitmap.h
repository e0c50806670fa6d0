// Masks pixel by pixel: what span operations are compared with. Slow and plain.
#pragma once
#include "core/mask_runs.h"
#include <functional>
#include <random>
#include <string_view>
#include <vector>

namespace tests {

struct Pixel {
    int x = 0, y = 0;
    bool operator==(const Pixel &) const = default;
};

// Columns [left, left + width), rows [top, top + height); nothing is set outside.
class Bitmap {
public:
    Bitmap() : Bitmap(-8, -8, 56, 46) {}
    Bitmap(int left, int top, int width, int height);

    int left() const { return m_left; }
    int top() const { return m_top; }
    int right() const { return m_left + m_width; }
    int bottom() const { return m_top + m_height; }
    bool at(int x, int y) const;
    void set(int x, int y, bool on);
    int count() const;

private:
    bool holds(int x, int y) const { return x >= m_left && x < right() && y >= m_top && y < bottom(); }

    int m_left, m_top, m_width, m_height;
    std::vector<bool> m_pixels;
};

Bitmap bitmapOf(const core::MaskRuns &runs, Bitmap blank = {});
core::MaskRuns runsOf(const Bitmap &bitmap);
// Rows of text, '#' is set; the first character is pixel (0, 0).
core::MaskRuns runsOf(const std::vector<std::string_view> &rows);

Bitmap each(const Bitmap &a, const Bitmap &b, const std::function<bool(bool, bool)> &combine);
// Those that hang together with (x, y) and have its value.
std::vector<Pixel> around(const Bitmap &bitmap, int x, int y, bool corners);

// Empty ones, noise, single pixels, nested frames, blobs that reach over the borders of `blank`.
Bitmap anyBitmap(std::mt19937 &random, Bitmap blank = {});
int anyInt(std::mt19937 &random, int from, int to);  // both included

}  // namespace tests
