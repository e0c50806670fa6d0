// Orders the samples of a query by how alike they look to one of them: a job in the status bar while looks are worked
// out, at once when they are all in the cache.
#pragma once
#include "core/media_location.h"
#include "core/project.h"
#include "core/task.h"
#include <QObject>
#include <QString>

namespace app {

class JobRunner;
class Session;

struct SimilarityWish {
    core::SampleQuery query;
    core::SampleId like;      // comes first
    bool descending = false;  // the least alike first
};

struct SimilaritySource {
    std::filesystem::path projectFolder;
    std::vector<core::PathMap> maps;
    QString cacheFolder;
};

// Samples without a picture come last, ties by the query's order. NotFound when `like` has none. For a worker thread;
// the looks worked out until a cancel are kept.
core::Result<std::vector<core::SampleId>> similarityOrder(const core::Reader &reader, const SimilarityWish &wish,
                                                          const SimilaritySource &source, core::TaskContext &task);

class SimilarityOrder : public QObject {
    Q_OBJECT
public:
    SimilarityOrder(Session &session, JobRunner &jobs, QObject *parent = nullptr);

    void start(const SimilarityWish &wish);  // an older wish is dropped
    void drop();

signals:
    void ordered(const std::vector<core::SampleId> &order);
    void failed(const core::Error &error, const QString &doing);  // also Cancelled

private:
    Session &m_session;
    JobRunner &m_jobs;
    int m_job = 0;  // 0: none is under way
};

}  // namespace app
