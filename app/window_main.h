// The window as main starts it: on a project, or to render one picture of itself and end.
#pragma once
#include <QSize>
#include <QString>
#include <filesystem>
#include <optional>

namespace app {

struct ScreenshotRequest {
    std::filesystem::path file;  // PNG
    QString sample;              // uri or file name of the sample to show; empty: the one the project was left at
    QSize size{1440, 900};
};

struct WindowOptions {
    std::filesystem::path project;  // empty: the start page
    QString language;               // "zh", "en"; empty: from the settings
    QString theme;                  // "dark", "light"; empty: from the settings
    std::optional<ScreenshotRequest> screenshot;
};

// Needs a QApplication. Returns the exit status of the process: 0 done, 1 the project or the picture failed.
int runWindow(const WindowOptions &options);

}  // namespace app
