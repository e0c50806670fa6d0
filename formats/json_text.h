// JSON as text: appended to a buffer without building a document, and checked before it is kept.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace formats::jsontext {

void appendString(std::string &out, std::string_view text);  // in quotes, non-ASCII as it is
void appendNumber(std::string &out, double value);           // the shortest text that reads back equal

// One JSON value without white space. Empty: not JSON, or nested deeper than 64.
std::optional<std::string> compacted(std::string_view json);

// The members of an object in their order: key and compact text of the value. Empty: not an object.
using Members = std::vector<std::pair<std::string, std::string>>;
std::optional<Members> members(std::string_view object);

std::size_t validUtf8Prefix(std::string_view text);  // bytes; text.size(): all of it

}  // namespace formats::jsontext
