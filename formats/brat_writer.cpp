// Writes a folder of brat documents: a text, the lines about it, and what labels there are.
#include "formats/brat_conf.h"
#include "formats/folder_export.h"
#include "formats/option_values.h"
#include "formats/staged_folder.h"
#include "formats/text_file.h"
#include "core/media_location.h"
#include <algorithm>

namespace formats::brat {

using core::Status;

namespace {

bool survives(const std::string &property)
{
    const auto isOurs = [](const auto &member) {
        return member.first == sourceKey || member.first == idKey || isOwnSampleKey(member.first);
    };
    const auto members = jsontext::members(property);
    return property.empty() || (members && keptFrom(property) && std::ranges::none_of(*members, isOurs));
}

// An id as it was kept with the entity; empty: none.
std::string keptId(const core::Annotation &annotation)
{
    const std::string *value = core::valueOf(annotation.attributes, idAttribute);
    const bool isId = value && value->size() > 3 && value->starts_with("\"T") && value->ends_with('"')
                      && value->find_first_not_of("0123456789", 2) == value->size() - 1;
    return isId ? value->substr(1, value->size() - 2) : "";
}

// Ids of one letter: those that are kept, and the next that is free.
class Ids {
public:
    explicit Ids(char letter) : m_letter(letter) {}
    bool take(const std::string &id) { return m_taken.insert(id).second; }
    std::string next()
    {
        std::string id;
        do
            id = m_letter + std::to_string(++m_last);
        while (!take(id));
        return id;
    }

private:
    char m_letter;
    std::int64_t m_last = 0;
    std::set<std::string> m_taken;
};

std::vector<Line> linesOf(const Kept &kept)
{
    std::vector<Line> lines;
    std::vector<Issue> issues;  // none: they were read before
    for (const std::string &text : kept.lines)
        if (auto line = parseLine(text, 0, issues))
            lines.push_back(std::move(*line));
    return lines;
}

// The lines about one text.
class DocumentLines {
public:
    DocumentLines(const core::SampleContent &content, const LabelNames &names,
                  const std::map<core::LabelId, Roles> &roles, bool oneNewline, ConfText &conf)
        : m_content(content),
          m_names(names),
          m_roles(roles),
          m_conf(conf),
          m_text(*content.sample.text),
          m_positions(m_text, {oneNewline, false}),
          m_kept(keptFrom(content.sample.property).value_or(Kept()))
    {
    }

    std::string write(const std::string &documentMembers)
    {
        const auto kept = linesOf(m_kept);
        for (const Line &line : kept)
            for (Ids *ids : {&m_relations, &m_attributes, &m_notes})
                ids->take(line.id);
        for (const KeptRelation &relation : m_kept.relations)
            m_relations.take(relation.id);
        giveIds();
        for (const core::AnnotationPtr &annotation : m_content.annotations)
            writeEntity(*annotation);
        for (const core::Relation &relation : m_content.relations)
            writeRelation(relation);
        m_out += m_attributeLines;
        writeKept(kept);
        m_out += m_noteLines;
        if (!documentMembers.empty())
            writeNote(documentTarget, documentMembers);
        return std::move(m_out);
    }

private:
    void giveIds()
    {
        Ids ids('T');
        for (const core::AnnotationPtr &annotation : m_content.annotations)
            if (const std::string id = keptId(*annotation); !id.empty() && ids.take(id))
                m_ids.emplace(annotation->id, id);
        for (const core::AnnotationPtr &annotation : m_content.annotations)
            if (isWritten(*annotation) && !m_ids.contains(annotation->id))
                m_ids.emplace(annotation->id, ids.next());
    }

    bool isWritten(const core::Annotation &annotation) const
    {
        const auto parts = mergedParts(annotation);
        return m_names.contains(annotation.label) && !parts.empty()
               && std::ranges::all_of(parts, [this](const core::TextRange &part) {
                      return m_positions.fromCodePoint(part.first) && m_positions.fromCodePoint(part.second);
                  });
    }

