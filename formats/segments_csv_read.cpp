#include "core/audio/sound_time.h"
#include "core/media_location.h"
#include "formats/decimal.h"
#include "formats/image_folder.h"
#include "formats/segment_values.h"
#include "formats/segments_csv.h"
#include "formats/text_csv_columns.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>

namespace formats::segment_rows {

using core::Code;
using core::Error;
using core::JobKind;
using core::Status;
namespace builtin = core::builtin;

namespace {

// What a row says, before it is known to be good.
struct Said {
    AnnotationRecord record;
    std::string file;
    std::optional<std::int64_t> begin, end, duration;
    int channel = -1;
    bool isEmpty = true;  // nothing but the file
};

// Seconds, or hours, minutes and seconds.
std::optional<std::int64_t> timeOf(std::string_view text)
{
    const auto seconds = nanosecondsOf(text);
    return seconds ? seconds : core::sampleOfClock(text, recordRate);
}

class Reading {
public:
    Reading(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink)
        : m_file(utf8(source)),
          m_folder(std::filesystem::absolute(source).lexically_normal().parent_path()),
          m_around(around),
          m_sink(sink),
          m_isGuarded(isGuarded(around.options))
    {
    }

    Status run(CsvRows &rows)
    {
        std::optional<Issue> fault;
        for (;;) {
            auto next = rows.next(fault);
            if (!next)
                return next.error();
            if (!*next)
                return core::ok();
            CsvRow &row = **next;
            if (fault) {
                m_goesOn = m_sink.report(std::move(*fault));
            } else if (const bool isFirst = !m_columns; isFirst) {
                auto found = columnsOf(row.cells, m_around.options, m_around.kind);
                if (!found)
                    return Error{
                        found.error().code, found.error().detail, {m_file, row.line, 0, found.error().where.field}};
                m_columns = std::move(*found);
                if (!m_columns->hasHeader)
                    readRow(row);
            } else {
                readRow(row);
            }
            if (!m_goesOn || !m_sink.advance(rows.bytesRead(), rows.size()))
                return stopped();
        }
    }

private:
    void readRow(CsvRow &row)
    {
        m_line = row.line;
        m_isBad = false;
        if (std::ranges::any_of(row.cells, [](const std::string &c) { return c.find('\0') != c.npos; }))
            return fault(Code::Corrupt, "NUL", "row");
        if (row.cells.size() > m_columns->all.size())
            return fault(Code::BadValue,
                         std::to_string(row.cells.size()) + " cells, not " + std::to_string(m_columns->all.size()),
                         "row");
        if (m_isGuarded)
            unguard(row.cells);
        Said said;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].empty())
                readCell(m_columns->all[i].first, m_columns->all[i].second, row.cells[i], said);
        if (said.file.empty())
            return m_isBad ? void() : fault(Code::MissingField, {}, "file");
        if (!m_isBad)
            put(said);
    }

    void readCell(Column column, const std::string &name, const std::string &cell, Said &said)
    {
        const auto time = [&](std::optional<std::int64_t> &out, const char *field) {
            if (out = timeOf(trimmed(cell)); !out)
                fault(Code::BadValue, excerpt(cell), field);
        };
        core::Attributes &attributes = said.record.attributes;
        said.isEmpty = said.isEmpty && (column == Column::File || column == Column::Ignored);
        switch (column) {
        case Column::Ignored: break;
        case Column::File: said.file = cell; break;
        case Column::Start: time(said.begin, "start"); break;
        case Column::End: time(said.end, "end"); break;
        case Column::Duration: time(said.duration, "duration"); break;
        case Column::Label: said.record.label = cell; break;
        case Column::Speaker: core::set(attributes, builtin::Speaker, cell); break;
        case Column::Content: core::set(attributes, builtin::Content, cell); break;
        case Column::Channel: readChannel(cell, said); break;
        case Column::Low: readHertz(cell, builtin::LowHertz, attributes); break;
        case Column::High: readHertz(cell, builtin::HighHertz, attributes); break;
        case Column::Confidence: readConfidence(cell, said.record); break;
        case Column::Rest: readRest(cell, attributes); break;
        case Column::Attribute: core::set(attributes, name, cell); break;
        }
    }

