// What an import asks of texts, the entities in them and the relations between those.
#include "formats/fingerprint.h"
#include "formats/import_sink.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;

// What is said of a text must not land in another one.
bool ImportSink::hasItsText(const Target &target)
{
    const auto &said = m_pending.record.sample.text;
    if (!said)
        return true;
    const bool isSame = target.before ? target.text == said : m_seen[target.id.value].textPrint == printOf(*said);
    if (isSame)
        return true;
    std::string detail = "another text: " + excerpt(said->str(), 40);
    if (target.before)
        detail += ", not " + (target.text ? excerpt(target.text->str(), 40) : "none");
    report({Severity::Error, {Code::Conflict, std::move(detail), here("source")}});
    return false;
}

bool ImportSink::fitsText(const AnnotationRecord &record, const Target &target)
{
    const auto *span = std::get_if<core::TextSpan>(&record.geometry);
    if (!span)
        return true;
    if (!target.text) {
        report({Severity::Error, {Code::NotFound, "no text", placeOf(record.where, "annotation")}});
        return false;
    }
    auto issue = m_entities.check(*span);
    const bool taken = !issue || (issue->severity == Severity::Warning && !m_to.options.strict);
    if (issue) {
        issue->severity = taken ? Severity::Warning : Severity::Error;
        issue->error.where = placeOf(record.where, "annotation");
        report(std::move(*issue));
    }
    if (taken)
        m_entities.add(*span);
    return taken;
}

bool ImportSink::writeRelations(const Target &target)
{
    return std::ranges::all_of(m_pending.relations,
                               [&](RelationRecord &record) { return writeRelation(record, target); });
}

bool ImportSink::writeRelation(RelationRecord &record, const Target &target)
{
    const auto from = m_keys.find(record.fromKey), to = m_keys.find(record.toKey);
    if (from == m_keys.end() || to == m_keys.end()) {
        const std::string &missing = from == m_keys.end() ? record.fromKey : record.toKey;
        return report({Severity::Error, {Code::NotFound, missing, placeOf(record.where, "relation")}});
    }
    if (from == to)
        return report(
            {Severity::Error, {Code::BadValue, "to itself: " + record.toKey, placeOf(record.where, "relation")}});
    const auto label =
        m_labels.idOf(record.label, core::LabelRole::Relation, placeOf(record.where, "relation.name"), *this);
    if (!label)
        return fail(label.error());
    if (!*label || !fitsEnds(record, *label, from->second, to->second))
        return !m_failure;
    if (hasRelation(target, *label, from->second.id, to->second.id))
        return true;  // it says the same again
    core::Relation relation;
    relation.job = m_to.job.id;
    relation.sample = target.id;
    relation.label = *label;
    relation.from = from->second.id;
    relation.to = to->second.id;
    relation.author = std::move(record.author);
    relation.created = record.created;
    if (const auto id = m_to.batch.put(std::move(relation)); !id)
        return refuse(id.error());
    m_labels.learnEnds(*label, from->second.label, to->second.label);
    ++m_to.report.relations;
    return true;
}

// The label's ends; the job may let misfits in, marked.
bool ImportSink::fitsEnds(const RelationRecord &record, core::LabelId label, const Entity &from, const Entity &to)
{
    const auto misfit = m_labels.misfit(label, from.label, to.label);
    if (!misfit)
        return true;
    const auto nameOf = [this](core::LabelId id) {
        const core::Label *found = m_labels.find(id);
        return found ? found->name : std::string();
    };
    const bool taken = core::flagsMisfits(m_to.job);
    std::string detail =
        record.label + (misfit->atFrom ? " from " : " to ") + nameOf(misfit->found) + ", not " + nameOf(misfit->wanted);
    report({taken ? Severity::Warning : Severity::Error,
            {Code::BadValue, std::move(detail), placeOf(record.where, "relation")}});
    return taken;
}

bool ImportSink::hasRelation(const Target &target, core::LabelId label, core::AnnotationId from, core::AnnotationId to)
{
    const bool isNew = m_relationPrints.insert(fingerprint(label, from, to)).second;
    const auto isSame = [&](const core::Relation &r) { return r.label == label && r.from == from && r.to == to; };
    return !isNew || (target.before && std::ranges::any_of(target.before->relations, isSame));
}

}  // namespace formats
