#include "formats/csv_rows.h"
#include "formats/option_values.h"
#include <csv.h>
#include <deque>

namespace formats {

using core::Code;

namespace {

bool isFormula(std::string_view cell)
{
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
}

// '=1+1 and ''=1+1: apostrophes before what would be a formula.
bool isBehindApostrophes(std::string_view cell)
{
    const auto first = cell.find_first_not_of('\'');
    return first != cell.npos && isFormula(cell.substr(first));
}

}  // namespace

struct CsvRows::Impl {
    TextLines lines;
    std::string file;
    csv_parser parser{};
    CsvRow row;               // being read
    std::size_t bytes = 0;    // of it
    std::int64_t number = 0;  // of the line being read
    bool open = false;        // its end is still to come
    std::deque<CsvRow> ready;
    bool atEnd = false;

    Impl(TextLines text, char delimiter, std::string name) : lines(std::move(text)), file(std::move(name))
    {
        prepare(static_cast<unsigned char>(delimiter));
    }
    ~Impl() { csv_free(&parser); }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    void prepare(unsigned char delimiter)
    {
        csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&parser, delimiter);
        csv_set_space_func(&parser, [](unsigned char) { return 0; });  // blanks are part of a cell
    }
    static void takeCell(void *text, std::size_t size, void *self)
    {
        auto *impl = static_cast<Impl *>(self);
        impl->row.cells.emplace_back(static_cast<const char *>(text), size);
    }
    static void takeRow(int, void *self)
    {
        auto *impl = static_cast<Impl *>(self);
        impl->ready.push_back(std::move(impl->row));
        impl->startOver();
    }
    void startOver()
    {
        row = {};
        row.line = number;  // of a second row in the line
        bytes = 0;
        open = false;
    }

    // False: no CSV, `fault` says where.
    bool feed(std::string_view text, std::optional<Issue> &fault)
    {
        const std::size_t used = csv_parse(&parser, text.data(), text.size(), takeCell, takeRow, this);
        if (used == text.size())
            return true;
        fault = {Severity::Error,
                 {Code::Corrupt, "a quote within a cell", {file, number, static_cast<std::int64_t>(used) + 1, {}}}};
        return false;
    }
    void drop()  // the row is lost, the next line begins a new one
    {
        const unsigned char delimiter = csv_get_delim(&parser);
        csv_free(&parser);
        prepare(delimiter);
        startOver();
    }
    void take(const TextLine &line, std::optional<Issue> &fault)
    {
        number = line.number;
        if (!open && line.text.empty())
            return;
        if (!open)
            row.line = number;
        open = true;
        bytes += line.text.size();
        if (bytes > maxRow)
            fault = {Severity::Error,
                     {Code::TooLarge, "over " + std::to_string(maxRow) + " bytes", {file, row.line, 0, {}}}};
        if (fault || !feed(line.text, fault) || !feed(line.end, fault))
            drop();
    }
    void end(std::optional<Issue> &fault)
    {
        atEnd = true;
        const auto begun = row.line;
        if (csv_fini(&parser, takeCell, takeRow, this) != 0)
            fault = {Severity::Error, {Code::Corrupt, "a quote that is not closed", {file, begun, 0, {}}}};
    }
};

CsvRows::CsvRows(TextLines lines, char delimiter, std::string file)
    : m_impl(std::make_unique<Impl>(std::move(lines), delimiter, std::move(file)))
{
}
CsvRows::~CsvRows() = default;

core::Result<std::optional<CsvRow>> CsvRows::next(std::optional<Issue> &fault)
{
    fault.reset();
    Impl &impl = *m_impl;
    while (impl.ready.empty() && !impl.atEnd && !fault) {
        const auto line = impl.lines.next(fault);
        if (!line)
            return line.error();
        if (*line)
            impl.take(**line, fault);
        else
            impl.end(fault);
    }
    if (fault)
        return std::optional(CsvRow());
    if (impl.ready.empty())
        return std::optional<CsvRow>();
    CsvRow row = std::move(impl.ready.front());
    impl.ready.pop_front();
    return std::optional(std::move(row));
}

std::int64_t CsvRows::bytesRead() const
{
    return m_impl->lines.bytesRead();
}

std::int64_t CsvRows::size() const
{
    return m_impl->lines.size();
}

void guard(std::vector<std::string> &cells)
{
    for (std::string &cell : cells)
        if (isBehindApostrophes(cell))
            cell.insert(cell.begin(), '\'');
}

void unguard(std::vector<std::string> &cells)
{
    for (std::string &cell : cells)
        if (cell.starts_with('\'') && isBehindApostrophes(cell))
            cell.erase(0, 1);
}

OptionSpec formulasOption()
{
    return {.name = "formulas", .defaultValue = "guarded", .choices = {"guarded", "kept"}};
}

bool isGuarded(const Options &options)
{
    return optionOr(options, "formulas", "guarded") == "guarded";
}

void appendCsvCell(std::string &out, std::string_view cell, char delimiter)
{
    const bool plain = cell.find_first_of("\"\r\n,;\t|") == cell.npos && cell.find(delimiter) == cell.npos
                       && !cell.starts_with(' ') && !cell.ends_with(' ');
    if (plain) {
        out += cell;
        return;
    }
    const auto start = out.size();
    out.resize(start + csv_write(nullptr, 0, cell.data(), cell.size()));
    csv_write(out.data() + start, out.size() - start, cell.data(), cell.size());
}

}  // namespace formats
