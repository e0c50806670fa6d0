// The entities and relations of a manifest line, once its text is known.
#include "formats/json_text.h"
#include "formats/modelarts_manifest.h"
#include "formats/text_span.h"
#include <algorithm>

namespace formats::manifest {

using core::Code;

namespace {

// E1, E2 … in the order of the entities: what the writer gives them again.
bool areNumbered(const Line &line)
{
    std::int64_t number = 0;
    return std::ranges::all_of(line.annotations, [&number](const AnnotationEntry &entry) {
        return entry.isRelation || entry.id == 'E' + std::to_string(++number);
    });
}

void keepId(AnnotationEntry &entry)
{
    std::string quoted;
    jsontext::appendString(quoted, entry.id);
    core::set(entry.record.attributes, idAttribute, std::move(quoted));
}

class Entities {
public:
    Entities(Line &line, core::JobKind kind, const Options &options, std::vector<Issue> &issues)
        : m_line(line),
          m_map(*line.sample.sample.text),
          m_unit(offsetUnit(options)),
          m_withKeys(kind == core::JobKind::TextTriplet),
          m_keepIds(!m_withKeys || !areNumbered(line)),
          m_issues(issues)
    {
    }

    EntitiesRead read()
    {
        EntitiesRead out;
        for (AnnotationEntry &entry : m_line.annotations)
            if (entry.isRelation)
                out.relations.push_back(relation(entry));
            else if (auto span = toCodePoints(*entry.begin, *entry.end, m_unit, m_map))
                out.entities.push_back(entity(entry, *span));
            else
                report(entry, ".property", Severity::Error, span.error().code, span.error().detail);
        return out;
    }

private:
    AnnotationRecord entity(AnnotationEntry &entry, std::pair<std::int64_t, std::int64_t> span) const
    {
        if (m_keepIds && !entry.id.empty())
            keepId(entry);
        if (m_withKeys)
            entry.record.key = std::move(entry.id);
        entry.record.geometry = core::TextSpan{{span}};
        entry.record.where = place(entry, "");
        return std::move(entry.record);
    }

    RelationRecord relation(AnnotationEntry &entry)
    {
        AnnotationRecord &said = entry.record;
        for (const auto &[name, value] : said.attributes)
            report(entry, "", Severity::Warning, Code::Unsupported, "relation: " + name);
        if (said.confidence)
            report(entry, ".confidence", Severity::Warning, Code::Unsupported, "relation: confidence");
        return {.sampleUri = {},
                .fromKey = std::move(entry.from),
                .toKey = std::move(entry.to),
                .label = std::move(said.label),
                .author = std::move(said.author),
                .created = said.created,
                .where = place(entry, "")};
    }

    core::Location place(const AnnotationEntry &entry, std::string_view field) const
    {
        return {{},
                m_line.sample.line,
                entry.column,
                "annotation[" + std::to_string(entry.index) + ']' + std::string(field)};
    }
    void report(const AnnotationEntry &entry, std::string_view field, Severity severity, Code code, std::string detail)
    {
        m_issues.push_back({severity, {code, std::move(detail), place(entry, field)}});
    }

    Line &m_line;
    core::TextMap m_map;
    OffsetUnit m_unit;
    bool m_withKeys, m_keepIds;
    std::vector<Issue> &m_issues;
};

}  // namespace

EntitiesRead readEntities(Line &line, core::JobKind kind, const Options &options, std::vector<Issue> &issues)
{
    return Entities(line, kind, options, issues).read();
}

}  // namespace formats::manifest