    void readChannel(const std::string &cell, Said &said)
    {
        int channel = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), channel);
        if (error != std::errc() || end != cell.data() + cell.size() || channel < 1)
            return fault(Code::BadValue, excerpt(cell), "channel");
        said.channel = channel - 1;
    }
    void readHertz(const std::string &cell, std::string_view name, core::Attributes &attributes)
    {
        const auto hertz = parseNumber(cell);
        if (!hertz || *hertz < 0)
            return doubt(excerpt(cell), "band");
        core::set(attributes, name, cell);
    }
    void readConfidence(const std::string &cell, AnnotationRecord &record)
    {
        record.confidence = parseNumber(cell);
        if (record.confidence && *record.confidence >= 0 && *record.confidence <= 1)
            return;
        record.confidence.reset();
        doubt(excerpt(cell), "confidence");
    }
    void readRest(const std::string &cell, core::Attributes &attributes)
    {
        const auto rest = core::attributesFromJson(cell);
        if (!rest)
            return doubt(excerpt(cell), "attributes");
        for (const auto &[name, value] : *rest)
            core::set(attributes, name, value);
    }

    void put(Said &said)
    {
        const std::string uri = uriOf(said.file);
        if (uri.empty())
            return fault(Code::BadValue, excerpt(said.file), "file");
        if (uri != m_lastUri) {
            SampleRecord sample;
            sample.sample.uri = m_lastUri = uri;
            sample.line = m_line;
            if (!(m_goesOn = m_goesOn && m_sink.put(std::move(sample))))
                return;
        }
        if (said.isEmpty || !placed(said))
            return;
        said.record.where.line = m_line;
        m_goesOn = m_goesOn && m_sink.put(std::move(said.record));
    }

    // False: it says no more of the sound, or a fault was told.
    bool placed(Said &said)
    {
        AnnotationRecord &record = said.record;
        record.geometry = core::WholeSample{};
        if (m_around.kind == JobKind::SpeechContent) {
            record.label.clear();
            return core::valueOf(record.attributes, builtin::Content);
        }
        if (m_around.kind == JobKind::SoundClassification) {
            if (record.label.empty())
                fault(Code::MissingField, {}, "label");
            return !record.label.empty();
        }
        if (said.begin && said.duration && !said.end)
            said.end = *said.begin + *said.duration;
        if (!said.begin || !said.end) {
            fault(Code::MissingField, {}, said.begin ? "end" : "start");
            return false;
        }
        if (*said.end <= *said.begin) {
            fault(Code::BadValue,
                  core::clockText(*said.begin, recordRate) + '-' + core::clockText(*said.end, recordRate)
                      + (*said.end < *said.begin ? ": reversed" : ": empty"),
                  "end");
            return false;
        }
        record.geometry = core::TimeSpan{*said.begin, *said.end, said.channel};
        return true;
    }

    // Remote as it is; a path becomes absolute, taken from the file's folder.
    std::string uriOf(const std::string &file) const
    {
        if (core::isRemote(file))
            return file;
        const auto at = core::locate(file, m_folder, {});
        return at ? utf8(*at) : std::string();
    }

    void fault(Code code, std::string detail, const char *field)
    {
        m_isBad = true;
        m_goesOn = m_goesOn && m_sink.report({Severity::Error, {code, std::move(detail), {m_file, m_line, 0, field}}});
    }
    void doubt(std::string detail, const char *field)
    {
        m_goesOn =
            m_goesOn
            && m_sink.report({Severity::Warning, {Code::BadValue, std::move(detail), {m_file, m_line, 0, field}}});
    }

    std::string m_file;
    std::filesystem::path m_folder;
    const Surroundings &m_around;
    RecordSink &m_sink;
    bool m_isGuarded, m_isBad = false, m_goesOn = true;
    std::optional<Columns> m_columns;
    std::string m_lastUri;
    std::int64_t m_line = 0;
};

class SegmentsCsvReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        auto lines = TextLines::open(source, encodingOf(around.options));
        if (!lines)
            return lines.error();
        const auto delimiter = csvDelimiter(source, around.options);
        if (!delimiter)
            return delimiter.error();
        CsvRows rows(std::move(*lines), *delimiter, utf8(source));
        return Reading(source, around, sink).run(rows);
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<SegmentsCsvReader>();
}

}  // namespace formats::segment_rows
