#include "core/job_options.h"
#include <nlohmann/json.hpp>

namespace core {

namespace {

nlohmann::ordered_json optionsOf(const Job &job)
{
    auto options = nlohmann::ordered_json::parse(job.options, nullptr, false);
    return options.is_object() ? options : nlohmann::ordered_json::object();
}

std::string wordOf(const Job &job, const char *key)
{
    const auto options = optionsOf(job);
    const auto found = options.find(key);
    return found != options.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// An empty value takes the option away.
Job withOption(Job job, const char *key, const nlohmann::ordered_json &value)
{
    auto options = optionsOf(job);
    if (value.empty())
        options.erase(key);
    else
        options[key] = value;
    job.options = options.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return job;
}

bool isTrue(const Job &job, const char *key)
{
    const auto options = optionsOf(job);
    const auto found = options.find(key);
    return found != options.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace

bool isOfImages(JobKind kind)
{
    return kind == JobKind::ImageClassification || kind == JobKind::ObjectDetection
           || kind == JobKind::ImageSegmentation;
}

bool isOfSounds(JobKind kind)
{
    return kind == JobKind::SoundClassification || kind == JobKind::SpeechContent
           || kind == JobKind::SpeechSegmentation;
}

bool isOfTexts(JobKind kind)
{
    return kind == JobKind::TextClassification || kind == JobKind::NamedEntity || kind == JobKind::TextTriplet;
}

bool mayHoldContent(JobKind kind)
{
    return kind == JobKind::SpeechContent || kind == JobKind::SpeechSegmentation;
}

bool allowsManyLabels(const Job &job)
{
    return isTrue(job, "multi_label");
}

Job withManyLabels(Job job, bool many)
{
    return withOption(std::move(job), "multi_label", many ? nlohmann::ordered_json(true) : nullptr);
}

bool isExclusive(const Job &job)
{
    return isTrue(job, "exclusive");
}

Job withExclusive(Job job, bool exclusive)
{
    return withOption(std::move(job), "exclusive", exclusive ? nlohmann::ordered_json(true) : nullptr);
}

bool marksEntities(const Job &job)
{
    return job.kind == JobKind::NamedEntity || job.kind == JobKind::TextTriplet;
}

Overlap overlapOf(const Job &job)
{
    const std::string word = wordOf(job, "overlap");
    return word == "nested" ? Overlap::Nested : word == "none" ? Overlap::None : Overlap::Free;
}

Job withOverlap(Job job, Overlap overlap)
{
    const char *word = overlap == Overlap::Nested ? "nested" : overlap == Overlap::None ? "none" : nullptr;
    return withOption(std::move(job), "overlap", word ? nlohmann::ordered_json(word) : nullptr);
}

SegmentRule segmentRuleOf(const Job &job)
{
    const std::string word = wordOf(job, "overlap");
    return word == "gapless" ? SegmentRule::Gapless : word == "none" ? SegmentRule::None : SegmentRule::Free;
}

Job withSegmentRule(Job job, SegmentRule rule)
{
    const char *word = rule == SegmentRule::Gapless ? "gapless" : rule == SegmentRule::None ? "none" : nullptr;
    return withOption(std::move(job), "overlap", word ? nlohmann::ordered_json(word) : nullptr);
}

bool hasContent(const Job &job)
{
    return isTrue(job, "content");
}

Job withContent(Job job, bool content)
{
    return withOption(std::move(job), "content", content ? nlohmann::ordered_json(true) : nullptr);
}

std::vector<AttributeSpec> labelClasses(const Job &job)
{
    std::vector<AttributeSpec> classes;
    const auto options = optionsOf(job);
    const auto list = options.find("label_classes");
    if (list == options.end() || !list->is_array())
        return classes;
    for (const auto &entry : *list) {
        AttributeSpec spec;
        if (entry.is_object() && entry.contains("name") && entry["name"].is_string())
            spec.name = entry["name"].get<std::string>();
        if (spec.name.empty() || spec.name.front() == '@')
            continue;
        if (entry.contains("values") && entry["values"].is_array())
            for (const auto &value : entry["values"])
                if (value.is_string())
                    spec.values.push_back(value.get<std::string>());
        classes.push_back(std::move(spec));
    }
    return classes;
}

Job withLabelClasses(Job job, std::span<const AttributeSpec> classes)
{
    auto list = nlohmann::ordered_json::array();
    for (const AttributeSpec &each : classes)
        list.push_back({{"name", each.name}, {"values", each.values}});
    return withOption(std::move(job), "label_classes", list);
}

bool flagsMisfits(const Job &job)
{
    return wordOf(job, "misfit") == "flag";
}

Job withFlaggedMisfits(Job job, bool flags)
{
    return withOption(std::move(job), "misfit", flags ? nlohmann::ordered_json("flag") : nullptr);
}

}  // namespace core
