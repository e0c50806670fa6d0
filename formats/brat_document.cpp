#include "formats/brat_document.h"
#include "core/text/decode.h"
#include "formats/text_file.h"
#include "formats/text_lines.h"
#include <algorithm>

namespace formats::brat {

using core::Code;

namespace {

class DocumentReading {
public:
    DocumentReading(const Document &document, Corpus &corpus, RecordSink &sink)
        : m_document(document),
          m_corpus(corpus),
          m_sink(sink),
          m_file(utf8(document.annotations.empty() ? document.text : document.annotations))
    {
    }

    bool run()
    {
        auto decoded = core::readTextFile(m_document.text, m_corpus.encoding);
        if (!decoded)
            return m_sink.report({Severity::Error, decoded.error()});
        if (auto doubt = encodingDoubt(*decoded, m_corpus.encoding, m_document.text);
            doubt && !m_sink.report(std::move(*doubt)))
            return false;
        m_text = core::TextMap(std::move(decoded->text));
        if (!readLines())
            return m_goOn;
        findCounting(decoded->byteOrderMark);
        m_positions.emplace(m_text, m_counting);
        readOwnNotes();
        takeEntities();
        takeKept();
        return m_goOn && putAll();
    }

private:
    struct Joined {
        RelationRecord record;
        Roles roles;
        std::string id;
    };

    void report(Severity severity, Code code, std::string detail, const Line &line, std::string field)
    {
        issue({severity, {code, std::move(detail), {{}, line.number, 0, std::move(field)}}});
    }
    void issue(Issue issue)
    {
        issue.error.where.file = m_file;
        m_goOn = m_goOn && m_sink.report(std::move(issue));
    }

    bool readLines()
    {
        if (m_document.annotations.empty())
            return true;
        const auto bytes = readText(m_document.annotations);
        if (!bytes) {
            m_goOn = m_sink.report({Severity::Error, bytes.error()});
            return false;
        }
        std::vector<Issue> issues;
        forEachLine(*bytes, [&](std::int64_t number, std::string_view text) {
            if (!trimmed(text).empty())
                if (auto line = parseLine(text, number, issues))
                    m_lines.push_back(std::move(*line));
            return true;
        });
        for (Issue &each : issues)
            issue(std::move(each));
        return m_goOn;
    }

    // The way of counting by which the most lines hold the text they name; as the text stands when none is better.
    void findCounting(bool hasMark)
    {
        const bool hasPairs = m_text.text().str().find("\r\n") != std::string::npos;
        std::int64_t most = -1;
        for (const Counting counting : {Counting{false, false}, {true, false}, {false, true}, {true, true}}) {
            const bool possible =
                m_corpus.oneNewline ? counting.oneNewline == *m_corpus.oneNewline : hasPairs || !counting.oneNewline;
            if (!possible || (counting.withMark && !hasMark))
                continue;
            const Positions positions(m_text, counting);
            const auto fits = std::ranges::count_if(
                m_lines, [&](const Line &line) { return line.kind == 'T' && says(line, positions); });
            if (fits > most) {
                most = fits;
                m_counting = counting;
            }
        }
        if (m_counting.oneNewline && !m_corpus.oneNewline && m_corpus.countedAsOne++ == 0)
            m_corpus.firstAsOne = m_file;
    }

    std::optional<std::vector<core::TextRange>> placesOf(const Line &line, const Positions &positions) const
    {
        std::vector<core::TextRange> parts;
        for (const auto &[begin, end] : line.parts) {
            const core::TextRange part{positions.toCodePoint(begin), positions.toCodePoint(end)};
            if (part.first < 0 || part.second > m_text.codePoints())
                return std::nullopt;
            parts.push_back(part);
        }
        return parts;
    }

    bool says(const Line &line, const Positions &positions) const
    {
        const auto parts = placesOf(line, positions);
        return parts && positions.surface(*parts) == plainSurface(line.rest);
    }

    // Notes of our own leave the lines.
    void readOwnNotes()
    {
        std::vector<Issue> issues;
        std::erase_if(m_lines, [&](const Line &line) {
            if (line.kind != '#' || line.type != ownNote)
                return false;
            const std::string target = line.arguments.empty() ? std::string(documentTarget) : line.arguments[0].second;
            readOwnNote(line, target, issues);
            return true;
        });
        for (Issue &each : issues)
            issue(std::move(each));
    }

