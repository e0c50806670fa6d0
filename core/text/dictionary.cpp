// Drafts from a dictionary.
#include "core/text/drafts.h"
#include "core/text/find_same.h"
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace core {

namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

std::string_view cut(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

class DictionaryReader {
public:
    DictionaryReader(std::span<const Label> labels, LabelId fallback) : m_fallback(fallback)
    {
        for (const Label &label : labels)
            if (!isRelation(label))
                m_labels.emplace(label.name, label.id);
    }

    Dictionary read(std::string_view lines)
    {
        if (lines.starts_with("\xef\xbb\xbf"))
            lines.remove_prefix(3);
        for (std::int64_t number = 1; !lines.empty(); ++number) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            const std::string_view line = lines.substr(0, end);
            if (!cut(line).empty())
                take(line, number);
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
        return std::move(m_dictionary);
    }

private:
    void take(std::string_view line, std::int64_t number)
    {
        const std::size_t tab = line.find('\t');
        const std::string surface(cut(line.substr(0, tab)));
        const std::string name(tab == line.npos ? std::string_view() : cut(line.substr(tab + 1)));
        const auto refuse = [&](Code code, const std::string &seen, const char *field) {
            m_dictionary.issues.push_back({code, seen, {{}, number, 0, field}});
        };
        const auto known = m_labels.find(name);
        if (surface.empty() || (name.empty() && !m_fallback))
            refuse(Code::MissingField, std::string(cut(line)), surface.empty() ? "surface" : "label");
        else if (!name.empty() && known == m_labels.end())
            refuse(Code::NotFound, name, "label");
        else if (codePoints(surface, false).size() > longestSurface)
            refuse(Code::TooLarge, surface.substr(0, 40), "surface");
        else if (!m_seen.insert(surface).second)
            refuse(Code::Exists, surface, "surface");
        else
            m_dictionary.entries.push_back({surface, name.empty() ? m_fallback : known->second});
    }

    LabelId m_fallback;
    std::unordered_map<std::string, LabelId> m_labels;
    std::unordered_set<std::string> m_seen;
    Dictionary m_dictionary;
};

// The entries in order, so that those with a common beginning lie together: each code point read narrows the run.
class LongestMatch {
public:
    LongestMatch(const Dictionary &dictionary, Matching matching) : m_matching(matching)
    {
        for (const DictionaryEntry &entry : dictionary.entries)
            m_entries.push_back({codePoints(entry.surface, matching.anyCase), entry.label});
        std::ranges::stable_sort(m_entries, {}, &Entry::surface);
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            auto &run = m_runs.try_emplace(m_entries[i].surface.front(), i, i).first->second;
            run.second = i + 1;
        }
    }

    std::vector<Passage> in(const SharedText &text, const std::stop_token &stop) const
    {
        std::vector<Passage> found;
        const std::u32string points = codePoints(text, m_matching.anyCase);
        const TextMap map(text);
        const Boundaries boundaries(map);
        for (std::size_t at = 0; at < points.size() && !stop.stop_requested();) {
            const Entry *entry = longest(points, at, map, boundaries);
            if (entry)
                found.push_back({range(at, *entry), entry->label});
            at += entry ? entry->surface.size() : 1;
        }
        return found;
    }

private:
    struct Entry {
        std::u32string surface;
        LabelId label;
    };

    static TextRange range(std::size_t at, const Entry &entry)
    {
        return {static_cast<std::int64_t>(at), static_cast<std::int64_t>(at + entry.surface.size())};
    }

    const Entry *longest(const std::u32string &points, std::size_t at, const TextMap &map,
                         const Boundaries &boundaries) const
    {
        const auto run = m_runs.find(points[at]);
        if (run == m_runs.end())
            return nullptr;
        const Entry *best = nullptr;
        auto begin = m_entries.begin() + static_cast<std::ptrdiff_t>(run->second.first);
        auto end = m_entries.begin() + static_cast<std::ptrdiff_t>(run->second.second);
        for (std::size_t depth = 1; begin != end; ++depth) {
            if (begin->surface.size() == depth) {  // the shortest of a run comes first
                if (standsAlone(map, boundaries, range(at, *begin), m_matching.wholeWords))
                    best = &*begin;
                while (begin != end && begin->surface.size() == depth)  // in any case two may be the same
                    ++begin;
            }
            if (at + depth >= points.size())
                break;
            const auto next = std::ranges::equal_range(begin, end, points[at + depth], {},
                                                       [depth](const Entry &entry) { return entry.surface[depth]; });
            begin = next.begin();
            end = next.end();
        }
        return best;
    }

    Matching m_matching;
    std::vector<Entry> m_entries;
    std::unordered_map<char32_t, std::pair<std::size_t, std::size_t>> m_runs;  // by the first code point
};

}  // namespace

Dictionary readDictionary(std::string_view lines, std::span<const Label> labels, LabelId fallback)
{
    return DictionaryReader(labels, fallback).read(lines);
}

FindPassages dictionaryFinder(const Dictionary &dictionary, Matching matching)
{
    const auto match = std::make_shared<const LongestMatch>(dictionary, matching);
    return [match](const SharedText &text, const std::stop_token &stop) -> Result<std::vector<Passage>> {
        return match->in(text, stop);
    };
}

}  // namespace core
