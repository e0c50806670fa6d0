// labelwright formats [--json]
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include <nlohmann/json.hpp>

namespace app::cli {

namespace {

nlohmann::ordered_json describe(const formats::Format &format)
{
    auto kinds = nlohmann::ordered_json::array();
    for (const core::JobKind kind : format.kinds)
        kinds.push_back(core::kindName(kind));
    auto options = nlohmann::ordered_json::array();
    for (const formats::OptionSpec &option : format.options)
        options.push_back({{"name", option.name},
                           {"default", option.defaultValue},
                           {"choices", option.choices},
                           {"reads", option.forReading},
                           {"writes", option.forWriting}});
    return {{"id", format.id},
            {"title", format.title},
            {"kinds", std::move(kinds)},
            {"reads", bool(format.newReader)},
            {"writes", bool(format.newWriter)},
            {"options", std::move(options)}};
}

core::Result<ExitStatus> runFormats(const Arguments &arguments)
{
    auto all = nlohmann::ordered_json::array();
    for (const formats::Format &format : formats::allFormats()) {
        all.push_back(describe(format));
        if (!arguments.has("json"))
            say(QString("%1 %2 %3")
                    .arg(QString::fromUtf8(format.id.data(), qsizetype(format.id.size())), -34)
                    .arg(QString(format.newReader ? "r" : "-") + (format.newWriter ? "w" : "-"))
                    .arg(QString::fromUtf8(format.title.data(), qsizetype(format.title.size()))));
    }
    if (arguments.has("json"))
        say(all.dump(2));
    return Done;
}

}  // namespace

Command formatsCommand()
{
    return {"formats",
            QT_TRANSLATE_NOOP("cli", "Lists the label formats it reads (r) and writes (w)."),
            {},
            {{"json", nullptr, jsonHelp}},
            runFormats};
}

}  // namespace app::cli
