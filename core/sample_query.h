// Which samples, in which order. The only way to ask for a list of samples.
#pragma once
#include "core/result.h"
#include "core/rows.h"
#include <string_view>

namespace core {

struct Filter;
struct Everything {
    bool operator==(const Everything &) const = default;
};
struct InState {
    State state;
    bool operator==(const InState &) const = default;
};
struct HasLabel {
    std::string name;
    bool operator==(const HasLabel &) const = default;
};  // of the query's job
struct IsHard {
    bool hard;
    bool operator==(const IsHard &) const = default;
};
struct NameContains {
    std::string text;
    bool operator==(const NameContains &) const = default;
};  // last part of the uri; ASCII letters match in either case
struct TextContains {
    std::string text;
    bool operator==(const TextContains &) const = default;
};  // the sample's own text, of a sound what is said in it; ASCII letters match in either case; empty: it has one
struct InFolder {
    std::string folder;
    bool operator==(const InFolder &) const = default;
};  // uri lies in it or below it; empty: every sample
struct HasAuthor {
    std::string author;
    bool operator==(const HasAuthor &) const = default;
};  // some annotation's author contains it; ASCII letters match in either case
enum class Compare { Less, LessOrEqual, Greater, GreaterOrEqual, Equal };
struct HasConfidence {
    Compare compare;
    double value;
    bool operator==(const HasConfidence &) const = default;
};  // some annotation's
struct FromBatch {
    std::int64_t batch;
    bool operator==(const FromBatch &) const = default;
};
struct HasUsage {
    Usage usage;
    bool operator==(const HasUsage &) const = default;
};
struct HasProperty {
    std::string key, value;
    bool operator==(const HasProperty &) const = default;
};  // a string's characters, or the JSON text of any other value
struct HasMedia {
    MediaState state;
    bool operator==(const HasMedia &) const = default;
};
struct AllOf {
    std::vector<Filter> of;
    bool operator==(const AllOf &) const;
};
struct AnyOf {
    std::vector<Filter> of;
    bool operator==(const AnyOf &) const;
};
struct Not {
    std::vector<Filter> of;
    bool operator==(const Not &) const;
};  // exactly one

struct Filter {
    std::variant<Everything, InState, HasLabel, IsHard, NameContains, TextContains, InFolder, HasAuthor, HasConfidence,
                 FromBatch, HasUsage, HasProperty, HasMedia, AllOf, AnyOf, Not>
        node;
    bool operator==(const Filter &) const;
};
// Spelled out: Clang up to 16 does not survive a defaulted comparison that comes back to itself.
inline bool AllOf::operator==(const AllOf &o) const
{
    return of == o.of;
}
inline bool AnyOf::operator==(const AnyOf &o) const
{
    return of == o.of;
}
inline bool Not::operator==(const Not &o) const
{
    return of == o.of;
}
inline bool Filter::operator==(const Filter &o) const
{
    return node == o.node;
}

// Name: by uri. Confidence: the lowest of the sample, samples without one last. Ties by id.
enum class SortKey { Added, Name, State, Confidence, AnnotationCount };
struct SampleQuery {
    JobId job;
    Filter filter;
    SortKey sort = SortKey::Added;
    bool descending = false;
    bool operator==(const SampleQuery &) const = default;
};

// "label:car -state:labeled hard:true name:img_00 text:word folder:a/b author:li conf:<0.5 batch:3 usage:train
// prop:city=Riga
//  media:missing (label:a OR label:b) "two words"": terms are joined by AND; OR, parentheses, '-' or NOT, quotes.
// A bare word is name:. Text in quotes knows \" and \\. "" and "()" are everything. At most 1,000 terms, 100 deep.
// Error: Code::BadValue, where.column = 1-based byte of the fault, where.field = the key.
Result<Filter> parseFilter(std::string_view text);
// parseFilter(toText(f)) == f where each AllOf and AnyOf holds two or more.
std::string toText(const Filter &filter);

// What the filters mean by these words.
inline char folded(char c)  // ASCII letters in lower case
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
bool nameContains(std::string_view uri, std::string_view text);
bool textContains(std::string_view text, std::string_view part);
bool propertyIs(std::string_view json, std::string_view key, std::string_view value);
bool isStringOnly(std::string_view value);  // as a property: not the JSON text of anything but a string

}  // namespace core
