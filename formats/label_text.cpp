#include "formats/label_text.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::Error;

namespace {
constexpr std::ptrdiff_t MaxLabelLength = 1024;  // characters
}

std::string labelFault(std::string_view name)
{
    if (std::ranges::any_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; }))
        return "a control character";
    const auto length = std::ranges::count_if(name, [](unsigned char c) { return (c & 0xC0) != 0x80; });
    if (name.empty())
        return "empty";
    return length > MaxLabelLength ? std::to_string(length) + " characters" : "";
}

core::Result<LabelText> readLabelText(const std::filesystem::path &file, RecordSink &sink)
{
    const auto text = readText(file);
    if (!text)
        return text.error();
    LabelText out;
    bool going = true;
    forEachLine(*text, [&](std::int64_t number, std::string_view line) {
        const auto name = trimmed(line);
        const core::Location place{utf8(file), number, 0, "label"};
        if (name.empty())
            return true;
        if (auto fault = labelFault(name); !fault.empty()) {
            out.hasFaults = true;
            going = sink.report({Severity::Error, {Code::BadValue, std::move(fault), place}});
        } else if (std::ranges::find(out.labels, name) != out.labels.end()) {
            going = sink.report({Severity::Warning, {Code::BadValue, "twice: " + excerpt(name), place}});
        } else {
            out.labels.emplace_back(name);
        }
        return going;
    });
    return going ? core::Result(std::move(out)) : Error{Code::Cancelled, "", {}};
}

}  // namespace formats
