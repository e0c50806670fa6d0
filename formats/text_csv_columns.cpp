#include "formats/text_csv_columns.h"
#include "formats/image_folder.h"
#include "formats/json_line.h"
#include "formats/option_values.h"
#include "formats/text_classes.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>

namespace formats {

using core::Code;
using core::Error;

namespace {

using Names = std::span<const std::string_view>;
constexpr std::string_view textNames[]{"text", "content", "sentence", "review", "comment",
                                       "文本", "内容",    "句子",     "评论"};
constexpr std::string_view labelNames[]{"label", "labels", "category", "class", "tag", "标签", "类别", "分类"};

std::optional<std::size_t> named(const std::vector<std::string> &row, Names names)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        if (std::ranges::find(names, lowerAscii(trimmed(row[i]))) != names.end())
            return i;
    return std::nullopt;
}

// A name of the header, or a number.
std::optional<std::size_t> columnOf(const std::vector<std::string> &row, bool hasHeader, std::string_view said)
{
    const auto byName = std::ranges::find(row, said, [](const std::string &cell) { return trimmed(cell); });
    if (hasHeader && byName != row.end())
        return static_cast<std::size_t>(byName - row.begin());
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
    if (error != std::errc() || end != said.data() + said.size() || number == 0 || number > row.size())
        return std::nullopt;
    return number - 1;
}

bool isNameIn(const std::vector<std::string> &row, std::string_view said)
{
    return !said.empty()
           && std::ranges::find(row, said, [](const std::string &cell) { return trimmed(cell); }) != row.end();
}

std::size_t countOutsideQuotes(std::string_view line, char delimiter)
{
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        count += c == delimiter && !quoted;
    }
    return count;
}

}  // namespace

core::Result<CsvColumns> csvColumns(const std::vector<std::string> &firstRow, const Options &options, bool withLabels)
{
    const auto said = optionOr(options, "header", "auto");
    const auto text = optionOr(options, "text-column", ""), label = optionOr(options, "label-column", "");
    const auto knownText = named(firstRow, textNames), knownLabel = named(firstRow, labelNames);
    CsvColumns columns;
    columns.count = firstRow.size();
    columns.hasHeader =
        said == "yes" || (said != "no" && (knownText || isNameIn(firstRow, text) || isNameIn(firstRow, label)));
    const auto fault = [](const char *option, std::string_view value) {
        return Error{Code::Usage, std::string(option) + "=" + std::string(value), {{}, 0, 0, option}};
    };
    const auto asked =
        text.empty() ? (columns.hasHeader ? knownText : std::nullopt) : columnOf(firstRow, columns.hasHeader, text);
    if (!text.empty() && !asked)
        return fault("text-column", text);
    columns.text = asked.value_or(0);
    if (!label.empty())
        columns.label = columnOf(firstRow, columns.hasHeader, label);
    else if (columns.hasHeader)
        columns.label = knownLabel;
    else if (firstRow.size() > 1)
        columns.label = columns.text == 0 ? 1 : 0;
    if (!label.empty() && (!columns.label || *columns.label == columns.text))
        return fault("label-column", label);
    if (!withLabels)
        columns.label.reset();
    for (std::size_t i = 0; columns.hasHeader && i < firstRow.size(); ++i)
        if (const auto name = trimmed(firstRow[i]);
            i != columns.text && i != columns.label && !name.empty() && (withLabels || i != knownLabel))
            columns.others.emplace_back(i, name);
    return columns;
}

core::Result<char> csvDelimiter(const std::filesystem::path &source, const Options &options)
{
    const auto said = optionOr(options, "delimiter", "auto");
    if (said == "tab")
        return '\t';
    if (said.size() == 1)
        return said[0];
    if (said != "auto")
        return Error{Code::Usage, "delimiter=" + std::string(said), {{}, 0, 0, "delimiter"}};
    if (source.empty())
        return ',';
    if (hasSuffix(utf8(source.filename()), ".tsv"))
        return '\t';
    auto lines = TextLines::open(source, encodingOf(options));
    if (!lines)
        return lines.error();
    std::optional<Issue> fault;
    const auto first = lines->next(fault);
    char best = ',';
    if (first && *first)
        for (const char other : {';', '\t', '|'})
            if (countOutsideQuotes((*first)->text, other) > countOutsideQuotes((*first)->text, best))
                best = other;
    return best;
}

}  // namespace formats
