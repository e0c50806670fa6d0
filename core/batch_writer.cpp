#include "core/batch_writer.h"
#include "core/store/batch_writer_impl.h"
#include "core/store/row_sql.h"
#include <algorithm>

namespace core {

namespace {

// Of the rows that match, those shown now and those of this batch. What another batch hides stays its own.
std::string hiding(const std::string &table, const std::string &where)
{
    return "update " + table + " set hidden_by = ?1 where " + where
           + " and (batch = ?1 or (select live from batch where batch.id = " + table
           + ".batch)) and (hidden_by is null or not coalesce((select live from batch where batch.id = " + table
           + ".hidden_by), 0))";
}

const std::string hideSample = hiding("sample", "id = ?2");
const std::string hideWorksOf = hiding("work", "sample = ?2 and job in (select id from job)");
const std::string hideAnnotationsOf = hiding("annotation", "sample = ?2");
const std::string hideRelationsOf = hiding("relation", "sample = ?2");
const std::string hideAnnotation = hiding("annotation", "id = ?2");
const std::string hideRelationsWith =
    hiding("relation",
           "sample = (select sample from annotation where id = ?2) and (from_annotation = ?2 or to_annotation = ?2)");
const std::string hideLabel = hiding("label", "id = ?2");

}  // namespace

BatchWriter::BatchWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
BatchWriter::~BatchWriter() = default;

template <class Body>
auto BatchWriter::Impl::guarded(Body &&body) -> std::invoke_result_t<Body>
{
    if (failure)
        return *failure;
    auto result = store::guarded(gate->connection->file(), std::forward<Body>(body));
    // A row that is refused leaves the batch as it was; whatever else fails may have lost buffered rows.
    if (!result && result.error().code != Code::BadValue && result.error().code != Code::Exists
        && result.error().code != Code::Usage)
        failure = result.error();
    return result;
}

BatchId BatchWriter::id() const
{
    return m_impl->batch.id;
}

bool BatchWriter::Impl::isOwn(SampleId id) const
{
    const auto after =
        std::ranges::upper_bound(ownSamples, id.value, {}, &std::pair<std::int64_t, std::int64_t>::first);
    return after != ownSamples.begin() && id.value < std::prev(after)->second;
}

void BatchWriter::Impl::names(JobId job, LabelId label)
{
    if (job && (namedJobs.empty() || *namedJobs.rbegin() != job))
        namedJobs.insert(job);
    if (label)
        namedLabels.insert(label);
}

std::optional<SampleId> BatchWriter::Impl::findUri(const std::string &uri)
{
    if (!lastLookUp.empty() && lastLookUp == uri)
        return std::nullopt;
    const SampleId own = ownUris.find(uri, [&](SampleId id) {
        const auto buffered = std::ranges::lower_bound(samples, id, {}, &Sample::id);
        if (buffered != samples.end() && buffered->id == id)
            return buffered->uri == uri;
        store::Query stored = lookUps.query("select uri from sample where id = ?");
        return stored.with(id.value).step() && stored.text() == uri;
    });
    if (own)
        return own;
    if (othersAtStart || gate->handWork.samplesMade) {
        store::Query stored = lookUps.query("select id from live_sample where uri = ?");
        if (stored.with(uri).step())
            return SampleId{stored.integer()};
    }
    lastLookUp = uri;
    return std::nullopt;
}

Result<std::optional<SampleId>> BatchWriter::sampleByUri(std::string_view uri)
{
    return m_impl->guarded([&]() -> Result<std::optional<SampleId>> { return m_impl->findUri(std::string(uri)); });
}

Result<LabelId> BatchWriter::put(Label label)
{
    return m_impl->guarded([&]() -> Result<LabelId> {
        store::requireStorable(label);
        label.id = m_impl->gate->ids.take<LabelTag>();
        label.batch = m_impl->batch.id;
        m_impl->names(label.job, label.fromLabel);
        m_impl->names({}, label.toLabel);
        m_impl->labels.push_back(std::move(label));
        const LabelId id = m_impl->labels.back().id;
        m_impl->flushWhenFull();
        return id;
    });
}

Status BatchWriter::amend(Label label)
{
    return m_impl->guarded([&]() -> Status {
        store::requireStorable(label);
        label.batch = m_impl->batch.id;
        m_impl->names(label.job, label.fromLabel);
        m_impl->names({}, label.toLabel);
        m_impl->labels.push_back(std::move(label));
        m_impl->flushWhenFull();
        return ok();
    });
}

Result<SampleId> BatchWriter::put(Sample sample)
{
    return m_impl->guarded([&]() -> Result<SampleId> {
        store::requireStorable(sample);
        if (m_impl->findUri(sample.uri))
            return Error{Code::Exists, sample.uri, {{}, 0, 0, "sample.uri"}};
        sample.id = m_impl->gate->ids.take<SampleTag>();
        sample.batch = m_impl->batch.id;
        auto &own = m_impl->ownSamples;
        if (!own.empty() && own.back().second == sample.id.value)
            ++own.back().second;
        else
            own.emplace_back(sample.id.value, sample.id.value + 1);
        m_impl->ownUris.add(sample.uri, sample.id);
        m_impl->lastLookUp.clear();
        const SampleId id = sample.id;
        m_impl->samples.push_back(std::move(sample));
        m_impl->flushWhenFull();
        return id;
    });
}

Result<AnnotationId> BatchWriter::put(Annotation annotation)
{
    return m_impl->guarded([&]() -> Result<AnnotationId> {
        store::requireStorable(annotation);
        m_impl->names(annotation.job, annotation.label);
        const AnnotationId id = m_impl->gate->ids.take<AnnotationTag>();
        annotation.id = id;
        annotation.batch = m_impl->batch.id;
        if (annotation.uuid == Uuid{})
            annotation.uuid = store::newUuid();
        if (annotation.created == 0)
            annotation.created = m_impl->batch.created;
        m_impl->annotations.push_back(std::move(annotation));
        m_impl->flushWhenFull();
        return id;
    });
}

Result<RelationId> BatchWriter::put(Relation relation)
{
    return m_impl->guarded([&]() -> Result<RelationId> {
        store::requireStorable(relation);
        m_impl->names(relation.job, relation.label);
        const RelationId id = m_impl->gate->ids.take<RelationTag>();
        relation.id = id;
        relation.batch = m_impl->batch.id;
        if (relation.uuid == Uuid{})
            relation.uuid = store::newUuid();
        if (relation.created == 0)
            relation.created = m_impl->batch.created;
        m_impl->relations.push_back(std::move(relation));
        m_impl->flushWhenFull();
        return id;
    });
}

Status BatchWriter::put(WorkState work)
{
    return m_impl->guarded([&]() -> Status {
        store::requireStorable(work);
        m_impl->names(work.job, {});
        work.batch = m_impl->batch.id;
        m_impl->works.push_back(std::move(work));
        m_impl->flushWhenFull();
        return ok();
    });
}

Status BatchWriter::hide(SampleId id)
{
    return m_impl->guarded([&]() -> Status {
        for (const std::string *sql : {&hideSample, &hideWorksOf, &hideAnnotationsOf, &hideRelationsOf})
            m_impl->hides.push_back({sql->c_str(), id.value});
        m_impl->flushWhenFull();
        return ok();
    });
}

Status BatchWriter::hide(AnnotationId id)
{
    return m_impl->guarded([&]() -> Status {
        m_impl->hides.push_back({hideRelationsWith.c_str(), id.value});
        m_impl->hides.push_back({hideAnnotation.c_str(), id.value});
        m_impl->flushWhenFull();
        return ok();
    });
}

Status BatchWriter::hide(LabelId id)
{
    return m_impl->guarded([&]() -> Status {
        m_impl->hides.push_back({hideLabel.c_str(), id.value});
        m_impl->flushWhenFull();
        return ok();
    });
}

Result<Edit> BatchWriter::close(std::string editName)
{
    return m_impl->guarded([&]() -> Result<Edit> {
        m_impl->flush();
        m_impl->requireNamedRows();
        m_impl->closed = true;
        Batch live = m_impl->batch;
        live.live = true;
        return Edit{std::move(editName), {}, {changed(m_impl->batch, live)}};
    });
}

}  // namespace core
