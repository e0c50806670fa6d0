#include "app/import_flow.h"
#include "app/dialogs/import_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/job_runner.h"
#include "app/settings.h"
#include "widgets/media_service.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QFileInfo>
#include <QLocale>

namespace app {

using widgets::Severity;

// Lives until the job ends; the worker uses it, then the window.
struct ImportFlow::Run {
    std::filesystem::path source, folder;
    formats::ImportOptions options;
    core::Project *project = nullptr;  // outlives the job
    std::unique_ptr<core::Reader> reader;
    std::unique_ptr<core::BatchWriter> batch;
    formats::ImportReport report;
    core::Edit show;

    core::Status work(core::TaskContext &task)
    {
        core::Status status = project->backup("import");
        if (status) {
            auto imported = formats::importSource(source, options, *reader, *batch, folder, task, report);
            if (imported)
                show = std::move(imported->show);
            else
                status = imported.error();
        }
        batch.reset();  // here: what was not shown is purged off the window's thread
        reader.reset();
        return status;
    }
};

QString resultText(const formats::ImportReport &report)
{
    const QLocale locale;
    const auto number = [&](std::int64_t n) { return locale.toString(qlonglong(n)); };
    const std::int64_t samples = report.samples + report.known;
    QStringList parts{
        ImportFlow::tr("%1 of %2 samples are in the labeled state.").arg(number(report.labeled), number(samples))};
    if (report.known > 0)
        parts << ImportFlow::tr("Already in the project: %1.").arg(number(report.known));
    if (report.missing > 0)
        parts << ImportFlow::tr("Media not found: %1.").arg(number(report.missing));
    if (report.rejected > 0)
        parts << ImportFlow::tr("Records refused: %1.").arg(number(report.rejected));
    if (report.warnings > 0)
        parts << ImportFlow::tr("Taken with changes: %1.").arg(number(report.warnings));
    return parts.join(' ');
}

ImportFlow::ImportFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MediaService &media,
                       widgets::MessageBar &messages, QWidget *window)
    : QObject(window),
      m_session(session),
      m_settings(settings),
      m_jobs(jobs),
      m_media(media),
      m_messages(messages),
      m_window(window)
{
}

void ImportFlow::ask(const QString &source)
{
    if (m_session.isReadOnly())
        return;
    ImportRequest start{source, {}};
    start.options.maps = m_session.pathMaps();
    const ImportTarget target{m_session.job().id, m_session.job().kind, *m_session.labels()};
    const auto request = ImportDialog::ask(m_window, start, target, m_media);
    if (!request)
        return;
    m_settings.setFolder("import", QFileInfo(request->source).absolutePath());
    if (m_session.setPathMaps(request->options.maps))
        this->start(*request);
}

void ImportFlow::start(const ImportRequest &request)
{
    const QString name = QFileInfo(request.source).fileName(), doing = tr("Import %1").arg(name);
    auto run = std::make_shared<Run>();
    run->source = widgets::toPath(request.source);
    run->folder = m_session.folder();
    run->options = request.options;
    run->options.probe = widgets::stillProbe();
    run->project = m_session.project();
    auto reader = run->project->newReader();
    auto batch = run->project->newBatch(run->source.string(),
                                        std::string(request.options.format ? request.options.format->id : ""));
    if (!reader || !batch) {
        m_messages.showError(reader ? batch.error() : reader.error(), doing);
        emit ended(false);
        return;
    }
    run->reader = std::move(*reader);
    run->batch = std::move(*batch);
    m_jobs.start(
        doing, [run](core::TaskContext &task) { return run->work(task); },
        [this, run](const core::Status &status) { finish(*run, status); });
}

void ImportFlow::finish(Run &run, const core::Status &status)
{
    const QString doing = tr("Import %1").arg(widgets::pathText(run.source.filename()));
    const auto issues = std::make_shared<std::vector<formats::Issue>>(std::move(run.report.issues));
    const qint64 total = run.report.rejected + run.report.warnings;
    QList<widgets::MessageAction> actions;
    if (total > 0)
        actions.append({tr("Details"), [this, issues, total] { showIssues(*issues, total); }});
    core::Status shown = status ? m_session.apply(std::move(run.show)) : status;
    if (shown)
        m_messages.show(total > 0 ? Severity::Warning : Severity::Note, doing + ": " + resultText(run.report), {},
                        actions);
    else if (shown.error().code == core::Code::Cancelled)
        m_messages.show(Severity::Note, tr("%1: cancelled. Nothing was changed.").arg(doing));
    else if (!status)
        m_messages.showError(status.error(), doing, actions);
    emit ended(shown.has_value());
}

void ImportFlow::showIssues(const std::vector<formats::Issue> &issues, qint64 total)
{
    auto *dialog = new IssuesDialog(issues, total, m_window);
    connect(dialog, &IssuesDialog::sampleWanted, this, &ImportFlow::sampleWanted);
    dialog->show();
}

}  // namespace app
