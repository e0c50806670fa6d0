// The parts of the Praat TextGrid format, private to its files.
//
// A tier's name is "LABEL", "LABEL@SPEAKER", or "segments" without a label, and its texts are what is said; or, where
// texts are labels, it is the speaker, or "segments". Segments that overlap stand in several tiers of one name. The
// comment "! labelwright: {"texts-are":"content"}" says which of both a file of ours is; in such a file a single blank
// is the text of a segment that has none.
#pragma once
#include "formats/segment_files.h"

namespace formats::praat {

inline constexpr std::string_view ownComment = "! labelwright: ";
inline constexpr std::string_view namelessTier = "segments", noText = " ";

struct TierName {
    std::string label, speaker;  // of all its segments; empty: none
    bool operator==(const TierName &) const = default;
};
std::string tierName(const TierName &what, bool textsAreLabels);
TierName fromTierName(std::string_view name, bool textsAreLabels);

// The file is numbers, texts in quotes and <flags> that stand free; all else between them is comment.
struct Token {
    enum Kind { End, Number, Text, Flag } kind = End;
    std::string value;  // of a text without its quotes
    std::size_t at = 0;
    bool closed = true;  // of a text
};
class Tokens {
public:
    explicit Tokens(std::string_view text) : m_text(text) {}
    Token next();
    const std::vector<std::string_view> &comments() const { return m_comments; }  // with their "!", so far

private:
    Token quoted();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::string_view> m_comments;
};

void parse(std::string_view text, const Surroundings &around, SegmentsRead &out);
std::string compose(const SegmentsToWrite &what);
void addLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words);

}  // namespace formats::praat
