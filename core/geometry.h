// What an annotation covers. Plain values in the sample's own units:
// pixels of the displayed (EXIF-turned) image, origin top left, y down; samples of the sound file's own rate;
// code points of the decoded, un-normalised text; frame index in show order.
#pragma once
#include "core/mask_runs.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace core {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point &) const = default;
};

struct WholeSample {
    bool operator==(const WholeSample &) const = default;
};

// x, y: the top left corner before turning; angle: degrees clockwise on screen about the centre, in [0, 360).
struct Box {
    double x = 0, y = 0, w = 0, h = 0, angle = 0;
    bool operator==(const Box &) const = default;
    Point center() const { return {x + w / 2, y + h / 2}; }
};

using Ring = std::vector<Point>;  // the first point is not repeated at the end

// The first ring is the outline, the others are holes.
struct Polygon {
    std::vector<Ring> rings;
    bool operator==(const Polygon &) const = default;
};

// Two points make the `line` (or, dashed, the `dashed`) of the ModelArts formats, more a `polyline`.
struct Polyline {
    std::vector<Point> points;
    bool dashed = false;
    bool operator==(const Polyline &) const = default;
};

struct Circle {
    Point center;
    double radius = 0;
    bool operator==(const Circle &) const = default;
};

struct Keypoints {
    std::vector<std::optional<Point>> points;
    bool operator==(const Keypoints &) const = default;
};

struct Mask {
    std::shared_ptr<const MaskRuns> runs;  // shared: a copy in an edit costs a pointer
    bool operator==(const Mask &o) const { return runs == o.runs || (runs && o.runs && *runs == *o.runs); }
};

struct TimeSpan {
    std::int64_t begin = 0, end = 0;  // samples, half open
    int channel = -1;                 // -1: all
    bool operator==(const TimeSpan &) const = default;
};

struct TextSpan {
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;  // code points, half open, sorted, disjoint
    bool operator==(const TextSpan &) const = default;
};

struct TrackKey {
    std::int64_t frame = 0;  // index in show order
    std::int64_t pts = 0;    // in the stream's time base
    Box box;
    bool outside = false, occluded = false;
    bool operator==(const TrackKey &) const = default;
};

struct Track {
    std::vector<TrackKey> keys;  // sorted by frame
    bool operator==(const Track &) const = default;
};

// The order is the `kind` number of the store: append only.
using Geometry =
    std::variant<WholeSample, Box, Polygon, Polyline, Circle, Point, Keypoints, Mask, TimeSpan, TextSpan, Track>;

// "whole", "box", "polygon" … : stable words for JSON, queries and reports.
const char *kindName(const Geometry &geometry);

}  // namespace core
