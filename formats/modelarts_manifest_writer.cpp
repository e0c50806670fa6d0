// Streams samples into a manifest as ModelArts writes it; the file appears whole with finish().
#include "core/audio/sound_time.h"
#include "core/media_location.h"
#include "core/save_file.h"
#include "formats/annotation_folder.h"
#include "formats/folder_export.h"
#include "formats/json_text.h"
#include "formats/media_name.h"
#include "formats/modelarts_manifest_objects.h"
#include "formats/option_values.h"
#include "formats/text_ids.h"
#include "formats/text_kinds.h"
#include "formats/text_span.h"
#include <algorithm>

namespace formats::manifest {

namespace {

constexpr std::string_view annotationsName = "annotations", masksName = "segmentationClass";

std::string withSlash(std::string_view value)
{
    std::string prefix(value);
    if (!prefix.empty() && !prefix.ends_with('/'))
        prefix += '/';
    return prefix;
}

// What an annotation of a kind that is written into the line lies in.
bool isShapeOf(core::JobKind kind, const core::Geometry &geometry)
{
    return kind == core::JobKind::SpeechSegmentation ? std::holds_alternative<core::TimeSpan>(geometry)
                                                     : std::holds_alternative<core::WholeSample>(geometry);
}

class ManifestWriter : public FormatWriter {
public:
    core::Status begin(const std::filesystem::path &target, const Surroundings &around,
                       std::span<const core::Label> labels) override;
    core::Status write(const core::SampleContent &content, const std::filesystem::path &media) override;
    core::Status finish() override;

private:
    void appendInline(const core::SampleContent &content);
    std::string sourceOf(const core::Sample &sample) const;
    core::Status appendObjects(const core::SampleContent &content, const std::filesystem::path &media, bool &written);

    std::string freeName(const std::string &uri);

