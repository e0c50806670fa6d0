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

core::Result<VocFile> readFile(const std::string &location, const Surroundings &around, const core::Location &where,
                               const IssueReport &report, std::filesystem::path &place)
{
    if (climbs(location))
        return Error{Code::BadValue, excerpt(location), where};
    const auto file = around.locate ? around.locate(location) : std::nullopt;
    if (!file)
        return Error{Code::NotFound, excerpt(location), where};
    place = *file;
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

SegmentationFiles toDetection(const core::SampleContent &content, std::span<const ClassValue> classes)
{
    const LabelNames names = namesOf(classes);
    const core::SampleContent header{content.sample, content.job, content.work, {}, {}};
    SegmentationFiles out{toVoc(header, names, std::string(core::fileName(content.sample.uri))), {}, {}};
    for (std::size_t i = 0; i < content.annotations.size(); ++i) {
        auto object = toObject(*content.annotations[i], names);
        if (!object)
            continue;  // told by objectLosses
        out.xml.objects.push_back(std::move(*object));
        out.written.push_back(i);
    }
    return out;
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

bool climbs(std::string_view location)
{
    const auto path = pathOf(location).lexically_normal();
    return !core::isRemote(location) && !path.empty() && *path.begin() == "..";
}

ObjectsRead readObjects(const AnnotationEntry &entry, const Surroundings &around, const core::Location &line,
                        SampleRecord &sample, const IssueReport &report)
{
    core::Location where = line;
    where.field = "annotation[" + std::to_string(entry.index) + "].annotation-loc";
    std::filesystem::path place;
    auto file = readFile(entry.location, around, where, report, place);
    if (!file) {
        report({Severity::Error, file.error()});
        return {};
    }
    SegmentationRead read;
    if (around.kind == core::JobKind::ImageSegmentation) {
        read = readSegmentation(*file, place, around, report);
    } else {
        for (const VocObject &object : file->objects)
            read.objects.emplace_back(toRecord(object));
    }
    keepHeaderText(*file, sample.sample);
    const bool each = entry.objects.size() == file->objects.size();
    if (!each && !entry.objects.empty()) {
        where.field = "annotation[" + std::to_string(entry.index) + "].property." + std::string(objectsKey);
        report({Severity::Warning, {Code::Conflict, std::to_string(file->objects.size()) + " objects", where}});
    }
    ObjectsRead out{std::move(read.labels), {}};
    for (std::size_t i = 0; i < read.objects.size(); ++i) {
        if (!read.objects[i])
            continue;  // refused
        complete(*read.objects[i], each ? entry.objects[i] : entry, sample.state.value_or(core::State::Labeled));
        out.annotations.push_back(std::move(*read.objects[i]));
    }
    return out;
}

core::Result<Objects> toObjects(const core::SampleContent &content, core::JobKind kind,
                                std::span<const ClassValue> classes, std::pair<int, int> size)
{
    core::SampleContent plain{content.sample, content.job, content.work, {}, {}};
    for (const core::AnnotationPtr &annotation : content.annotations)
        plain.annotations.push_back(std::make_shared<core::Annotation>(withoutLineAttributes(*annotation)));
    auto files = kind == core::JobKind::ImageSegmentation
                     ? toSegmentation(plain, classes, size, std::string(core::fileName(content.sample.uri)))
                     : core::Result(toDetection(plain, classes));
    if (!files)
        return files.error();
    std::vector<std::string> members;
    const core::Annotation *newest = nullptr;
    for (const std::size_t index : files->written) {
        const core::Annotation &annotation = *content.annotations[index];
        members.push_back(annotationMembers(annotation, kind, content.state(), {}));
        if (!newest || annotation.created > newest->created)
            newest = &annotation;
    }
    Objects out{std::move(files->xml), {}, std::move(files->png)};
    if (newest)
        out.members = commonMembers(members, *newest);
    return out;
}

std::vector<std::string> objectLosses(const core::SampleContent &content, core::JobKind kind)
{
    core::SampleContent stripped{content.sample, content.job, content.work, {}, {}};
    bool outside = false;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        stripped.annotations.push_back(std::make_shared<core::Annotation>(withoutLineAttributes(*annotation)));
        core::Geometry geometry = annotation->geometry;
        const core::MediaInfo &media = content.sample.media;
        outside = outside || fitImage(geometry, media.width, media.height) != Fit::Inside;
    }
    auto losses = kind == core::JobKind::ImageSegmentation ? segmentationLosses(stripped) : vocLosses(stripped);
    std::erase(losses, "to-confirm");  // the line says it
    if (outside)
        losses.emplace_back("outside");
    return losses;
}

}  // namespace formats::manifest
