// labelwright publish PROJECT VERSION TARGET [--train 0.8] [--seed N] [--keep-hard]
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/project_arguments.h"
#include "app/publish.h"
#include "widgets/media_service.h"

namespace app::cli {

namespace {

core::Result<PublishOptions> publishOptions(const Arguments &arguments)
{
    PublishOptions options;
    bool understood = true;
    if (arguments.has("train"))
        options.trainShare = arguments.value("train").toDouble(&understood);
    if (!understood || !(options.trainShare >= 0 && options.trainShare <= 1))
        return usageError(QCoreApplication::translate("cli", "--train: '%1' is not a number from 0 to 1")
                              .arg(arguments.value("train")));
    if (arguments.has("seed"))
        options.seed = arguments.value("seed").toLongLong(&understood);
    if (!understood)
        return usageError(
            QCoreApplication::translate("cli", "--seed: '%1' is not a whole number").arg(arguments.value("seed")));
    auto maps = mapArguments(arguments);
    if (!maps)
        return maps.error();
    options.maps = std::move(*maps);
    options.version = arguments[1].toStdString();
    options.description = arguments.text("description");
    options.keepHard = arguments.has("keep-hard");
    options.probe = widgets::stillProbe();
    return options;
}

core::Result<ExitStatus> runPublish(const Arguments &arguments)
{
    auto options = publishOptions(arguments);
    if (!options)
        return options.error();
    const auto opened = openProject(arguments, core::OpenMode::Edit);
    if (!opened)
        return opened.error();
    options->job = opened->job;
    for (core::PathMap &map : pathMaps(opened->project->reader()))
        options->maps.push_back(std::move(map));
    Progress progress(QCoreApplication::translate("cli", "Publishing"));
    const auto published = publish(*opened->project, arguments.path(2), *options, progress.task());
    if (!published)
        return published.error();
    say(QCoreApplication::translate("cli", "%1: %2 samples, %3 to train, %4 to evaluate.")
            .arg(arguments[1])
            .arg(published->samples)
            .arg(published->train)
            .arg(published->eval));
    return Done;
}

}  // namespace

Command publishCommand()
{
    return {"publish",
            QT_TRANSLATE_NOOP("cli", "Writes a version as a ModelArts tree and records it in the project."),
            {{"PROJECT", projectHelp},
             {"VERSION", QT_TRANSLATE_NOOP("cli", "its name, e.g. V001")},
             {"TARGET", QT_TRANSLATE_NOOP("cli", "the folder; it gets annotation/VERSION/VERSION.manifest")}},
            {{"job", "NAME", jobHelp},
             {"train", "0.8", QT_TRANSLATE_NOOP("cli", "share of the labeled samples that train; the others evaluate")},
             {"seed", "N", QT_TRANSLATE_NOOP("cli", "the same seed splits the same way")},
             {"keep-hard", nullptr, QT_TRANSLATE_NOOP("cli", "tells what is hard")},
             {"description", "TEXT", QT_TRANSLATE_NOOP("cli", "kept with the version")},
             {"map", "s3://bucket=DIR", QT_TRANSLATE_NOOP("cli", "where remote media lie here; may be repeated")}},
            runPublish};
}

}  // namespace app::cli
