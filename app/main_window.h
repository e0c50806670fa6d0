// Places the panels, menus and bars; what they do is in the controllers it makes.
#pragma once
#include "app/actions.h"
#include "app/session.h"
#include <QMainWindow>

class QStackedWidget;
class QDockWidget;
class QToolBar;

namespace widgets {
class MediaService;
class MessageBar;
}  // namespace widgets

namespace app {

class EditorHost;
class JobRunner;
class ProjectFlow;
class SampleBrowser;
class Settings;
class Translation;

struct Services {
    Settings &settings;
    widgets::MediaService &media;
    JobRunner &jobs;
    Translation &translation;
};

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    Session &session() { return m_session; }
    ProjectFlow &projects() { return *m_projects; }
    SampleBrowser &browser() { return *m_browser; }
    EditorHost &editor() { return *m_editor; }
    widgets::MessageBar &messages() { return *m_messages; }
    Actions &actions() { return m_actions; }
    bool isGridShown() const;
    void showGrid(bool shown);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Parts;
    void makeParts();
    void placeParts();
    void connectParts();
    QDockWidget *dock(const char *name, QWidget *widget, Qt::DockWidgetArea area);
    void act(const QByteArray &id);
    void showProject();
    void showKind();
    void showTitle();
    void showTools();
    void retranslate();
    void applyPreferences(const Preferences *before);
    void layOut();
    bool isOffered(const QDockWidget &dock) const;  // of use for this kind of job
    void keepLayout();

    Services m_services;
    Actions m_actions;
    Session m_session;
    widgets::MessageBar *m_messages;
    QStackedWidget *m_pages;
    EditorHost *m_editor;
    SampleBrowser *m_browser;
    ProjectFlow *m_projects;
    QToolBar *m_tools;
    std::unique_ptr<Parts> m_parts;
    QByteArray m_layoutKey;  // under which the docks' places are kept; empty: they are hidden
};

}  // namespace app
