// From one project to the next: new, open, recent, demo, close; backups; what the user must know of how it was opened.
#pragma once
#include "app/session.h"
#include "core/reader.h"
#include <QTimer>
#include <optional>

namespace widgets {
class MessageBar;
}

namespace app {

class JobRunner;
class Settings;

class ProjectFlow : public QObject {
    Q_OBJECT
public:
    ProjectFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MessageBar &messages, QWidget *window);

    bool act(const QByteArray &id);  // project.new, .open, .close; false: not mine
    bool open(const QString &file);
    void askNew();
    void askOpen();
    void openDemo();
    void close();  // cancels the jobs of the project, keeps place and recent entry
    // What the list counted: shown with the project among the recent ones. Counting here would stop the window.
    void setCounts(const core::StateCounts &counts);
    // Beside the window: an online copy of the project as it is now.
    void backup(const QString &why);

private:
    void opened();
    void noteRecent();
    void showNotices();

    Session &m_session;
    Settings &m_settings;
    JobRunner &m_jobs;
    widgets::MessageBar &m_messages;
    QWidget *m_window;
    std::optional<core::StateCounts> m_counts;  // empty: not counted yet
    QTimer m_backupTimer;                       // runs since the first change after the last backup
};

QString demoFolder();
QString noticeText(const core::OpenNotice &notice, const std::optional<core::LockHolder> &holder);

}  // namespace app
