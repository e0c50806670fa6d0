#include "app/project_acts.h"
#include "app/dialogs/jobs_dialog.h"
#include "app/dialogs/relink_dialog.h"
#include "app/dialogs/statistics_dialog.h"
#include "app/job_runner.h"
#include "app/label_acts.h"
#include "app/relink.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QLocale>
#include <algorithm>

namespace app {

using widgets::Severity;

QString checkText(const std::vector<core::CheckFinding> &findings)
{
    if (findings.empty())
        return ProjectActs::tr("The project file is sound.");
    QStringList lines;
    for (const core::CheckFinding &each : findings)
        lines << ProjectActs::tr("%1 (%Ln row(s))", nullptr, int(each.rows)).arg(widgets::toQString(each.what));
    return ProjectActs::tr("The project file has faults: %1. Close it and run “labelwright check --repair”.")
        .arg(lines.join("; "));
}

ProjectActs::ProjectActs(Session &session, JobRunner &jobs, widgets::MessageBar &messages, QWidget *window)
    : QObject(window),
      m_session(session),
      m_jobs(jobs),
      m_messages(messages),
      m_window(window)
{
}

bool ProjectActs::act(const QByteArray &id)
{
    if (!m_session.project())
        return false;
    if (id == "project.jobs")
        askJobs();
    else if (id == "project.relink")
        findMedia();
    else if (id == "quality.statistics")
        StatisticsDialog(*m_session.project(), m_session.job(), m_window).exec();
    else if (id == "quality.check")
        check();
    else
        return false;
    return true;
}

// Backup, then the edit that a worker makes from a reader of its own, then the edit is applied.
void ProjectActs::make(const QString &doing, Make make, Then then)
{
    struct Run {
        core::Project *project;  // outlives the job
        std::unique_ptr<core::Reader> reader;
        core::Edit edit;
    };
    auto reader = m_session.project()->newReader();
    if (!reader) {
        m_messages.showError(reader.error(), doing);
        return;
    }
    auto run = std::make_shared<Run>(Run{m_session.project(), std::move(*reader), {}});
    m_jobs.start(
        doing,
        [run, make](core::TaskContext &task) -> core::Status {
            if (core::Status status = run->project->backup("bulk"); !status)
                return status;
            auto edit = make(*run->reader, task);
            run->reader.reset();
            if (!edit)
                return edit.error();
            run->edit = std::move(*edit);
            return core::ok();
        },
        [this, run, doing, then](const core::Status &status) {
            if (!status && status.error().code != core::Code::Cancelled)
                m_messages.showError(status.error(), doing);
            else if (status && m_session.apply(std::move(run->edit)) && then)
                then();
        });
}

const core::Label *ProjectActs::label(core::LabelId id) const
{
    const auto found = std::ranges::find(*m_session.labels(), id, &core::Label::id);
    return found == m_session.labels()->end() ? nullptr : &*found;
}

void ProjectActs::merge(core::LabelId from, core::LabelId into)
{
    if (const core::Label *label = this->label(from))
        make(tr("Merge labels"),
             [job = m_session.job(), from = *label, into](const core::Reader &reader, core::TaskContext &task) {
                 return mergeLabels(reader, job, from, into, task);
             });
}

void ProjectActs::remove(core::LabelId id, bool samplesToo)
{
    if (const core::Label *label = this->label(id))
        make(tr("Remove label"),
             [job = m_session.job(), label = *label, samplesToo](const core::Reader &reader, core::TaskContext &task) {
                 return removeLabelEverywhere(reader, job, label, samplesToo, task);
             });
}

void ProjectActs::askJobs()
{
    const auto answer = JobsDialog::ask(m_window, m_session.jobs(), m_session.job());
    if (!answer || !m_session.apply(answer->edit))
        return;
    for (const core::Job &job : m_session.jobs())
        if (job.name == widgets::toUtf8(answer->workOn))
            m_session.setJob(job.id);
}

void ProjectActs::findMedia()
{
    const core::Project *project = m_session.project();
    const auto places = RelinkDialog::ask(m_window, {m_session.job().id, m_session.folder(), m_session.pathMaps(),
                                                     [project] { return project->newReader(); }});
    if (!places || !m_session.setPathMaps(places->maps))
        return;
    const auto found = std::make_shared<std::pair<qint64, qint64>>();
    make(
        tr("Find missing media"),
        [found, job = m_session.job().id, places = *places](const core::Reader &own,
                                                            core::TaskContext &task) -> core::Result<core::Edit> {
            auto answer = relink(own, job, places, task);
            if (!answer)
                return answer.error();
            *found = {answer->found, answer->missing};
            return std::move(answer->edit);
        },
        [this, found] {
            const QLocale locale;
            m_messages.show(Severity::Note, tr("%1 found again, %2 still missing.")
                                                .arg(locale.toString(found->first), locale.toString(found->second)));
        });
}

void ProjectActs::check()
{
    const auto findings = std::make_shared<std::vector<core::CheckFinding>>();
    m_jobs.start(
        tr("Check the project file"),
        [findings, file = m_session.project()->file()](core::TaskContext &) -> core::Status {
            auto checked = core::checkProject(file, false);
            if (!checked)
                return checked.error();
            *findings = std::move(*checked);
            return core::ok();
        },
        [this, findings](const core::Status &status) {
            if (!status)
                m_messages.showError(status.error(), tr("Check the project file"));
            else
                m_messages.show(findings->empty() ? Severity::Note : Severity::Error, checkText(*findings));
        });
}

}  // namespace app
