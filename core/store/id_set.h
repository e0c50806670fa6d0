// Ids of samples. Small ones, as a project has them, are bits: filters over a million samples are combined word by
// word.
#pragma once
#include "core/ids.h"
#include <bit>
#include <cstdint>
#include <set>
#include <vector>

namespace core::store {

class IdSet {
public:
    void insert(SampleId id);
    bool erase(SampleId id);  // true: it was in the set
    bool contains(SampleId id) const;
    std::size_t size() const;

    IdSet &operator|=(const IdSet &other);
    IdSet &operator&=(const IdSet &other);
    IdSet &operator-=(const IdSet &other);

    template <class Take>
    void forEach(Take &&take) const  // ascending
    {
        auto other = m_others.begin();
        for (; other != m_others.end() && *other < 0; ++other)
            take(SampleId{*other});
        for (std::size_t word = 0; word < m_words.size(); ++word)
            for (std::uint64_t left = m_words[word]; left; left &= left - 1)
                take(SampleId{static_cast<std::int64_t>(word * 64) + std::countr_zero(left)});
        for (; other != m_others.end(); ++other)
            take(SampleId{*other});
    }
    std::vector<SampleId> sorted() const;

private:
    static constexpr std::int64_t bitIds = 1 << 27;  // 16 MB of bits
    static bool isBit(SampleId id) { return id.value >= 0 && id.value < bitIds; }

    std::vector<std::uint64_t> m_words;
    std::set<std::int64_t> m_others;
};

inline void IdSet::insert(SampleId id)
{
    if (!isBit(id)) {
        m_others.insert(id.value);
        return;
    }
    const auto word = static_cast<std::size_t>(id.value) / 64;
    if (word >= m_words.size())
        m_words.resize(word + word / 2 + 16);
    m_words[word] |= std::uint64_t{1} << (id.value % 64);
}

inline bool IdSet::contains(SampleId id) const
{
    if (!isBit(id))
        return m_others.contains(id.value);
    const auto word = static_cast<std::size_t>(id.value) / 64;
    return word < m_words.size() && (m_words[word] >> (id.value % 64) & 1);
}

}  // namespace core::store
