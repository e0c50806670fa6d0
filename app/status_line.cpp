#include "app/status_line.h"
#include "app/job_runner.h"
#include "core/reader.h"
#include "widgets/panels/jobs_button.h"
#include <QLabel>
#include <QLocale>
#include <QStatusBar>

namespace app {

namespace {

constexpr int noteMs = 6000;

QLabel *plainLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(6, 0, 6, 0);
    return label;
}

}  // namespace

StatusLine::StatusLine(QStatusBar *bar, JobRunner &jobs)
    : QObject(bar),
      m_bar(bar),
      m_runner(jobs),
      m_progress(plainLabel("progress")),
      m_saved(plainLabel("saved")),
      m_editor(plainLabel("editorStatus")),
      m_jobs(new widgets::JobsButton)
{
    bar->setSizeGripEnabled(false);
    bar->addPermanentWidget(m_jobs);
    bar->addPermanentWidget(m_editor);
    bar->addPermanentWidget(m_progress);
    bar->addPermanentWidget(m_saved);
    connect(&jobs, &JobRunner::changed, this, &StatusLine::showJobs);
    connect(m_jobs, &widgets::JobsButton::cancelWanted, &jobs, &JobRunner::cancel);
    showJobs();
}

void StatusLine::showCounts(const core::StateCounts &counts)
{
    const QLocale locale;
    m_progress->setText(
        counts.all == 0 ? tr("No samples")
                        : tr("%1 of %2 labeled")
                              .arg(locale.toString(qlonglong(counts.labeled)), locale.toString(qlonglong(counts.all))));
}

void StatusLine::showSaved(bool open, bool readOnly)
{
    m_progress->setVisible(open);
    m_saved->setVisible(open);
    m_saved->setText(readOnly ? tr("Read-only") : tr("Saved"));
    m_saved->setToolTip(readOnly ? tr("Changes are not possible; a message at the top says why")
                                 : tr("Every change is on disk as soon as it is made"));
    if (!open)
        m_editor->clear();
}

void StatusLine::showEditor(const QStringList &texts)
{
    m_editor->setText(texts.join("  ·  "));
}

void StatusLine::tell(const QString &note)
{
    m_bar->showMessage(note, noteMs);
}

void StatusLine::showJobs()
{
    QList<widgets::JobRow> rows;
    for (const JobInfo &job : m_runner.jobs())
        rows.append({job.id, job.title, job.done, job.total, job.issues, job.stopping});
    m_jobs->setJobs(rows);
}

}  // namespace app
