#include "formats/yolo_data.h"
#include "formats/label_text.h"
#include "formats/text_file.h"
#include <algorithm>
#include <set>

namespace formats {

using core::Code;
using core::Error;
using core::Result;

namespace fs = std::filesystem;

namespace {

struct DataEntry {
    std::string value;
    core::Location where;
};

// A link may not lead out of the folder either.
bool isBelow(const fs::path &root, const fs::path &file)
{
    std::error_code failure;
    const auto base = fs::canonical(root, failure), target = fs::canonical(file, failure);
    return !failure && std::mismatch(base.begin(), base.end(), target.begin(), target.end()).first == base.end();
}

Result<std::map<std::string, DataEntry>> readEntries(const fs::path &file)
{
    const auto text = readText(file);
    if (!text)
        return text.error();
    std::map<std::string, DataEntry> entries;
    std::optional<Error> fault;
    forEachLine(*text, [&](std::int64_t number, std::string_view line) {
        line = trimmed(line);
        const auto equals = line.find('=');
        if (line.empty() || line.starts_with('#'))
            return true;
        const core::Location where{utf8(file), number, 0, std::string(trimmed(line.substr(0, equals)))};
        const auto value = equals == line.npos ? std::string_view{} : trimmed(line.substr(equals + 1));
        if (where.field.empty() || value.empty())
            fault = Error{Code::BadValue, excerpt(line), where};
        else if (!entries.emplace(where.field, DataEntry{std::string(value), where}).second)
            fault = Error{Code::BadValue, "twice", where};
        return !fault;
    });
    return fault ? Result<std::map<std::string, DataEntry>>(*fault) : std::move(entries);
}

Result<std::vector<std::string>> readNames(const fs::path &file, RecordSink &sink)
{
    const auto text = readText(file);
    if (!text)
        return text.error();
    std::vector<std::string> names;
    std::set<std::string_view> seen;
    bool going = true;
    std::string_view lines = *text;
    while (lines.ends_with('\n') || lines.ends_with('\r') || lines.ends_with(' '))
        lines.remove_suffix(1);
    forEachLine(lines, [&](std::int64_t number, std::string_view line) {
        const auto name = trimmed(line);
        auto fault = labelFault(name);
        if (fault.empty() && !seen.insert(name).second)
            fault = "twice: " + excerpt(name);
        names.emplace_back(fault.empty() ? name : std::string_view{});
        if (!fault.empty())
            going = sink.report({Severity::Error, {Code::BadValue, fault, {utf8(file), number, 0, "name"}}});
        return going;
    });
    return going ? Result(std::move(names)) : Error{Code::Cancelled, "", {}};
}

bool isCount(const std::string &text, std::size_t count)
{
    return text == std::to_string(count);
}

Result<YoloData> readObjData(const fs::path &root, RecordSink &sink)
{
    const auto file = root / "obj.data";
    auto entries = readEntries(file);
    if (!entries)
        return entries.error();
    const auto names = entries->find("names");
    if (names == entries->end())
        return Error{Code::MissingField, "", {utf8(file), 0, 0, "names"}};
    const auto namesFile = yoloPath(root, names->second.value, names->second.where);
    if (!namesFile)
        return namesFile.error();
    auto read = readNames(root / pathOf(*namesFile), sink);
    if (!read)
        return read.error();
    YoloData data{std::move(*read), {}};
    for (const auto &[key, usage] : {std::pair{"train", core::Usage::Train}, {"valid", core::Usage::Eval}}) {
        const auto entry = entries->find(key);
        if (entry == entries->end())
            continue;
        auto list = yoloPath(root, entry->second.value, entry->second.where);
        if (!list)
            return list.error();
        data.lists.push_back({std::move(*list), usage});
    }
    if (data.lists.empty())
        return Error{Code::MissingField, "", {utf8(file), 0, 0, "train"}};
    if (const auto classes = entries->find("classes");
        classes != entries->end() && !isCount(classes->second.value, data.names.size())) {
        Error error{Code::BadValue, classes->second.value + " of " + std::to_string(data.names.size()) + " names",
                    classes->second.where};
        if (!sink.report({Severity::Warning, std::move(error)}))
            return Error{Code::Cancelled, "", {}};
    }
    return data;
}

}  // namespace

Result<std::string> yoloPath(const fs::path &root, std::string_view text, core::Location where)
{
    std::string name(text);
    std::ranges::replace(name, '\\', '/');
    const auto path = pathOf(name).lexically_normal();
    const bool hasDrive = name.size() > 1 && name[1] == ':';
    if (path.empty() || path.is_absolute() || hasDrive || *path.begin() == "..")
        return Error{Code::BadValue, "leads out of the folder: " + excerpt(text), std::move(where)};
    for (const auto &candidate : {path, path.lexically_relative("data")}) {
        std::error_code unknown;
        if (candidate.empty() || *candidate.begin() == ".." || !fs::exists(root / candidate, unknown))
            continue;
        if (!isBelow(root, root / candidate))
            return Error{Code::BadValue, "a link out of the folder: " + excerpt(text), std::move(where)};
        return utf8(candidate);
    }
    return Error{Code::NotFound, excerpt(text), std::move(where)};
}

Result<YoloData> readYoloData(const fs::path &root, RecordSink &sink)
{
    std::error_code unknown;
    if (!fs::is_directory(root, unknown))
        return Error{Code::NotFound, "not a folder", {utf8(root), 0, 0, {}}};
    if (fs::exists(root / "obj.data", unknown))
        return readObjData(root, sink);
    for (const char *name : {"classes.txt", "obj.names"})
        if (isBelow(root, root / name)) {
            auto names = readNames(root / name, sink);
            return names ? Result(YoloData{std::move(*names), {}}) : names.error();
        }
    return Error{Code::MissingField, "", {utf8(root), 0, 0, "obj.data"}};
}

}  // namespace formats