    std::optional<AnnotationFolder> m_objects;  // with an xml: those files
    std::optional<AnnotationFolder> m_masks;    // segmentation: the pictures
    std::optional<core::SaveFile> m_file;
    Surroundings m_around;
    MediaNaming m_naming;
    std::string m_annotationPrefix, m_maskPrefix;
    LineLabels m_labels;
    OffsetUnit m_unit = OffsetUnit::CodePoint;
    std::vector<ClassValue> m_classes;
    std::string m_line;
};

core::Status ManifestWriter::begin(const std::filesystem::path &target, const Surroundings &around,
                                   std::span<const core::Label> labels)
{
    m_around = around;
    m_naming = {std::filesystem::absolute(target).lexically_normal().parent_path(),
                withSlash(optionOr(around.options, "source-prefix", "")), "./"};
    m_annotationPrefix = withSlash(optionOr(around.options, "annotation-prefix", "./annotations/"));
    m_maskPrefix = withSlash(optionOr(around.options, "mask-prefix", "./segmentationClass/"));
    m_labels.names = formats::namesOf(labels);
    m_unit = offsetUnit(around.options);
    m_classes = classValues(labels);
    if (isOfTexts(around.kind))
        for (const core::Label &label : labels)
            m_labels.colors.emplace(label.id, label.rgb);
    if (keepsXml(around.kind)) {
        auto objects = AnnotationFolder::begin(target, annotationsName, ".xml");
        if (!objects)
            return objects.error();
        m_objects = std::move(*objects);
    }
    if (around.kind == core::JobKind::ImageSegmentation) {
        auto masks = AnnotationFolder::begin(target, masksName, ".png");
        if (!masks)
            return masks.error();
        m_masks = std::move(*masks);
    }
    auto file = core::SaveFile::begin(target);
    if (!file)
        return file.error();
    m_file = std::move(*file);
    return core::ok();
}

core::Status ManifestWriter::write(const core::SampleContent &content, const std::filesystem::path &media)
{
    m_line = "{";
    bool hasObjects = false;
    if (isOfTexts(m_around.kind) && !content.sample.text)
        return core::ok();  // told by losses()
    if (hasEntities(m_around.kind))
        appendEntities(m_line, content, m_around.kind, m_unit, m_labels);
    else if (!m_objects)
        appendInline(content);
    else if (auto done = appendObjects(content, media, hasObjects); !done)
        return done;
    appendSampleMembers(m_line, content, sourceOf(content.sample), m_around.kind, hasObjects);
    m_line += "}\n";
    return m_file->write(m_line);
}

std::string ManifestWriter::sourceOf(const core::Sample &sample) const
{
    return isOfTexts(m_around.kind) ? std::string(contentScheme) + sample.text->str()
                                    : mediaName(sample.uri, m_naming, m_around);
}

void ManifestWriter::appendInline(const core::SampleContent &content)
{
    const bool isOfSpeech =
        m_around.kind == core::JobKind::SpeechContent || m_around.kind == core::JobKind::SpeechSegmentation;
    bool first = true;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const auto label = m_labels.names.find(annotation->label);
        const bool isNamed = label != m_labels.names.end() && m_around.kind != core::JobKind::SpeechContent;
        if ((!isNamed && !isOfSpeech) || !isShapeOf(m_around.kind, annotation->geometry))
            continue;  // told by losses()
        m_line += first ? "\"annotation\":[{" : ",{";
        appendAnnotationMembers(m_line, *annotation, m_around.kind, content.state(),
                                {.label = isNamed ? std::string_view(label->second) : std::string_view(),
                                 .color = m_labels.colorOf(annotation->label),
                                 .id = {},
                                 .span = {},
                                 .rate = core::rateOf(content.sample.media)});
        m_line += '}';
        first = false;
    }
    if (!first)
        m_line += "],";
}

core::Status ManifestWriter::appendObjects(const core::SampleContent &content, const std::filesystem::path &media,
                                           bool &written)
{
    if (content.annotations.empty())
        return core::ok();
    const auto size = pixelSize(content.sample, media, m_around.probe);
    auto objects = toObjects(content, m_around.kind, m_classes, size ? *size : std::pair(0, 0));
    if (!objects)
        return objects.error();
    written = !objects->file.objects.empty();
    if (!written)
        return core::ok();
    if (size)
        std::tie(objects->file.width, objects->file.height) = *size;
    const std::string stem = freeName(content.sample.uri);
    ((m_line += R"("annotation":[{"annotation-format":"PASCAL VOC",)") += objects->members) += R"(,"type":"modelarts/)";
    (m_line += core::kindName(m_around.kind)) += R"(","annotation-loc":)";
    jsontext::appendString(m_line, m_annotationPrefix + stem + ".xml");
    m_line += "}],";
    if (!objects->png.empty()) {
        objects->file.maskSource = m_maskPrefix + stem + ".png";
        if (auto saved = m_masks->write(stem + ".png", objects->png); !saved)
            return saved;
    }
    return m_objects->write(stem + ".xml", writeVoc(objects->file));
}

// A stem that is free in both folders.
std::string ManifestWriter::freeName(const std::string &uri)
{
    std::string stem;
    do
        stem = m_objects->freeStem(uri);
    while (m_masks && m_masks->isForeign(stem + ".png"));
    return stem;
}

core::Status ManifestWriter::finish()
{
    for (auto *folder : {&m_objects, &m_masks})
        if (*folder)
            if (auto shown = (*folder)->show(); !shown)
                return shown;
    auto done = m_file->finish();
    for (auto *folder : {&m_objects, &m_masks})
        if (done && *folder)
            (*folder)->keep();
    return done;
}

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<ManifestWriter>();
}

std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &)
{
    std::vector<std::string> words;
    if (isOfTexts(kind))
        for (const std::string &word : textLosses(content, kind))
            addLoss(words, word);
    else if (content.sample.text)
        addLoss(words, "text");
    if (!content.relations.empty() && kind != core::JobKind::TextTriplet)
        addLoss(words, "relations");
    for (const std::string &word : soundLosses(content, kind))
        addLoss(words, word);
    const bool withXml = keepsXml(kind);
    if (withXml)
        for (const std::string &word : objectLosses(content, kind))
            addLoss(words, word);
    for (const core::AnnotationPtr &annotation : content.annotations) {
        if (!withXml && !hasEntities(kind) && !isShapeOf(kind, annotation->geometry))
            addLoss(words, "shape");
        if (!annotation->label && kind != core::JobKind::SpeechContent && kind != core::JobKind::SpeechSegmentation)
            addLoss(words, "no-label");
        if (!survives(annotation->attributes, kind))
            addLoss(words, "attributes");
    }
    return words;
}

}  // namespace formats::manifest
