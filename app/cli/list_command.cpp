// labelwright list PROJECT [--query Q] [--job NAME] [--json]
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace app::cli {

namespace {

using Names = std::unordered_map<core::LabelId, std::string>;

nlohmann::ordered_json asJson(const core::SampleRow &row, const Names &names)
{
    auto labels = nlohmann::ordered_json::array();
    for (const core::LabelId id : row.labels)
        if (const auto name = names.find(id); name != names.end())
            labels.push_back(name->second);
    const core::Sample &sample = row.sample;
    nlohmann::ordered_json json{{"id", sample.id.value},
                                {"uri", sample.uri},
                                {"state", stateName(row.state)},
                                {"hard", row.hard},
                                {"usage", usageName(sample.usage)},
                                {"media", mediaStateName(sample.media.state)},
                                {"width", sample.media.width},
                                {"height", sample.media.height},
                                {"annotations", row.annotations},
                                {"labels", std::move(labels)}};
    const bool isSound = sample.media.rate > 0;
    if (sample.text || isSound) {  // without what is of pictures
        json.erase("width");
        json.erase("height");
    }
    if (isSound) {
        json["rate"] = sample.media.rate;
        json["length"] = sample.media.length;
        json["channels"] = sample.media.channels;
    }
    if (!row.content.empty())
        json["content"] = row.content;
    if (sample.text) {
        json["external_id"] = sample.externalId;
        json["text"] = sample.text->str();
    }
    json["confidence"] = row.confidence ? nlohmann::ordered_json(*row.confidence) : nlohmann::ordered_json(nullptr);
    return json;
}

core::Result<Names> labelNames(const core::Reader &reader, core::JobId job)
{
    const auto labels = reader.labels(job);
    if (!labels)
        return labels.error();
    Names names;
    for (const core::Label &label : *labels)
        names[label.id] = label.name;
    return names;
}

std::string line(const core::SampleRow &row)
{
    const std::string figures = row.sample.uri + '\t' + stateName(row.state) + '\t' + std::to_string(row.annotations);
    const std::string_view text = row.sample.text ? std::string_view(*row.sample.text) : row.content;
    return text.empty() ? figures : figures + '\t' + widgets::toUtf8(widgets::firstLine(text));
}

core::Status print(const core::Reader &reader, core::JobId job, std::span<const core::SampleId> ids, bool json)
{
    constexpr std::size_t chunk = 1000;
    const auto names = labelNames(reader, job);
    if (!names)
        return names.error();
    bool first = true;
    for (std::size_t i = 0; i < ids.size(); i += chunk) {
        const auto rows = reader.rows(job, ids.subspan(i, std::min(chunk, ids.size() - i)));
        if (!rows)
            return rows.error();
        for (const core::SampleRow &row : *rows) {
            if (json)
                say((first ? "[\n" : ",\n") + asJson(row, *names).dump());
            else
                say(line(row));
            first = false;
        }
    }
    if (json)
        say(std::string_view(first ? "[]" : "]"));
    return core::ok();
}

core::Result<ExitStatus> runList(const Arguments &arguments)
{
    const auto filter = queryArgument(arguments);
    if (!filter)
        return filter.error();
    const auto opened = openProject(arguments, core::OpenMode::View);
    if (!opened)
        return opened.error();
    const core::Reader &reader = opened->project->reader();
    const auto ids = reader.find({opened->job.id, *filter});
    if (!ids)
        return ids.error();
    const core::Status printed = print(reader, opened->job.id, *ids, arguments.has("json"));
    return printed ? core::Result<ExitStatus>(Done) : printed.error();
}

}  // namespace

Command listCommand()
{
    return {
        "list",
        QT_TRANSLATE_NOOP(
            "cli",
            "Lists samples: address, state, number of annotations and how a text or what is said begins, tab between."),
        {{"PROJECT", projectHelp}},
        {{"query", "Q", QT_TRANSLATE_NOOP("cli", "only these, e.g. \"label:car -state:labeled\"")},
         {"job", "NAME", jobHelp},
         {"json", nullptr, jsonHelp}},
        runList};
}

}  // namespace app::cli
