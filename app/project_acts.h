// Acts on the whole project that take a worker: labels merged and removed, media found again, jobs, statistics, check.
#pragma once
#include "app/session.h"
#include "core/task.h"

namespace widgets {
class MessageBar;
}

namespace app {

class JobRunner;

class ProjectActs : public QObject {
    Q_OBJECT
public:
    ProjectActs(Session &session, JobRunner &jobs, widgets::MessageBar &messages, QWidget *window);

    bool act(const QByteArray &id);  // project.jobs, project.relink, quality.*; false: not mine
    void merge(core::LabelId from, core::LabelId into);
    void remove(core::LabelId label, bool samplesToo);

private:
    using Make = std::function<core::Result<core::Edit>(const core::Reader &, core::TaskContext &)>;
    using Then = std::function<void()>;
    void make(const QString &doing, Make make, Then then = {});
    const core::Label *label(core::LabelId id) const;
    void askJobs();
    void findMedia();
    void check();

    Session &m_session;
    JobRunner &m_jobs;
    widgets::MessageBar &m_messages;
    QWidget *m_window;
};

QString checkText(const std::vector<core::CheckFinding> &findings);

}  // namespace app
