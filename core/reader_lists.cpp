// The part of Reader that lists and counts.
#include "core/reader.h"
#include "core/store/reader_impl.h"
#include <algorithm>

namespace core {

using store::Connection;
using store::Query;

namespace {

constexpr std::size_t mostLabels = 8;

void addAnnotations(Connection &connection, JobId job, SampleRow &row)
{
    Query query =
        connection.query("select label, confidence from live_annotation where sample = ? and job = ? order by ord, id");
    query.with(row.sample.id.value, job.value);
    while (query.step()) {
        ++row.annotations;
        const LabelId label{query.integer()};
        if (label && row.labels.size() < mostLabels && std::ranges::find(row.labels, label) == row.labels.end())
            row.labels.push_back(label);
        if (!query.nextIsNull()) {
            const double confidence = query.real();
            row.confidence = std::min(row.confidence.value_or(confidence), confidence);
        }
    }
}

}  // namespace

Result<std::vector<SampleRow>> Reader::rows(JobId job, std::span<const SampleId> ids) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<SampleRow>> {
        static const std::string sampleSql =
            std::string("select ") + store::Table<Sample>::columns + " from live_sample where id = ?";
        std::vector<SampleRow> rows;
        rows.reserve(ids.size());
        for (const SampleId id : ids) {
            Query sample = connection.query(sampleSql);
            if (!sample.with(id.value).step())
                continue;
            SampleRow &row = rows.emplace_back();
            row.sample = store::rowFrom<Sample>(sample);
            Query work = connection.query("select state, hard from live_work where job = ? and sample = ?");
            if (work.with(job.value, id.value).step()) {
                row.state = static_cast<State>(std::clamp<std::int64_t>(work.integer(), 0, 2));
                row.hard = work.integer() != 0;
            }
            addAnnotations(connection, job, row);
        }
        return rows;
    });
}

Result<StateCounts> Reader::stateCounts(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<StateCounts> {
        StateCounts counts;
        counts.all = connection.integer("select count(*) from live_sample");
        counts.missing = connection.integer("select count(*) from live_sample where media_state = 2");
        Query query =
            connection.query("select state, hard, count(*) from live_work where job = ? group by state, hard");
        query.with(job.value);
        while (query.step()) {
            const std::int64_t state = query.integer(), hard = query.integer(), count = query.integer();
            if (hard)
                counts.hard += count;
            if (state == static_cast<std::int64_t>(State::ToConfirm))
                counts.toConfirm += count;
            else if (state == static_cast<std::int64_t>(State::Labeled))
                counts.labeled += count;
        }
        counts.unlabeled = counts.all - counts.toConfirm - counts.labeled;
        return counts;
    });
}

Result<std::vector<LabelCount>> Reader::labelCounts(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<LabelCount>> {
        std::vector<LabelCount> counts;
        Query query = connection.query(
            "select label, sample from live_annotation where job = ? and label > 0 order by label, sample");
        query.with(job.value);
        std::int64_t lastSample = 0;
        while (query.step()) {
            const LabelId label{query.integer()};
            const std::int64_t sample = query.integer();
            if (counts.empty() || counts.back().label != label) {
                counts.push_back({label, 0, 0});
                lastSample = 0;
            }
            ++counts.back().annotations;
            counts.back().samples += sample != lastSample;
            lastSample = sample;
        }
        return counts;
    });
}

Result<std::vector<std::string>> Reader::authors(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<std::string>> {
        std::vector<std::string> authors;
        Query query = connection.query("select distinct author from live_annotation where job = ? order by author");
        query.with(job.value);
        while (query.step())
            authors.push_back(query.text());
        return authors;
    });
}

}  // namespace core
