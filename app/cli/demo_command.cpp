// labelwright demo DIR
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/demo/demo.h"
#include <QCoreApplication>

namespace app::cli {

namespace {

core::Result<ExitStatus> runDemo(const Arguments &arguments)
{
    Progress progress(QCoreApplication::translate("cli", "Painting"));
    const core::Status written = demo::writeDemo(arguments.path(0), progress.task());
    return written ? core::Result<ExitStatus>(Done) : written.error();
}

}  // namespace

Command demoCommand()
{
    return {"demo",
            QT_TRANSLATE_NOOP("cli", "Writes a project of each kind to try, with painted media."),
            {{"DIR", QT_TRANSLATE_NOOP("cli", "the folder to write to")}},
            {},
            runDemo};
}

}  // namespace app::cli
