// CSV of sounds (RFC 4180), wherever the columns stand.
#include "formats/segments_csv.h"
#include "formats/image_folder.h"
#include "formats/json_line.h"
#include "formats/option_values.h"
#include "formats/text_csv_columns.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>

namespace formats {

namespace segment_rows {

using core::Code;
using core::Error;

namespace {

struct Name {
    std::string_view name;  // the first of a column is the one that is written
    Column column;
};
constexpr Name columnNames[] = {
    {"file", Column::File},
    {"filename", Column::File},
    {"file_name", Column::File},
    {"path", Column::File},
    {"audio", Column::File},
    {"wav", Column::File},
    {"recording", Column::File},
    {"文件", Column::File},
    {"音频", Column::File},
    {"start", Column::Start},
    {"begin", Column::Start},
    {"onset", Column::Start},
    {"start_time", Column::Start},
    {"xmin", Column::Start},
    {"开始", Column::Start},
    {"开始时间", Column::Start},
    {"end", Column::End},
    {"stop", Column::End},
    {"offset", Column::End},
    {"end_time", Column::End},
    {"xmax", Column::End},
    {"结束", Column::End},
    {"结束时间", Column::End},
    {"duration", Column::Duration},
    {"dur", Column::Duration},
    {"时长", Column::Duration},
    {"label", Column::Label},
    {"labels", Column::Label},
    {"class", Column::Label},
    {"category", Column::Label},
    {"标签", Column::Label},
    {"类别", Column::Label},
    {"speaker", Column::Speaker},
    {"spk", Column::Speaker},
    {"说话人", Column::Speaker},
    {"content", Column::Content},
    {"text", Column::Content},
    {"transcript", Column::Content},
    {"transcription", Column::Content},
    {"sentence", Column::Content},
    {"内容", Column::Content},
    {"文本", Column::Content},
    {"channel", Column::Channel},
    {"声道", Column::Channel},
    {"low_hz", Column::Low},
    {"low", Column::Low},
    {"high_hz", Column::High},
    {"high", Column::High},
    {"confidence", Column::Confidence},
    {"score", Column::Confidence},
    {"置信度", Column::Confidence},
    {"attributes", Column::Rest},
    {"-", Column::Ignored},
};

std::vector<Column> orderOf(core::JobKind kind)
{
    using enum Column;
    if (kind == core::JobKind::SoundClassification)
        return {File, Label};
    if (kind == core::JobKind::SpeechContent)
        return {File, Content};
    return {File, Start, End, Label, Speaker, Content};
}

// Of which there is no more than one.
bool isTwice(const Columns &columns, Column column)
{
    return column != Column::Ignored && column != Column::Attribute
           && std::ranges::count(columns.all, column, [](const auto &each) { return each.first; }) > 1;
}

core::Result<Columns> checked(Columns columns, core::JobKind kind)
{
    const auto has = [&](Column column) {
        return std::ranges::count(columns.all, column, [](const auto &each) { return each.first; }) > 0;
    };
    for (const auto &[column, name] : columns.all)
        if (isTwice(columns, column))
            return Error{Code::Conflict, "twice: " + std::string(nameOf(column)), {{}, 0, 0, "column-order"}};
    if (!has(Column::File))
        return Error{Code::MissingField, "file", {{}, 0, 0, "column-order"}};
    if (kind == core::JobKind::SpeechSegmentation
        && (!has(Column::Start) || !(has(Column::End) || has(Column::Duration))))
        return Error{Code::MissingField, has(Column::Start) ? "end" : "start", {{}, 0, 0, "column-order"}};
    return columns;
}

int knows(const std::filesystem::path &source, std::string_view firstBytes)
{
    const std::string name = utf8(source.filename());
    const bool isNamed = !firstBytes.empty() && (hasSuffix(name, ".csv") || hasSuffix(name, ".tsv"));
    const auto line = lowerAscii(firstBytes.substr(0, firstBytes.find('\n')));
    return !isNamed ? 0 : line.find("file") != line.npos || line.find("文件") != line.npos ? 90 : 60;
}

}  // namespace

Column columnNamed(std::string_view name)
{
    const std::string lower = lowerAscii(trimmed(name));
    const auto known = std::ranges::find(columnNames, lower, &Name::name);
    return known == std::end(columnNames) ? Column::Attribute : known->column;
}

std::string_view nameOf(Column column)
{
    return std::ranges::find(columnNames, column, &Name::column)->name;
}

core::Result<Columns> columnsOf(const std::vector<std::string> &firstRow, const Options &options, core::JobKind kind)
{
    const auto header = choice(options, "header", {"auto", "yes", "no"});
    if (!header)
        return header.error();
    const auto known = std::ranges::count_if(firstRow, [](const std::string &cell) {
        const Column column = columnNamed(cell);
        return column != Column::Attribute && column != Column::Ignored;
    });
    Columns columns;
    columns.hasHeader = *header == "yes" || (*header == "auto" && known >= 2);
    std::string_view said = optionOr(options, "column-order", "");
    if (!said.empty()) {
        while (!said.empty()) {
            const auto comma = std::min(said.find(','), said.size());
            const auto name = trimmed(said.substr(0, comma));
            if (name.empty())
                return Error{Code::Usage, "column-order=" + std::string(said), {{}, 0, 0, "column-order"}};
            columns.all.emplace_back(columnNamed(name), name);
            said.remove_prefix(std::min(comma + 1, said.size()));
        }
    } else if (columns.hasHeader) {
        for (const std::string &cell : firstRow)
            columns.all.emplace_back(trimmed(cell).empty() ? Column::Ignored : columnNamed(cell), trimmed(cell));
    } else {
        for (const Column column : orderOf(kind))
            if (columns.all.size() < firstRow.size())
                columns.all.emplace_back(column, "");
    }
    return checked(std::move(columns), kind);
}

OptionSpec columnOrderOption()
{
    return {.name = "column-order", .defaultValue = "", .choices = {}, .forWriting = false};
}

}  // namespace segment_rows

Format segments_csv()
{
    return {
        .id = "segments-csv",
        .title = "CSV of sounds",
        .fileFilter = "*.csv",
        .kinds = {core::JobKind::SpeechSegmentation, core::JobKind::SoundClassification, core::JobKind::SpeechContent},
        .options = {segment_rows::columnOrderOption(),
                    {.name = "header", .defaultValue = "auto", .choices = {"auto", "yes", "no"}},
                    {.name = "delimiter", .defaultValue = "auto", .choices = {"auto", ",", ";", "tab", "|"}},
                    formulasOption(),
                    readEncodingOption()},
        .knows = segment_rows::knows,
        .newReader = segment_rows::newReader,
        .newWriter = segment_rows::newWriter,
        .losses = segment_rows::losses};
}

}  // namespace formats
