// An import from the question to the answer: dialog, backup, job, the edit that shows it, what came of it.
#pragma once
#include "app/dialogs/import_options.h"
#include "app/session.h"

namespace widgets {
class MediaService;
class MessageBar;
}  // namespace widgets

namespace app {

class JobRunner;
class Settings;

class ImportFlow : public QObject {
    Q_OBJECT
public:
    ImportFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MediaService &media,
               widgets::MessageBar &messages, QWidget *window);

    void ask(const QString &source = {});
    // Without asking. Failure is told in the message bar, success too.
    void start(const ImportRequest &request);

signals:
    void ended(bool imported);
    void sampleWanted(const QString &uri);  // of an issue

private:
    struct Run;
    void finish(Run &run, const core::Status &status);
    void showIssues(const std::vector<formats::Issue> &issues, qint64 total);

    Session &m_session;
    Settings &m_settings;
    JobRunner &m_jobs;
    widgets::MediaService &m_media;
    widgets::MessageBar &m_messages;
    QWidget *m_window;
};

QString resultText(const formats::ImportReport &report);

}  // namespace app
