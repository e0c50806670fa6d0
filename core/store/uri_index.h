// Finds a sample by its uri among the rows a batch has written: 16 bytes a row, hashes only. A candidate is to be
// compared with the stored uri.
#pragma once
#include "core/ids.h"
#include <functional>
#include <string_view>
#include <vector>

namespace core::store {

class UriIndex {
public:
    void add(std::string_view uri, SampleId id)
    {
        if (2 * (m_count + 1) > m_slots.size())
            grow();
        place(std::hash<std::string_view>{}(uri), id);
        ++m_count;
    }

    // The first id added under a uri of that hash for which isIt(id) holds; 0: none.
    template <class IsIt>
    SampleId find(std::string_view uri, IsIt &&isIt) const
    {
        if (m_slots.empty())
            return {};
        const std::size_t hash = std::hash<std::string_view>{}(uri);
        for (std::size_t i = hash & mask(); m_slots[i].id; i = (i + 1) & mask())
            if (m_slots[i].hash == hash && isIt(m_slots[i].id))
                return m_slots[i].id;
        return {};
    }

private:
    struct Slot {
        std::size_t hash = 0;
        SampleId id;
    };
    std::size_t mask() const { return m_slots.size() - 1; }
    void place(std::size_t hash, SampleId id)
    {
        std::size_t i = hash & mask();
        while (m_slots[i].id)
            i = (i + 1) & mask();
        m_slots[i] = {hash, id};
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 1024 : 2 * m_slots.size());
        old.swap(m_slots);
        for (const Slot &slot : old)
            if (slot.id)
                place(slot.hash, slot.id);
    }

    std::vector<Slot> m_slots;  // a power of two
    std::size_t m_count = 0;
};

}  // namespace core::store
