// Which sample comes next: steps through the list, asks for the next not done, decodes neighbours ahead.
#pragma once
#include "app/session.h"

namespace widgets {
class SampleListModel;
}

namespace app {

class EditorHost;

class Navigation : public QObject {
    Q_OBJECT
public:
    Navigation(Session &session, widgets::SampleListModel &list, EditorHost &editor, QObject *parent = nullptr);

    bool act(const QByteArray &id);  // sample.next …; false: not mine
    void step(int by);
    void goToNotDone(bool forward);

signals:
    void allDone();  // asked for a sample not done, and there is none
    void atEnd(bool last);

private:
    void listed();
    void prefetch();

    Session &m_session;
    widgets::SampleListModel &m_list;
    EditorHost &m_editor;
    core::SampleId m_at;
    bool m_opening = false;  // a project was opened, its job is not known yet
};

}  // namespace app
