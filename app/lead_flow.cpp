#include "app/lead_flow.h"
#include "app/dialogs/about_dialog.h"
#include "app/dialogs/settings_dialog.h"
#include "app/export_flow.h"
#include "app/import_flow.h"
#include "app/project_acts.h"
#include "app/project_flow.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace app {

LeadFlow::LeadFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MediaService &media,
                   widgets::MessageBar &messages, ProjectFlow &projects, std::function<QList<core::SampleId>()> chosen,
                   QWidget *window)
    : QObject(window),
      m_session(session),
      m_settings(settings),
      m_jobs(jobs),
      m_messages(messages),
      m_projects(projects),
      m_window(window),
      m_import(new ImportFlow(session, settings, jobs, media, messages, window)),
      m_export(new ExportFlow(session, settings, jobs, messages, std::move(chosen), window)),
      m_acts(new ProjectActs(session, jobs, messages, window))
{
    connect(m_import, &ImportFlow::sampleWanted, this, &LeadFlow::goToUri);
    connect(m_export, &ExportFlow::sampleWanted, this, &LeadFlow::goToUri);
}

bool LeadFlow::act(const QByteArray &id)
{
    if (id == "project.import")
        importInto();
    else if (id == "project.settings" || id == "help.keys")
        askSettings(id == "help.keys");
    else if (id == "help.about")
        AboutDialog(m_window).exec();
    else if (!m_session.project())
        return false;
    else if (id == "project.export")
        m_export->askExport();
    else if (id == "project.publish")
        m_export->askPublish();
    else if (id == "sample.reveal")
        reveal();
    else
        return m_acts->act(id) || show(id);
    return true;
}

// Filters that answer a question about quality.
bool LeadFlow::show(const QByteArray &id)
{
    static const std::pair<const char *, const char *> filters[] = {
        {"quality.hard", "hard:true"},
        {"quality.doubtful", "conf:<0.5"},
        {"quality.missing", "media:missing"},
    };
    for (const auto &[name, text] : filters)
        if (id == name) {
            if (auto filter = core::parseFilter(text)) {
                m_session.setStateFilter(std::nullopt);
                m_session.setFilter(std::move(*filter));
            }
            return true;
        }
    return false;
}

void LeadFlow::importInto()
{
    if (!m_session.project())
        m_projects.askNew();
    if (m_session.project())
        m_import->ask();
}

void LeadFlow::askSettings(bool keys)
{
    if (const auto preferences = SettingsDialog::ask(m_window, m_settings.preferences(), keys))
        m_settings.setPreferences(*preferences);
}

void LeadFlow::reveal()
{
    const auto media = m_session.media();
    const QFileInfo file(widgets::pathText(media));
    if (!media.empty() && file.absoluteDir().exists())
        QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath()));
    else if (m_session.content())
        m_messages.show(widgets::Severity::Warning, tr("The file of this sample cannot be found."),
                        widgets::toQString(m_session.content()->sample.uri));
}

void LeadFlow::goToUri(const QString &uri)
{
    if (!m_session.project())
        return;
    const auto sample = m_session.project()->reader().sampleByUri(widgets::toUtf8(uri));
    if (sample && *sample)
        (void)m_session.goTo(**sample);
    else
        m_messages.show(widgets::Severity::Note, tr("The project has no sample for this place: %1").arg(uri));
}

}  // namespace app
