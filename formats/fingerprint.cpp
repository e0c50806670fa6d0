#include "formats/fingerprint.h"
#include <bit>

namespace formats {

namespace {

// Mixes word by word; the steps are those of SplitMix64.
struct Mixer {
    std::uint64_t state = 0x9e3779b97f4a7c15;

    void add(std::uint64_t word)
    {
        state = (state ^ word) + 0x9e3779b97f4a7c15;
        state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
        state = (state ^ (state >> 27)) * 0x94d049bb133111eb;
        state ^= state >> 31;
    }
    void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
    void add(int number) { add(static_cast<std::uint64_t>(number)); }
    void add(bool set) { add(std::uint64_t{set}); }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number + 0.0)); }  // -0 is 0
    template <class T>
    void add(const std::vector<T> &all)
    {
        add(static_cast<std::uint64_t>(all.size()));
        for (const T &one : all)
            add(one);
    }
    template <class A, class B>
    void add(const std::pair<A, B> &pair)
    {
        add(std::int64_t{pair.first});
        add(std::int64_t{pair.second});
    }
    void add(const std::optional<core::Point> &point)
    {
        add(point.has_value());
        add(point.value_or(core::Point()));
    }
    void add(const core::WholeSample &) {}
    void add(const core::Point &p)
    {
        add(p.x);
        add(p.y);
    }
    void add(const core::Box &b)
    {
        for (const double number : {b.x, b.y, b.w, b.h, b.angle})
            add(number);
    }
    void add(const core::Polygon &p) { add(p.rings); }
    void add(const core::Polyline &p)
    {
        add(p.points);
        add(p.dashed);
    }
    void add(const core::Circle &c)
    {
        add(c.center);
        add(c.radius);
    }
    void add(const core::Keypoints &k) { add(k.points); }
    void add(const core::Mask &m)
    {
        if (!m.runs)
            return;
        for (std::int32_t y = m.runs->top(); y < m.runs->bottom(); ++y)
            for (const core::Span span : m.runs->row(y)) {
                add(y);
                add(span.begin);
                add(span.end);
            }
    }
    void add(const core::TimeSpan &t)
    {
        add(t.begin);
        add(t.end);
        add(t.channel);
    }
    void add(const core::TextSpan &t) { add(t.parts); }
    void add(const core::TrackKey &k)
    {
        add(k.frame);
        add(k.box);
        add(k.outside);
        add(k.occluded);
    }
    void add(const core::Track &t) { add(t.keys); }
};

}  // namespace

std::uint64_t fingerprint(core::SampleId sample, core::LabelId label, const core::Geometry &geometry)
{
    Mixer mixer;
    mixer.add(sample.value);
    mixer.add(label.value);
    mixer.add(static_cast<std::uint64_t>(geometry.index()));
    std::visit([&](const auto &shape) { mixer.add(shape); }, geometry);
    return mixer.state;
}

std::uint64_t fingerprint(core::LabelId label, core::AnnotationId from, core::AnnotationId to)
{
    Mixer mixer;
    mixer.add(label.value);
    mixer.add(from.value);
    mixer.add(to.value);
    return mixer.state;
}

}  // namespace formats
