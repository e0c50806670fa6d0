// The entities and relations of a text as JSON of a manifest line.
#include "formats/folder_export.h"
#include "formats/modelarts_manifest_text.h"
#include "formats/text_kinds.h"
#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace formats::manifest {

namespace {

// As it stood in the line it came from; empty: it had none.
std::string keptId(const core::Annotation &entity)
{
    const std::string *kept = core::valueOf(entity.attributes, idAttribute);
    const auto json = kept ? nlohmann::json::parse(*kept, nullptr, false) : nlohmann::json();
    return json.is_string() ? json.get<std::string>() : std::string();
}

// Each entity's id in the line. Triplets need one for all; two never share one.
std::unordered_map<core::AnnotationId, std::string> idsOf(const core::SampleContent &content, core::JobKind kind)
{
    std::unordered_map<core::AnnotationId, std::string> ids;
    std::unordered_set<std::string> taken;
    for (const core::AnnotationPtr &entity : content.annotations)
        if (std::string kept = keptId(*entity); !kept.empty() && taken.insert(kept).second)
            ids.emplace(entity->id, std::move(kept));
    if (kind != core::JobKind::TextTriplet)
        return ids;
    std::int64_t number = 0;
    for (const core::AnnotationPtr &entity : content.annotations) {
        std::string &id = ids[entity->id];
        while (id.empty())
            if (std::string next = 'E' + std::to_string(++number); taken.insert(next).second)
                id = std::move(next);
    }
    return ids;
}

}  // namespace

void appendEntities(std::string &out, const core::SampleContent &content, core::JobKind kind, OffsetUnit unit,
                    const LineLabels &labels)
{
    const auto ids = idsOf(content, kind);
    const core::TextMap text(*content.sample.text);
    std::unordered_set<core::AnnotationId> written;
    const auto begin = [&out, start = out.size()] { out += out.size() == start ? "\"annotation\":[{" : ",{"; };
    const auto start = out.size();
    for (const core::AnnotationPtr &entity : content.annotations) {
        const auto *span = std::get_if<core::TextSpan>(&entity->geometry);
        const auto label = labels.names.find(entity->label);
        if (!span || span->parts.empty() || label == labels.names.end())
            continue;  // told by textLosses()
        const auto id = ids.find(entity->id);
        begin();
        appendAnnotationMembers(out, *entity, kind, content.state(),
                                {.label = label->second,
                                 .color = labels.colorOf(entity->label),
                                 .id = id == ids.end() ? std::string_view() : std::string_view(id->second),
                                 .span = std::pair(fromCodePoint(span->parts.front().first, unit, text),
                                                   fromCodePoint(span->parts.back().second, unit, text))});
        out += '}';
        written.insert(entity->id);
    }
    std::int64_t number = 0;
    for (const core::Relation &relation : content.relations) {
        const auto label = labels.names.find(relation.label);
        if (kind != core::JobKind::TextTriplet || label == labels.names.end() || !written.contains(relation.from)
            || !written.contains(relation.to))
            continue;
        const std::string id = 'R' + std::to_string(++number);
        begin();
        appendRelationMembers(out, relation,
                              {.label = label->second, .color = labels.colorOf(relation.label), .id = id, .span = {}},
                              ids.at(relation.from), ids.at(relation.to));
        out += '}';
    }
    out += out.size() == start ? "" : "],";
}

std::vector<std::string> textLosses(const core::SampleContent &content, core::JobKind kind)
{
    std::vector<std::string> words;
    if (!content.sample.text || content.sample.text->empty())
        addLoss(words, "no-text");
    if (!hasEntities(kind))
        return words;
    for (const core::AnnotationPtr &entity : content.annotations) {
        const auto *span = std::get_if<core::TextSpan>(&entity->geometry);
        if (!span || span->parts.empty())
            addLoss(words, "shape");
        else if (span->parts.size() > 1)
            addLoss(words, "parts");
    }
    if (std::ranges::any_of(content.relations, [](const core::Relation &relation) { return !relation.label; }))
        addLoss(words, "no-label");
    return words;
}

}  // namespace formats::manifest
