// Row spans as pixels of the screen: one mask of its own, with its edge.
#pragma once
#include "widgets/view.h"
#include <QImage>
#include <algorithm>
#include <cmath>
#include <span>

namespace widgets {

// Calls visit(y, from, to), half open, for the screen's pixels whose middle lies in the mask. `view` is of these
// pixels.
template <class Visit>
void eachSpanOnScreen(const core::MaskRuns &runs, const View &view, const QRect &clip, Visit visit)
{
    const auto column = [&](double x) { return static_cast<int>(std::ceil(x * view.scale + view.origin.x() - 0.5)); };
    const auto row = [&](double y) { return static_cast<int>(std::ceil(y * view.scale + view.origin.y() - 0.5)); };
    const double left = (clip.left() + 0.5 - view.origin.x()) / view.scale;
    const int top = std::max(clip.top(), row(runs.top())), bottom = std::min(clip.bottom() + 1, row(runs.bottom()));
    for (int y = top; y < bottom; ++y) {
        const auto at = static_cast<std::int32_t>(std::floor((y + 0.5 - view.origin.y()) / view.scale));
        const auto spans = runs.row(std::clamp(at, runs.top(), runs.bottom() - 1));
        auto span = std::ranges::partition_point(spans, [&](const core::Span &each) { return each.end <= left; });
        for (; span != spans.end(); ++span) {
            const int from = std::max(clip.left(), column(span->begin));
            if (from > clip.right())
                break;
            const int to = std::min(clip.right() + 1, column(span->end));
            if (from < to)
                visit(y, from, to);
        }
    }
}

struct MaskColors {
    QRgb inside = 0, edge = 0, halo = 0;  // premultiplied; the halo is just outside
    int edgeWidth = 1;                    // pixels
    bool operator==(const MaskColors &) const = default;
};

struct MaskPicture {
    QImage image;  // null: nothing of it is there
    QPoint at;
};

// What of the mask lies in `clip`.
MaskPicture maskPicture(const core::MaskRuns &runs, const View &view, const QRect &clip, const MaskColors &colors);

}  // namespace widgets
