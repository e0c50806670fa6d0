// Runs long tasks beside the GUI and shows them in one place.
#pragma once
#include "core/task.h"
#include <QObject>
#include <functional>
#include <memory>

namespace app {

struct JobInfo {
    int id = 0;
    QString title;
    qint64 done = 0, total = 0, issues = 0;
    bool stopping = false;
};

class JobRunner : public QObject {
    Q_OBJECT
public:
    using Work = std::function<core::Status(core::TaskContext &)>;
    using Done = std::function<void(const core::Status &)>;

    explicit JobRunner(QObject *parent = nullptr);

    // work: worker thread, no QObject, no Project but its own session.  done: the GUI thread.
    int start(const QString &title, Work work, Done done);
    void cancel(int job);  // asks; `done` still comes, with Code::Cancelled
    QList<JobInfo> jobs() const;
    void stopAll();         // cancels and joins all; their `done` is not called
    ~JobRunner() override;  // the same

signals:
    void changed();  // at most ten times a second

private:
    void finished(int id, const core::Status &status);

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
