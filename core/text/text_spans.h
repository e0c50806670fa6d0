// What entities cover: parts of a text, sorted and disjoint, and how two of them lie to each other.
#pragma once
#include "core/sample_content.h"
#include "core/text/boundaries.h"
#include <span>

namespace core {

using TextParts = std::span<const TextRange>;

const TextSpan *textSpanOf(const Annotation &annotation);  // null: it covers no part of the text
TextRange hullOf(TextParts parts);                         // from the first to the last code point; of none: empty
bool shareText(TextParts a, TextParts b);
bool covers(TextParts outer, TextParts inner);  // all of inner lies within outer

// As an entity keeps them: whole characters, without empty parts, sorted, touching ones joined.
std::vector<TextRange> tidyParts(const Boundaries &text, TextParts parts);

}  // namespace core