    static std::vector<core::TextRange> mergedParts(const core::Annotation &annotation)
    {
        std::vector<core::TextRange> parts;
        for (const auto &part : partsOf(annotation))
            if (!parts.empty() && parts.back().second == part.first)
                parts.back().second = part.second;
            else
                parts.push_back(part);
        return parts;
    }

    void writeEntity(const core::Annotation &annotation)
    {
        if (!isWritten(annotation))
            return;  // told by losses()
        const std::string &id = m_ids.at(annotation.id);
        m_out += id + '\t' + m_names.at(annotation.label);
        const auto parts = mergedParts(annotation);
        for (const auto &[begin, end] : parts)
            m_out += (&begin == &parts.front().first ? ' ' : ';') + std::to_string(*m_positions.fromCodePoint(begin))
                     + ' ' + std::to_string(*m_positions.fromCodePoint(end));
        m_out += '\t' + m_positions.surface(parts) + '\n';
        writeAttributes(annotation, id);
    }

    void writeAttributes(const core::Annotation &annotation, const std::string &id)
    {
        std::string own;
        for (const auto &[name, value] : annotation.attributes) {
            if (isOfTheView(name) || (name == idAttribute && keptId(annotation) == id))
                continue;
            if (name.starts_with('@') || plainName(name, forbidden) != name || plainName(value, "") != value) {
                appendMember(own, name, value);
                continue;
            }
            const std::string said = value == "true" ? "" : value;
            m_conf.addAttribute(name, said);
            m_attributeLines += m_attributes.next() + '\t' + name + ' ' + id + (said.empty() ? "" : ' ' + said) + '\n';
        }
        std::string members;
        if (annotation.confidence) {
            std::string number;
            jsontext::appendNumber(number, *annotation.confidence);
            appendRawMember(members, confidenceKey, number);
        }
        if (!members.empty() || !own.empty() || annotation.proposed) {
            appendOwnAnnotation(members, annotation, own);
            writeNote(id, members);
        }
    }

    void writeNote(std::string_view target, const std::string &members)
    {
        std::string &out = target == documentTarget ? m_out : m_noteLines;
        out += m_notes.next() + '\t' + std::string(ownNote) + ' ' + std::string(target) + "\t{" + members.substr(1)
               + "}\n";
    }

    void writeRelation(const core::Relation &relation)
    {
        const auto from = m_ids.find(relation.from), to = m_ids.find(relation.to);
        const auto name = m_names.find(relation.label);
        if (from == m_ids.end() || to == m_ids.end() || name == m_names.end())
            return;  // told by losses()
        Roles roles = m_roles.contains(relation.label) ? m_roles.at(relation.label) : usualRoles();
        std::string id;
        const auto kept = std::ranges::find_if(m_kept.relations, [&](const KeptRelation &each) {
            return plainName(each.label, forbidden) == plainName(name->second, forbidden) && each.from == from->second
                   && each.to == to->second;
        });
        if (kept != m_kept.relations.end()) {
            id = kept->id;
            roles = kept->roles;
            m_kept.relations.erase(kept);
        }
        m_writtenRelations.push_back(id.empty() ? m_relations.next() : id);
        m_out += m_writtenRelations.back() + '\t' + name->second + ' ' + roles.first + ':' + from->second + ' '
                 + roles.second + ':' + to->second + '\n';
    }

    void writeKept(const std::vector<Line> &kept)
    {
        std::vector<std::string> ids = m_writtenRelations;
        for (const auto &[annotation, id] : m_ids)
            ids.push_back(id);
        const auto stands = standing(kept, ids);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!stands[i])
                continue;
            m_out += kept[i].raw + '\n';
            if (kept[i].kind == 'E')
                m_conf.addEvent(kept[i]);
            if (kept[i].kind == 'A')
                m_conf.addAttribute(kept[i].type, kept[i].rest);
        }
    }

