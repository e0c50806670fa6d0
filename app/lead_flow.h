// Hands the acts of leads to those who do them: import, export, publish, jobs, media, quality, settings, help.
#pragma once
#include "app/session.h"
#include "app/settings.h"

namespace widgets {
class MediaService;
class MessageBar;
}  // namespace widgets

namespace app {

class ExportFlow;
class ImportFlow;
class JobRunner;
class ProjectActs;
class ProjectFlow;

class LeadFlow : public QObject {
    Q_OBJECT
public:
    LeadFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MediaService &media,
             widgets::MessageBar &messages, ProjectFlow &projects, std::function<QList<core::SampleId>()> chosen,
             QWidget *window);

    bool act(const QByteArray &id);  // false: not mine
    ImportFlow &imports() { return *m_import; }
    ExportFlow &exports() { return *m_export; }
    ProjectActs &acts() { return *m_acts; }

private:
    bool show(const QByteArray &id);
    void importInto();
    void askSettings(bool keys);
    void reveal();
    void goToUri(const QString &uri);

    Session &m_session;
    Settings &m_settings;
    JobRunner &m_jobs;
    widgets::MessageBar &m_messages;
    ProjectFlow &m_projects;
    QWidget *m_window;
    ImportFlow *m_import;
    ExportFlow *m_export;
    ProjectActs *m_acts;
};

}  // namespace app
