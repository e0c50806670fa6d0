// labelwright check PROJECT [--repair] [--json]
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace app::cli {

namespace {

nlohmann::ordered_json asJson(const std::vector<core::CheckFinding> &findings)
{
    auto list = nlohmann::ordered_json::array();
    for (const core::CheckFinding &finding : findings)
        list.push_back({{"what", finding.what}, {"rows", finding.rows}, {"repairable", finding.repairable}});
    return list;
}

core::Result<ExitStatus> runCheck(const Arguments &arguments)
{
    auto findings = core::checkProject(arguments.path(0), false);
    if (!findings)
        return findings.error();
    if (arguments.has("json"))
        say(asJson(*findings).dump(2));
    else
        for (const core::CheckFinding &finding : *findings)
            say(finding.what + ": " + std::to_string(finding.rows) + (finding.repairable ? " (repairable)" : ""));
    if (arguments.has("repair") && std::ranges::any_of(*findings, &core::CheckFinding::repairable)) {
        if (const auto repaired = core::checkProject(arguments.path(0), true); !repaired)
            return repaired.error();
        findings = core::checkProject(arguments.path(0), false);
        if (!findings)
            return findings.error();
    }
    return findings->empty() ? Done : Failed;
}

}  // namespace

Command checkCommand()
{
    return {"check",
            QT_TRANSLATE_NOOP("cli",
                              "Examines a project file; prints what is wrong with it. Status 1: something still is."),
            {{"PROJECT", projectHelp}},
            {{"repair", nullptr, QT_TRANSLATE_NOOP("cli", "mends what can be mended")}, {"json", nullptr, jsonHelp}},
            runCheck};
}

}  // namespace app::cli
