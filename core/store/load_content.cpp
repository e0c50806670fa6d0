#include "core/store/load_content.h"

namespace core::store {

std::optional<SampleContent> loadContent(Connection &connection, JobId job, SampleId id)
{
    static const std::string sampleSql = selectLive<Sample>("where id = ?");
    static const std::string workSql = selectLive<WorkState>("where job = ? and sample = ?");
    static const std::string annotationSql = selectLive<Annotation>("where sample = ? and job = ? order by ord, id");
    static const std::string relationSql = selectLive<Relation>("where sample = ? and job = ? order by id");
    SampleContent content;
    content.job = job;
    Query sample = connection.query(sampleSql);
    if (!sample.with(id.value).step())
        return std::nullopt;
    content.sample = rowFrom<Sample>(sample);
    Query work = connection.query(workSql);
    if (work.with(job.value, id.value).step())
        content.work = rowFrom<WorkState>(work);
    Query annotations = connection.query(annotationSql);
    annotations.with(id.value, job.value);
    while (annotations.step())
        content.annotations.push_back(std::make_shared<const Annotation>(rowFrom<Annotation>(annotations)));
    Query relations = connection.query(relationSql);
    content.relations = allFrom<Relation>(relations.with(id.value, job.value));
    return content;
}

}  // namespace core::store
