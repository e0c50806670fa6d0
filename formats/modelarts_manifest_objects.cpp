#include "formats/modelarts_manifest_objects.h"
#include "core/media_location.h"
#include "formats/fit_image.h"
#include "formats/json_text.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats::manifest {

using core::Code;
using core::Error;
namespace builtin = core::builtin;

namespace {

// A manifest must not make us read files above its folder.
bool climbs(std::string_view location)
{
    const auto path = pathOf(location).lexically_normal();
    return !core::isRemote(location) && !path.empty() && *path.begin() == "..";
}

core::Result<VocFile> readFile(const std::string &location, const Surroundings &around, const core::Location &where,
                               const IssueReport &report)
{
    if (climbs(location))
        return Error{Code::BadValue, excerpt(location), where};
    const auto file = around.locate ? around.locate(location) : std::nullopt;
    if (!file)
        return Error{Code::NotFound, excerpt(location), where};
    const auto bytes = readWhole(*file);
    if (!bytes)
        return Error{bytes.error().code, excerpt(location) + ": " + bytes.error().detail, where};
    return readVoc(*bytes, utf8(*file), report);
}

// What the line says holds for an object unless its xml says it.
void complete(AnnotationRecord &object, const AnnotationEntry &said, core::State sampleState)
{
    const AnnotationRecord &line = said.record;
    object.author = line.author;
    object.created = line.created;
    object.proposed = said.proposed.value_or(sampleState == core::State::ToConfirm);
    if (!object.confidence)
        object.confidence = line.confidence;
    for (const auto &[name, value] : line.attributes)
        if (!core::valueOf(object.attributes, name))
            core::set(object.attributes, name, value);
}

void keepHeaderText(const VocFile &file, core::Sample &sample)
{
    core::Sample shell;
    keepHeader(file, shell);
    sample.media = shell.media;
    if (shell.property == "{}")
        return;
    if (sample.property == "{}")
        sample.property = shell.property;
    else if (sample.property.find("\"@voc\":") == std::string::npos)  // members are kept as text, to the last digit
        sample.property.replace(sample.property.size() - 1, 1, "," + shell.property.substr(1));
}

core::Annotation withoutLineAttributes(core::Annotation annotation)
{
    std::erase_if(annotation.attributes, [](const auto &attribute) { return isLineAttribute(attribute.first); });
    return annotation;
}

std::string commonMembers(const std::vector<std::string> &each, const core::Annotation &newest)
{
    if (std::ranges::adjacent_find(each, std::not_equal_to()) == each.end())
        return each.front();
    std::string out = "\"property\":{\"" + std::string(objectsKey) + "\":[";
    for (const std::string &members : each)
        ((out += '{') += members) += "},";
    out.back() = ']';
    core::Annotation plain;
    plain.author = newest.author;
    plain.created = newest.created;
    return out + "}," + annotationMembers(plain, core::JobKind::ObjectDetection, core::State::Labeled, {});
}

}  // namespace

std::vector<AnnotationRecord> readObjects(const AnnotationEntry &entry, const Surroundings &around,
                                          const core::Location &line, SampleRecord &sample, const IssueReport &report)
{
    core::Location where = line;
    where.field = "annotation[" + std::to_string(entry.index) + "].annotation-loc";
    const auto file = readFile(entry.location, around, where, report);
    if (!file) {
        report({Severity::Error, file.error()});
        return {};
    }
    keepHeaderText(*file, sample.sample);
    const bool each = entry.objects.size() == file->objects.size();
    if (!each && !entry.objects.empty()) {
        where.field = "annotation[" + std::to_string(entry.index) + "].property." + std::string(objectsKey);
        report({Severity::Warning, {Code::Conflict, std::to_string(file->objects.size()) + " objects", where}});
    }
    std::vector<AnnotationRecord> records;
    for (std::size_t i = 0; i < file->objects.size(); ++i) {
        AnnotationRecord &record = records.emplace_back(toRecord(file->objects[i]));
        complete(record, each ? entry.objects[i] : entry, sample.state.value_or(core::State::Labeled));
    }
    return records;
}

Objects toObjects(const core::SampleContent &content, const LabelNames &names)
{
    core::SampleContent header{content.sample, content.job, content.work, {}, {}};
    Objects out{toVoc(header, names, std::string(core::fileName(content.sample.uri))), {}};
    std::vector<std::string> members;
    const core::Annotation *newest = nullptr;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        auto object = toObject(withoutLineAttributes(*annotation), names);
        if (!object)
            continue;  // told by objectLosses
        out.file.objects.push_back(std::move(*object));
        members.push_back(annotationMembers(*annotation, core::JobKind::ObjectDetection, content.state(), {}));
        if (!newest || annotation->created > newest->created)
            newest = annotation.get();
    }
    if (newest)
        out.members = commonMembers(members, *newest);
    return out;
}

std::vector<std::string> objectLosses(const core::SampleContent &content)
{
    core::SampleContent stripped{content.sample, content.job, content.work, {}, {}};
    bool outside = false;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        stripped.annotations.push_back(std::make_shared<core::Annotation>(withoutLineAttributes(*annotation)));
        core::Geometry geometry = annotation->geometry;
        const core::MediaInfo &media = content.sample.media;
        outside = outside || fitImage(geometry, media.width, media.height) != Fit::Inside;
    }
    auto losses = vocLosses(stripped);
    std::erase(losses, "to-confirm");  // the line says it
    if (outside)
        losses.emplace_back("outside");
    return losses;
}

}  // namespace formats::manifest