    const core::SampleContent &m_content;
    const LabelNames &m_names;
    const std::map<core::LabelId, Roles> &m_roles;
    ConfText &m_conf;
    core::TextMap m_text;
    Positions m_positions;
    Kept m_kept;
    std::unordered_map<core::AnnotationId, std::string> m_ids;
    std::vector<std::string> m_writtenRelations;
    Ids m_relations{'R'}, m_attributes{'A'}, m_notes{'#'};
    std::string m_out, m_attributeLines, m_noteLines;
};

class BratWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto newline = choice(around.options, "newline", {"as-is", "one"});
        if (!newline)
            return newline.error();
        m_oneNewline = *newline == "one";
        m_around = around;
        m_naming = {std::filesystem::absolute(target).lexically_normal(), {}, ""};
        m_names = plainNames(labels, forbidden);
        reportNames(labels, m_names, around);
        for (const core::Label &label : labels)
            if (label.role == core::LabelRole::Relation)
                m_roles.emplace(label.id, rolesOf(label));
        m_conf.emplace(labels, m_names);
        auto folder = StagedFolder::begin(target);
        if (!folder)
            return folder.error();
        m_folder = std::move(*folder);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        if (!content.sample.text)
            return core::ok();  // told by losses()
        std::string stem(core::fileName(content.sample.uri));
        if (stem.ends_with(".txt"))
            stem.resize(stem.size() - 4);
        const std::string name = m_folder->freeName({}, stem + ".txt");
        const std::string &text = content.sample.text->str();
        // A mark at its start would be taken for one of the file.
        const std::string_view mark = text.starts_with("\xEF\xBB\xBF") ? "\xEF\xBB\xBF" : "";
        if (auto written = m_folder->write(name, std::string(mark) + text); !written)
            return written;
        DocumentLines lines(content, m_names, m_roles, m_oneNewline, *m_conf);
        return m_folder->write(name.substr(0, name.size() - 4) + ".ann", lines.write(documentMembers(content)));
    }

    Status finish() override
    {
        auto written = m_folder->write("annotation.conf", m_conf->text());
        return written ? m_folder->finish() : written;
    }

private:
    std::string documentMembers(const core::SampleContent &content) const
    {
        std::string members;
        for (const auto &[key, json] : jsontext::members(content.sample.property).value_or(jsontext::Members()))
            if (key != keptKey)
                appendRawMember(members, key, json);
        appendOrigin(members, content.sample, m_naming, m_around);
        appendOwnSample(members, content);
        return members;
    }

    std::optional<StagedFolder> m_folder;
    Surroundings m_around;
    MediaNaming m_naming;
    LabelNames m_names;
    std::map<core::LabelId, Roles> m_roles;
    std::optional<ConfText> m_conf;
    bool m_oneNewline = false;
};

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<BratWriter>();
}

// "touching-parts": they become one. "split-character": an end within a CRLF that counts as one; the entity is left
// out. "kept-lines": lines of brat that name what is no longer there.
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options)
{
    std::vector<std::string> words;
    addKindLosses(content, kind, words);
    if (!survives(content.sample.property))
        addLoss(words, "property");
    const core::TextMap text(content.sample.text.value_or(core::SharedText()));
    const Positions positions(text, {optionOr(options, "newline", "as-is") == "one", false});
    std::vector<std::string> ids;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const auto &parts = partsOf(*annotation);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0 && parts[i].first == parts[i - 1].second)
                addLoss(words, "touching-parts");
            if (!positions.fromCodePoint(parts[i].first) || !positions.fromCodePoint(parts[i].second))
                addLoss(words, "split-character");
        }
        ids.push_back(keptId(*annotation));
    }
    const Kept kept = keptFrom(content.sample.property).value_or(Kept());
    for (const KeptRelation &relation : kept.relations)
        ids.push_back(relation.id);
    if (std::ranges::count(standing(linesOf(kept), ids), false) > 0)
        addLoss(words, "kept-lines");
    return words;
}

}  // namespace formats::brat
