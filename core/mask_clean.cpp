#include "core/mask_clean.h"
#include "core/mask_components.h"
#include "core/mask_spans.h"
#include "core/masks.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

struct Frame {  // columns [left, right), rows [top, bottom)
    std::int32_t left, top, right, bottom;
    bool isEmpty() const { return left >= right || top >= bottom; }
};

Frame frameOf(const MaskRuns &runs, std::int32_t margin)
{
    const auto box = bounds(runs);
    if (!box)
        return {};
    return {static_cast<std::int32_t>(box->left) - margin, runs.top() - margin,
            static_cast<std::int32_t>(box->right) + margin, runs.bottom() + margin};
}

// What the frame holds beside the mask.
MaskRuns complement(const MaskRuns &runs, const Frame &frame)
{
    MaskBuilder builder;
    for (std::int32_t y = frame.top; y < frame.bottom; ++y) {
        std::int32_t begin = frame.left;
        for (const Span span : runs.row(y)) {
            builder.add(y, {begin, std::min(span.begin, frame.right)});
            begin = std::max(begin, span.end);
        }
        builder.add(y, {begin, frame.right});
    }
    return builder.take();
}

// Every pixel becomes a disk.
MaskRuns dilated(const MaskRuns &runs, double radius)
{
    const auto reach = static_cast<std::int32_t>(std::floor(radius));
    std::vector<std::int32_t> half;
    for (std::int32_t dy = 0; dy <= reach; ++dy)
        half.push_back(static_cast<std::int32_t>(std::floor(std::sqrt(radius * radius - double(dy) * dy))));
    MaskBuilder builder;
    std::vector<Span> spans;
    for (std::int32_t y = runs.top() - reach; y < runs.bottom() + reach; ++y) {
        spans.clear();
        for (std::int32_t dy = -reach; dy <= reach; ++dy) {
            const std::int32_t by = half[static_cast<std::size_t>(std::abs(dy))];
            for (const Span span : runs.row(y + dy))
                spans.push_back({span.begin - by, span.end + by});
        }
        std::ranges::sort(spans, {}, &Span::begin);
        builder.add(y, spans);
    }
    return builder.take();
}

MaskRuns eroded(const MaskRuns &runs, double radius)
{
    const Frame frame = frameOf(runs, static_cast<std::int32_t>(std::floor(radius)) + 1);
    return frame.isEmpty() ? runs : subtracted(runs, dilated(complement(runs, frame), radius));
}

// The mask of a picture that goes on beyond its border as it is there.
MaskRuns continued(const MaskRuns &runs, std::int32_t by, int width, int height)
{
    MaskBuilder builder;
    for (std::int32_t y = -by; y < height + by; ++y)
        for (const Span span : runs.row(std::clamp(y, 0, height - 1)))
            builder.add(y, {span.begin <= 0 ? -by : span.begin, span.end >= width ? width + by : span.end});
    return builder.take();
}

bool isNothing(double radius)
{
    return !(radius >= 1);  // the next pixel's centre is one away
}

}  // namespace

std::vector<MaskRuns> islands(const MaskRuns &runs)
{
    const Components found = components(runs, Touch::SidesOrCorners);
    std::vector<MaskBuilder> builders(found.count);
    std::size_t index = 0;
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
        for (const Span span : runs.row(y))
            builders[found.ofSpan[index++]].add(y, span);
    std::vector<MaskRuns> all;
    for (MaskBuilder &builder : builders)
        all.push_back(builder.take());
    return all;
}

MaskRuns withHolesFilled(const MaskRuns &runs)
{
    const Frame frame = frameOf(runs, 1);
    if (frame.isEmpty())
        return runs;
    const MaskRuns gaps = complement(runs, frame);
    const Components found = components(gaps, Touch::Sides);
    return united(runs, filtered(gaps, [&](std::size_t i) { return found.ofSpan[i] != 0; }));  // 0: around it all
}

MaskRuns withoutSpecks(const MaskRuns &runs, double pixels)
{
    const Components found = components(runs, Touch::SidesOrCorners);
    std::vector<double> sizes(found.count);
    for (std::size_t i = 0; i < found.ofSpan.size(); ++i)
        sizes[found.ofSpan[i]] += runs.spans()[i].end - runs.spans()[i].begin;
    return filtered(runs, [&](std::size_t i) { return sizes[found.ofSpan[i]] >= pixels; });
}

MaskRuns grown(const MaskRuns &runs, double radius, int width, int height)
{
    return isNothing(radius) ? runs : cut(dilated(runs, radius), width, height);
}

MaskRuns shrunk(const MaskRuns &runs, double radius, int width, int height)
{
    if (isNothing(radius))
        return runs;
    const auto margin = static_cast<std::int32_t>(std::floor(radius)) + 1;
    return cut(eroded(continued(runs, margin, width, height), radius), width, height);
}

MaskRuns smoothed(const MaskRuns &runs, double radius, int width, int height)
{
    if (isNothing(radius))
        return runs;
    const auto margin = 4 * (static_cast<std::int32_t>(std::floor(radius)) + 1);  // each of four steps eats one
    const MaskRuns closed = eroded(dilated(continued(runs, margin, width, height), radius), radius);
    return cut(dilated(eroded(closed, radius), radius), width, height);
}

}  // namespace core
