#include "formats/class_table.h"
#include "formats/json_text.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace formats {

using core::Code;
using core::Error;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char *ourName = "classes.json", *vocName = "labelmap.txt";
constexpr int maxValue = 65535;

std::optional<int> indexIn(std::string_view text)
{
    int value = 0;
    text = trimmed(text);
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

class Table {
public:
    Table(fs::path file, RecordSink &sink) : m_file(utf8(file)), m_sink(sink) {}

    std::vector<ClassValue> classes;
    bool goOn = true;

    void fault(std::int64_t line, std::string field, Code code, std::string detail)
    {
        goOn = goOn && m_sink.report({Severity::Error, {code, std::move(detail), {m_file, line, 0, std::move(field)}}});
    }
    void add(ClassValue one, std::int64_t line, const std::string &field)
    {
        if (std::ranges::find(classes, one.value, &ClassValue::value) != classes.end())
            return fault(line, field + "value", Code::Conflict, "twice: " + std::to_string(one.value));
        if (std::ranges::find(classes, one.name, &ClassValue::name) != classes.end())
            return fault(line, field + "name", Code::Conflict, "twice: " + excerpt(one.name));
        classes.push_back(std::move(one));
    }
    Error error(Code code, std::string detail, core::Location place = {}) const
    {
        place.file = m_file;
        return {code, std::move(detail), std::move(place)};
    }
    const std::string &file() const { return m_file; }

private:
    std::string m_file;
    RecordSink &m_sink;
};

std::optional<core::Rgb> colorOf(const json &entry)
{
    const auto at = entry.find("color");
    if (at == entry.end() || !at->is_string())
        return std::nullopt;
    const auto &text = at->get_ref<const std::string &>();
    core::Rgb rgb = 0;
    const auto end = text.data() + text.size();
    const bool good = text.size() == 7 && text[0] == '#' && std::from_chars(text.data() + 1, end, rgb, 16).ptr == end;
    return good ? std::optional(rgb) : std::nullopt;
}

void addEntry(Table &table, const json &entry, std::size_t index)
{
    const std::string field = "classes[" + std::to_string(index) + "].";
    const auto value = entry.is_object() ? entry.find("value") : entry.end();
    const auto name = entry.is_object() ? entry.find("name") : entry.end();
    if (!entry.is_object())
        return table.fault(0, field.substr(0, field.size() - 1), Code::BadValue, excerpt(entry.dump(), 40));
    if (value == entry.end() || name == entry.end())
        return table.fault(0, field + (value == entry.end() ? "value" : "name"), Code::MissingField, {});
    if (!value->is_number_integer() || *value < 1 || *value > maxValue)
        return table.fault(0, field + "value", Code::BadValue, excerpt(value->dump(), 40));
    if (!name->is_string() || trimmed(name->get_ref<const std::string &>()).empty())
        return table.fault(0, field + "name", Code::BadValue, excerpt(name->dump(), 40));
    const auto rgb = colorOf(entry);
    if (!rgb && entry.contains("color"))
        return table.fault(0, field + "color", Code::BadValue, excerpt(entry["color"].dump(), 40));
    table.add({{}, name->get<std::string>(), rgb.value_or(0), value->get<int>()}, 0, field);
}

core::Status readOurs(Table &table, const std::string &text)
{
    if (json::accept(text) && !jsontext::compacted(text))
        return table.error(Code::TooLarge, "nested too deeply");
    json whole;
    try {
        whole = json::parse(text);
    } catch (const json::parse_error &fault) {
        return table.error(Code::Corrupt, "not JSON", placeAt(text, fault.byte > 0 ? fault.byte - 1 : 0, {}));
    }
    const auto classes = whole.is_object() ? whole.find("classes") : whole.end();
    if (!whole.is_object() || classes == whole.end() || !classes->is_array())
        return table.error(Code::MissingField, {}, {{}, 0, 0, "classes"});
    for (std::size_t i = 0; i < classes->size() && table.goOn; ++i)
        addEntry(table, (*classes)[i], i);
    return core::ok();
}

void addLine(Table &table, std::string_view line, std::int64_t number, int value)
{
    const auto colon = line.find(':');
    const std::string_view name = trimmed(line.substr(0, colon));
    std::string_view color = colon == line.npos ? std::string_view() : line.substr(colon + 1);
    color = color.substr(0, color.find(':'));
    core::Rgb rgb = 0;
    int channels = 0;
    for (std::string_view rest = color; !trimmed(rest).empty(); ++channels) {
        const auto comma = rest.find(',');
        const auto level = indexIn(rest.substr(0, comma));
        if (!level || *level < 0 || *level > 255)
            return table.fault(number, "color", Code::BadValue, excerpt(color));
        rgb = rgb << 8 | core::Rgb(*level);
        rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
    }
    if (name.empty())
        return table.fault(number, "name", Code::MissingField, {});
    if (channels != 3)
        return table.fault(number, "color", Code::BadValue, excerpt(color));
    if (name != "background" && value > 0)
        table.add({{}, std::string(name), rgb, value}, number, "");
}

}  // namespace

bool hasClassTable(const fs::path &folder)
{
    std::error_code error;
    return fs::is_regular_file(folder / ourName, error) || fs::is_regular_file(folder / vocName, error);
}

core::Result<std::vector<ClassValue>> readClassTable(const fs::path &folder, RecordSink &sink)
{
    std::error_code error;
    const bool isOurs = fs::is_regular_file(folder / ourName, error);
    if (!isOurs && !fs::is_regular_file(folder / vocName, error))
        return Error{Code::NotFound, "classes.json or labelmap.txt", {utf8(folder), 0, 0, {}}};
    const fs::path file = folder / (isOurs ? ourName : vocName);
    const auto text = readText(file);
    if (!text)
        return text.error();
    Table table(file, sink);
    if (isOurs) {
        if (auto read = readOurs(table, *text); !read)
            return read.error();
    } else {
        int value = 0;
        forEachLine(*text, [&](std::int64_t number, std::string_view line) {
            if (!trimmed(line).empty() && !trimmed(line).starts_with('#'))
                addLine(table, line, number, value++);
            return table.goOn;
        });
    }
    if (!table.goOn)
        return Error{Code::Cancelled, {}, {}};
    return std::move(table.classes);
}

std::string writeClassTable(std::span<const ClassValue> classes)
{
    std::string out = "{\"classes\":[";
    for (const ClassValue &one : classes) {
        char color[8];
        std::snprintf(color, sizeof color, "#%06x", unsigned(one.rgb & 0xffffff));
        out += &one == &classes.front() ? "\n" : ",\n";
        (out += "{\"value\":") += std::to_string(one.value);
        out += ",\"name\":";
        jsontext::appendString(out, one.name);
        out += ",\"color\":";
        jsontext::appendString(out, color);
        out += '}';
    }
    return out + "\n]}\n";
}

}  // namespace formats
