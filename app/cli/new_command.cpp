// labelwright new PROJECT --kind KIND [--job NAME] [--labels a,b,…]
#include "app/cli/commands.h"
#include "app/cli/project_arguments.h"
#include "widgets/theme.h"

namespace app::cli {

namespace {

core::Result<std::vector<core::Label>> labelsFrom(const QString &text)
{
    std::vector<core::Label> labels;
    for (const QString &each : text.split(',', Qt::SkipEmptyParts)) {
        const std::string name = each.trimmed().toStdString();
        if (name.empty() || std::ranges::find(labels, name, &core::Label::name) != labels.end())
            return usageError(QCoreApplication::translate("cli", "--labels: '%1' is empty or named twice").arg(each));
        core::Label label;
        label.name = name;
        label.rgb = widgets::nextLabelColor(labels);
        label.position = int(labels.size());
        labels.push_back(std::move(label));
    }
    return labels;
}

core::Result<ExitStatus> run(const Arguments &arguments)
{
    if (!arguments.has("kind"))
        return usageError(QCoreApplication::translate("cli", "missing option: --kind"));
    const auto kind = kindArgument(arguments);
    if (!kind)
        return kind.error();
    auto labels = labelsFrom(arguments.value("labels"));
    if (!labels)
        return labels.error();
    core::NewProject what;
    what.kind = *kind;
    what.labels = std::move(*labels);
    if (arguments.has("job"))
        what.jobName = arguments.text("job");
    const auto project = core::Project::create(arguments.path(0), what);
    return project ? core::Result<ExitStatus>(Done) : project.error();
}

}  // namespace

Command newCommand()
{
    return {"new",
            QT_TRANSLATE_NOOP("cli", "Makes an empty project."),
            {{"PROJECT", projectHelp}},
            {{"kind", "KIND", QT_TRANSLATE_NOOP("cli", "what its job labels, e.g. object_detection")},
             {"job", "NAME", QT_TRANSLATE_NOOP("cli", "the name of its first labelling job")},
             {"labels", "a,b,…", QT_TRANSLATE_NOOP("cli", "labels to begin with")}},
            run};
}

}  // namespace app::cli
