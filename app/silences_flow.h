// Drafts segments from silences: measures the sound beside the window, asks, and proposes in one step to undo.
#pragma once
#include "app/dialogs/silences_dialog.h"
#include "app/session.h"

namespace widgets {
class MessageBar;
}

namespace app {

class JobRunner;

class SilencesFlow : public QObject {
    Q_OBJECT
public:
    SilencesFlow(Session &session, JobRunner &jobs, widgets::MessageBar &messages, QWidget *window);

    bool act(const QByteArray &id);  // segment.draft; false: not mine

signals:
    void ended(bool drafted);

private:
    struct Run;
    void measure();
    void measured(const Run &run, const core::Status &status);
    bool draft(const Run &run);

    Session &m_session;
    JobRunner &m_jobs;
    widgets::MessageBar &m_messages;
    QWidget *m_window;
    core::SilenceOptions m_options;  // of the last time
};

}  // namespace app
