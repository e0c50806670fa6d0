#include "core/tools/grab_cut.h"
#include "core/tools/window.h"
#include "core/tools/window_mat.h"
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace core {

namespace {

constexpr double Margin = 0.3;  // of the box, on each side
constexpr double LeastMargin = 10;
constexpr int LearningSide = 200;  // colours are learnt from the window at this size, then applied to all of it
constexpr int Rounds = 3;

// The border of the window is background even where the box reaches it: there must be some.
cv::Mat seeded(const PixelWindow &window, const CutSeeds &seeds, cv::Size size)
{
    cv::Mat mask(size, CV_8U, cv::Scalar(cv::GC_BGD));
    const cv::Point from = pixelAt(window, {seeds.box.left, seeds.box.top}, size);
    const cv::Point to =
        pixelAt(window, {std::nextafter(seeds.box.right, 0.0), std::nextafter(seeds.box.bottom, 0.0)}, size);
    mask(cv::Rect(from, to + cv::Point(1, 1))) = cv::GC_PR_FGD;
    cv::rectangle(mask, cv::Rect({}, size), cv::GC_BGD);
    for (const auto &[a, b] : seeds.inside)
        cv::line(mask, pixelAt(window, a, size), pixelAt(window, b, size), cv::GC_FGD);
    return mask;
}

bool hasBoth(const cv::Mat &mask)
{
    const int object = cv::countNonZero(mask & 1);  // GC_FGD and GC_PR_FGD are odd
    return object > 0 && object < mask.rows * mask.cols;
}

MaskRuns objectOf(const cv::Mat &mask)
{
    MaskBuilder builder;
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (mask.at<std::uint8_t>(y, x) & 1)
                builder.add(y, Span{x, x + 1});
    return builder.take();
}

}  // namespace

Rect surroundings(const Rect &box)
{
    const double x = std::max(LeastMargin, box.width() * Margin), y = std::max(LeastMargin, box.height() * Margin);
    return {box.left - x, box.top - y, box.right + x, box.bottom + y};
}

MaskRuns grabCut(const PixelWindow &window, const CutSeeds &seeds, const std::stop_token &stop)
{
    const cv::Mat picture = bgrOf(window);
    const double shrink = std::min(1.0, double(LearningSide) / std::max(picture.cols, picture.rows));
    const auto shrunk = [shrink](int side) { return std::max(1, cvRound(side * shrink)); };
    cv::Mat small;
    cv::resize(picture, small, {shrunk(picture.cols), shrunk(picture.rows)}, 0, 0, cv::INTER_AREA);
    cv::Mat learning = seeded(window, seeds, small.size());
    cv::Mat mask = seeded(window, seeds, picture.size());
    if (!hasBoth(learning) || !hasBoth(mask))
        return {};
    cv::theRNG() = cv::RNG(1);  // this thread's: the first clusters are drawn by lot
    cv::Mat background, object;
    for (int round = 0; round < Rounds; ++round) {
        if (stop.stop_requested())
            return {};
        cv::grabCut(small, learning, {}, background, object, 1, round == 0 ? cv::GC_INIT_WITH_MASK : cv::GC_EVAL);
        if (!hasBoth(learning))
            return {};  // what is in the box looks like what is around it
    }
    if (stop.stop_requested())
        return {};
    cv::grabCut(picture, mask, {}, background, object, 1, cv::GC_EVAL_FREEZE_MODEL);
    return toSample(window, objectOf(mask));
}

}  // namespace core
