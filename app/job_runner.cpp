#include "app/job_runner.h"
#include <QTimer>
#include <algorithm>
#include <thread>

namespace app {

namespace {

constexpr int reportEveryMs = 100;

struct RunningJob {
    int id = 0;
    QString title;
    bool stopping = false;
    std::unique_ptr<core::ProgressState> progress = std::make_unique<core::ProgressState>();
    JobRunner::Done done;
    std::jthread thread;
};

}  // namespace

struct JobRunner::Impl {
    std::vector<std::unique_ptr<RunningJob>> jobs;
    int lastId = 0;
    QTimer ticker;
};

JobRunner::JobRunner(QObject *parent) : QObject(parent), m_impl(std::make_unique<Impl>())
{
    m_impl->ticker.setInterval(reportEveryMs);
    connect(&m_impl->ticker, &QTimer::timeout, this, &JobRunner::changed);
}

JobRunner::~JobRunner()
{
    stopAll();  // answers queued meanwhile die with this object
}

void JobRunner::stopAll()
{
    for (const auto &job : m_impl->jobs)
        job->thread.request_stop();
    m_impl->jobs.clear();  // joins
    m_impl->ticker.stop();
    emit changed();
}

int JobRunner::start(const QString &title, Work work, Done done)
{
    auto job = std::make_unique<RunningJob>();
    const int id = job->id = ++m_impl->lastId;
    job->title = title;
    job->done = std::move(done);
    job->thread =
        std::jthread([this, id, work = std::move(work), progress = job->progress.get()](std::stop_token stop) {
            core::TaskContext context(stop, *progress);
            core::Status status = work(context);
            QMetaObject::invokeMethod(
                this, [this, id, status = std::move(status)] { finished(id, status); }, Qt::QueuedConnection);
        });
    m_impl->jobs.push_back(std::move(job));
    m_impl->ticker.start();
    emit changed();
    return id;
}

void JobRunner::finished(int id, const core::Status &status)
{
    const auto found = std::ranges::find(m_impl->jobs, id, [](const auto &job) { return job->id; });
    if (found == m_impl->jobs.end())
        return;  // stopped meanwhile
    const std::unique_ptr<RunningJob> job = std::move(*found);
    m_impl->jobs.erase(found);
    if (m_impl->jobs.empty())
        m_impl->ticker.stop();
    emit changed();
    if (job->done)
        job->done(status);
}

void JobRunner::cancel(int id)
{
    for (const auto &job : m_impl->jobs)
        if (job->id == id) {
            job->stopping = true;
            job->thread.request_stop();
        }
    emit changed();
}

QList<JobInfo> JobRunner::jobs() const
{
    QList<JobInfo> infos;
    for (const auto &job : m_impl->jobs)
        infos.append({job->id, job->title, job->progress->done.load(), job->progress->total.load(),
                      job->progress->issues.load(), job->stopping});
    return infos;
}

}  // namespace app
