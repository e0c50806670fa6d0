// Reading one JSON line with simdjson: tolerant scalars, kept text, and faults that say where they are.
#pragma once
#include "formats/format.h"
#include "formats/json_text.h"
#include "formats/line_reader.h"
#include <simdjson.h>

namespace formats {

static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);

// Real files mix strings, numbers and booleans freely; what cannot be taken is a warning and left out.
// Members throw simdjson_error where the text is not JSON; the caller hands it to fault().
class JsonLine {
public:
    using Value = simdjson::ondemand::value;

    simdjson::ondemand::object begin(const TextLine &text, std::vector<Issue> &issues);
    void finish();         // fault when something follows the object
    std::string path;      // of the value being read: "annotation[0].name"
    bool refused = false;  // an Error was met that spoils the whole line

    std::optional<std::string_view> scalar(Value &value);  // null: empty; valid until the next begin()
    std::optional<double> share(Value &value);             // 0…1
    bool flag(Value &value);                               // true, "True", 1
    std::optional<std::string> raw(Value &value);          // compact JSON; else the line is refused
    std::string seen(Value &value);
    std::int64_t column() const { return columnOf(m_at); }  // of the value looked at last, 1-based
    void look(Value &value) { m_at = std::string_view(value.raw_json_token()).data(); }  // faults are told there
    core::Location place() const { return {{}, m_number, columnOf(m_at), path}; }        // of what was looked at last

    void fault(Severity severity, core::Code code, std::string detail);
    void refuse(core::Code code, std::string detail);
    void refuse(const simdjson::simdjson_error &error);
    std::size_t faults() const { return m_issues->size(); }
    void forgetFaults(std::size_t from) { m_issues->resize(from); }

private:
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    std::string_view m_text;
    std::int64_t m_number = 0;
    std::vector<Issue> *m_issues = nullptr;
    const char *m_at = nullptr;  // the value looked at last
    bool m_started = false;      // the line's brackets and quotes fit, m_document is in it
    std::int64_t columnOf(const char *at) const;
};

std::string lowerAscii(std::string_view text);

}  // namespace formats
