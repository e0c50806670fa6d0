#include "tests/formats/text_hand.h"
#include <algorithm>

namespace tests {

using namespace formats;

namespace {

std::string surface(const core::TextMap &text, const core::Geometry &geometry)
{
    const auto *span = std::get_if<core::TextSpan>(&geometry);
    if (!span)
        return "*";
    std::string slices, numbers;
    for (const auto &[begin, end] : span->parts) {
        (slices += slices.empty() ? "" : "~") += text.slice(begin, end);
        numbers += (numbers.empty() ? "" : ";") + std::to_string(begin) + '-' + std::to_string(end);
    }
    return slices + '(' + numbers + ')';
}

core::LabelId labelNamed(const std::string &name, core::LabelRole role, std::vector<core::Label> &labels)
{
    const auto known = std::ranges::find_if(
        labels, [&](const core::Label &label) { return label.name == name && label.role == role; });
    if (known != labels.end())
        return known->id;
    core::Label label;
    label.id = {std::ssize(labels) + 1};
    label.position = static_cast<int>(labels.size());
    label.name = name;
    label.role = role;
    labels.push_back(label);
    return label.id;
}

}  // namespace

std::vector<std::string> TextsRead::entities() const
{
    std::vector<std::string> out;
    core::TextMap text;
    for (const Record &record : records)
        if (const auto *sample = std::get_if<SampleRecord>(&record))
            text = core::TextMap(sample->sample.text.value_or(core::SharedText()));
        else if (const auto *entity = std::get_if<AnnotationRecord>(&record))
            out.push_back(entity->label + ':' + surface(text, entity->geometry));
    return out;
}

std::vector<std::string> TextsRead::relations() const
{
    std::vector<std::string> out;
    core::TextMap text;
    std::map<std::string, std::string> byKey;
    for (const Record &record : records)
        if (const auto *sample = std::get_if<SampleRecord>(&record))
            text = core::TextMap(sample->sample.text.value_or(core::SharedText()));
        else if (const auto *entity = std::get_if<AnnotationRecord>(&record))
            byKey[entity->key] = surface(text, entity->geometry);
        else if (const auto *relation = std::get_if<RelationRecord>(&record))
            out.push_back(relation->label + ':' + byKey[relation->fromKey] + '>' + byKey[relation->toKey]);
    return out;
}

std::vector<std::string> TextsRead::texts() const
{
    std::vector<std::string> out;
    for (const SampleRecord &record : samples())
        out.push_back(record.sample.text->str());
    return out;
}

std::vector<std::string> TextsRead::faults() const
{
    std::vector<std::string> out;
    for (const Issue &issue : issues) {
        const core::Location &where = issue.error.where;
        out.push_back((issue.severity == Severity::Error ? "!" : "") + std::to_string(where.line) + ':'
                      + std::to_string(where.column) + ' ' + where.field + ": "
                      + std::string(core::codeName(issue.error.code)) + ": " + issue.error.detail);
    }
    return out;
}

TextsRead readTexts(std::string_view format, const std::filesystem::path &source, core::JobKind kind,
                    const Options &options, std::vector<core::Label> labels)
{
    TextsRead out;
    Surroundings around;
    around.kind = kind;
    around.options = options;
    around.labels = std::move(labels);
    out.status = formatById(format)->newReader()->read(source, around, out);
    return out;
}

TextsRead readText(std::string_view format, std::string_view bytes, core::JobKind kind, const Options &options)
{
    const TempFolder folder;
    writeFile(folder / "source", bytes);
    return readTexts(format, folder / "source", kind, options);
}

core::SampleContent textSample(const std::string &text, const std::vector<Said> &entities,
                               std::vector<core::Label> &labels)
{
    core::SampleContent content;
    content.sample.id = {1};
    content.sample.uri = "content://a.000000001";
    content.sample.externalId = "a.000000001";
    content.sample.text = text;
    content.work.emplace();
    content.work->state = entities.empty() ? core::State::Unlabeled : core::State::Labeled;
    for (const Said &said : entities) {
        core::Annotation entity;
        entity.id = {std::ssize(content.annotations) + 1};
        entity.label = labelNamed(said.label, core::LabelRole::Entity, labels);
        entity.geometry =
            said.parts.empty() ? core::Geometry(core::WholeSample{}) : core::Geometry(core::TextSpan{said.parts});
        entity.author = "human";
        content.annotations.push_back(std::make_shared<const core::Annotation>(std::move(entity)));
    }
    return content;
}

void addRelation(core::SampleContent &content, const std::string &label, std::size_t from, std::size_t to,
                 std::vector<core::Label> &labels)
{
    core::Relation relation;
    relation.id = {std::ssize(content.relations) + 1};
    relation.label = labelNamed(label, core::LabelRole::Relation, labels);
    relation.from = content.annotations[from]->id;
    relation.to = content.annotations[to]->id;
    content.relations.push_back(std::move(relation));
}

core::Status writeTexts(std::string_view format, const std::filesystem::path &target, core::JobKind kind,
                        const std::vector<core::SampleContent> &contents, const std::vector<core::Label> &labels,
                        const Options &options, std::vector<Issue> *issues)
{
    Surroundings around;
    around.kind = kind;
    around.options = options;
    around.report = [issues](Issue issue) {
        if (issues)
            issues->push_back(std::move(issue));
    };
    const auto writer = formatById(format)->newWriter();
    if (auto begun = writer->begin(target, around, labels); !begun)
        return begun;
    for (const core::SampleContent &content : contents)
        if (auto done = writer->write(content, {}); !done)
            return done;
    return writer->finish();
}

std::string written(std::string_view format, core::JobKind kind, const std::vector<core::SampleContent> &contents,
                    const std::vector<core::Label> &labels, const Options &options)
{
    const TempFolder folder;
    const auto status = writeTexts(format, folder / "target", kind, contents, labels, options);
    return status ? readFile(folder / "target") : core::describe(status.error());
}

}  // namespace tests
