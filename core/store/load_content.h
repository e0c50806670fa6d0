// One sample with all that a job knows of it.
#pragma once
#include "core/sample_content.h"
#include "core/store/row_tables.h"

namespace core::store {

// "select …columns… from live_NAME REST"
template <class Row>
std::string selectLive(std::string_view rest)
{
    return std::string("select ") + Table<Row>::columns + " from " + (Table<Row>::marked ? "live_" : "")
           + Table<Row>::name + " " + std::string(rest);
}

template <class Row>
std::vector<Row> allFrom(Query &query)
{
    std::vector<Row> rows;
    while (query.step())
        rows.push_back(rowFrom<Row>(query));
    return rows;
}

std::optional<SampleContent> loadContent(Connection &connection, JobId job, SampleId id);  // empty: not live

}  // namespace core::store
