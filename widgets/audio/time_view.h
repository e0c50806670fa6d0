// Which part of a sound is shown: how samples lie on logical pixels.
#pragma once

namespace widgets {

struct TimeView {
    double begin = 0;     // the sample at the left edge
    double perPixel = 1;  // samples of a logical pixel, down to 1/16
    bool operator==(const TimeView &) const = default;
};

}  // namespace widgets
