// Which samples a filter matches. Each leaf becomes a set of ids, by an index where there is one; AND, OR and NOT
// combine the sets in memory.
#pragma once
#include "core/sample_query.h"
#include "core/store/sample_image.h"

namespace core::store {

class FilterSets {
public:
    FilterSets(Connection &connection, SampleImage &image, JobId job);

    // Those of `within` (null: of all live samples) that match. What names a sample that is not live, as in a damaged
    // project, may be among them.
    IdSet matching(const Filter &filter, const IdSet *within = nullptr);

private:
    struct Visitor;
    template <class... Value>
    IdSet select(const char *sql, const Value &...values)  // one that selects collect(id)
    {
        return m_connection.collected(sql, values...).ids;
    }
    IdSet everything(const IdSet *within);
    bool isOfSpeech() const;
    IdSet withAuthor(const std::string &part);
    template <class Test>
    IdSet tested(const IdSet &ids, const char *columns, Test &&test);
    bool isFew(const IdSet *within) const;

    Connection &m_connection;
    SampleImage &m_image;
    JobId m_job;
    std::size_t m_few;
};

}  // namespace core::store
