#include "app/window_main.h"
#include "app/job_runner.h"
#include "app/main_window.h"
#include "app/project_flow.h"
#include "app/screenshot.h"
#include "app/settings.h"
#include "app/translation.h"
#include "widgets/media_service.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QTemporaryDir>
#include <iostream>
#include <thread>

namespace app {

namespace {

constexpr qint64 pictureCacheBytes = 512LL << 20;

Language languageOf(const WindowOptions &options, const Settings &settings)
{
    if (options.language == "zh")
        return Language::Chinese;
    if (options.language == "en")
        return Language::English;
    return settings.preferences().language;
}

widgets::Theme themeOf(const WindowOptions &options, const Settings &settings)
{
    if (options.theme == "dark")
        return widgets::Theme::Dark;
    if (options.theme == "light")
        return widgets::Theme::Light;
    return settings.preferences().theme;
}

int takePicture(MainWindow &window, const ScreenshotRequest &request)
{
    Screenshot screenshot(window, request);
    QObject::connect(&screenshot, &Screenshot::finished, qApp, [](const QString &fault) {
        if (!fault.isEmpty())
            std::cerr << fault.toStdString() << '\n';
        QApplication::exit(fault.isEmpty() ? 0 : 1);
    });
    return QApplication::exec();
}

}  // namespace

int runWindow(const WindowOptions &options)
{
    QApplication::setDesktopFileName("labelwright");
    QApplication::setWindowIcon(QIcon(":/labelwright.svg"));
    const QTemporaryDir scratch;  // a picture neither depends on the user's settings nor changes them
    Settings settings(options.screenshot ? scratch.filePath("settings.ini") : QString());
    if (options.screenshot) {
        Preferences still = settings.preferences();
        still.playback.playsOnOpening = false;  // or each picture has its playhead elsewhere
        settings.setPreferences(still);
    }
    Translation translation;
    translation.speak(languageOf(options, settings));
    widgets::applyTheme(themeOf(options, settings));
    // Two at least: one may be busy for seconds with a picture too large for memory.
    const int threads = int(std::max(3U, std::thread::hardware_concurrency()) - 1);
    widgets::MediaService media(threads, pictureCacheBytes);
    JobRunner jobs;
    MainWindow window({settings, media, jobs, translation});
    if (options.screenshot)
        window.resize(options.screenshot->size);
    window.show();
    const bool opened = options.project.empty()
                        || window.projects().open(widgets::pathText(std::filesystem::absolute(options.project)));
    if (!options.screenshot)
        return QApplication::exec();
    if (!opened) {
        std::cerr << options.project.string() << ": cannot be opened\n";
        return 1;
    }
    return takePicture(window, *options.screenshot);
}

}  // namespace app
