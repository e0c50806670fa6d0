// First byte: version of the codec. Then, by kind, doubles as they lie in memory and counts as varints.
#include "core/store/geometry_codec.h"
#include "core/store/bytes.h"
#include <cmath>

namespace core::store {

namespace {

constexpr std::uint8_t codecVersion = 1;
constexpr std::size_t pointBytes = 16;
constexpr std::size_t smallestKeyBytes = 2 + 5 * 8 + 1;

void put(ByteWriter &out, const Point &point)
{
    out.real(point.x);
    out.real(point.y);
}

void put(ByteWriter &out, const Box &box)
{
    for (const double value : {box.x, box.y, box.w, box.h, box.angle})
        out.real(value);
}

void put(ByteWriter &out, const Ring &points)
{
    out.unsignedNumber(points.size());
    for (const Point &point : points)
        put(out, point);
}

void put(ByteWriter &out, const MaskRuns &runs)
{
    out.number(runs.top());
    out.unsignedNumber(static_cast<std::uint64_t>(runs.bottom() - runs.top()));
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y) {
        const auto row = runs.row(y);
        out.unsignedNumber(row.size());
        std::int64_t last = 0;
        for (const Span span : row) {
            out.number(span.begin - last);
            out.number(std::int64_t{span.end} - span.begin);
            last = span.end;
        }
    }
}

struct Encoder {
    ByteWriter &out;
    void operator()(const WholeSample &) {}
    void operator()(const Box &box) { put(out, box); }
    void operator()(const Polygon &polygon)
    {
        out.unsignedNumber(polygon.rings.size());
        for (const Ring &ring : polygon.rings)
            put(out, ring);
    }
    void operator()(const Polyline &line)
    {
        out.byte(line.dashed);
        put(out, line.points);
    }
    void operator()(const Circle &circle)
    {
        put(out, circle.center);
        out.real(circle.radius);
    }
    void operator()(const Point &point) { put(out, point); }
    void operator()(const Keypoints &keypoints)
    {
        out.unsignedNumber(keypoints.points.size());
        for (const auto &point : keypoints.points) {
            out.byte(point.has_value());
            if (point)
                put(out, *point);
        }
    }
    void operator()(const Mask &mask)
    {
        out.byte(mask.runs != nullptr);
        if (mask.runs)
            put(out, *mask.runs);
    }
    void operator()(const TimeSpan &span)
    {
        out.number(span.begin);
        out.number(span.end);
        out.number(span.channel);
    }
    void operator()(const TextSpan &span)
    {
        out.unsignedNumber(span.parts.size());
        for (const auto &[begin, end] : span.parts) {
            out.number(begin);
            out.number(end);
        }
    }
    void operator()(const Track &track)
    {
        out.unsignedNumber(track.keys.size());
        for (const TrackKey &key : track.keys) {
            out.number(key.frame);
            out.number(key.pts);
            put(out, key.box);
            out.byte(static_cast<std::uint8_t>(key.outside | key.occluded << 1));
        }
    }
};

template <class Number>
Number narrowed(ByteReader &in, std::int64_t value)
{
    if (value != static_cast<Number>(value))
        in.fail();
    return static_cast<Number>(value);
}

bool flag(ByteReader &in)
{
    const std::uint8_t value = in.byte();
    if (value > 1)
        in.fail();
    return value == 1;
}

Point point(ByteReader &in)
{
    Point value;
    value.x = in.real();
    value.y = in.real();
    return value;
}

Box box(ByteReader &in)
{
    Box value;
    for (double *field : {&value.x, &value.y, &value.w, &value.h, &value.angle})
        *field = in.real();
    return value;
}

Ring ring(ByteReader &in)
{
    Ring points(in.count(pointBytes));
    for (Point &each : points)
        each = point(in);
    return points;
}

// Refuses what no builder makes: spans that are empty, unsorted or touch.
MaskRuns maskRuns(ByteReader &in)
{
    MaskBuilder builder;
    const auto top = narrowed<std::int32_t>(in, in.number());
    const std::size_t rows = in.count(1);
    narrowed<std::int32_t>(in, std::int64_t{top} + static_cast<std::int64_t>(rows));
    for (std::size_t i = 0; i < rows; ++i) {
        std::int64_t last = 0;
        const std::size_t spans = in.count(2);
        for (std::size_t k = 0; k < spans; ++k) {
            const std::int64_t gap = in.number(), length = in.number();
            constexpr std::int64_t farthest = std::int64_t{1} << 32;
            if (length <= 0 || length > farthest || gap < (k > 0 ? 1 : -farthest) || gap > farthest) {
                in.fail();
                return {};
            }
            const auto begin = narrowed<std::int32_t>(in, last + gap);
            const auto end = narrowed<std::int32_t>(in, std::int64_t{begin} + length);
            if (begin < end)
                builder.add(static_cast<std::int32_t>(top + static_cast<std::int64_t>(i)), {begin, end});
            last = end;
        }
    }
    return builder.take();
}

Geometry decode(std::int64_t kind, ByteReader &in)
{
    switch (kind) {
    case 0: return WholeSample{};
    case 1: return box(in);
    case 2: {
        Polygon polygon;
        polygon.rings.resize(in.count(1));
        for (Ring &each : polygon.rings)
            each = ring(in);
        return polygon;
    }
    case 3: {
        Polyline line;
        line.dashed = flag(in);
        line.points = ring(in);
        return line;
    }
    case 4: {
        Circle circle;
        circle.center = point(in);
        circle.radius = in.real();
        return circle;
    }
    case 5: return point(in);
    case 6: {
        Keypoints keypoints;
        keypoints.points.resize(in.count(1));
        for (auto &each : keypoints.points)
            if (flag(in))
                each = point(in);
        return keypoints;
    }
    case 7: return Mask{flag(in) ? std::make_shared<const MaskRuns>(maskRuns(in)) : nullptr};
    case 8: {
        TimeSpan span;
        span.begin = in.number();
        span.end = in.number();
        span.channel = narrowed<int>(in, in.number());
        return span;
    }
    case 9: {
        TextSpan span;
        span.parts.resize(in.count(2));
        for (auto &[begin, end] : span.parts) {
            begin = in.number();
            end = in.number();
        }
        return span;
    }
    case 10: {
        Track track;
        track.keys.resize(in.count(smallestKeyBytes));
        for (TrackKey &key : track.keys) {
            key.frame = in.number();
            key.pts = in.number();
            key.box = box(in);
            const std::uint8_t flags = in.byte();
            if (flags > 3)
                in.fail();
            key.outside = flags & 1;
            key.occluded = flags & 2;
        }
        return track;
    }
    default: in.fail(); return WholeSample{};
    }
}

bool finite(const Point &p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

bool finite(const Box &b)
{
    return std::isfinite(b.x) && std::isfinite(b.y) && std::isfinite(b.w) && std::isfinite(b.h)
           && std::isfinite(b.angle);
}

bool finite(const Ring &points)
{
    for (const Point &each : points)
        if (!finite(each))
            return false;
    return true;
}

struct Finite {
    bool operator()(const WholeSample &) { return true; }
    bool operator()(const Box &box) { return finite(box); }
    bool operator()(const Polygon &polygon)
    {
        for (const Ring &each : polygon.rings)
            if (!finite(each))
                return false;
        return true;
    }
    bool operator()(const Polyline &line) { return finite(line.points); }
    bool operator()(const Circle &circle) { return finite(circle.center) && std::isfinite(circle.radius); }
    bool operator()(const Point &point) { return finite(point); }
    bool operator()(const Keypoints &keypoints)
    {
        for (const auto &each : keypoints.points)
            if (each && !finite(*each))
                return false;
        return true;
    }
    bool operator()(const Mask &) { return true; }
    bool operator()(const TimeSpan &) { return true; }
    bool operator()(const TextSpan &) { return true; }
    bool operator()(const Track &track)
    {
        for (const TrackKey &key : track.keys)
            if (!finite(key.box))
                return false;
        return true;
    }
};

}  // namespace

std::string encodeGeometry(const Geometry &geometry)
{
    ByteWriter out;
    out.byte(codecVersion);
    std::visit(Encoder{out}, geometry);
    return out.take();
}

std::optional<Geometry> decodeGeometry(std::int64_t kind, std::string_view bytes)
{
    ByteReader in(bytes);
    if (in.byte() != codecVersion)
        return std::nullopt;
    Geometry geometry = decode(kind, in);
    if (!in.isDone())
        return std::nullopt;
    return geometry;
}

bool isFinite(const Geometry &geometry)
{
    return std::visit(Finite{}, geometry);
}

}  // namespace core::store
