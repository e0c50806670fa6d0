#include "core/store/label_authors.h"
#include <limits>

namespace core::store {

std::vector<LabelAuthor> labelAuthors(Connection &connection, JobId job)
{
    std::vector<LabelAuthor> pairs;
    // Two steps: a comparison of pairs would be read row by row.
    const auto findNext = [&](LabelAuthor &last) {
        Query author = connection.query("select author from live_annotation where job = ?1 and label = ?2"
                                        " and author > ?3 order by author limit 1");
        if (!pairs.empty() && author.with(job.value, last.first.value, last.second).step()) {
            last.second = author.text();
            return true;
        }
        Query label = connection.query("select label, author from live_annotation where job = ?1 and label > ?2"
                                       " order by label, author limit 1");
        if (!label.with(job.value, last.first.value).step())
            return false;
        last.first.value = label.integer();
        last.second = label.text();
        return true;
    };
    for (LabelAuthor last{{std::numeric_limits<std::int64_t>::min()}, {}}; findNext(last);)
        pairs.push_back(last);
    return pairs;
}

}  // namespace core::store
