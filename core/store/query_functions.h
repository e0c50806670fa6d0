// The functions toSql() calls, for one connection.
#pragma once
#include <cstdint>
#include <sqlite3.h>
#include <unordered_set>
#include <vector>

namespace core::store {

// Ids of samples. Small ones, as a project has them, are bits.
class SampleSet {
public:
    void insert(std::int64_t id)
    {
        if (id < 0 || id >= bitIds) {
            m_others.insert(id);
            return;
        }
        const auto at = static_cast<std::size_t>(id);
        if (at >= m_bits.size())
            m_bits.resize(at + at / 2 + 1024);
        m_bits[at] = true;
    }
    bool contains(std::int64_t id) const
    {
        if (id < 0 || id >= bitIds)
            return m_others.contains(id);
        const auto at = static_cast<std::size_t>(id);
        return at < m_bits.size() && m_bits[at];
    }

private:
    static constexpr std::int64_t bitIds = 1 << 27;  // 16 MB of bits
    std::vector<bool> m_bits;
    std::unordered_set<std::int64_t> m_others;
};

// sets: what in_set(index, id) looks into; outlives the connection. Returns an SQLite result code.
int addQueryFunctions(sqlite3 *connection, std::vector<SampleSet> &sets);

}  // namespace core::store
