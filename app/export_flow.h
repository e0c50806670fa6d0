// Exports and publishes: dialog, job, what came of it.
#pragma once
#include "app/session.h"
#include "formats/exporter.h"

namespace widgets {
class MessageBar;
}

namespace app {

class JobRunner;
class Settings;
struct ExportRequest;
struct PublishRequest;

class ExportFlow : public QObject {
    Q_OBJECT
public:
    // chosen: the samples selected in the grid; empty while it is out of sight.
    using Chosen = std::function<QList<core::SampleId>()>;
    ExportFlow(Session &session, Settings &settings, JobRunner &jobs, widgets::MessageBar &messages, Chosen chosen,
               QWidget *window);

    void askExport();
    void askPublish();
    void start(const ExportRequest &request);
    void start(const PublishRequest &request);

signals:
    void ended(bool written);
    void sampleWanted(const QString &uri);  // of an issue

private:
    QString projectName() const;
    void fail(const core::Error &error, const QString &doing);
    void failForLabel(const core::Error &error, const QString &doing);
    void showExported(const formats::ExportReport &report, const QString &target);
    widgets::MessageBar &m_messages;
    Session &m_session;
    Settings &m_settings;
    JobRunner &m_jobs;
    Chosen m_chosen;
    QWidget *m_window;
};

}  // namespace app
