// Which columns of a CSV of texts mean what, and what parts them.
#pragma once
#include "formats/format.h"

namespace formats {

struct CsvColumns {
    bool hasHeader = false;
    std::size_t count = 0;  // of the first row: the others have no more
    std::size_t text = 0;
    std::optional<std::size_t> label;
    std::vector<std::pair<std::size_t, std::string>> others;  // by the header
};
// By the options "text-column", "label-column" (a name or a number from 1) and "header", else by the names in the first
// row, else the first is the text and the second the label. Usage, with the option's name in where.field.
core::Result<CsvColumns> csvColumns(const std::vector<std::string> &firstRow, const Options &options, bool withLabels);

// What the option "delimiter" says; auto: a tab for *.tsv, else the one that the first line has most of.
core::Result<char> csvDelimiter(const std::filesystem::path &source, const Options &options);

}  // namespace formats
