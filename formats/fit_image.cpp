#include "formats/fit_image.h"
#include <algorithm>

namespace formats {

namespace {

constexpr double fitSlack = 1e-6;  // pixels: what arithmetic on normalised coordinates may add
constexpr double smallestSide = 2;

}  // namespace

Fit fitImage(core::Geometry &geometry, int width, int height)
{
    auto *box = std::get_if<core::Box>(&geometry);
    if (!box || width <= 0 || height <= 0 || box->angle != 0)
        return Fit::Inside;
    if (box->x >= -fitSlack && box->y >= -fitSlack && box->x + box->w <= width + fitSlack
        && box->y + box->h <= height + fitSlack)
        return Fit::Inside;
    const double left = std::max(box->x, 0.0), top = std::max(box->y, 0.0);
    const double right = std::min(box->x + box->w, double(width)), bottom = std::min(box->y + box->h, double(height));
    const double w = right - left, h = bottom - top;
    if (w < smallestSide || h < smallestSide || w * h < box->w * box->h / 2)
        return Fit::Outside;
    *box = {left, top, w, h, 0};
    return Fit::Clipped;
}

}  // namespace formats
