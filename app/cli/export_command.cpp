// labelwright export PROJECT TARGET --format ID …
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include "core/save_file.h"
#include "formats/exporter.h"
#include "widgets/media_service.h"
#include <algorithm>
#include <iostream>

namespace app::cli {

namespace {

core::Result<formats::ExportOptions> exportOptions(const Arguments &arguments)
{
    formats::ExportOptions options;
    if (!arguments.has("format"))
        return usageError(QCoreApplication::translate("cli", "missing option: --format"));
    const auto format = formatArgument(arguments, "format");
    if (!format)
        return format.error();
    auto formatOptions = optArguments(arguments, *format, Way::Writing);
    auto filter = queryArgument(arguments);
    auto maps = mapArguments(arguments);
    if (!formatOptions || !filter || !maps)
        return !formatOptions ? formatOptions.error() : !filter ? filter.error() : maps.error();
    options.format = *format;
    options.formatOptions = std::move(*formatOptions);
    options.query.filter = std::move(*filter);
    options.maps = std::move(*maps);
    options.allowLoss = arguments.has("allow-loss");
    options.probe = widgets::stillProbe();
    return options;
}

void tellLosses(const formats::LossReport &report)
{
    for (const formats::Loss &loss : report.losses)
        complain(QCoreApplication::translate("cli", "the format cannot hold: %1 (%2 samples, e.g. %3)")
                     .arg(QString::fromStdString(loss.what))
                     .arg(loss.samples)
                     .arg(QString::fromStdString(loss.example))
                     .toStdString());
}

core::Result<ExitStatus> runExport(const Arguments &arguments)
{
    auto options = exportOptions(arguments);
    if (!options)
        return options.error();
    const auto opened = openProject(arguments, core::OpenMode::View);
    if (!opened)
        return opened.error();
    options->job = opened->job;
    options->query.job = opened->job.id;
    const auto reader = opened->project->newReader();
    if (!reader)
        return reader.error();
    for (core::PathMap &map : pathMaps(**reader))
        options->maps.push_back(std::move(map));
    Progress progress(QCoreApplication::translate("cli", "Exporting"));
    const auto report =
        formats::exportTo(arguments.path(1), *options, **reader, folderOf(*opened->project), progress.task());
    if (!report) {
        if (report.error().code == core::Code::Loss)
            if (const auto losses = formats::preflight(*options, **reader, progress.task()))
                tellLosses(*losses);
        return report.error();
    }
    list(report->issues);
    if (options->allowLoss)
        tellLosses(report->losses);
    if (arguments.has("report"))
        if (const auto saved = core::saveWhole(arguments.text("report"), toJson(*report) + "\n"); !saved)
            return saved.error();
    say(QCoreApplication::translate("cli", "%1 samples, %2 annotations.")
            .arg(report->samples)
            .arg(report->annotations));
    const auto refused = [](const formats::Issue &issue) { return issue.severity == formats::Severity::Error; };
    return std::ranges::any_of(report->issues, refused) ? SomeRefused : Done;
}

}  // namespace

Command exportCommand()
{
    return {"export",
            QT_TRANSLATE_NOOP("cli",
                              "Writes samples and their labels in another format. What it cannot hold is said first."),
            {{"PROJECT", projectHelp}, {"TARGET", QT_TRANSLATE_NOOP("cli", "the file or folder to write")}},
            {{"format", "ID", QT_TRANSLATE_NOOP("cli", "the format, see labelwright formats")},
             {"job", "NAME", jobHelp},
             {"query", "Q", QT_TRANSLATE_NOOP("cli", "only these, e.g. \"label:car -state:labeled\"")},
             {"allow-loss", nullptr, QT_TRANSLATE_NOOP("cli", "writes what the format can hold, without the rest")},
             {"map", "s3://bucket=DIR", QT_TRANSLATE_NOOP("cli", "where remote media lie here; may be repeated")},
             {"opt", "key=value", QT_TRANSLATE_NOOP("cli", "an option of the format; may be repeated")},
             {"report", "FILE.json", QT_TRANSLATE_NOOP("cli", "writes counts and issues as JSON")}},
            runExport};
}

}  // namespace app::cli
