#include "core/store/text_arena.h"
#include "core/sample_query.h"
#include <algorithm>
#include <cstring>

namespace core::store {

void TextArena::add(SampleId id, std::string_view text)
{
    m_text += text;
    close(id);
}

void TextArena::addFolded(SampleId id, std::string_view text)
{
    const std::size_t begin = m_text.size();
    m_text += text;
    std::ranges::transform(m_text.begin() + static_cast<std::ptrdiff_t>(begin), m_text.end(),
                           m_text.begin() + static_cast<std::ptrdiff_t>(begin), folded);
    close(id);
}

void TextArena::close(SampleId id)
{
    m_ends.push_back(m_text.size());
    m_ids.push_back(id);
}

std::string_view TextArena::textAt(std::size_t i) const
{
    const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
    return std::string_view(m_text).substr(begin, m_ends[i] - begin);
}

IdSet TextArena::containing(std::string_view part, const Test &test) const
{
    IdSet found;
    if (part.empty()) {
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            if (!test || test(textAt(i)))
                found.insert(m_ids[i]);
        return found;
    }
    const char *const bytes = m_text.data();
    std::size_t at = 0, text = 0;
    while (const void *hit = ::memmem(bytes + at, m_text.size() - at, part.data(), part.size())) {
        at = static_cast<std::size_t>(static_cast<const char *>(hit) - bytes);
        while (m_ends[text] <= at)
            ++text;
        if (at + part.size() > m_ends[text]) {  // reaches into the next text
            ++at;
            continue;
        }
        if (!test || test(textAt(text)))
            found.insert(m_ids[text]);
        at = m_ends[text];
    }
    return found;
}

IdSet TextArena::containingFolded(std::string_view part) const
{
    std::string wanted(part);
    std::ranges::transform(wanted, wanted.begin(), folded);
    return containing(wanted);
}

}  // namespace core::store
