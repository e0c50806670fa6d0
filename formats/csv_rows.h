// The rows of a CSV file (RFC 4180) in any encoding: cells may hold line breaks, blanks stay.
#pragma once
#include "formats/text_lines.h"
#include <memory>

namespace formats {

struct CsvRow {
    std::int64_t line = 0;  // where it begins, 1-based
    std::vector<std::string> cells;
};

class CsvRows {
public:
    static constexpr std::size_t maxRow = 16u << 20;  // bytes

    CsvRows(TextLines lines, char delimiter, std::string file);
    ~CsvRows();
    // Empty at the end. A row that is none is the Issue in `fault`; reading goes on behind it.
    core::Result<std::optional<CsvRow>> next(std::optional<Issue> &fault);
    std::int64_t bytesRead() const;
    std::int64_t size() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// Cells that a spreadsheet would take for a formula ('=', '+', '-', '@', tab or return first) get a ' before them when
// written, and lose it when read, so that they come back as they were.
void guard(std::vector<std::string> &cells);
void unguard(std::vector<std::string> &cells);
OptionSpec formulasOption();  // "formulas": guarded, kept
bool isGuarded(const Options &options);

// Quoted where it has to be, and where its reader could take something in it for the delimiter.
void appendCsvCell(std::string &out, std::string_view cell, char delimiter);

}  // namespace formats