    void readOwnNote(const Line &line, const std::string &target, std::vector<Issue> &issues)
    {
        const bool isDocument = target == documentTarget;
        AnnotationRecord &record = m_notes[target];
        std::string text = line.rest;
        text.reserve(text.size() + LineReader::padding);
        try {
            for (simdjson::ondemand::field field : m_json.begin({text, line.number, false}, issues)) {
                const std::string name(std::string_view(field.unescaped_key()));
                JsonLine::Value value = field.value();
                m_json.path = name;
                if (!isDocument && name == confidenceKey)
                    record.confidence = m_json.share(value);
                else if (isDocument
                             ? takeOwnSample(m_json, name, value, m_sample) || takeOrigin(m_json, name, value, m_origin)
                             : takeOwnAnnotation(m_json, name, value, record))
                    continue;
                else if (const auto kept = m_json.raw(value); kept && isDocument)
                    addMember(m_sample.sample.property, name, *kept);
            }
            m_json.finish();
        } catch (const simdjson::simdjson_error &error) {
            m_json.refuse(error);
        }
    }

    void takeEntities()
    {
        std::set<std::string> ids;
        for (const Line &line : m_lines)
            if (line.kind == 'T') {
                if (!ids.insert(line.id).second)
                    report(Severity::Error, Code::Conflict, "twice: " + line.id, line, "id");
                else
                    takeEntity(line);
            }
    }

    void takeEntity(const Line &line)
    {
        auto parts = placesOf(line, *m_positions);
        if (!parts)
            return report(Severity::Error, Code::BadValue,
                          "the text has " + std::to_string(m_text.codePoints()) + " characters", line, "offsets");
        if (const std::string there = m_positions->surface(*parts); there != plainSurface(line.rest))
            return report(Severity::Error, Code::Conflict,
                          excerpt(line.rest, 40) + ", in the text " + excerpt(there, 40), line, "text");
        AnnotationRecord record = std::move(m_notes[line.id]);
        record.key = line.id;
        record.label = labelOf(line.type);
        record.author = record.author.empty() ? "human" : std::move(record.author);
        record.where = {m_file, line.number, 0, "offsets"};
        core::TextSpan span;
        for (const core::TextRange &part : *parts) {
            const bool touches = !span.parts.empty() && span.parts.back().second == part.first;
            if (touches)
                span.parts.back().second = part.second;
            else
                span.parts.push_back(part);
        }
        if (span.parts.size() < parts->size())
            report(Severity::Warning, Code::BadValue, "parts that touch", line, "offsets");
        record.geometry = std::move(span);
        m_byId.emplace(record.key, m_entities.size());
        m_entities.push_back(std::move(record));
    }

    std::string labelOf(const std::string &type) const
    {
        const auto name = m_corpus.names.find(type);
        return name == m_corpus.names.end() ? type : name->second;
    }

    AnnotationRecord *entity(const std::string &id)
    {
        const auto found = m_byId.find(id);
        return found == m_byId.end() ? nullptr : &m_entities[found->second];
    }

    // A lines of an entity that nothing else names become attributes, R lines relations; the rest is kept.
    void takeKept()
    {
        std::set<std::string> named;
        for (const Line &line : m_lines)
            for (const auto &[role, id] : line.arguments)
                named.insert(id);
        std::vector<Line> kept;
        std::vector<std::string> ids;
        for (const AnnotationRecord &each : m_entities)
            ids.push_back(each.key);
        for (Line &line : m_lines) {
            if (line.kind == 'T' || (line.kind == 'A' && !named.contains(line.id) && takeAttribute(line)))
                continue;
            if (line.kind == 'R' && m_corpus.kind == core::JobKind::TextTriplet && !namesEvents(line)) {
                takeRelation(line);
                ids.push_back(line.id);
            } else {
                kept.push_back(std::move(line));
            }
        }
        keep(kept, ids, named);
    }

