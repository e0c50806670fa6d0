// Streams samples into a doccano file, a line each.
#include "core/save_file.h"
#include "formats/doccano.h"
#include "formats/folder_export.h"
#include "formats/option_values.h"
#include "formats/text_losses.h"
#include <algorithm>

namespace formats::doccano {

using core::Status;

namespace {

bool survives(const std::string &property)
{
    const auto members = jsontext::members(property);
    return property.empty()
           || (members && std::ranges::none_of(*members, [](const auto &member) { return isLineKey(member.first); }));
}

bool writesObjects(core::JobKind kind, const Options &options)
{
    return kind == core::JobKind::TextTriplet || optionOr(options, "form", "label") == "entities";
}

Unit unitOf(const Options &options)
{
    return unitFrom(optionOr(options, "offset", "utf16")).value_or(Unit::Utf16);
}

// Unknown keys that are JSON of this format's own become members of the object, the rest attributes of ours.
void appendAttributes(std::string &out, const core::Annotation &annotation)
{
    std::string own;
    for (const auto &[name, value] : annotation.attributes) {
        const std::string_view view = name;
        const bool isKept = view.starts_with(core::builtin::UnknownPrefix);
        const auto key = view.substr(isKept ? core::builtin::UnknownPrefix.size() : 0);
        if (isOfTheView(view))
            continue;
        if (isKept && !isEntityKey(key) && jsontext::compacted(value))
            appendRawMember(out, key, value);
        else
            appendMember(own, name, value);
    }
    if (annotation.confidence) {
        std::string number;
        jsontext::appendNumber(number, *annotation.confidence);
        appendRawMember(out, confidenceKey, number);
    }
    appendOwnAnnotation(out, annotation, own);
}

void appendComments(std::string &out, const core::SampleContent &content)
{
    if (!content.work || content.work->note.empty())
        return;
    out += R"(,"Comments":[)";
    std::string_view rest = content.work->note;
    for (std::size_t end = 0; end != rest.npos; rest.remove_prefix(end == rest.npos ? rest.size() : end + 1)) {
        end = rest.find('\n');
        jsontext::appendString(out, rest.substr(0, end));
        out += end == rest.npos ? ']' : ',';
    }
}

class DoccanoWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto unit = choice(around.options, "offset", {"utf16", "code-point", "grapheme"});
        const auto form = choice(around.options, "form", {"label", "entities"});
        if (!unit || !form)
            return unit ? form.error() : unit.error();
        m_around = around;
        m_unit = unitOf(around.options);
        m_objects = writesObjects(around.kind, around.options);
        m_naming = {std::filesystem::absolute(target).lexically_normal().parent_path(), {}, ""};
        m_names = namesOf(labels);
        auto file = core::SaveFile::begin(target);
        if (!file)
            return file.error();
        m_file = std::move(*file);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        if (!content.sample.text)
            return core::ok();  // told by losses()
        m_line.clear();
        const auto members = jsontext::members(content.sample.property).value_or(jsontext::Members());
        const auto id = std::ranges::find(members, "id", &jsontext::Members::value_type::first);
        if (id != members.end())
            appendRawMember(m_line, "id", id->second);
        appendMember(m_line, "text", content.sample.text->str());
        if (m_around.kind == core::JobKind::TextClassification)
            appendClasses(content);
        else
            appendSpans(content);
        appendComments(m_line, content);
        for (const auto &[key, value] : members)
            if (key != "id" && !isLineKey(key))
                appendRawMember(m_line, key, value);
        appendOrigin(m_line, content.sample, m_naming, m_around);
        appendOwnSample(m_line, content, false);
        m_line[0] = '{';  // instead of the first member's comma
        m_line += "}\n";
        return m_file->write(m_line);
    }

    Status finish() override { return m_file->finish(); }

private:
    void appendClasses(const core::SampleContent &content)
    {
        m_line += R"(,"label":[)";
        for (const core::AnnotationPtr &annotation : content.annotations)
            if (const auto name = m_names.find(annotation->label);
                name != m_names.end() && std::holds_alternative<core::WholeSample>(annotation->geometry)) {
                jsontext::appendString(m_line, name->second);
                m_line += ',';
            }
        closeList();
    }

