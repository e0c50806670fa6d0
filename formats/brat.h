// The parts of the brat standoff format, private to its files: one line of an .ann file, the document it is about,
// reader, writer, losses.
//
// T lines are entities, R lines relations, A lines of an entity its attributes. Everything else (events, notes,
// normalisations, equivalences …) is kept as it stands in Sample.property:
//   "@brat": {"lines": ["E1\tHire:T3 Who:T1"], "relations": [{"id","label","from","to","roles"}]}
// with relations that have roles of their own, or that a line names. An entity such a line names keeps its id as the
// attribute "@x:brat" (JSON). Roles other than Arg1 and Arg2 stand with the relation's label, as its spec "@x:roles".
// What brat has no line for is a note of type Labelwright, of an entity or the document, with the keys of own_keys.h;
// annotation.conf begins with the names that had to change.
#pragma once
#include "core/text/boundaries.h"
#include "formats/own_keys.h"
#include "formats/text_losses.h"

namespace formats::brat {

inline constexpr std::string_view keptKey = "@brat", idAttribute = "@x:brat", rolesSpec = "@x:roles";
inline constexpr std::string_view ownNote = "Labelwright", documentTarget = "document";
inline constexpr std::string_view confidenceKey = "@labelwright:confidence";

using Roles = std::pair<std::string, std::string>;
Roles usualRoles();  // Arg1, Arg2

struct Line {
    char kind = 0;  // T R E A M N # *
    std::string id, type;
    std::vector<core::TextRange> parts;  // T, as they are counted there
    std::string rest;                    // T: the text; #: the note; A: the value, empty when it has none
    std::vector<std::pair<std::string, std::string>> arguments;  // role, id; E: the trigger first; others: no role
    std::string raw;
    std::int64_t number = 0;
};
// Empty: no line of that kind. Issues have line, column and field, but no file.
std::optional<Line> parseLine(std::string_view text, std::int64_t number, std::vector<Issue> &issues);

// For each kept line whether all it names is there: entities, relations or other such lines.
std::vector<bool> standing(const std::vector<Line> &kept, const std::vector<std::string> &ids);

// How brat counts a text: a CRLF as one, a byte order mark as one.
struct Counting {
    bool oneNewline = false, withMark = false;
    bool operator==(const Counting &) const = default;
};
class Positions {
public:
    Positions(const core::TextMap &text, Counting counting);
    std::int64_t toCodePoint(std::int64_t position) const;             // may lie outside the text
    std::optional<std::int64_t> fromCodePoint(std::int64_t at) const;  // empty: within a CRLF
    // What a T line says of those parts: blanks for line ends and controls, a blank between two parts.
    std::string surface(const std::vector<core::TextRange> &parts) const;

private:
    const core::TextMap &m_text;
    Counting m_counting;
    std::vector<std::int64_t> m_pairs;  // where a CRLF begins, as brat counts
};
std::string plainSurface(std::string_view text);  // the same of a text that stands in a line

struct KeptRelation {
    std::string id, label, from, to;
    Roles roles;
};
struct Kept {
    std::vector<std::string> lines;
    std::vector<KeptRelation> relations;
};
std::string toJson(const Kept &kept);
std::optional<Kept> keptFrom(const std::string &property);  // empty: it is not what we wrote

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);

}  // namespace formats::brat
