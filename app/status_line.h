// The status bar: how far the job is, whether all is saved, jobs in progress, what the editor says of zoom and place.
#pragma once
#include <QWidget>

class QLabel;
class QStatusBar;

namespace core {
struct StateCounts;
}
namespace widgets {
class JobsButton;
}

namespace app {

class JobRunner;

class StatusLine : public QObject {
    Q_OBJECT
public:
    StatusLine(QStatusBar *bar, JobRunner &jobs);

    void showCounts(const core::StateCounts &counts);
    void showSaved(bool open, bool readOnly);
    void showEditor(const QStringList &texts);
    void tell(const QString &note);  // for a few seconds

private:
    void showJobs();

    QStatusBar *m_bar;
    JobRunner &m_runner;
    QLabel *m_progress, *m_saved, *m_editor;
    widgets::JobsButton *m_jobs;
};

}  // namespace app
