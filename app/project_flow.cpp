#include "app/project_flow.h"
#include "app/demo/demo.h"
#include "app/dialogs/new_project_dialog.h"
#include "app/job_runner.h"
#include "app/settings.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <chrono>
#include <utility>

namespace app {

using namespace std::chrono_literals;
using widgets::Severity;

QString demoFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/labelwright/demo";
}

QString noticeText(const core::OpenNotice &notice, const std::optional<core::LockHolder> &holder)
{
    using Kind = core::OpenNotice::Kind;
    switch (notice.kind) {
    case Kind::LockedByOther:
        return holder ? ProjectFlow::tr("Read-only: %1 has this project open on %2 (process %3).")
                            .arg(widgets::toQString(holder->user), widgets::toQString(holder->host))
                            .arg(holder->pid)
                      : ProjectFlow::tr("Read-only: another program has this project open.");
    case Kind::FileNotWritable: return ProjectFlow::tr("Read-only: the project file may not be written.");
    case Kind::NetworkFileSystem:
        return ProjectFlow::tr(
            "The project lies on a network drive. It is locked while it is open here, and writing is slower.");
    case Kind::Damaged:
        return ProjectFlow::tr("The project file is damaged and opened read-only with what could be read. "
                               "Export it or go back to a backup.");
    case Kind::StaleLockTaken:
        return ProjectFlow::tr("The last session on this project did not end properly. Nothing is lost.");
    case Kind::Upgraded:
        return ProjectFlow::tr("The project was brought to the form of this version. A backup was made before.");
    }
    Q_UNREACHABLE();
}

ProjectFlow::ProjectFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MessageBar &messages,
                         QWidget *window)
    : QObject(window),
      m_session(session),
      m_settings(settings),
      m_jobs(jobs),
      m_messages(messages),
      m_window(window)
{
    m_backupTimer.setSingleShot(true);
    m_backupTimer.setInterval(30min);
    connect(&m_backupTimer, &QTimer::timeout, this, [this] { backup("work"); });
    connect(&session, &Session::changed, this, [this] {
        if (!m_backupTimer.isActive())
            m_backupTimer.start();
    });
}

bool ProjectFlow::act(const QByteArray &id)
{
    if (id == "project.new")
        askNew();
    else if (id == "project.open")
        askOpen();
    else if (id == "project.close")
        close();
    else
        return false;
    return true;
}

bool ProjectFlow::open(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    m_messages.clear();
    close();
    if (!m_session.open(widgets::toPath(path)))
        return false;
    opened();
    return true;
}

void ProjectFlow::askOpen()
{
    const QString file = QFileDialog::getOpenFileName(
        m_window, ProjectFlow::tr("Open project"), m_settings.folder("project"),
        ProjectFlow::tr("Labelwright projects (*.labelwright)") + ";;" + ProjectFlow::tr("All files (*)"));
    if (!file.isEmpty())
        open(file);
}

void ProjectFlow::askNew()
{
    NewProjectOptions start;
    start.folder = m_settings.folder("project");
    const auto wanted = NewProjectDialog::ask(m_window, start);
    if (!wanted)
        return;
    m_messages.clear();
    const auto what = newProject(*wanted);
    if (!what) {
        m_messages.showError(what.error(), ProjectFlow::tr("Make the project"));
        return;
    }
    close();
    if (m_session.create(widgets::toPath(wanted->file()), *what))
        opened();
}

void ProjectFlow::openDemo()
{
    const QString folder = demoFolder(), first = folder + "/object_detection.labelwright";
    if (QFileInfo::exists(first)) {
        open(first);
        return;
    }
    m_jobs.start(
        ProjectFlow::tr("Make the demo"),
        [folder](core::TaskContext &task) -> core::Status { return demo::writeDemo(widgets::toPath(folder), task); },
        [this, first](const core::Status &status) {
            if (!status && status.error().code != core::Code::Cancelled)
                m_messages.showError(status.error(), ProjectFlow::tr("Make the demo"));
            else if (status)
                open(first);
        });
}

void ProjectFlow::opened()
{
    m_settings.setFolder("project", widgets::pathText(m_session.folder()));
    noteRecent();
    showNotices();
}

void ProjectFlow::close()
{
    if (!m_session.project())
        return;
    m_jobs.stopAll();
    m_backupTimer.stop();
    noteRecent();
    m_counts.reset();
    m_session.close();
}

void ProjectFlow::setCounts(const core::StateCounts &counts)
{
    if (!m_session.project() || (!m_counts && counts.all == 0))  // a list that was just emptied
        return;
    const bool first = !std::exchange(m_counts, counts);
    if (first)
        noteRecent();
}

void ProjectFlow::noteRecent()
{
    RecentProject note{widgets::pathText(m_session.project()->file()), 0, 0};
    for (const RecentProject &each : m_settings.recent())
        if (each.file == note.file)
            note = each;
    if (m_counts) {
        note.labeled = m_counts->labeled;
        note.all = m_counts->all;
    }
    m_settings.noteRecent(note);
}

void ProjectFlow::showNotices()
{
    using Kind = core::OpenNotice::Kind;
    const core::Project &project = *m_session.project();
    for (const core::OpenNotice &notice : project.notices()) {
        const bool harmless = notice.kind == Kind::StaleLockTaken || notice.kind == Kind::Upgraded;
        m_messages.show(harmless                       ? Severity::Note
                        : notice.kind == Kind::Damaged ? Severity::Error
                                                       : Severity::Warning,
                        noticeText(notice, project.lockedBy()), widgets::toQString(notice.detail));
    }
}

void ProjectFlow::backup(const QString &why)
{
    m_backupTimer.stop();
    if (m_session.isReadOnly())
        return;
    core::Project *project = m_session.project();  // outlives the job: close() stops it first
    m_jobs.start(
        ProjectFlow::tr("Backup"),
        [project, reason = why.toStdString()](core::TaskContext &) { return project->backup(reason); },
        [this](const core::Status &status) {
            if (!status)
                m_messages.showError(status.error(), ProjectFlow::tr("Backup"));
        });
}

}  // namespace app
