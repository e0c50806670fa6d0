// The parts of the CoNLL format, private to its files: our comments, reader, writer, losses.
//
// A token a line: the token, columns that are not read, its tag; a blank line after a sentence. CoNLL has neither
// blanks nor offsets, so a comment before the tokens of a text says them:
//   # labelwright: {"text":"Li Na won.","starts":[0,3,6,9]}
// further the keys of own_keys.h and the members of Sample.property. A comment {"labels":{"two_words":"two words"}} at
// the start of the file gives labels back their blanks. The option `text=none` leaves all of them out.
#pragma once
#include "core/text/text_map.h"
#include "formats/own_comment.h"

namespace formats::conll {

// What of a text's entities there can be: apart, without separators at their ends, in order. The rest is told by
// losses.
struct Tagged {
    core::TextMap text;
    struct Span {
        std::int64_t begin = 0, end = 0;
        core::LabelId label;
    };
    std::vector<Span> spans;
    bool isOverlapping = false, isTrimmed = false, isParted = false;
};
Tagged taggedOf(const core::SampleContent &content);

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);

}  // namespace formats::conll
