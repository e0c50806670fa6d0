// The part of Reader that lists and counts.
#include "core/reader.h"
#include "core/job_options.h"
#include "core/store/label_authors.h"
#include "core/store/reader_impl.h"
#include <algorithm>
#include <set>

namespace core {

using store::Connection;
using store::Query;

namespace {

constexpr std::size_t mostLabels = 8;
constexpr std::size_t mostCodePoints = 400;

// The columns of a sample, of its text as many bytes as that many code points may take. Bytes: the characters of a text
// end at a NUL. There is no such part of an empty blob, hence the second one.
std::string listColumns()
{
    std::string columns = store::Table<Sample>::columns;
    constexpr std::string_view text = " text,";
    return columns.replace(columns.find(text), text.size(),
                           " coalesce(substr(cast(text as blob), 1, " + std::to_string(4 * mostCodePoints)
                               + "), substr(text, 1, 1)),");
}

std::string beginning(const std::string &text)
{
    std::size_t end = 0, codePoints = 0;
    for (; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (starts && ++codePoints > mostCodePoints)
            break;
    }
    return text.substr(0, end);
}

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

bool isOfSpeech(Connection &connection, JobId job)
{
    Query kind = connection.query("select kind from job where id = ?");
    const auto known = kind.with(job.value).step() ? jobKindFromName(kind.view()) : std::nullopt;
    return known && mayHoldContent(*known);
}

std::string firstContent(Connection &connection, JobId job, SampleId sample)
{
    Query query = connection.query("select attributes from live_annotation where sample = ? and job = ? and"
                                   " content_contains(attributes, '') order by ord, id limit 1");
    if (!query.with(sample.value, job.value).step())
        return {};
    const auto attributes = attributesFromJson(query.view());
    const std::string *content = attributes ? valueOf(*attributes, builtin::Content) : nullptr;
    return content ? beginning(*content) : std::string();
}

// Few jobs relate what they label: the others do not look.
void addRelations(Connection &connection, JobId job, std::vector<LabelCount> &counts)
{
    Query any = connection.query("select 1 from live_label where job = ? and role = ?");
    if (!any.with(job.value, static_cast<std::int64_t>(LabelRole::Relation)).step())
        return;
    Query query = connection.query("select label, count(*), count(distinct sample) from live_relation where job = ?"
                                   " and label > 0 group by label");
    query.with(job.value);
    while (query.step()) {
        LabelCount &count = counts.emplace_back();
        count.label = {query.integer()};
        count.annotations = query.integer();
        count.samples = query.integer();
    }
}

}  // namespace

Result<std::vector<SampleRow>> Reader::rows(JobId job, std::span<const SampleId> ids) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<SampleRow>> {
        static const std::string sampleSql = "select " + listColumns() + " from live_sample where id = ?";
        std::vector<SampleRow> rows;
        rows.reserve(ids.size());
        const bool speech = isOfSpeech(connection, job);
        for (const SampleId id : ids) {
            Query sample = connection.query(sampleSql);
            if (!sample.with(id.value).step())
                continue;
            SampleRow &row = rows.emplace_back();
            row.sample = store::rowFrom<Sample>(sample);
            if (row.sample.text)
                row.sample.text = beginning(row.sample.text->str());
            Query work = connection.query("select state, hard from live_work where job = ? and sample = ?");
            if (work.with(job.value, id.value).step()) {
                row.state = static_cast<State>(std::clamp<std::int64_t>(work.integer(), 0, 2));
                row.hard = work.integer() != 0;
            }
            addAnnotations(connection, job, row);
            if (speech && row.annotations > 0)
                row.content = firstContent(connection, job, id);
        }
        return rows;
    });
}

Result<StateCounts> Reader::stateCounts(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<StateCounts> {
        StateCounts counts;
        counts.all = m_impl->image->hasOrder() ? std::ssize(m_impl->image->order(connection).byPosition)
                                               : connection.integer("select count(*) from live_sample");
        // "> 1" names the index of those few.
        counts.missing =
            connection.integer("select count(*) from live_sample where media_state > 1 and media_state = 2");
        const auto works = [&](State state, bool hard) {
            Query query = connection.query("select count(*) from live_work where job = ? and state = ? and hard = ?");
            query.with(job.value, static_cast<std::int64_t>(state), std::int64_t{hard}).step();
            const std::int64_t count = query.integer();
            counts.hard += hard ? count : 0;
            return count;
        };
        counts.toConfirm = works(State::ToConfirm, false) + works(State::ToConfirm, true);
        counts.labeled = works(State::Labeled, false) + works(State::Labeled, true);
        (void)works(State::Unlabeled, true);
        counts.unlabeled = counts.all - counts.toConfirm - counts.labeled;
        return counts;
    });
}

Result<std::vector<LabelCount>> Reader::labelCounts(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<LabelCount>> {
        std::vector<LabelCount> counts;
        for (const auto &[label, author] : store::labelAuthors(connection, job))
            if (label && (counts.empty() || counts.back().label != label))
                counts.push_back({label, 0, 0});
        for (LabelCount &count : counts) {
            const auto found =
                connection.collected("select collect(sample) from live_annotation where job = ? and label = ?",
                                     job.value, count.label.value);
            count.annotations = found.rows;
            count.samples = static_cast<std::int64_t>(found.ids.size());
        }
        addRelations(connection, job, counts);
        return counts;
    });
}

Result<std::vector<std::string>> Reader::authors(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<std::string>> {
        std::set<std::string> authors;
        for (auto &[label, author] : store::labelAuthors(connection, job))
            authors.insert(std::move(author));
        return std::vector<std::string>(authors.begin(), authors.end());
    });
}

}  // namespace core
