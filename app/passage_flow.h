// Marks what was found again: from the question to the answer. In one text as an ordinary edit, in many by a worker
// under a batch, always in one step to undo.
#pragma once
#include "app/passage_search.h"
#include "app/session.h"

namespace widgets {
class MessageBar;
}

namespace app {

class EditorHost;
class JobRunner;

class PassageFlow : public QObject {
    Q_OBJECT
public:
    PassageFlow(Session &session, EditorHost &editor, JobRunner &jobs, widgets::MessageBar &messages, QWidget *window);

    bool act(const QByteArray &id);  // passage.*; false: not mine
    void mark(const core::FindPassages &find, core::Marking as, PassageScope scope);
    static QList<QByteArray> acts();

signals:
    void ended(bool marked);

private:
    struct Run;
    void askSame();
    void askDrafts();
    PassageSource source() const;
    void markHere(const core::FindPassages &find, const core::Marking &as);
    void finish(Run &run, const core::Status &status);
    void tell(const core::PassageCounts &counts, const core::Marking &as);

    Session &m_session;
    EditorHost &m_editor;
    JobRunner &m_jobs;
    widgets::MessageBar &m_messages;
    QWidget *m_window;
};

}  // namespace app
