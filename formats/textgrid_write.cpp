#include "formats/segment_values.h"
#include "formats/textgrid.h"
#include <algorithm>

namespace formats::praat {

namespace {

struct Tier {
    TierName name;
    std::vector<const SegmentView *> segments;  // one behind the other
    std::size_t order = 0;                      // of the first one of its name
};

// In the order of their first segments; those that overlap go to the next one of their name.
std::vector<Tier> tiersOf(const std::vector<SegmentView> &segments, const LabelNames &names, bool areLabels)
{
    std::vector<Tier> tiers;
    for (const SegmentView &segment : segments) {
        const TierName name{std::string(areLabels ? std::string_view() : labelOf(*segment.annotation, names)),
                            std::string(segment.speaker)};
        const auto isFree = [&](const Tier &tier) {
            return tier.name == name && tier.segments.back()->span.end <= segment.span.begin;
        };
        auto tier = std::ranges::find_if(tiers, isFree);
        if (tier == tiers.end()) {
            const auto first = std::ranges::find(tiers, name, &Tier::name);
            const auto order = static_cast<std::size_t>(first - tiers.begin());
            tier = tiers.insert(tiers.end(), {name, {}, first == tiers.end() ? order : first->order});
        }
        tier->segments.push_back(&segment);
    }
    std::ranges::stable_sort(tiers, {}, &Tier::order);
    return tiers;
}

std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string_view("\"\"") : std::string_view(&c, 1);
    return out += '"';
}

class Composing {
public:
    explicit Composing(const SegmentsToWrite &what)
        : m_what(what),
          m_segments(segmentsOf(what.content)),
          m_areLabels(writesLabels(what.options, what.content)),
          m_rate(core::rateOf(what.content.sample.media))
    {
        const core::MediaInfo &media = what.content.sample.media;
        m_end = media.rate >= 1 ? media.length : 0;
        for (const SegmentView &segment : m_segments)
            m_end = std::max(m_end, segment.span.end);
        if (m_end == 0)
            m_end = m_rate;  // a range must not be empty: a second
    }

    std::string run()
    {
        auto tiers = tiersOf(m_segments, m_what.names, m_areLabels);
        if (tiers.empty())
            tiers.emplace_back();
        m_out = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n";
        (m_out += ownComment) += m_areLabels ? "{\"texts-are\":\"label\"}\n" : "{\"texts-are\":\"content\"}\n";
        m_out += "xmin = 0\nxmax = " + at(m_end) + "\ntiers? <exists>\nsize = " + std::to_string(tiers.size())
                 + "\nitem []:\n";
        for (std::size_t i = 0; i < tiers.size(); ++i)
            appendTier(tiers[i], i + 1);
        return std::move(m_out);
    }

private:
    std::string at(std::int64_t sample) const { return exactSeconds(sample, m_rate); }

    void appendTier(const Tier &tier, std::size_t number)
    {
        std::string intervals;
        std::size_t count = 0;
        std::int64_t last = 0;
        const auto append = [&](std::int64_t begin, std::int64_t end, std::string_view text) {
            intervals += "        intervals [" + std::to_string(++count) + "]:\n            xmin = " + at(begin)
                         + "\n            xmax = " + at(end) + "\n            text = " + inQuotes(text) + "\n";
            last = end;
        };
        for (const SegmentView *segment : tier.segments) {
            if (segment->span.begin > last)
                append(last, segment->span.begin, "");
            append(segment->span.begin, segment->span.end, textOf(*segment));
        }
        if (last < m_end)
            append(last, m_end, "");
        m_out += "    item [" + std::to_string(number) + "]:\n        class = \"IntervalTier\"\n        name = "
                 + inQuotes(tierName(tier.name, m_areLabels)) + "\n        xmin = 0\n        xmax = " + at(m_end)
                 + "\n        intervals: size = " + std::to_string(count) + "\n" + intervals;
    }

    std::string textOf(const SegmentView &segment) const
    {
        const std::string_view text = m_areLabels ? labelOf(*segment.annotation, m_what.names) : segment.content;
        return std::string(text.empty() ? noText : text);
    }

    const SegmentsToWrite &m_what;
    std::vector<SegmentView> m_segments;
    bool m_areLabels;
    std::int64_t m_rate, m_end = 0;
    std::string m_out;
};

}  // namespace

std::string compose(const SegmentsToWrite &what)
{
    return Composing(what).run();
}

void addLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words)
{
    const bool areLabels = writesLabels(options, content);
    addSegmentLosses(content, {.speaker = true, .content = !areLabels}, words);
    for (const SegmentView &segment : segmentsOf(content)) {
        if (segment.speaker.find('@') != segment.speaker.npos && !areLabels)
            addLoss(words, "speaker");
        if (segment.speaker == namelessTier && areLabels)
            addLoss(words, "speaker");
        if (!segment.content.empty() && segment.content.find_first_not_of(" \t\r\n") == segment.content.npos)
            addLoss(words, "content");
    }
}

}  // namespace formats::praat
