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

bool isOfTexts(JobKind kind)
{
    return kind == JobKind::TextClassification || kind == JobKind::NamedEntity || kind == JobKind::TextTriplet;
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

bool flagsMisfits(const Job &job)
{
    return wordOf(job, "misfit") == "flag";
}

Job withFlaggedMisfits(Job job, bool flags)
{
    return withOption(std::move(job), "misfit", flags ? nlohmann::ordered_json("flag") : nullptr);
}

}  // namespace core