    void closeList()
    {
        if (m_line.ends_with(','))
            m_line.back() = ']';
        else
            m_line += ']';
    }

    void appendSpans(const core::SampleContent &content)
    {
        const Offsets text(*content.sample.text);
        std::unordered_map<core::AnnotationId, std::int64_t> ids;
        std::int64_t last = 0;
        m_line += m_objects ? R"(,"entities":[)" : R"(,"label":[)";
        for (const core::AnnotationPtr &annotation : content.annotations)
            for (const core::TextRange &part : partsOf(*annotation)) {
                const auto range = text.fromCodePoints(part, m_unit);
                const auto name = m_names.find(annotation->label);
                if (!range || name == m_names.end())
                    continue;
                ids.emplace(annotation->id, ++last);  // relations go to the first part
                appendSpan(*annotation, last, *range, name->second);
            }
        closeList();
        if (m_objects)
            appendRelations(content, ids);
        if (text.unitsDiffer())
            appendMember(m_line, offsetKey, wordOf(m_unit));
    }

    void appendSpan(const core::Annotation &annotation, std::int64_t id, core::TextRange range, std::string_view name)
    {
        const std::string begin = std::to_string(range.first), end = std::to_string(range.second);
        if (!m_objects) {
            (((m_line += '[') += begin) += ',') += end;
            m_line += ',';
            jsontext::appendString(m_line, name);
            m_line += "],";
            return;
        }
        (m_line += R"({"id":)") += std::to_string(id);
        appendMember(m_line, "label", name);
        (m_line += R"(,"start_offset":)") += begin;
        (m_line += R"(,"end_offset":)") += end;
        appendAttributes(m_line, annotation);
        m_line += "},";
    }

    void appendRelations(const core::SampleContent &content,
                         const std::unordered_map<core::AnnotationId, std::int64_t> &ids)
    {
        m_line += R"(,"relations":[)";
        std::int64_t last = 0;
        for (const core::Relation &relation : content.relations) {
            const auto from = ids.find(relation.from), to = ids.find(relation.to);
            const auto name = m_names.find(relation.label);
            if (m_around.kind != core::JobKind::TextTriplet || from == ids.end() || to == ids.end()
                || name == m_names.end())
                continue;  // told by losses()
            (m_line += R"({"id":)") += std::to_string(++last);
            (m_line += R"(,"from_id":)") += std::to_string(from->second);
            (m_line += R"(,"to_id":)") += std::to_string(to->second);
            appendMember(m_line, "type", name->second);
            if (!relation.author.empty() && relation.author != "human")
                appendMember(m_line, "@labelwright:author", relation.author);
            m_line += "},";
        }
        closeList();
    }

    std::optional<core::SaveFile> m_file;
    Surroundings m_around;
    MediaNaming m_naming;
    LabelNames m_names;
    Unit m_unit = Unit::Utf16;
    bool m_objects = false;
    std::string m_line;
};

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<DoccanoWriter>();
}

// "parts": each part becomes an entity. "split-character": a span that graphemes cannot say, left out.
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options)
{
    std::vector<std::string> words;
    addKindLosses(content, kind, words);
    if (!survives(content.sample.property))
        addLoss(words, "property");
    const bool holdsObjects = kind != core::JobKind::TextClassification && writesObjects(kind, options);
    std::optional<Offsets> text;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        if (!holdsObjects)
            addPlainLosses(*annotation, words);
        const auto &parts = partsOf(*annotation);
        if (parts.size() > 1)
            addLoss(words, "parts");
        if (unitOf(options) != Unit::Grapheme || !content.sample.text)
            continue;
        if (!text)
            text.emplace(*content.sample.text);
        for (const core::TextRange &part : parts)
            if (!text->fromCodePoints(part, Unit::Grapheme))
                addLoss(words, "split-character");
    }
    return words;
}

}  // namespace formats::doccano
