// What a reader keeps in memory of the live samples, so that filters and orders need not walk a million rows again:
// some 10 bytes a sample for their order, and 40 once a name was looked for.
#pragma once
#include "core/store/id_set.h"
#include "core/store/sqlite.h"

namespace core::store {

// The last parts of the uris, ordered by uri; ASCII letters in lower case.
class SampleNames {
public:
    void add(SampleId id, std::string_view uri);  // in order of uri
    IdSet containing(std::string_view text) const;
    const std::vector<SampleId> &byUri() const { return m_ids; }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;  // in m_text
    std::vector<SampleId> m_ids;
};

// Each part is read when first asked for, inside the read transaction, and kept until forget().
class SampleImage {
public:
    explicit SampleImage(Connection &connection) : m_connection(connection) {}

    const std::vector<SampleId> &byPosition();  // ties by id
    const IdSet &all();
    const SampleNames &names();
    bool hasOrder() const { return m_byPosition.has_value(); }
    bool hasNames() const { return m_names.has_value(); }
    void forget();

private:
    Connection &m_connection;
    std::optional<std::vector<SampleId>> m_byPosition;
    std::optional<IdSet> m_all;
    std::optional<SampleNames> m_names;
};

}  // namespace core::store
