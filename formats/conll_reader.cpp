// Reads CoNLL files: a look at all lines for columns and scheme, then the sentences one by one.
#include "core/text/decode.h"
#include "formats/conll.h"
#include "formats/conll_tags.h"
#include "formats/conll_tokens.h"
#include "formats/option_values.h"
#include "formats/text_lines.h"
#include "formats/text_file.h"
#include "formats/text_ids.h"
#include <algorithm>
#include <charconv>

namespace formats::conll {

using core::Code;
using core::Error;
using core::Status;

namespace {

struct ReadOptions {
    std::optional<Scheme> scheme;  // empty: found
    Joiner joiner = Joiner::Auto;
    bool documents = false;
    std::size_t tagColumn = 0;  // 0: the last
};

core::Result<ReadOptions> optionsFrom(const Options &options)
{
    const auto scheme = choice(options, "scheme", {"auto", "iob1", "iob2", "iobes", "bilou", "bmes"});
    const auto joiner = choice(options, "joiner", {"auto", "space", "none"});
    const auto samples = choice(options, "samples", {"sentence", "document"});
    for (const auto *each : {&scheme, &joiner, &samples})
        if (!*each)
            return each->error();
    ReadOptions out{schemeFrom(*scheme),
                    *joiner == "auto"    ? Joiner::Auto
                    : *joiner == "space" ? Joiner::Space
                                         : Joiner::None,
                    *samples == "document", 0};
    const std::string_view column = optionOr(options, "tag-column", "last");
    const char *end = column.data() + column.size();
    const auto [stop, error] = std::from_chars(column.data(), end, out.tagColumn);
    if (column != "last" && (error != std::errc() || stop != end || out.tagColumn < 2))
        return Error{Code::Usage, "tag-column=" + std::string(column), {}};
    return out;
}

// By tabs where there are some, else by blanks.
std::vector<std::string_view> columnsOf(std::string_view line)
{
    std::vector<std::string_view> columns;
    const bool tabs = line.find('\t') != line.npos;
    while (!line.empty()) {
        const auto end = line.find(tabs ? '\t' : ' ');
        if (tabs || end != 0)
            columns.push_back(line.substr(0, end));
        line.remove_prefix(end == line.npos ? line.size() : end + 1);
    }
    for (std::string_view &column : columns)
        column = formats::trimmed(column);
    return columns;
}

struct Token {
    std::string text, tag;
    std::int64_t line = 0;
    bool beginsSentence = false;
};

class ConllReading {
public:
    ConllReading(const std::filesystem::path &source, std::string text, const ReadOptions &options, RecordSink &sink)
        : m_file(utf8(source)),
          m_folder(std::filesystem::absolute(source).parent_path()),
          m_ids(source),
          m_text(std::move(text)),
          m_options(options),
          m_sink(sink)
    {
    }

    Status run()
    {
        look();
        if (!tellOfColumns() || !tellOfScheme())
            return cancelled();
        std::int64_t read = 0;
        forEachLine(m_text, [&](std::int64_t number, std::string_view line) {
            readLine(number, line);
            read += std::ssize(line) + 1;
            const auto total = std::ssize(m_text);
            return m_goOn = m_goOn && m_sink.advance(std::min(read, total), total);
        });
        flush();
        return m_goOn ? core::ok() : Status(cancelled());
    }

private:
    static Error cancelled() { return {Code::Cancelled, {}, {}}; }
    static bool isBlank(std::string_view line) { return formats::trimmed(line).empty(); }

    bool report(Severity severity, Code code, std::string detail, std::int64_t line, std::string field)
    {
        return m_goOn =
                   m_goOn && m_sink.report({severity, {code, std::move(detail), {m_file, line, 0, std::move(field)}}});
    }

    // "#" may be a token: then its line looks like the others.
    bool isComment(std::string_view line, const std::vector<std::string_view> &columns) const
    {
        return line.starts_with('#')
               && (columns.size() < 2 || columns.size() != m_columns || !parseTag(columns.back()));
    }
    static bool startsDocument(const std::vector<std::string_view> &columns)
    {
        return !columns.empty() && columns[0] == "-DOCSTART-";
    }
    std::optional<std::string_view> tagIn(const std::vector<std::string_view> &columns) const
    {
        const std::size_t at = m_options.tagColumn == 0 ? columns.size() : m_options.tagColumn;
        return at >= 2 && at <= columns.size() ? std::optional(columns[at - 1]) : std::nullopt;
    }

