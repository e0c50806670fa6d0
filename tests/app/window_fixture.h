// A real main window on a small project of its own, driven by key and mouse events.
#pragma once
#include "app/editor_host.h"
#include "app/job_runner.h"
#include "app/main_window.h"
#include "app/project_flow.h"
#include "app/sample_browser.h"
#include "app/settings.h"
#include "app/translation.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include "widgets/editor_view.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/media_service.h"
#include <QDialog>
#include <QImage>
#include <QTemporaryDir>

namespace tests {

struct WindowFixture {
    QTemporaryDir folder;
    app::Settings settings{folder.filePath("settings.ini")};
    app::Translation translation;
    widgets::MediaService media{1, 16 << 20};
    app::JobRunner jobs;
    std::unique_ptr<app::MainWindow> window;

    app::Session &session() { return window->session(); }
    const core::Reader &reader() { return session().project()->reader(); }
    widgets::SampleListModel &list() { return window->browser().model(); }
    QString file() const { return folder.filePath("photos.labelwright"); }

    // Images img_0.png … of 400 × 300 pixels and a project that lists them, with labels "l1", "l2" …
    void makeProject(core::JobKind kind, int images, int labels, bool many = false);
    // Texts "text_0" … in a job of that kind. The labels' ids are 1, 2 … in their order.
    void makeTexts(core::JobKind kind, const std::vector<std::string> &texts, std::vector<core::Label> labels);
    void openWindow();  // shown, active, on the project, its list read
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Runs `open`, which shows a modal dialog, and `drive` once it is there. The dialog is closed at the latest when
    // `drive` returns. False: no dialog came.
    bool inDialog(const std::function<void()> &open, const std::function<void(QDialog &)> &drive);
    core::SampleContent content(int image);  // as stored
    core::SampleContent text(int index);
    std::vector<std::string> labelNames(const core::SampleContent &content);  // of its annotations, in their order
    std::vector<std::string> labelsOf(int image);  // names of its annotations' labels, in drawing order
    core::SampleId sample(int image);
    QString current();  // file name of the sample in the editor
};

}  // namespace tests
