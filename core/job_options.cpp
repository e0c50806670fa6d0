#include "core/job_options.h"
#include <nlohmann/json.hpp>

namespace core {

namespace {

nlohmann::ordered_json optionsOf(const Job &job)
{
    auto options = nlohmann::ordered_json::parse(job.options, nullptr, false);
    return options.is_object() ? options : nlohmann::ordered_json::object();
}

bool isTrue(const Job &job, const char *key)
{
    const auto options = optionsOf(job);
    const auto found = options.find(key);
    return found != options.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace

bool allowsManyLabels(const Job &job)
{
    return isTrue(job, "multi_label");
}

bool isExclusive(const Job &job)
{
    return isTrue(job, "exclusive");
}

Job withExclusive(Job job, bool exclusive)
{
    auto options = optionsOf(job);
    if (exclusive)
        options["exclusive"] = true;
    else
        options.erase("exclusive");
    job.options = options.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return job;
}

}  // namespace core
