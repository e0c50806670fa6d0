// The parts of CSV of sounds, private to its files: a row a segment, a label or a content.
#pragma once
#include "formats/csv_rows.h"

namespace formats::segment_rows {

// What a column says. Attribute: a value of the user's under the column's name; Rest: all else as one JSON object.
enum class Column {
    Ignored,
    File,
    Start,
    End,
    Duration,
    Label,
    Speaker,
    Content,
    Channel,
    Low,
    High,
    Confidence,
    Rest,
    Attribute
};
struct Columns {
    std::vector<std::pair<Column, std::string>> all;  // the name of an attribute
    bool hasHeader = false;
};
// By the option "column-order", else by the names in the first row, else file, start, end, label, speaker, content as
// far as they go. Usage; MissingField: no column of files, or of times where there must be.
core::Result<Columns> columnsOf(const std::vector<std::string> &firstRow, const Options &options, core::JobKind kind);
std::string_view nameOf(Column column);     // as it is written
Column columnNamed(std::string_view name);  // Attribute: none of ours
OptionSpec columnOrderOption();

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);

}  // namespace formats::segment_rows
