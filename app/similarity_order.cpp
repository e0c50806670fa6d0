#include "app/similarity_order.h"
#include "app/job_runner.h"
#include "app/session.h"
#include "widgets/media/looks.h"
#include "widgets/qt_text.h"
#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace app {

using namespace core;

namespace {

constexpr std::size_t rowsAtOnce = 2000;

// Each index once, on as many threads as there are cores; false from `each` ends it.
void inParallel(std::size_t count, const std::function<bool(std::size_t)> &each)
{
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            if (!each(i))
                next = count;
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::min<std::size_t>(std::thread::hardware_concurrency(), count); ++i)
        others.emplace_back(run);
    run();
}

Result<std::vector<std::filesystem::path>> filesOf(const Reader &reader, JobId job, const std::vector<SampleId> &ids,
                                                   const SimilaritySource &source)
{
    std::vector<std::filesystem::path> files;
    files.reserve(ids.size());
    for (std::size_t at = 0; at < ids.size(); at += rowsAtOnce) {
        const auto part = std::span(ids).subspan(at, std::min(rowsAtOnce, ids.size() - at));
        const auto rows = reader.rows(job, part);
        if (!rows)
            return rows.error();
        auto row = rows->begin();
        for (const SampleId id : part) {
            const bool here = row != rows->end() && row->sample.id == id;
            files.push_back(here ? locate(row->sample.uri, source.projectFolder, source.maps).value_or("")
                                 : std::filesystem::path());
            row += here ? 1 : 0;
        }
    }
    return files;
}

}  // namespace

Result<std::vector<SampleId>> similarityOrder(const Reader &reader, const SimilarityWish &wish,
                                              const SimilaritySource &source, TaskContext &task)
{
    auto ids = reader.find(wish.query, task.stop());
    if (!ids)
        return ids.error();
    if (std::ranges::find(*ids, wish.like) == ids->end())
        ids->push_back(wish.like);  // to compare with, though the filter hides it
    const auto files = filesOf(reader, wish.query.job, *ids, source);
    if (!files)
        return files.error();
    widgets::LookStore store(source.cacheFolder);
    std::vector<std::optional<Look>> looks(ids->size());
    std::atomic<std::int64_t> done{0};
    inParallel(ids->size(), [&](std::size_t i) {
        if (const auto look = store.of(widgets::pathText((*files)[i])))
            looks[i] = *look;
        return task.advance(++done, std::ssize(looks));
    });
    store.save();
    if (task.stop().stop_requested())
        return Error{Code::Cancelled, "", {}};
    const auto at = std::size_t(std::ranges::find(*ids, wish.like) - ids->begin());
    if (!looks[at])
        return Error{Code::NotFound, (*files)[at].string(), {}};
    constexpr int noPicture = std::numeric_limits<int>::max();
    std::vector<int> far(ids->size());
    for (std::size_t i = 0; i < far.size(); ++i)
        far[i] = !looks[i] ? noPicture : (wish.descending ? -1 : 1) * difference(*looks[i], *looks[at]);
    std::vector<std::size_t> order(ids->size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::pair(far[i], i != at); });
    std::vector<SampleId> ordered;
    for (const std::size_t i : order)
        ordered.push_back((*ids)[i]);
    return ordered;
}

SimilarityOrder::SimilarityOrder(Session &session, JobRunner &jobs, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_jobs(jobs)
{
}

void SimilarityOrder::start(const SimilarityWish &wish)
{
    drop();
    const QString doing = tr("Sort by similarity");
    auto reader = m_session.project()->newReader();
    if (!reader) {
        emit failed(reader.error(), doing);
        return;
    }
    struct Run {
        std::unique_ptr<Reader> reader;
        std::vector<SampleId> order;
    };
    const auto run = std::make_shared<Run>();
    run->reader = std::move(*reader);
    const SimilaritySource source{m_session.folder(), m_session.pathMaps(),
                                  widgets::pathText(m_session.project()->cacheDir())};
    const auto number = std::make_shared<int>(0);
    *number = m_job = m_jobs.start(
        doing,
        [run, wish, source](TaskContext &task) -> Status {
            auto order = similarityOrder(*run->reader, wish, source, task);
            run->reader.reset();
            if (!order)
                return order.error();
            run->order = std::move(*order);
            return ok();
        },
        [this, run, number, doing](const Status &status) {
            if (*number != m_job)
                return;  // another wish came
            m_job = 0;
            if (status)
                emit ordered(run->order);
            else
                emit failed(status.error(), doing);
        });
}

void SimilarityOrder::drop()
{
    if (const int job = std::exchange(m_job, 0))
        m_jobs.cancel(job);
}

}  // namespace app