    bool takeAttribute(const Line &line)
    {
        AnnotationRecord *record = entity(line.arguments[0].second);
        if (!record || line.type.starts_with('@') || core::valueOf(record->attributes, line.type)
            || line.rest == "true")
            return false;
        core::set(record->attributes, line.type, line.rest.empty() ? "true" : line.rest);
        return true;
    }

    static bool namesEvents(const Line &relation)
    {
        return std::ranges::any_of(relation.arguments, [](const auto &each) { return each.second.starts_with('E'); });
    }

    void takeRelation(const Line &line)
    {
        const auto &[from, to] = std::pair(line.arguments[0], line.arguments[1]);
        RelationRecord record;
        record.fromKey = from.second;
        record.toKey = to.second;
        record.label = labelOf(line.type);
        record.author = "human";
        record.where = {m_file, line.number, 0, "arguments"};
        m_relations.push_back({std::move(record), {from.first, to.first}, line.id});
    }

    void keep(std::vector<Line> &kept, const std::vector<std::string> &ids, const std::set<std::string> &named)
    {
        const auto stands = standing(kept, ids);
        Kept out;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!stands[i]) {
                report(Severity::Error, Code::NotFound, excerpt(kept[i].raw, 40), kept[i], "target");
                continue;
            }
            out.lines.push_back(kept[i].raw);
            for (const auto &[role, id] : kept[i].arguments)
                keepId(id);
        }
        for (const Joined &relation : m_relations) {
            const auto usual = m_corpus.roles.try_emplace(relation.record.label, relation.roles).first;
            if (!named.contains(relation.id) && usual->second == relation.roles)
                continue;
            keepId(relation.record.fromKey);
            keepId(relation.record.toKey);
            out.relations.push_back(
                {relation.id, relation.record.label, relation.record.fromKey, relation.record.toKey, relation.roles});
        }
        if (!out.lines.empty() || !out.relations.empty())
            addMember(m_sample.sample.property, keptKey, toJson(out));
    }

    void keepId(const std::string &id)
    {
        if (AnnotationRecord *record = entity(id))
            core::set(record->attributes, idAttribute, '"' + id + '"');
    }

    bool putAll()
    {
        m_origin.source = m_origin.source.empty() ? utf8(m_document.text) : m_origin.source;
        setOrigin(m_sample.sample, m_origin, m_document.id, m_corpus.root);
        m_sample.sample.text = m_text.text();
        if (!m_sink.put(std::move(m_sample)))
            return false;
        for (AnnotationRecord &record : m_entities)
            if (!m_sink.put(std::move(record)))
                return false;
        return std::ranges::all_of(m_relations, [this](Joined &relation) { return putRelation(relation); });
    }

    bool putRelation(Joined &relation)
    {
        const std::string &label = relation.record.label;
        return putRelationLabel(m_corpus, label, relation.roles, m_sink) && m_sink.put(std::move(relation.record));
    }

    const Document &m_document;
    Corpus &m_corpus;
    RecordSink &m_sink;
    std::string m_file;  // for issues
    core::TextMap m_text;
    std::vector<Line> m_lines;
    Counting m_counting;
    std::optional<Positions> m_positions;
    JsonLine m_json;
    SampleRecord m_sample;
    Origin m_origin;
    std::map<std::string, AnnotationRecord> m_notes;  // what our notes say of an entity, by id
    std::vector<AnnotationRecord> m_entities;
    std::unordered_map<std::string, std::size_t> m_byId;  // of m_entities
    std::vector<Joined> m_relations;
    bool m_goOn = true;
};

}  // namespace

bool putRelationLabel(Corpus &corpus, const std::string &name, const Roles &roles, RecordSink &sink)
{
    if (!corpus.relationLabels.insert(name).second)
        return true;
    LabelRecord record;
    record.label.name = name;
    record.label.role = core::LabelRole::Relation;
    if (roles != usualRoles())
        record.label.attributes.push_back({std::string(rolesSpec), {}, toJson(roles)});
    return sink.put(std::move(record));
}

bool readDocument(const Document &document, Corpus &corpus, RecordSink &sink)
{
    return DocumentReading(document, corpus, sink).run();
}

}  // namespace formats::brat
