#include "core/store/id_set.h"
#include <algorithm>

namespace core::store {

bool IdSet::erase(SampleId id)
{
    if (!isBit(id))
        return m_others.erase(id.value) != 0;
    if (!contains(id))
        return false;
    m_words[static_cast<std::size_t>(id.value) / 64] &= ~(std::uint64_t{1} << (id.value % 64));
    return true;
}

std::size_t IdSet::size() const
{
    std::size_t count = m_others.size();
    for (const std::uint64_t word : m_words)
        count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

IdSet &IdSet::operator|=(const IdSet &other)
{
    m_words.resize(std::max(m_words.size(), other.m_words.size()));
    for (std::size_t i = 0; i < other.m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
    m_others.insert(other.m_others.begin(), other.m_others.end());
    return *this;
}

IdSet &IdSet::operator&=(const IdSet &other)
{
    m_words.resize(std::min(m_words.size(), other.m_words.size()));
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
    std::erase_if(m_others, [&](std::int64_t id) { return !other.m_others.contains(id); });
    return *this;
}

IdSet &IdSet::operator-=(const IdSet &other)
{
    for (std::size_t i = 0; i < std::min(m_words.size(), other.m_words.size()); ++i)
        m_words[i] &= ~other.m_words[i];
    for (const std::int64_t id : other.m_others)
        m_others.erase(id);
    return *this;
}

std::vector<SampleId> IdSet::sorted() const
{
    std::vector<SampleId> ids;
    ids.reserve(size());
    forEach([&ids](SampleId id) { ids.push_back(id); });
    return ids;
}

}  // namespace core::store
