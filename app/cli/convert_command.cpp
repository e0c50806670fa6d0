// labelwright convert SOURCE TARGET --from ID --to ID
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include "formats/exporter.h"
#include "formats/importer.h"
#include "widgets/media_service.h"
#include <QTemporaryDir>
#include <algorithm>

namespace app::cli {

namespace {

struct Conversion {
    std::filesystem::path source, target;
    const formats::Format *from = nullptr, *to = nullptr;
    core::JobKind kind = core::JobKind::ImageClassification;
    std::vector<core::PathMap> maps;
    bool allowLoss = false;
    formats::Options readOptions, writeOptions;
};

// Of the kinds both formats hold, the one that takes the most of the first records.
core::Result<core::JobKind> likelyKind(const Conversion &what)
{
    std::optional<core::JobKind> best;
    std::int64_t most = -1;
    for (const core::JobKind kind : what.from->kinds) {
        if (std::ranges::find(what.to->kinds, kind) == what.to->kinds.end())
            continue;
        formats::ImportOptions options;
        options.format = what.from;
        options.maps = what.maps;
        options.formatOptions = what.readOptions;
        options.probe = widgets::stillProbe();
        const auto seen = formats::preview(what.source, options, kind);
        if (!seen)
            return seen.error();
        const auto annotations = std::ranges::count_if(seen->records, [](const formats::Record &record) {
            return std::holds_alternative<formats::AnnotationRecord>(record);
        });
        if (annotations > most) {
            best = kind;
            most = annotations;
        }
    }
    if (!best)
        return usageError(QCoreApplication::translate("cli", "the two formats have no kind in common"));
    return *best;
}

core::Result<Conversion> conversion(const Arguments &arguments)
{
    Conversion what{
        arguments.path(0), arguments.path(1), nullptr, nullptr, {}, {}, arguments.has("allow-loss"), {}, {}};
    for (const char *option : {"from", "to"})
        if (!arguments.has(option))
            return usageError(QCoreApplication::translate("cli", "missing option: --%1").arg(option));
    const auto from = formatArgument(arguments, "from"), to = formatArgument(arguments, "to");
    auto maps = mapArguments(arguments);
    if (!from || !to || !maps)
        return !from ? from.error() : !to ? to.error() : maps.error();
    what.from = *from;
    what.to = *to;
    what.maps = std::move(*maps);
    auto reading = optArguments(arguments, *from, Way::Reading, "from-opt");
    auto writing = optArguments(arguments, *to, Way::Writing, "to-opt");
    if (!reading || !writing)
        return reading ? writing.error() : reading.error();
    what.readOptions = std::move(*reading);
    what.writeOptions = std::move(*writing);
    const auto kind = arguments.has("kind") ? kindArgument(arguments) : likelyKind(what);
    if (!kind)
        return kind.error();
    what.kind = *kind;
    return what;
}

core::Result<formats::ImportReport> take(core::Project &project, const Conversion &what, core::JobId job,
                                         core::TaskContext &task)
{
    formats::ImportOptions options;
    options.format = what.from;
    options.job = job;
    options.maps = what.maps;
    options.formatOptions = what.readOptions;
    options.probe = widgets::stillProbe();
    formats::ImportReport report;
    const auto reader = project.newReader();
    const auto batch = project.newBatch(what.source.string());
    if (!reader || !batch)
        return reader ? batch.error() : reader.error();
    auto imported = formats::importSource(what.source, options, **reader, **batch, folderOf(project), task, report);
    if (!imported) {
        list(report.issues);
        return imported.error();
    }
    const auto shown = project.apply(std::move(imported->show));
    if (!shown)
        return shown.error();
    return report;
}

core::Result<formats::ExportReport> give(const core::Project &project, const Conversion &what, const core::Job &job,
                                         core::TaskContext &task)
{
    formats::ExportOptions options;
    options.format = what.to;
    options.job = job;
    options.query.job = job.id;
    options.maps = what.maps;
    options.allowLoss = what.allowLoss;
    options.formatOptions = what.writeOptions;
    options.probe = widgets::stillProbe();
    const auto reader = project.newReader();
    if (!reader)
        return reader.error();
    return formats::exportTo(what.target, options, **reader, folderOf(project), task);
}

core::Result<ExitStatus> run(const Arguments &arguments)
{
    const auto what = conversion(arguments);
    if (!what)
        return what.error();
    const QTemporaryDir folder;
    core::NewProject fresh;
    fresh.kind = what->kind;
    const auto project =
        core::Project::create(std::filesystem::path(folder.path().toStdString()) / "convert.labelwright", fresh);
    if (!project)
        return project.error();
    const auto jobs = (*project)->reader().jobs();
    if (!jobs)
        return jobs.error();
    Progress progress(QCoreApplication::translate("cli", "Converting"));
    const auto taken = take(**project, *what, jobs->at(0).id, progress.task());
    if (!taken)
        return taken.error();
    list(taken->issues);
    const auto learned = (*project)->reader().jobs();  // the import may have taught it classes
    if (!learned)
        return learned.error();
    const auto given = give(**project, *what, learned->at(0), progress.task());
    if (!given)
        return given.error();
    list(given->issues);
    say(QCoreApplication::translate("cli", "%1 samples, %2 annotations.").arg(given->samples).arg(given->annotations));
    return taken->rejected > 0 ? SomeRefused : Done;
}

}  // namespace

Command convertCommand()
{
    return {"convert",
            QT_TRANSLATE_NOOP("cli", "Turns labels of one format into another, without a project."),
            {{"SOURCE", QT_TRANSLATE_NOOP("cli", "a manifest, a file or a folder")},
             {"TARGET", QT_TRANSLATE_NOOP("cli", "the file or folder to write")}},
            {{"from", "ID", QT_TRANSLATE_NOOP("cli", "the format of the source, see labelwright formats")},
             {"to", "ID", QT_TRANSLATE_NOOP("cli", "the format of the target")},
             {"kind", "KIND", QT_TRANSLATE_NOOP("cli", "what is labelled, where both formats hold several kinds")},
             {"from-opt", "key=value", QT_TRANSLATE_NOOP("cli", "an option of the source's format; may be repeated")},
             {"to-opt", "key=value", QT_TRANSLATE_NOOP("cli", "an option of the target's format; may be repeated")},
             {"allow-loss", nullptr, QT_TRANSLATE_NOOP("cli", "writes what the format can hold, without the rest")},
             {"map", "s3://bucket=DIR", QT_TRANSLATE_NOOP("cli", "where remote media lie here; may be repeated")}},
            run};
}

}  // namespace app::cli
