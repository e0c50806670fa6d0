// labelwright stats PROJECT [--job NAME] [--json]
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include "app/statistics.h"

namespace app::cli {

namespace {

core::Result<ExitStatus> runStats(const Arguments &arguments)
{
    const auto opened = openProject(arguments, core::OpenMode::View);
    if (!opened)
        return opened.error();
    const auto figures = projectFigures(opened->project->reader(), opened->job);
    if (!figures)
        return figures.error();
    if (arguments.has("json")) {
        say(figures->dump(2));
        return Done;
    }
    for (const auto &[key, value] : figures->items())
        if (!value.is_array())
            say(key + ": " + (value.is_string() ? value.get<std::string>() : value.dump()));
    for (const auto &label : (*figures)["labels"])
        say("  " + label["name"].get<std::string>() + ": " + label["annotations"].dump() + " / "
            + label["samples"].dump());
    return Done;
}

}  // namespace

Command statsCommand()
{
    return {"stats",
            QT_TRANSLATE_NOOP("cli", "Counts samples, states and, per label, annotations / samples."),
            {{"PROJECT", projectHelp}},
            {{"job", "NAME", jobHelp}, {"json", nullptr, jsonHelp}},
            runStats};
}

}  // namespace app::cli
