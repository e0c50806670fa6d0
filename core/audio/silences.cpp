#include "core/audio/silences.h"
#include "core/audio/segment_rooms.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int levelsPerSecond = 100;
constexpr int smoothing = 4;           // levels together: the pitch of a voice does not show in them
constexpr float lowestFloor = -70;     // silence cut in by a program is no measure of a room's
constexpr float leastRange = 6;        // dB: a sound that varies less is all speech or all silence
constexpr double shareOfRange = 0.35;  // of the way from the quiet to the loud
constexpr float audible = -50;

float percentile(std::vector<float> levels, double share)
{
    const auto at = levels.begin() + static_cast<std::ptrdiff_t>(share * double(levels.size() - 1));
    std::ranges::nth_element(levels, at);
    return *at;
}

struct Run {
    std::int64_t begin = 0, end = 0;  // levels
};

std::vector<Run> runsAbove(const std::vector<float> &levels, double threshold)
{
    std::vector<Run> runs;
    for (std::int64_t i = 0; i < std::ssize(levels); ++i) {
        if (levels[std::size_t(i)] < threshold)
            continue;
        if (!runs.empty() && runs.back().end == i)
            ++runs.back().end;
        else
            runs.push_back({i, i + 1});
    }
    return runs;
}

void joinShortSilences(std::vector<Run> &runs, double minSilence)
{
    std::vector<Run> joined;
    for (const Run &run : runs) {
        if (!joined.empty() && double(run.begin - joined.back().end) < minSilence)
            joined.back().end = run.end;
        else
            joined.push_back(run);
    }
    runs = std::move(joined);
}

// Sums of squares over one step, then the root of the mean of a few of them.
class LevelMeter {
public:
    explicit LevelMeter(const SoundInfo &info)
        : m_channels(info.channels),
          m_step(std::max(1, info.rate / levelsPerSecond))
    {
    }
    int step() const { return m_step; }
    void take(std::span<const float> interleaved)
    {
        for (const float value : interleaved) {
            m_sum += std::isfinite(value) ? double(value) * value : 0;
            if (++m_taken == std::int64_t(m_step) * m_channels)
                flush();
        }
    }
    std::vector<float> levels()
    {
        if (m_taken > 0)
            flush();
        std::vector<float> out(m_energies.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            const std::size_t from = i >= smoothing / 2 ? i - smoothing / 2 : 0;
            const std::size_t to = std::min(out.size(), i + smoothing - smoothing / 2);
            double sum = 0;
            for (std::size_t j = from; j < to; ++j)
                sum += m_energies[j];
            const double mean = sum / double(to - from);
            out[i] = mean > 0 ? std::max(quietest, float(10 * std::log10(mean))) : quietest;
        }
        return out;
    }

private:
    void flush()
    {
        m_energies.push_back(m_sum / double(m_taken));
        m_sum = 0;
        m_taken = 0;
    }

    std::int64_t m_channels;
    int m_step;
    double m_sum = 0;
    std::int64_t m_taken = 0;
    std::vector<double> m_energies;
};

Annotation proposal(const SampleContent &content, LoudPart part, LabelId label, std::int64_t number)
{
    Annotation segment;
    segment.id = {-number};
    segment.job = content.job;
    segment.sample = content.sample.id;
    segment.label = label;
    segment.order = (content.annotations.empty() ? 0 : content.annotations.back()->order) + number;
    segment.geometry = TimeSpan{part.first, part.second, -1};
    segment.proposed = true;
    segment.author = silencesAuthor;
    return segment;
}

bool hasSegments(const SampleContent &content)
{
    return std::ranges::any_of(content.annotations, [](const AnnotationPtr &each) { return timeSpanOf(*each); });
}

}  // namespace

Result<SoundLevels> measureLevels(SoundFile &sound, TaskContext &task)
{
    if (Status seek = sound.seek(0); !seek)
        return seek.error();
    const SoundInfo info = sound.info();
    LevelMeter meter(info);
    constexpr std::size_t atOnce = 1 << 14;
    std::vector<float> buffer(atOnce * std::size_t(info.channels));
    std::int64_t done = 0;
    for (;;) {
        if (!task.advance(done, info.length))
            return Error{Code::Cancelled, "", {}};
        const auto read = sound.read(buffer);
        if (!read)
            return read.error();
        if (*read == 0)
            break;
        meter.take(std::span(buffer).first(*read * std::size_t(info.channels)));
        done += std::int64_t(*read);
    }
    return SoundLevels{info.rate, done, meter.step(), meter.levels()};
}

double thresholdOf(const SoundLevels &levels, const SilenceOptions &options)
{
    if (options.threshold || levels.decibels.empty())
        return options.threshold.value_or(audible);
    const float floor = std::max(lowestFloor, percentile(levels.decibels, 0.1));
    const float loud = percentile(levels.decibels, 0.95);
    if (loud - floor < leastRange)
        return audible;
    return floor + std::max(double(leastRange), shareOfRange * (loud - floor));
}

std::vector<LoudPart> loudParts(const SoundLevels &levels, const SilenceOptions &options)
{
    const double perSecond = double(levels.rate) / double(levels.step);
    std::vector<Run> runs = runsAbove(levels.decibels, thresholdOf(levels, options));
    std::erase_if(runs, [&](const Run &run) { return double(run.end - run.begin) < options.minSpeech * perSecond; });
    joinShortSilences(runs, options.minSilence * perSecond);
    const auto padding = std::int64_t(std::llround(options.padding * levels.rate));
    std::vector<LoudPart> parts;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::int64_t begin = runs[i].begin * levels.step, end = runs[i].end * levels.step;
        const std::int64_t before = i > 0 ? (runs[i - 1].end * levels.step + begin) / 2 : 0;
        const std::int64_t behind = i + 1 < runs.size() ? (end + runs[i + 1].begin * levels.step) / 2 : levels.length;
        parts.emplace_back(std::max(begin - padding, before), std::min({end + padding, behind, levels.length}));
    }
    return parts;
}

Edit draftSegments(const SampleContent &content, SegmentRule rule, std::span<const LoudPart> parts, LabelId label,
                   std::int64_t shortest)
{
    Edit edit{"draft-segments", "", {}};
    const bool tiles = rule == SegmentRule::Gapless;
    if (tiles && hasSegments(content))
        return edit;
    shortest = tiles ? 1 : std::max<std::int64_t>(1, shortest);
    std::int64_t number = 0, at = 0;
    const auto add = [&](LoudPart part, LabelId with) {
        if (part.first < part.second)
            edit.changes.push_back(created(proposal(content, part, with, ++number)));
    };
    const std::vector<LoudPart> taken = takenPieces(content, {});
    auto next = taken.begin();
    for (const LoudPart &part : parts) {
        if (tiles)
            add({at, part.first}, {});
        at = part.first;
        for (; next != taken.end() && next->second <= at; ++next) {
        }
        for (auto each = next; each != taken.end() && each->first < part.second; ++each) {
            if (each->first - at >= shortest)
                add({at, each->first}, label);
            at = std::max(at, each->second);
        }
        if (part.second - at >= shortest)
            add({at, part.second}, label);
        at = std::max(at, part.second);
    }
    if (tiles && !edit.changes.empty() && content.sample.media.length > 0)
        add({at, endOfTime(content)}, {});
    return edit;
}

}  // namespace core
