// The texts of many samples in one piece of memory, searched as one.
#pragma once
#include "core/store/id_set.h"
#include <functional>
#include <string>
#include <string_view>

namespace core::store {

class TextArena {
public:
    void add(SampleId id, std::string_view text);
    void addFolded(SampleId id, std::string_view text);  // ASCII letters in lower case

    const std::vector<SampleId> &ids() const { return m_ids; }  // in the order added
    std::size_t bytes() const { return m_text.size(); }

    // Those whose text contains `part`, byte for byte, and passes the test.
    using Test = std::function<bool(std::string_view text)>;
    IdSet containing(std::string_view part, const Test &test = {}) const;
    // Those whose text, folded when it was added, contains `part`, folded here.
    IdSet containingFolded(std::string_view part) const;

private:
    void close(SampleId id);
    std::string_view textAt(std::size_t i) const;
    std::string m_text;
    std::vector<std::size_t> m_ends;  // in m_text
    std::vector<SampleId> m_ids;
};

}  // namespace core::store