    void look()
    {
        std::map<std::size_t, std::int64_t> counts;
        forEachLine(m_text, [&](std::int64_t, std::string_view line) {
            if (!line.starts_with('#') && !isBlank(line))
                ++counts[columnsOf(line).size()];
            return true;
        });
        const auto most = std::ranges::max_element(counts, {}, [](const auto &count) { return count.second; });
        m_columns = most == counts.end() ? 0 : most->first;
        forEachLine(m_text, [&](std::int64_t number, std::string_view line) {
            const auto columns = columnsOf(line);
            if (isBlank(line) || startsDocument(columns))
                m_guess.endSentence();
            else if (const auto tag = tagIn(columns); tag && !isComment(line, columns))
                lookAt(number, columns, *tag);
            return true;
        });
        m_scheme = m_options.scheme.value_or(m_guess.best());
    }

    void lookAt(std::int64_t number, const std::vector<std::string_view> &columns, std::string_view tag)
    {
        m_guess.add(tag);
        const auto says = [&](const std::string_view &column) {
            return column.data() != tag.data() && column != "_" && column != "-X-" && column != "-";
        };
        if (m_otherColumns == 0 && std::any_of(columns.begin() + 1, columns.end(), says))
            m_otherColumns = number;
        if (m_firstToken == 0)
            m_firstToken = number;
    }

    bool tellOfColumns()
    {
        return m_otherColumns == 0
               || report(Severity::Warning, Code::Unsupported, std::to_string(m_columns) + " columns, one of them tags",
                         m_otherColumns, "columns");
    }

    bool tellOfScheme()
    {
        const std::int64_t odd = m_guess.insideFirst();
        if (m_options.scheme || odd == 0 || (m_scheme != Scheme::Iob1 && m_scheme != Scheme::Iob2))
            return m_goOn;
        return report(Severity::Warning, Code::BadValue,
                      "scheme=" + std::string(wordOf(m_scheme)) + " (" + std::to_string(odd)
                          + " entities begin with I-)",
                      m_firstToken, "scheme");
    }

    void readLine(std::int64_t number, std::string_view line)
    {
        const auto columns = columnsOf(line);
        const bool expects = m_comment && m_tokens.size() < m_comment->starts.size();
        if (line.starts_with(commentStart)) {
            flush();
            readComment(number, line);
        } else if (isBlank(line)) {
            if (!expects && (m_comment || !m_options.documents))
                flush();
            m_beginsSentence = true;
        } else if (startsDocument(columns)) {
            flush();
        } else if (!isComment(line, columns)) {
            if (m_comment && !expects && m_beginsSentence)
                flush();
            readToken(number, columns);
        }
    }

    void readComment(std::int64_t number, std::string_view line)
    {
        std::vector<Issue> issues;
        auto comment = m_comments.parse(line, number, issues);
        for (Issue &issue : issues) {
            issue.error.where.file = m_file;
            m_goOn = m_goOn && m_sink.report(std::move(issue));
        }
        if (comment && !comment->text)
            m_labels.merge(comment->labels);
        else
            m_comment = std::move(comment);
    }

    void readToken(std::int64_t number, const std::vector<std::string_view> &columns)
    {
        const auto tag = tagIn(columns);
        if (!tag)
            report(Severity::Error, Code::MissingField, std::to_string(columns.size()) + " columns", number, "tag");
        if (columns.empty() || columns[0].empty()) {
            report(Severity::Error, Code::MissingField, {}, number, "token");
            return;
        }
        m_tokens.push_back(
            {std::string(columns[0]), std::string(tag.value_or("O")), number, m_tokens.empty() || m_beginsSentence});
        m_beginsSentence = false;
    }

    // The text and where each token begins in it, as the comment says, if it fits.
    bool placeByComment(std::vector<std::int64_t> &starts)
    {
        const core::TextMap map(*m_comment->text);
        bool fits = m_comment->starts.size() == m_tokens.size();
        for (std::size_t i = 0; fits && i < m_tokens.size(); ++i) {
            const std::int64_t begin = m_comment->starts[i], end = begin + codePoints(m_tokens[i].text);
            fits = begin >= (i == 0 ? 0 : starts.back()) && end <= map.codePoints()
                   && map.slice(begin, end) == m_tokens[i].text;
            starts.push_back(begin);
        }
        if (!fits)
            report(Severity::Warning, Code::Conflict, "the tokens are not those of the text", m_comment->sample.line,
                   "starts");
        return fits;
    }

