// Streams a doccano file into a sink. Which unit its offsets count is found in a first pass, where the file can tell.
#include "formats/doccano.h"
#include "formats/text_file.h"
#include "formats/text_ids.h"
#include <algorithm>
#include <array>
#include <set>

namespace formats::doccano {

using core::Code;
using core::Error;
using core::Status;

namespace {

Error cancelled()
{
    return {Code::Cancelled, {}, {}};
}

bool isBlank(std::string_view text)
{
    return trimmed(text).empty();
}

// Could hold characters that units count differently: above ASCII, escaped, or a CR.
bool mayDiffer(std::string_view json)
{
    return json.find("\\u") != json.npos || json.find("\\r") != json.npos
           || std::ranges::any_of(json, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Counts for each unit the spans that begin and end where words do, of the texts where units differ.
class UnitGuess {
public:
    void add(const Line &line)
    {
        if (line.entities.empty() || !line.text || line.unit)
            return;
        const Offsets text(*line.text);
        if (!text.unitsDiffer())
            return;
        for (const Entity &entity : line.entities)
            add(text, entity);
    }
    Unit best() const  // of equals UTF-16, which is what doccano draws
    {
        return static_cast<Unit>(std::ranges::max_element(m_fits) - m_fits.begin());
    }
    std::optional<Issue> told() const
    {
        if (m_spans == 0)
            return std::nullopt;
        std::string detail =
            "offset=" + std::string(wordOf(best())) + " (" + std::to_string(m_spans) + " spans, of words:";
        for (const Unit unit : allUnits)
            ((detail += ' ') += wordOf(unit)) += ' ' + std::to_string(m_fits[std::size_t(unit)]);
        return Issue{Severity::Warning, {Code::BadValue, detail + ')', m_first}};
    }

private:
    static constexpr std::array allUnits{Unit::Utf16, Unit::CodePoint, Unit::Grapheme};

    void add(const Offsets &text, const Entity &entity)
    {
        std::array<bool, 3> fits{};
        std::set<core::TextRange> meant;
        for (const Unit unit : allUnits) {
            const auto range = text.toCodePoints(entity.given, unit);
            if (range)
                meant.insert(*range);
            fits[std::size_t(unit)] = range && text.isOfWords(*range);
        }
        if (meant.empty() || (meant.size() == 1 && std::ranges::count(fits, fits[0]) == std::ssize(fits)))
            return;
        if (m_spans++ == 0)
            m_first = entity.record.where;
        for (std::size_t i = 0; i < fits.size(); ++i)
            m_fits[i] += fits[i] ? 1 : 0;
    }

    std::array<std::int64_t, 3> m_fits{};
    std::int64_t m_spans = 0;
    core::Location m_first;
};

class DoccanoReading {
public:
    DoccanoReading(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink)
        : m_source(source),
          m_file(utf8(source)),
          m_folder(std::filesystem::absolute(source).parent_path()),
          m_kind(around.kind),
          m_sink(sink),
          m_ids(source)
    {
    }

    Status run(std::string_view unit)
    {
        if (const auto said = unitFrom(unit))
            m_unit = *said;
        else if (m_kind != core::JobKind::TextClassification)
            if (auto guessed = guessUnit(); !guessed)
                return guessed;
        auto read = eachLine([this](const TextLine &text) { return readLine(text); }, 1);
        return read && !reportOthers() ? Status(cancelled()) : read;
    }

private:
    template <class Read>
    Status eachLine(Read read, int pass)
    {
        auto lines = LineReader::open(m_source);
        if (!lines)
            return lines.error();
        for (;;) {
            const auto next = lines->next();
            if (!next)
                return next.error();
            if (!*next)
                return core::ok();
            const bool blank = !(*next)->tooLong && isBlank((*next)->text);
            if ((!blank && !read(**next))
                || !m_sink.advance(lines->bytesRead() / 2 + pass * lines->size() / 2, lines->size()))
                return cancelled();
        }
    }

    Status guessUnit()
    {
        UnitGuess guess;
        const auto look = [&](const TextLine &text) {
            m_issues.clear();
            if (!text.tooLong && mayDiffer(text.text) && m_parser.parse(text, m_line, m_issues))
                guess.add(m_line);
            return true;
        };
        if (auto looked = eachLine(look, 0); !looked)
            return looked;
        m_unit = guess.best();
        auto told = guess.told();
        return !told || report(std::move(*told)) ? core::ok() : Status(cancelled());
    }

    bool report(Issue issue)
    {
        issue.error.where.file = m_file;
        return m_goOn = m_goOn && m_sink.report(std::move(issue));
    }

    bool readLine(const TextLine &text)
    {
        m_issues.clear();
        if (text.tooLong) {
            return report(
                {Severity::Error,
                 {Code::TooLarge, "over " + std::to_string(LineReader::maxLine) + " bytes", {{}, text.number, 0, {}}}});
        }
        const bool good = m_parser.parse(text, m_line, m_issues);
        for (Issue &issue : m_issues)
            report(std::move(issue));
        return m_goOn && (!good || putSample());
    }

    bool putSample()
    {
        core::Sample &sample = m_line.sample.sample;
        setOrigin(sample, m_line.origin, m_ids.of(m_line.sample.line), m_folder);
        m_text = core::SharedText(std::move(*m_line.text));
        sample.text = m_text;
        return m_sink.put(std::move(m_line.sample))
               && (m_kind == core::JobKind::TextClassification ? putClasses() : putEntities());
    }

    bool putClasses()
    {
        other(m_line.entities.size(), "entities");
        other(m_line.relations.size(), "relations");
        std::set<std::string> seen;
        for (AnnotationRecord &record : m_line.classes) {
            if (!seen.insert(record.label).second) {
                report({Severity::Warning,
                        {Code::BadValue, "twice: " + excerpt(record.label), {{}, m_line.sample.line, 0, "label"}}});
                continue;
            }
            if (!put(std::move(record)))
                return false;
        }
        return m_goOn;
    }

    bool putEntities()
    {
        other(m_line.classes.size(), "label");
        const Offsets text(m_text);
        for (Entity &entity : m_line.entities) {
            const auto range = text.toCodePoints(entity.given, m_line.unit.value_or(m_unit));
            if (!range) {
                report({Severity::Error, {range.error().code, range.error().detail, entity.record.where}});
                continue;
            }
            entity.record.geometry = core::TextSpan{{*range}};
            if (!put(std::move(entity.record)))
                return false;
        }
        if (m_kind == core::JobKind::TextTriplet)
            return std::ranges::all_of(m_line.relations,
                                       [this](RelationRecord &record) { return put(std::move(record)); });
        other(m_line.relations.size(), "relations");
        return m_goOn;
    }

    template <class Record>
    bool put(Record record)
    {
        if (record.author.empty())
            record.author = "human";
        record.where.file = m_file;
        return m_sink.put(std::move(record));
    }

    // Of another kind of job: counted, told once.
    void other(std::size_t count, const char *field)
    {
        if (count == 0)
            return;
        auto &seen = m_others[field];
        if (seen.first == 0)
            seen.second = m_line.sample.line;
        seen.first += static_cast<std::int64_t>(count);
    }
    bool reportOthers()
    {
        for (const auto &[field, seen] : m_others)
            report({Severity::Warning, {Code::Unsupported, std::to_string(seen.first), {{}, seen.second, 0, field}}});
        return m_goOn;
    }

    std::filesystem::path m_source;
    std::string m_file;
    std::filesystem::path m_folder;
    core::JobKind m_kind;
    RecordSink &m_sink;
    LineIds m_ids;
    LineParser m_parser;
    Line m_line;
    core::SharedText m_text;
    Unit m_unit = Unit::Utf16;
    std::vector<Issue> m_issues;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> m_others;  // field → count, first line
    bool m_goOn = true;
};

class DoccanoReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto unit = around.options.find("offset");
        const std::string word = unit == around.options.end() ? "auto" : unit->second;
        if (word != "auto" && !unitFrom(word))
            return Error{Code::Usage, "offset=" + word, {}};
        return DoccanoReading(source, around, sink).run(word);
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<DoccanoReader>();
}

}  // namespace formats::doccano
