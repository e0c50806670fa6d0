#include "formats/segment_values.h"
#include "formats/decimal.h"
#include "formats/folder_export.h"
#include "formats/option_values.h"
#include <algorithm>
#include <cmath>

namespace formats {

namespace builtin = core::builtin;

std::string_view valueOf(const core::Annotation &annotation, std::string_view name)
{
    const std::string *value = core::valueOf(annotation.attributes, name);
    return value ? std::string_view(*value) : std::string_view();
}

bool writesLabels(const Options &options, const core::SampleContent &content)
{
    const auto said = optionOr(options, "texts-are", "auto");
    const auto isSilent = [](const core::AnnotationPtr &one) { return valueOf(*one, core::builtin::Content).empty(); };
    return said == "auto" ? std::ranges::all_of(content.annotations, isSilent) : said == "label";
}

std::string_view labelOf(const core::Annotation &annotation, const LabelNames &names)
{
    const auto name = names.find(annotation.label);
    return name == names.end() ? std::string_view() : std::string_view(name->second);
}

std::vector<SegmentView> segmentsOf(const core::SampleContent &content)
{
    std::vector<SegmentView> all;
    for (const core::AnnotationPtr &annotation : content.annotations)
        if (const auto *span = std::get_if<core::TimeSpan>(&annotation->geometry))
            all.push_back({annotation.get(), *span, valueOf(*annotation, builtin::Speaker),
                           valueOf(*annotation, builtin::Content)});
    std::ranges::stable_sort(all, {}, [](const SegmentView &s) { return std::pair(s.span.begin, s.span.end); });
    return all;
}

std::optional<std::int64_t> nanosecondsOf(std::string_view seconds)
{
    if (const auto plain = core::sampleOfSeconds(seconds, recordRate))
        return plain;
    const auto number = parseDecimal(seconds);
    const double value = number ? toDouble(*number) : -1;
    if (!(value >= 0) || value > 1e9)
        return std::nullopt;
    return std::llround(value * recordRate);
}

std::string exactSeconds(std::int64_t sample, std::int64_t rate, int least)
{
    return core::secondsText(sample, rate, std::max(least, core::exactDecimals(rate)));
}

bool isWholeMilliseconds(const core::TimeSpan &span, std::int64_t rate)
{
    const auto begin = core::clockText(span.begin, rate), end = core::clockText(span.end, rate);
    return begin != end && core::sampleOfClock(begin, rate) == span.begin && core::sampleOfClock(end, rate) == span.end;
}

void addSegmentLosses(const core::SampleContent &content, const SegmentHolds &holds, std::vector<std::string> &words)
{
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const auto *span = std::get_if<core::TimeSpan>(&annotation->geometry);
        if (!span)
            addLoss(words, "shape");
        if (annotation->label && !holds.label)
            addLoss(words, "label");
        if (span && span->channel >= 0 && !holds.channel)
            addLoss(words, "channel");
        if (annotation->confidence && !holds.confidence)
            addLoss(words, "confidence");
        if (annotation->proposed)
            addLoss(words, "to-confirm");
        for (const auto &[name, value] : annotation->attributes)
            if (name == builtin::Speaker ? !holds.speaker && !value.empty() : false)
                addLoss(words, "speaker");
            else if (name == builtin::Content ? !holds.content && !value.empty() : false)
                addLoss(words, "content");
            else if (name == builtin::LowHertz || name == builtin::HighHertz) {
                if (!holds.band)
                    addLoss(words, "band");
            } else if (name != builtin::Speaker && name != builtin::Content && !isOfTheView(name)
                       && !holds.attributes) {
                addLoss(words, "attributes");
            }
    }
}

}  // namespace formats
