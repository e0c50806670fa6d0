#include "widgets/mask_picture.h"
#include "core/masks.h"
#include <vector>

namespace widgets {

namespace {

constexpr int mostEdge = 3;

// 1 where the mask is, with room around it for the edge's neighbours.
struct Bits {
    QRect place;
    std::vector<uchar> bits;
    uchar *row(int y) { return bits.data() + std::size_t(y - place.top()) * std::size_t(place.width()); }
};

Bits bitsOf(const core::MaskRuns &runs, const View &view, const QRect &place)
{
    Bits result{place, std::vector<uchar>(std::size_t(place.width()) * std::size_t(place.height()))};
    eachSpanOnScreen(runs, view, place, [&](int y, int from, int to) {
        std::fill_n(result.row(y) + (from - place.left()), to - from, uchar{1});
    });
    return result;
}

// all: 1 where the pixel and those within `reach` up, down, left and right are set; any: where one of them is.
void look(Bits &bits, int y, int from, int count, int reach, uchar *all, uchar *any)
{
    const uchar *middle = bits.row(y) + from;
    std::copy_n(middle, count, all);
    std::copy_n(middle, count, any);
    const auto also = [&](const uchar *other) {
        for (int x = 0; x < count; ++x) {
            all[x] = uchar(all[x] & other[x]);
            any[x] = uchar(any[x] | other[x]);
        }
    };
    for (int by = 1; by <= reach; ++by) {
        also(middle - by);
        also(middle + by);
        also(bits.row(y - by) + from);
        also(bits.row(y + by) + from);
    }
}

}  // namespace

MaskPicture maskPicture(const core::MaskRuns &runs, const View &view, const QRect &clip, const MaskColors &colors)
{
    const auto rect = core::bounds(runs);
    if (!rect)
        return {};
    const int reach = std::clamp(colors.edgeWidth, 1, mostEdge);
    const QRect place = view.toScreen(*rect).toAlignedRect().adjusted(-1, -1, 1, 1) & clip;
    if (place.isEmpty())
        return {};
    Bits bits = bitsOf(runs, view, place.adjusted(-reach, -reach, reach, reach));
    MaskPicture result{QImage(place.size(), QImage::Format_ARGB32_Premultiplied), place.topLeft()};
    const auto width = std::size_t(place.width());
    std::vector<uchar> inner(width), near(width), unused(width);
    for (int y = 0; y < place.height(); ++y) {
        look(bits, place.top() + y, reach, place.width(), reach, inner.data(), unused.data());
        look(bits, place.top() + y, reach, place.width(), 1, unused.data(), near.data());
        const uchar *set = bits.row(place.top() + y) + reach;
        auto *out = reinterpret_cast<QRgb *>(result.image.scanLine(y));
        for (std::size_t x = 0; x < width; ++x) {
            const QRgb in = inner[x] ? colors.inside : colors.edge;
            const QRgb around = near[x] ? colors.halo : QRgb{0};
            out[x] = set[x] ? in : around;
        }
    }
    return result;
}

}  // namespace widgets
