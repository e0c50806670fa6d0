// Streams a manifest into a sink: a bad line or annotation is an issue, the rest goes on.
#include "core/media_location.h"
#include "core/text/decode.h"
#include "formats/modelarts_manifest_objects.h"
#include "formats/text_kinds.h"
#include <algorithm>

namespace formats::manifest {

using core::Code;
using core::Error;

namespace {

Error cancelled()
{
    return {Code::Cancelled, {}, {}};
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

// Contents that say nothing: somebody listened, and nothing is said.
bool isEmptyContent(const Line &line)
{
    const auto isEmpty = [](const AnnotationEntry &entry) {
        const std::string *content = core::valueOf(entry.record.attributes, core::builtin::Content);
        return content && content->empty();
    };
    return !line.annotations.empty() && std::ranges::all_of(line.annotations, isEmpty);
}

class ManifestReading {
public:
    ManifestReading(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink)
        : m_file(source.string()),
          m_folder(std::filesystem::absolute(source).parent_path()),
          m_around(around),
          m_sink(sink),
          m_parser(around.kind)
    {
    }

    core::Status run(LineReader &lines);

private:
    bool readLine(const TextLine &text);
    bool putSample();
    bool readTextFile();
    bool readObjectFiles();
    bool putEntities(std::optional<core::State> state);
    bool putAnnotation(AnnotationRecord &record);
    bool putColor(AnnotationEntry &entry);
    bool putLabel(LabelRecord label);
    core::LabelRole roleOf(const AnnotationEntry &entry) const;
    bool reportIssues();
    bool reportOtherTypes();
    std::string uriOf(std::string source) const;

    struct Others {
        std::string type;
        std::int64_t count = 0, firstLine = 0;
    };
    std::string m_file;
    std::filesystem::path m_folder;
    const Surroundings &m_around;
    RecordSink &m_sink;
    LineParser m_parser;
    Line m_line;
    ObjectsRead m_objects;  // of the line's xml files
    std::vector<Issue> m_issues;
    std::vector<Others> m_others;
    std::map<std::pair<core::LabelRole, std::string>, core::Rgb> m_colored;  // labels whose colour was put
};

core::Status ManifestReading::run(LineReader &lines)
{
    for (;;) {
        const auto next = lines.next();
        if (!next)
            return next.error();
        if (!*next)
            break;
        const TextLine &text = **next;
        const bool blank = !text.tooLong && isBlank(text.text);
        if ((!blank && !readLine(text)) || !m_sink.advance(lines.bytesRead(), lines.size()))
            return cancelled();
    }
    return reportOtherTypes() ? core::ok() : core::Status(cancelled());
}

bool ManifestReading::readLine(const TextLine &text)
{
    m_issues.clear();
    if (text.tooLong) {
        m_issues.push_back(
            {Severity::Error,
             {Code::TooLarge, "over " + std::to_string(LineReader::maxLine) + " bytes", {{}, text.number, 0, {}}}});
        return reportIssues();
    }
    const bool good = m_parser.parse(text, m_line, m_issues);
    if (!reportIssues())
        return false;
    return !good || putSample();
}

bool ManifestReading::putSample()
{
    SampleRecord &record = m_line.sample;
    for (std::string &type : m_line.otherTypes) {
        auto known = std::ranges::find(m_others, type, &Others::type);
        if (known == m_others.end() && m_others.size() < 100)
            known = m_others.insert(known, {std::move(type), 0, record.line});
        if (known != m_others.end())
            ++known->count;
    }
    if (isOfTexts(m_around.kind) && !record.sample.text && !readTextFile())
        return reportIssues();
    record.sample.uri = uriOf(std::move(record.sample.uri));
    if (hasEntities(m_around.kind))
        return putEntities(record.state);
    m_objects = {};
    if (keepsXml(m_around.kind) && !readObjectFiles())
        return false;
    if (m_around.kind == core::JobKind::SpeechContent && isEmptyContent(m_line) && !record.state)
        record.state = core::State::Labeled;
    const auto state = record.state;
    if (!m_sink.put(std::move(record)))
        return false;
    if (keepsXml(m_around.kind))
        return std::ranges::all_of(m_objects.labels, [&](LabelRecord &label) { return putLabel(std::move(label)); })
               && std::ranges::all_of(m_objects.annotations, [&](auto &object) { return putAnnotation(object); });
    return std::ranges::all_of(m_line.annotations, [&](AnnotationEntry &entry) {
        if (!finishSound(entry, m_around.kind))
            return true;
        entry.record.proposed = entry.proposed.value_or(state == core::State::ToConfirm);
        return putColor(entry) && putAnnotation(entry.record);
    });
}

// A text that is a file of its own. False: there is none, and the line says nothing without it.
bool ManifestReading::readTextFile()
{
    core::Sample &sample = m_line.sample.sample;
    m_issues.clear();
    const auto refuse = [&](Error error) {
        const std::string file = error.where.file.empty() ? std::string() : error.where.file + ": ";
        m_issues.push_back({Severity::Error, {error.code, file + error.detail, {{}, m_line.sample.line, 0, "source"}}});
        return false;
    };
    if (climbs(sample.uri))
        return refuse({Code::BadValue, sample.uri, {}});
    const auto file = m_around.locate ? m_around.locate(sample.uri) : std::nullopt;
    if (!file)
        return refuse({Code::NotFound, sample.uri, {}});
    auto read = core::readTextFile(*file);
    if (!read)
        return refuse(read.error());
    sample.text = std::move(read->text);
    return true;
}

// Before the sample goes its text is asked where they lie.
bool ManifestReading::putEntities(std::optional<core::State> state)
{
    m_issues.clear();
    for (AnnotationEntry &entry : m_line.annotations) {
        entry.record.proposed = entry.proposed.value_or(state == core::State::ToConfirm);
        if (!putColor(entry))
            return false;
    }
    EntitiesRead read = readEntities(m_line, m_around.kind, m_around.options, m_issues);
    if (!m_sink.put(std::move(m_line.sample)) || !reportIssues())
        return false;
    const auto putRelation = [&](RelationRecord &record) {
        record.author = record.author.empty() ? "human" : std::move(record.author);
        return m_sink.put(std::move(record));
    };
    return std::ranges::all_of(read.entities, [&](AnnotationRecord &record) { return putAnnotation(record); })
           && std::ranges::all_of(read.relations, putRelation);
}

// Before the sample is put: its size stands in the xml.
bool ManifestReading::readObjectFiles()
{
    bool goOn = true;
    const auto report = [&](Issue issue) { return goOn = goOn && m_sink.report(std::move(issue)); };
    const core::Location line{m_file, m_line.sample.line, 0, {}};
    for (const AnnotationEntry &entry : m_line.annotations) {
        auto read = manifest::readObjects(entry, m_around, line, m_line.sample, report);
        std::ranges::move(read.labels, std::back_inserter(m_objects.labels));
        std::ranges::move(read.annotations, std::back_inserter(m_objects.annotations));
    }
    return goOn;
}

bool ManifestReading::putAnnotation(AnnotationRecord &record)
{
    if (record.author.empty())
        record.author = "human";
    return m_sink.put(std::move(record));
}

// Of texts a colour stands with every annotation and is the label's, unless another came first.
bool ManifestReading::putColor(AnnotationEntry &entry)
{
    if (!entry.color)
        return true;
    LabelRecord label;
    label.label.name = entry.record.label;
    label.label.role = roleOf(entry);
    label.label.rgb = *entry.color;
    if (!putLabel(label))
        return false;
    if (isOfTexts(m_around.kind) && m_colored.at({label.label.role, label.label.name}) == *entry.color)
        core::unset(entry.record.attributes, colorAttribute);
    return true;
}

core::LabelRole ManifestReading::roleOf(const AnnotationEntry &entry) const
{
    if (entry.isRelation)
        return core::LabelRole::Relation;
    return hasEntities(m_around.kind) ? core::LabelRole::Entity : core::LabelRole::Plain;
}

bool ManifestReading::putLabel(LabelRecord label)
{
    const bool isNew = m_colored.try_emplace({label.label.role, label.label.name}, label.label.rgb).second;
    return !isNew || m_sink.put(std::move(label));
}

bool ManifestReading::reportIssues()
{
    for (Issue &issue : m_issues) {
        if (issue.error.where.file.empty())
            issue.error.where.file = m_file;
        if (!m_sink.report(std::move(issue)))
            return false;
    }
    return true;
}

bool ManifestReading::reportOtherTypes()
{
    return std::ranges::all_of(m_others, [&](const Others &other) {
        return m_sink.report({Severity::Warning,
                              {Code::Unsupported,
                               other.type + ": " + std::to_string(other.count),
                               {m_file, other.firstLine, 0, "annotation.type"}}});
    });
}

// Remote as it is; a path becomes absolute, taken from the manifest's folder.
std::string ManifestReading::uriOf(std::string source) const
{
    if (core::isRemote(source))
        return source;
    const auto file = core::locate(source, m_folder, {});
    return file ? file->generic_string() : source;
}

class ManifestReader : public FormatReader {
public:
    core::Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        auto lines = LineReader::open(source);
        if (!lines)
            return lines.error();
        return ManifestReading(source, around, sink).run(*lines);
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<ManifestReader>();
}

}  // namespace formats::manifest
