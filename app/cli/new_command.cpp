// labelwright new PROJECT --kind KIND [--job NAME] [--labels a,b,…] [--multi-label] [--exclusive]
//   [--overlap free|nested|none|gapless] [--misfit refuse|flag] [--content] [--label-class NAME:a,b,…]…
#include "app/cli/commands.h"
#include "app/cli/project_arguments.h"
#include "app/job_rules.h"

namespace app::cli {

namespace {

core::Result<std::vector<core::Label>> labelsFrom(core::JobKind kind, const QString &text)
{
    QStringList names;
    for (const QString &each : text.split(',', Qt::SkipEmptyParts))
        names << each.trimmed();
    auto labels = labelsOf(kind, names);
    if (!labels && labels.error().where.field.empty())
        return usageError(QCoreApplication::translate("cli", "--labels: '%1' is empty or named twice")
                              .arg(QString::fromStdString(labels.error().detail)));
    if (!labels)
        return usageError(QCoreApplication::translate("cli", "--labels: '%1': there is no entity label '%2'")
                              .arg(QString::fromStdString(labels.error().detail),
                                   QString::fromStdString(labels.error().where.field)));
    return labels;
}

bool mayOverlap(core::JobKind kind)
{
    return hasEntities(kind) || hasSegments(kind);
}

// An option of another kind of job, or with a value it does not know, is a mistake.
core::Result<JobRules> rulesFrom(core::JobKind kind, const Arguments &arguments)
{
    const std::pair<const char *, bool (*)(core::JobKind)> owners[] = {
        {"labels", hasLabels},       {"multi-label", takesManyLabels}, {"exclusive", hasMasks},
        {"overlap", mayOverlap},     {"misfit", hasRelations},         {"content", hasSegments},
        {"label-class", hasSegments}};
    for (const auto &[option, has] : owners)
        if (arguments.has(option) && !has(kind))
            return usageError(QCoreApplication::translate("cli", "--%1: not for jobs of the kind %2")
                                  .arg(QLatin1String(option), QLatin1String(core::kindName(kind))));
    const auto chosen = [&](const char *option, const QStringList &words) -> core::Result<int> {
        const auto at = arguments.has(option) ? words.indexOf(arguments.value(option)) : 0;
        if (at < 0)
            return usageError(QCoreApplication::translate("cli", "--%1: '%2' is none of: %3")
                                  .arg(QLatin1String(option), arguments.value(option), words.join(' ')));
        return int(at);
    };
    const QStringList segments{"free", "none", "gapless"}, entities{"free", "nested", "none"};
    const auto overlap = chosen("overlap", hasSegments(kind) ? segments : entities);
    const auto misfit = chosen("misfit", {"refuse", "flag"});
    if (!overlap || !misfit)
        return overlap ? misfit.error() : overlap.error();
    auto classes = labelClassesOf(arguments.values("label-class").join('\n'));
    if (!classes)
        return usageError(QCoreApplication::translate("cli", "--label-class: '%1' has no name or is there twice")
                              .arg(QString::fromStdString(classes.error().detail)));
    JobRules rules;
    rules.manyLabels = arguments.has("multi-label");
    rules.exclusive = arguments.has("exclusive");
    rules.overlap = core::Overlap(*overlap);
    rules.flagsMisfits = *misfit == 1;
    rules.segments = core::SegmentRule(*overlap);
    rules.content = arguments.has("content");
    rules.labelClasses = std::move(*classes);
    return rules;
}

core::Result<ExitStatus> runNew(const Arguments &arguments)
{
    if (!arguments.has("kind"))
        return usageError(QCoreApplication::translate("cli", "missing option: --kind"));
    const auto kind = kindArgument(arguments);
    if (!kind)
        return kind.error();
    auto labels = labelsFrom(*kind, arguments.value("labels"));
    const auto rules = rulesFrom(*kind, arguments);
    if (!labels || !rules)
        return labels ? rules.error() : labels.error();
    core::Job job;
    job.kind = *kind;
    core::NewProject what;
    what.kind = *kind;
    what.options = withRules(std::move(job), *rules).options;
    what.labels = std::move(*labels);
    if (arguments.has("job"))
        what.jobName = arguments.text("job");
    const auto project = core::Project::create(arguments.path(0), what);
    return project ? core::Result<ExitStatus>(Done) : project.error();
}

}  // namespace

Command newCommand()
{
    return {
        "new",
        QT_TRANSLATE_NOOP("cli", "Makes an empty project."),
        {{"PROJECT", projectHelp}},
        {{"kind", "KIND", QT_TRANSLATE_NOOP("cli", "what its job labels, e.g. object_detection")},
         {"job", "NAME", QT_TRANSLATE_NOOP("cli", "the name of its first labelling job")},
         {"labels", "a,b,…",
          QT_TRANSLATE_NOOP("cli", "labels to begin with; of triplets also relations: author(Book>Person)")},
         {"multi-label", nullptr, QT_TRANSLATE_NOOP("cli", "classification: a sample may have several labels")},
         {"exclusive", nullptr, QT_TRANSLATE_NOOP("cli", "segmentation: masks do not overlap")},
         {"overlap", "free",
          QT_TRANSLATE_NOOP("cli", "entities: free, nested (one within another) or none (they share no text); segments "
                                   "of speech: free, none or gapless (each begins where one ends)")},
         {"misfit", "refuse",
          QT_TRANSLATE_NOOP("cli", "triplets: refuse or flag relations between entities their label does not allow")},
         {"content", nullptr, QT_TRANSLATE_NOOP("cli", "segments of speech carry what is said")},
         {"label-class", "NAME:a,b,…",
          QT_TRANSLATE_NOOP("cli", "segments of speech: what else is chosen for each, may be given several times")}},
        runNew};
}

}  // namespace app::cli
