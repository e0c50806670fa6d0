// labelwright import PROJECT SOURCE …
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include "core/save_file.h"
#include "formats/importer.h"
#include "widgets/media_service.h"

namespace app::cli {

namespace {

core::Result<formats::ImportOptions> importOptions(const Arguments &arguments)
{
    formats::ImportOptions options;
    const auto format = formatArgument(arguments, "format");
    auto maps = mapArguments(arguments);
    if (!format || !maps)
        return format ? maps.error() : format.error();
    auto formatOptions = optArguments(arguments, *format, Way::Reading);
    if (!formatOptions)
        return formatOptions.error();
    options.format = *format;
    options.maps = std::move(*maps);
    options.formatOptions = std::move(*formatOptions);
    options.annotations = !arguments.has("unlabeled");
    options.final = !arguments.has("to-confirm");
    options.strict = arguments.has("strict");
    options.hardOnly = arguments.has("hard-only");
    for (const QString &label : arguments.values("include-label"))
        options.includeLabels.push_back(label.toStdString());
    for (const QString &label : arguments.values("exclude-label"))
        options.excludeLabels.push_back(label.toStdString());
    options.probe = widgets::stillProbe();
    return options;
}

// The maps that found the media must find them again when the project is opened.
core::Status rememberMaps(core::Project &project, const std::vector<core::PathMap> &added)
{
    if (added.empty())
        return core::ok();
    std::vector<core::PathMap> maps = pathMaps(project.reader());
    for (const core::PathMap &map : added) {
        std::erase_if(maps, [&map](const core::PathMap &old) { return old.prefix == map.prefix; });
        maps.push_back({map.prefix, core::uriFor(map.folder, folderOf(project))});
    }
    return project.setSetting("path_maps", core::toJson(maps));
}

core::Status importInto(core::Project &project, const std::filesystem::path &source,
                        const formats::ImportOptions &options, formats::ImportReport &report)
{
    const auto reader = project.newReader();
    if (!reader)
        return reader.error();
    const auto batch = project.newBatch(source.string());
    if (!batch)
        return batch.error();
    core::Result<formats::Imported> imported = core::Error{};
    {
        Progress progress(QCoreApplication::translate("cli", "Importing"));
        imported =
            formats::importSource(source, options, **reader, **batch, folderOf(project), progress.task(), report);
    }
    if (!imported)
        return imported.error();
    const auto shown = project.apply(std::move(imported->show));
    return shown ? rememberMaps(project, options.maps) : core::Status(shown.error());
}

void tell(const formats::ImportReport &report)
{
    const auto count = [](std::int64_t n, const char *text) {
        if (n > 0)
            say(QCoreApplication::translate("cli", text).arg(n));
    };
    list(report.issues);
    say(QCoreApplication::translate("cli", "%1 of %2 samples are in the labeled state.")
            .arg(report.labeled)
            .arg(report.samples + report.known));
    say(QCoreApplication::translate("cli", "New: %1 samples, %2 annotations, %3 labels.")
            .arg(report.samples)
            .arg(report.annotations)
            .arg(report.labels));
    count(report.known, QT_TRANSLATE_NOOP("cli", "%1 samples were there already."));
    count(report.missing, QT_TRANSLATE_NOOP("cli", "%1 media files were not found."));
    count(report.rejected, QT_TRANSLATE_NOOP("cli", "%1 records were refused."));
    count(report.warnings, QT_TRANSLATE_NOOP("cli", "%1 warnings."));
}

core::Result<ExitStatus> runImport(const Arguments &arguments)
{
    auto options = importOptions(arguments);
    if (!options)
        return options.error();
    const auto opened = openProject(arguments, core::OpenMode::Edit);
    if (!opened)
        return opened.error();
    options->job = opened->job.id;
    formats::ImportReport report;
    const core::Status imported = importInto(*opened->project, arguments.path(1), *options, report);
    if (arguments.has("report"))
        if (const auto saved = core::saveWhole(arguments.text("report"), toJson(report) + "\n"); !saved)
            return saved.error();
    if (!imported) {
        list(report.issues);
        return imported.error();
    }
    tell(report);
    return report.rejected > 0 ? SomeRefused : Done;
}

}  // namespace

Command importCommand()
{
    return {
        "import",
        QT_TRANSLATE_NOOP("cli",
                          "Takes samples and their labels into a project. Refused records are listed on standard "
                          "error (status 3)."),
        {{"PROJECT", projectHelp}, {"SOURCE", QT_TRANSLATE_NOOP("cli", "a manifest, a file or a folder")}},
        {{"format", "ID", QT_TRANSLATE_NOOP("cli", "its format, see labelwright formats; without it, detected")},
         {"job", "NAME", jobHelp},
         {"unlabeled", nullptr, QT_TRANSLATE_NOOP("cli", "takes the samples only")},
         {"to-confirm", nullptr, QT_TRANSLATE_NOOP("cli", "what comes in waits to be confirmed")},
         {"hard-only", nullptr, QT_TRANSLATE_NOOP("cli", "takes hard samples only")},
         {"include-label", "NAME", QT_TRANSLATE_NOOP("cli", "takes only annotations of this label; may be repeated")},
         {"exclude-label", "NAME", QT_TRANSLATE_NOOP("cli", "leaves annotations of this label out; may be repeated")},
         {"strict", nullptr, QT_TRANSLATE_NOOP("cli", "the first fault refuses it all and changes nothing")},
         {"map", "s3://bucket=DIR", QT_TRANSLATE_NOOP("cli", "where remote media lie here; may be repeated")},
         {"opt", "key=value", QT_TRANSLATE_NOOP("cli", "an option of the format; may be repeated")},
         {"report", "FILE.json", QT_TRANSLATE_NOOP("cli", "writes counts and issues as JSON")}},
        runImport};
}

}  // namespace app::cli
