#include "core/similarity.h"
#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <opencv2/imgproc.hpp>

namespace core {

namespace {

constexpr int side = 64;           // what is looked at, whatever the picture's shape
constexpr int lightCells = 8;      // a side: means of L
constexpr int colourCells = 4;     // a side: means of a and b
constexpr int edgeCells = 2;       // a side: histograms of edge directions
constexpr int edgeDirections = 8;  // of half a turn: light to dark is dark to light
constexpr int colourWeight = 2;    // there are fewer of them, and people see them first
constexpr std::size_t lightEnd = lightCells * lightCells, colourEnd = lightEnd + 2 * colourCells * colourCells;
static_assert(colourEnd + edgeCells * edgeCells * edgeDirections == std::tuple_size_v<Look>);

cv::Mat small(const Raster &picture)
{
    const bool deep = picture.format == PixelFormat::Gray16;
    const cv::Mat whole(picture.height, picture.width, deep ? CV_16UC1 : CV_8UC4,
                        const_cast<std::uint8_t *>(picture.bytes.data()));
    cv::Mat reduced, rgb;
    cv::resize(whole, reduced, {side, side}, 0, 0, cv::INTER_AREA);
    if (deep) {
        cv::normalize(reduced, reduced, 0, 255, cv::NORM_MINMAX, CV_8U);
        cv::cvtColor(reduced, rgb, cv::COLOR_GRAY2RGB);
    } else {
        cv::cvtColor(reduced, rgb, cv::COLOR_RGBA2RGB);
    }
    return rgb;
}

std::uint8_t *putMeans(const cv::Mat &plane, int cells, std::uint8_t *to)
{
    cv::Mat means;
    cv::resize(plane, means, {cells, cells}, 0, 0, cv::INTER_AREA);
    return std::copy(means.begin<std::uint8_t>(), means.end<std::uint8_t>(), to);
}

// Of each cell: how much of its edges runs in which direction, against the strongest cell possible.
void putEdges(const cv::Mat &light, std::uint8_t *to)
{
    constexpr int cell = side / edgeCells;
    constexpr float fullScale = 48.F * cell * cell / edgeDirections;
    cv::Mat dx, dy, strength, angle;
    cv::Sobel(light, dx, CV_32F, 1, 0, 3, 0.25);
    cv::Sobel(light, dy, CV_32F, 0, 1, 3, 0.25);
    cv::cartToPolar(dx, dy, strength, angle, true);
    std::array<float, edgeCells * edgeCells * edgeDirections> sums{};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int direction = int(angle.at<float>(y, x) / 180.F * edgeDirections) % edgeDirections;
            const int at = (y / cell * edgeCells + x / cell) * edgeDirections + direction;
            sums[std::size_t(at)] += strength.at<float>(y, x);
        }
    std::ranges::transform(sums, to, [](float sum) { return std::uint8_t(std::min(255.F, sum / fullScale * 255.F)); });
}

}  // namespace

Look lookOf(const Raster &picture)
{
    assert(picture.width > 0 && picture.height > 0);
    cv::Mat lab, planes[3];
    cv::cvtColor(small(picture), lab, cv::COLOR_RGB2Lab);
    cv::split(lab, planes);
    Look look{};
    std::uint8_t *to = putMeans(planes[0], lightCells, look.data());
    to = putMeans(planes[1], colourCells, to);
    to = putMeans(planes[2], colourCells, to);
    putEdges(planes[0], to);
    return look;
}

int difference(const Look &a, const Look &b)
{
    int light = 0, colour = 0, edges = 0;
    for (std::size_t i = 0; i < lightEnd; ++i)
        light += std::abs(a[i] - b[i]);
    for (std::size_t i = lightEnd; i < colourEnd; ++i)
        colour += std::abs(a[i] - b[i]);
    for (std::size_t i = colourEnd; i < a.size(); ++i)
        edges += std::abs(a[i] - b[i]);
    return light + colourWeight * colour + edges;
}

}  // namespace core
