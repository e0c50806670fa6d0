// CSV of texts and their labels (RFC 4180): a row a sample, wherever the columns stand.
#include "core/save_file.h"
#include "formats/csv_rows.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/json_text.h"
#include "formats/text_classes.h"
#include "formats/text_csv_columns.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

class CsvReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto separator = formats::separator(around.options, "label-separator", ",");
        if (!separator)
            return separator.error();
        auto lines = TextLines::open(source, encodingOf(around.options));
        if (!lines)
            return lines.error();
        const auto delimiter = csvDelimiter(source, around.options);
        if (!delimiter)
            return delimiter.error();
        m_file = utf8(source);
        m_labelSeparator = *separator;
        m_withLabels = around.kind == core::JobKind::TextClassification;
        m_isGuarded = isGuarded(around.options);
        CsvRows rows(std::move(*lines), *delimiter, m_file);
        TextSamples samples(source, sink);
        return readRows(rows, around.options, samples, sink);
    }

private:
    Status readRows(CsvRows &rows, const Options &options, TextSamples &samples, RecordSink &sink)
    {
        std::optional<Issue> fault;
        std::optional<CsvColumns> columns;
        for (;;) {
            auto next = rows.next(fault);
            if (!next)
                return next.error();
            if (!*next)
                return core::ok();
            CsvRow &row = **next;
            bool goesOn = true;
            if (fault) {
                goesOn = sink.report(std::move(*fault));
            } else if (!columns) {
                auto found = csvColumns(row.cells, options, m_withLabels);
                if (!found)
                    return Error{
                        found.error().code, found.error().detail, {m_file, row.line, 0, found.error().where.field}};
                columns = std::move(*found);
                goesOn = columns->hasHeader || put(row, *columns, samples, sink);
            } else {
                goesOn = put(row, *columns, samples, sink);
            }
            if (!goesOn || !sink.advance(rows.bytesRead(), rows.size()))
                return stopped();
        }
    }

    bool put(CsvRow &row, const CsvColumns &columns, TextSamples &samples, RecordSink &sink)
    {
        const auto report = [&](Code code, std::string detail, const char *field) {
            return sink.report({Severity::Error, {code, std::move(detail), {m_file, row.line, 0, field}}});
        };
        if (row.cells.size() > columns.count)
            return report(Code::BadValue,
                          std::to_string(row.cells.size()) + " cells, not " + std::to_string(columns.count), "row");
        if (m_isGuarded)
            unguard(row.cells);
        row.cells.resize(columns.count);
        const std::string &text = row.cells[columns.text];
        std::vector<std::string> labels;
        if (columns.label
            && !splitLabels(row.cells[*columns.label], m_labelSeparator, {m_file, row.line, 0, "label"}, sink, labels))
            return false;
        if (isBlank(text))
            return labels.empty() || report(Code::MissingField, {}, "text");
        return samples.put(row.line, text, std::move(labels), propertyOf(row, columns));
    }

    // What the other columns say, under their names.
    static std::string propertyOf(const CsvRow &row, const CsvColumns &columns)
    {
        std::string members;
        for (const auto &[column, name] : columns.others) {
            if (row.cells[column].empty())
                continue;
            members += members.empty() ? "" : ",";
            jsontext::appendString(members, name);
            members += ':';
            jsontext::appendString(members, row.cells[column]);
        }
        return '{' + members + '}';
    }

    std::string m_file;
    char m_labelSeparator = ',';
    bool m_withLabels = true, m_isGuarded = true;
};

class CsvWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto separator = formats::separator(around.options, "label-separator", ",");
        const auto delimiter = csvDelimiter({}, around.options);
        if (!separator || !delimiter)
            return separator ? delimiter.error() : separator.error();
        m_labelSeparator = *separator;
        m_delimiter = *delimiter;
        m_options = around.options;
        m_withLabels = around.kind == core::JobKind::TextClassification;
        m_names = namesOf(labels);
        m_encoder.emplace(around.options);
        auto file = core::SaveFile::begin(target);
        if (!file)
            return file.error();
        m_file = std::move(*file);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        const auto &text = content.sample.text;
        if (!text || isBlank(text->str()))
            return core::ok();  // told by textCsvLosses()
        auto labels = joinLabels(content, m_names, m_labelSeparator);
        if (!labels)
            return labels.error();
        std::vector<std::string> cells{text->str()};
        if (m_withLabels)
            cells.push_back(std::move(*labels));
        if (isGuarded(m_options))
            guard(cells);
        std::string row;
        if (!m_begun && needsHeader(cells))
            row = m_withLabels ? std::string("text") + m_delimiter + "label\r\n" : "text\r\n";
        m_begun = true;
        return append(std::move(row), cells);
    }

    Status finish() override { return m_file->finish(); }

private:
    // Also where the first row would be taken for one.
    bool needsHeader(const std::vector<std::string> &first) const
    {
        const auto said = optionOr(m_options, "header", "auto");
        const auto columns = csvColumns(first, {}, m_withLabels);
        return said == "yes" || (said == "auto" && columns && columns->hasHeader);
    }

    Status append(std::string row, const std::vector<std::string> &cells)
    {
        for (const std::string &cell : cells) {
            if (&cell != &cells.front())
                row += m_delimiter;
            appendCsvCell(row, cell, m_delimiter);
        }
        const auto bytes = m_encoder->encode(row + "\r\n");
        return bytes ? m_file->write(*bytes) : bytes.error();
    }

    std::optional<core::SaveFile> m_file;
    std::optional<TextEncoder> m_encoder;
    Options m_options;
    LabelNames m_names;
    char m_labelSeparator = ',', m_delimiter = ',';
    bool m_withLabels = true, m_begun = false;
};

int knowsTextCsv(const std::filesystem::path &source, std::string_view firstBytes)
{
    const std::string name = utf8(source.filename());
    return !firstBytes.empty() && (hasSuffix(name, ".csv") || hasSuffix(name, ".tsv")) ? 70 : 0;
}

std::vector<std::string> textCsvLosses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    std::vector<std::string> words;
    addTextLosses(content, options, words);
    return words;
}

}  // namespace

Format text_csv()
{
    return {
        .id = "text-csv",
        .title = "CSV of texts",
        .fileFilter = "*.csv",
        .kinds = {core::JobKind::TextClassification, core::JobKind::NamedEntity, core::JobKind::TextTriplet},
        .options =
            {
                {.name = "text-column", .defaultValue = "", .choices = {}, .forWriting = false},
                {.name = "label-column",
                 .defaultValue = "",
                 .choices = {},
                 .forWriting = false,
                 .kinds = {core::JobKind::TextClassification}},
                {.name = "header", .defaultValue = "auto", .choices = {"auto", "yes", "no"}},
                {.name = "delimiter", .defaultValue = "auto", .choices = {"auto", ",", ";", "tab", "|"}},
                separatorOption("label-separator", ","),
                formulasOption(),
                encodingOption(),
            },
        .knows = knowsTextCsv,
        .newReader = [] { return std::make_unique<CsvReader>(); },
        .newWriter = [] { return std::make_unique<CsvWriter>(); },
        .losses = textCsvLosses,
    };
}

}  // namespace formats
