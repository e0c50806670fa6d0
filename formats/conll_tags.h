// Tags of a token a line: where it stands in an entity, in the schemes that are in use.
#pragma once
#include "formats/format.h"

namespace formats::conll {

// Iob1: B- only where two entities of one label touch. Iob2: B- begins each. Iobes, Bilou, Bmes: the last token and
// single ones have letters of their own.
enum class Scheme { Iob1, Iob2, Iobes, Bilou, Bmes };
std::string_view wordOf(Scheme scheme);  // "iob1" …
std::optional<Scheme> schemeFrom(std::string_view word);

struct Tag {
    char letter = 'O';  // as it is written
    char place = 'O';   // the same in the letters of IOBES
    std::string_view label;
};
std::optional<Tag> parseTag(std::string_view text);  // "O", "_", "-" and "-X-" are outside
// Of the token `at` of `count`; touches: the token before ends another entity of that label.
std::string tagOf(Scheme scheme, std::size_t at, std::size_t count, std::string_view label, bool touches);

struct Run {
    std::size_t begin = 0, end = 0;  // tokens, half open
    std::string label;
};
struct TagFault {
    std::size_t token = 0;
    std::string seen;  // "I-PER after O"
    bool isNoTag = false;
};
// Of one sentence. What does not fit the scheme still makes entities, and is told.
std::vector<Run> runsOf(const std::vector<std::string> &tags, Scheme scheme, std::vector<TagFault> &faults);

// Looks at all tags of a file.
class SchemeGuess {
public:
    void add(std::string_view tag);
    void endSentence() { m_last = {}; }
    Scheme best() const;
    bool hasEntities() const { return m_entities; }
    // What makes it doubtful: entities that begin with I-; how many.
    std::int64_t insideFirst() const { return m_insideFirst; }

private:
    std::string m_seen;  // letters
    std::string m_last;  // label of the token before
    std::int64_t m_insideFirst = 0, m_beginAlone = 0;
    bool m_entities = false;
};

}  // namespace formats::conll
