#include "app/export_flow.h"
#include "app/dialogs/export_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/publish_dialog.h"
#include "app/job_runner.h"
#include "app/settings.h"
#include "widgets/media_service.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace app {

using widgets::Severity;

namespace {

constexpr std::string_view labelField = "label ";  // of an error of writeVersion, before the label's name

widgets::MessageAction showFolder(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    return {QCoreApplication::translate("app::ExportFlow", "Show folder"),
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }};
}

// What a worker takes with it and brings back.
template <class Options, class Answer>
struct Task {
    std::filesystem::path target, folder;
    Options options;
    std::unique_ptr<core::Reader> reader;
    std::optional<Answer> answer;

    template <class Call>
    core::Status run(Call call)
    {
        auto result = call();
        reader.reset();  // in the thread that used it
        if (!result)
            return result.error();
        answer = std::move(*result);
        return core::ok();
    }
};

}  // namespace

ExportFlow::ExportFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MessageBar &messages,
                       Chosen chosen, QWidget *window)
    : QObject(window),
      m_messages(messages),
      m_session(session),
      m_settings(settings),
      m_jobs(jobs),
      m_chosen(std::move(chosen)),
      m_window(window)
{
}

QString ExportFlow::projectName() const
{
    return widgets::pathText(m_session.project()->file().stem());
}

void ExportFlow::askExport()
{
    const core::Project *project = m_session.project();
    const QList<core::SampleId> chosen = m_chosen();
    const ExportSource source{
        m_session.job(), m_session.query(), {chosen.begin(), chosen.end()}, m_session.pathMaps(), [project] {
            return project->newReader();
        }};
    const auto request = ExportDialog::ask(m_window, source, m_settings.folder("export"), projectName());
    if (!request)
        return;
    m_settings.setFolder("export", QFileInfo(request->target).absolutePath());
    start(*request);
}

void ExportFlow::start(const ExportRequest &request)
{
    const QString doing = tr("Export %1").arg(QFileInfo(request.target).fileName());
    auto reader = m_session.project()->newReader();
    if (!reader)
        return fail(reader.error(), doing);
    using Export = Task<formats::ExportOptions, formats::ExportReport>;
    auto task = std::make_shared<Export>();
    *task = {widgets::toPath(request.target), m_session.folder(), request.options, std::move(*reader), {}};
    m_jobs.start(
        doing,
        [task](core::TaskContext &context) {
            return task->run(
                [&] { return formats::exportTo(task->target, task->options, *task->reader, task->folder, context); });
        },
        [this, task, doing](const core::Status &status) {
            if (!status)
                return fail(status.error(), doing);
            showExported(*task->answer, widgets::pathText(task->target));
            emit ended(true);
        });
}

void ExportFlow::showExported(const formats::ExportReport &report, const QString &target)
{
    const QLocale locale;
    const QString text = tr("Exported %1 samples with %2 annotations to %3.")
                             .arg(locale.toString(qlonglong(report.samples)),
                                  locale.toString(qlonglong(report.annotations)), QDir::toNativeSeparators(target));
    QList<widgets::MessageAction> actions{showFolder(target)};
    const auto issues = std::make_shared<std::vector<formats::Issue>>(report.issues);
    if (!issues->empty())
        actions.prepend({tr("Details"), [this, issues] {
                             auto *dialog = new IssuesDialog(*issues, qint64(issues->size()), m_window);
                             connect(dialog, &IssuesDialog::sampleWanted, this, &ExportFlow::sampleWanted);
                             dialog->show();
                         }});
    m_messages.show(issues->empty() ? Severity::Note : Severity::Warning, text, {}, actions);
}

void ExportFlow::askPublish()
{
    const auto versions = m_session.project()->reader().versions();
    if (!versions)
        return fail(versions.error(), tr("Publish"));
    PublishRequest start;
    start.target = m_settings.folder("publish");
    start.options.job = m_session.job();
    start.options.maps = m_session.pathMaps();
    start.options.probe = widgets::stillProbe();
    const auto request = PublishDialog::ask(m_window, start, *versions);
    if (!request)
        return;
    m_settings.setFolder("publish", request->target);
    this->start(*request);
}

void ExportFlow::start(const PublishRequest &request)
{
    const QString name = widgets::toQString(request.options.version), doing = tr("Publish %1").arg(name);
    auto reader = m_session.project()->newReader();
    if (!reader)
        return fail(reader.error(), doing);
    using Publish = Task<PublishOptions, Published>;
    auto task = std::make_shared<Publish>();
    *task = {widgets::toPath(request.target), m_session.folder(), request.options, std::move(*reader), {}};
    m_jobs.start(
        doing,
        [task](core::TaskContext &context) {
            return task->run(
                [&] { return writeVersion(*task->reader, task->folder, task->target, task->options, context); });
        },
        [this, task, doing](const core::Status &status) {
            if (!status && status.error().where.field.starts_with(labelField))
                return failForLabel(status.error(), doing);
            if (!status)
                return fail(status.error(), doing);
            if (!m_session.apply(recordVersion(*task->answer)))
                return;  // told by Session::failed
            const QLocale locale;
            const auto number = [&](std::int64_t n) { return locale.toString(qlonglong(n)); };
            const QString target = widgets::pathText(task->target);
            m_messages.show(Severity::Note,
                            tr("Published %1: %2 samples for training, %3 for evaluation.")
                                .arg(widgets::toQString(task->options.version), number(task->answer->train),
                                     number(task->answer->eval)),
                            {}, {showFolder(target)});
            emit ended(true);
        });
}

void ExportFlow::failForLabel(const core::Error &error, const QString &doing)
{
    const QString label = widgets::toQString(error.where.field.substr(labelField.size()));
    m_messages.show(
        Severity::Error,
        tr("%1: the label “%2” has too few labeled samples to be split. Label more of it, or publish all for "
           "training.")
            .arg(doing, label),
        widgets::toQString(error.detail));
    emit ended(false);
}

void ExportFlow::fail(const core::Error &error, const QString &doing)
{
    if (error.code == core::Code::Cancelled)
        m_messages.show(Severity::Note, tr("%1: cancelled. Nothing was written.").arg(doing));
    else
        m_messages.showError(error, doing);
    emit ended(false);
}

}  // namespace app
