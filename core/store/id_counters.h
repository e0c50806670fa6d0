// The next free id of each table: in memory, seeded when the project opens, shared by Project and BatchWriter.
#pragma once
#include "core/edit.h"
#include "core/store/sqlite.h"
#include <atomic>
#include <tuple>

namespace core::store {

class IdCounters {
public:
    void seed(Connection &connection);  // counts every row, dead ones and those only the redo history knows

    template <class Tag>
    Id<Tag> take(std::int64_t count = 1)  // the first of `count` ids in a row
    {
        return {last<Tag>().fetch_add(count) + 1};
    }
    void raise(const Edit &edit);  // over every row it writes: undo brings back ids larger than those stored
    template <class Tag>
    void raise(Id<Tag> id)
    {
        if (id.value > last<Tag>())
            last<Tag>() = id.value;
    }

private:
    template <class Tag>
    struct Last : std::atomic<std::int64_t> {
    };
    template <class Tag>
    std::atomic<std::int64_t> &last()
    {
        return std::get<Last<Tag>>(m_last);
    }
    std::tuple<Last<SampleTag>, Last<AnnotationTag>, Last<LabelTag>, Last<RelationTag>, Last<BatchTag>, Last<JobTag>,
               Last<VersionTag>>
        m_last;
};

Uuid newUuid();  // random, version 4
Timestamp now();

}  // namespace core::store
