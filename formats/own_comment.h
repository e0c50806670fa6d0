// Comments of ours in files of lines: "# labelwright: " and a JSON object.
#pragma once
#include "formats/own_keys.h"

namespace formats {

inline constexpr std::string_view commentStart = "# labelwright: ";

struct Comment {
    std::optional<std::string> text;   // empty: it is about labels
    std::vector<std::int64_t> starts;  // code points
    SampleRecord sample;
    Origin origin;
    std::map<std::string, std::string> labels;
};
// Empty: it is refused. Issues have line, column and field, but no file.
class CommentParser {
public:
    std::optional<Comment> parse(std::string_view line, std::int64_t number, std::vector<Issue> &issues);

private:
    void read(const std::string &name, JsonLine::Value value, Comment &out);
    JsonLine m_json;
    std::string m_text;
};
bool isCommentKey(std::string_view name);

}  // namespace formats
