#include "core/tools/live_wire.h"
#include "core/rings.h"
#include "core/tools/window.h"
#include "core/tools/window_mat.h"
#include <opencv2/imgproc/segmentation.hpp>

namespace core {

namespace {

// Canny's thresholds and the gradient that counts as the strongest, all in levels of a channel.
constexpr double WeakEdge = 16, StrongEdge = 100;
constexpr float FullGradient = 200;
constexpr double Straightening = 0.5;  // window pixels the way may be off: it runs from pixel to pixel

cv::Size sizeOf(const PixelWindow &window)
{
    return {window.pixels.width, window.pixels.height};
}

}  // namespace

struct LiveWire::Map {
    PixelWindow window;  // without its pixels: where it lies
    cv::segmentation::IntelligentScissorsMB scissors;
};

LiveWire::LiveWire(const PixelWindow &window, Point from) : m_from(from)
{
    auto map = std::make_shared<Map>();
    map->window.area = window.area;
    map->window.pixels.width = window.pixels.width;
    map->window.pixels.height = window.pixels.height;
    map->scissors.setEdgeFeatureCannyParameters(WeakEdge, StrongEdge).setGradientMagnitudeMaxLimit(FullGradient);
    map->scissors.applyImage(bgrOf(window));
    map->scissors.buildMap(pixelAt(window, from, sizeOf(window)));
    m_map = std::move(map);
}

std::vector<Point> LiveWire::to(Point point) const
{
    const PixelWindow &window = m_map->window;
    if (!window.area.contains(point))
        return {m_from, point};
    std::vector<cv::Point> pixels;
    m_map->scissors.getContour(pixelAt(window, point, sizeOf(window)), pixels);
    std::vector<Point> way{m_from};
    for (std::size_t i = 1; i + 1 < pixels.size(); ++i)
        way.push_back(toSample(window, {pixels[i].x + 0.5, pixels[i].y + 0.5}));
    way.push_back(point);
    return simplify(way, Straightening * window.area.width() / window.pixels.width);
}

}  // namespace core