    static std::int64_t codePoints(const std::string &text)
    {
        return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    }

    template <class Each>
    void eachSentence(Each each) const
    {
        for (std::size_t begin = 0, end = 0; begin < m_tokens.size(); begin = end) {
            end = begin + 1;
            while (end < m_tokens.size() && !m_tokens[end].beginsSentence)
                ++end;
            each(begin, end);
        }
    }

    std::string rebuilt(std::vector<std::int64_t> &starts) const
    {
        std::string text;
        std::int64_t length = 0;
        starts.clear();
        eachSentence([&](std::size_t begin, std::size_t end) {
            if (begin > 0) {
                text += '\n';
                ++length;
            }
            std::vector<std::string> tokens;
            for (std::size_t i = begin; i < end; ++i)
                tokens.push_back(m_tokens[i].text);
            join(tokens, m_options.joiner, text, length, starts);
        });
        return text;
    }

    void flush()
    {
        if (m_goOn && (!m_tokens.empty() || m_comment))
            putSample();
        m_tokens.clear();
        m_comment.reset();
        m_beginsSentence = false;
    }

    void putSample()
    {
        std::vector<std::int64_t> starts;
        SampleRecord record;
        Origin origin;
        const bool placed = m_comment && placeByComment(starts);
        if (m_comment) {
            record = m_comment->sample;
            origin = m_comment->origin;
        } else {
            record.line = m_tokens.front().line;
            if (m_guess.hasEntities())
                record.state = core::State::Labeled;
        }
        setOrigin(record.sample, origin, m_ids.of(record.line), m_folder);
        record.sample.text = placed ? *m_comment->text : rebuilt(starts);
        if (!m_goOn || !(m_goOn = m_sink.put(std::move(record))))
            return;
        eachSentence([&](std::size_t begin, std::size_t end) { putEntities(begin, end, starts); });
    }

    void putEntities(std::size_t first, std::size_t end, const std::vector<std::int64_t> &starts)
    {
        std::vector<std::string> tags;
        for (std::size_t i = first; i < end; ++i)
            tags.push_back(m_tokens[i].tag);
        std::vector<TagFault> faults;
        const auto runs = runsOf(tags, m_scheme, faults);
        for (TagFault &fault : faults)
            report(fault.isNoTag ? Severity::Error : Severity::Warning, Code::BadValue, excerpt(fault.seen),
                   m_tokens[first + fault.token].line, "tag");
        for (const Run &run : runs) {
            const std::size_t from = first + run.begin, to = first + run.end - 1;
            const auto name = m_labels.find(run.label);
            AnnotationRecord record;
            record.label = name == m_labels.end() ? run.label : name->second;
            record.geometry = core::TextSpan{{{starts[from], starts[to] + codePoints(m_tokens[to].text)}}};
            record.author = "human";
            record.where = {m_file, m_tokens[from].line, 0, "tag"};
            m_goOn = m_goOn && m_sink.put(std::move(record));
        }
    }

    std::string m_file;
    std::filesystem::path m_folder;
    LineIds m_ids;
    std::string m_text;
    ReadOptions m_options;
    RecordSink &m_sink;
    SchemeGuess m_guess;
    Scheme m_scheme = Scheme::Iob2;
    std::size_t m_columns = 0;                          // of most lines
    std::int64_t m_otherColumns = 0, m_firstToken = 0;  // lines
    CommentParser m_comments;
    std::map<std::string, std::string> m_labels;  // by what the tags say
    std::optional<Comment> m_comment;             // of the sample that is being read
    std::vector<Token> m_tokens;
    bool m_beginsSentence = false, m_goOn = true;
};

class ConllReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto options = optionsFrom(around.options);
        if (!options)
            return options.error();
        auto decoded = core::readTextFile(source, encodingOf(around.options));
        if (!decoded)
            return decoded.error();
        if (auto doubt = encodingDoubt(*decoded, encodingOf(around.options), source);
            doubt && !sink.report(std::move(*doubt)))
            return Error{Code::Cancelled, {}, {}};
        return ConllReading(source, std::move(decoded->text), *options, sink).run();
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<ConllReader>();
}

}  // namespace formats::conll
