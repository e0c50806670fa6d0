#include "app/cli/project_arguments.h"
#include "widgets/editor_view.h"
#include <algorithm>

namespace app::cli {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

core::Error readOnly(const core::Project &project)
{
    core::Error error{core::Code::ReadOnly, "", {project.file().string(), 0, 0, ""}};
    if (const auto holder = project.lockedBy())
        error.detail = holder->user + "@" + holder->host + " pid " + std::to_string(holder->pid);
    for (const core::OpenNotice &notice : project.notices())
        if (error.detail.empty())
            error.detail = notice.detail;
    return error;
}

core::Result<core::Job> jobNamed(const core::Reader &reader, const std::string &name)
{
    const auto jobs = reader.jobs();
    if (!jobs)
        return jobs.error();
    const auto found = name.empty() ? jobs->begin() : std::ranges::find(*jobs, name, &core::Job::name);
    if (found == jobs->end())
        return core::Error{core::Code::NotFound, name, {"", 0, 0, "job"}};
    return *found;
}

}  // namespace

core::Result<OpenedProject> openProject(const Arguments &arguments, core::OpenMode mode)
{
    auto project = core::Project::open(arguments.path(0), mode);
    if (!project)
        return project.error();
    if (mode == core::OpenMode::Edit && (*project)->isReadOnly())
        return readOnly(**project);
    auto job = jobNamed((*project)->reader(), arguments.text("job"));
    if (!job)
        return job.error();
    return OpenedProject{std::move(*project), std::move(*job)};
}

std::filesystem::path folderOf(const core::Project &project)
{
    return std::filesystem::absolute(project.file()).parent_path();
}

core::Result<const formats::Format *> formatArgument(const Arguments &arguments, const char *option)
{
    if (!arguments.has(option))
        return nullptr;
    if (const formats::Format *format = formats::formatById(arguments.text(option)))
        return format;
    QStringList known;
    for (const formats::Format &format : formats::allFormats())
        known << QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
    return usageError(words(QT_TRANSLATE_NOOP("cli", "--%1: no format '%2'; there are: %3"))
                          .arg(option, arguments.value(option), known.join(' ')));
}

core::Result<std::vector<core::PathMap>> mapArguments(const Arguments &arguments)
{
    std::vector<core::PathMap> maps;
    for (const QString &text : arguments.values("map")) {
        auto map = core::parsePathMap(text.toStdString());
        if (!map)
            return usageError(
                words(QT_TRANSLATE_NOOP("cli", "--map: '%1' is not of the form s3://bucket=DIR")).arg(text));
        map->folder = std::filesystem::absolute(map->folder).lexically_normal();
        maps.push_back(std::move(*map));
    }
    return maps;
}

core::Result<formats::Options> optArguments(const Arguments &arguments, const formats::Format *format, Way way,
                                            const char *option)
{
    formats::Options options;
    for (const QString &text : arguments.values(option)) {
        const std::string key = text.section('=', 0, 0).toStdString(), value = text.section('=', 1).toStdString();
        if (!text.contains('='))
            return usageError(words(QT_TRANSLATE_NOOP("cli", "--opt: '%1' is not of the form key=value")).arg(text));
        options[key] = value;
        if (!format)
            continue;
        const auto spec = std::ranges::find_if(format->options, [&](const formats::OptionSpec &s) {
            return s.name == key && (way == Way::Reading ? s.forReading : s.forWriting);
        });
        if (spec == format->options.end())
            return usageError(words(QT_TRANSLATE_NOOP("cli", "--opt: the format has no option '%1'"))
                                  .arg(QString::fromStdString(key)));
        if (!spec->choices.empty() && std::ranges::find(spec->choices, value) == spec->choices.end())
            return usageError(words(QT_TRANSLATE_NOOP("cli", "--opt %1: no such value")).arg(text));
    }
    return options;
}

core::Result<core::Filter> queryArgument(const Arguments &arguments)
{
    auto filter = core::parseFilter(arguments.text("query"));
    if (!filter)
        return usageError(QString("--query: ") + QString::fromStdString(describe(filter.error())));
    return filter;
}

core::Result<core::JobKind> kindArgument(const Arguments &arguments)
{
    const auto kind = core::jobKindFromName(arguments.text("kind"));
    if (kind && widgets::editorFor(*kind))
        return *kind;
    QStringList known;
    for (const widgets::EditorKind &editor : widgets::allEditorKinds())
        for (const core::JobKind each : editor.jobs)
            known << core::kindName(each);
    return usageError(
        words(QT_TRANSLATE_NOOP("cli", "--kind: '%1' is none of: %2")).arg(arguments.value("kind"), known.join(' ')));
}

std::vector<core::PathMap> pathMaps(const core::Reader &reader)
{
    const auto stored = reader.setting("path_maps");
    return stored && *stored ? core::pathMapsFromJson(**stored) : std::vector<core::PathMap>();
}

}  // namespace app::cli
