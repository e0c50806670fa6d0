// Starts the window or, with a sub-command, the command line.
#include "app/cli/command_line.h"
#include <QApplication>

namespace {

// A picture of the window needs no screen and is not heard.
void useNoScreen()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("SDL_AUDIODRIVER", "dummy");
}

bool rendersOnly(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        if (QByteArray(argv[i]).startsWith("--screenshot"))
            return true;
    return false;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName("labelwright");
    QCoreApplication::setApplicationVersion(LABELWRIGHT_VERSION);
    if (argc > 1 && app::cli::isCommand(QString::fromLocal8Bit(argv[1]))) {
        QCoreApplication application(argc, argv);
        return app::cli::runCommand(application.arguments().mid(1));
    }
    if (rendersOnly(argc, argv))
        useNoScreen();
    QApplication application(argc, argv);
    return app::cli::runWindowCommand(application.arguments().mid(1));
}
