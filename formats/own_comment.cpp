#include "formats/own_comment.h"
#include "formats/text_file.h"

namespace formats {

using core::Code;
using simdjson::ondemand::json_type;

bool isCommentKey(std::string_view name)
{
    return name == "text" || name == "starts" || name == "labels" || name == sourceKey || name == idKey
           || isOwnSampleKey(name);
}

std::optional<Comment> CommentParser::parse(std::string_view line, std::int64_t number, std::vector<Issue> &issues)
{
    m_text.assign(line.substr(commentStart.size()));
    m_text.reserve(m_text.size() + LineReader::padding);
    const std::size_t before = issues.size();
    Comment out;
    out.sample.line = number;
    try {
        for (simdjson::ondemand::field field : m_json.begin({m_text, number, false}, issues)) {
            const std::string name(std::string_view(field.unescaped_key()));
            m_json.path = name;
            read(name, field.value(), out);
            m_json.path.clear();
        }
        m_json.finish();
    } catch (const simdjson::simdjson_error &error) {
        m_json.refuse(error);
    }
    for (std::size_t i = before; i < issues.size(); ++i)
        if (auto &column = issues[i].error.where.column; column > 0)
            column += static_cast<std::int64_t>(commentStart.size());
    return m_json.refused ? std::nullopt : std::optional(std::move(out));
}

void CommentParser::read(const std::string &name, JsonLine::Value value, Comment &out)
{
    if (name == "text") {
        if (value.type() == json_type::string)
            out.text = std::string(m_json.scalar(value).value_or(""));
        else
            m_json.refuse(Code::BadValue, m_json.seen(value));
    } else if (name == "starts") {
        for (simdjson::ondemand::value element : value.get_array())
            out.starts.push_back(element.get_int64());
    } else if (name == "labels") {
        for (simdjson::ondemand::field field : value.get_object()) {
            const std::string tag(std::string_view(field.unescaped_key()));
            JsonLine::Value label = field.value();
            out.labels[tag] = m_json.scalar(label).value_or("");
        }
    } else if (!takeOwnSample(m_json, name, value, out.sample) && !takeOrigin(m_json, name, value, out.origin)) {
        if (const auto kept = m_json.raw(value))
            addMember(out.sample.sample.property, name, *kept);
    }
}

}  // namespace formats
