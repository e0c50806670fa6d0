// Streams samples into a manifest as ModelArts writes it; the file appears whole with finish().
#include "core/media_location.h"
#include "core/save_file.h"
#include "formats/annotation_folder.h"
#include "formats/folder_export.h"
#include "formats/json_text.h"
#include "formats/modelarts_manifest_objects.h"
#include <algorithm>

namespace formats::manifest {

namespace {

constexpr std::string_view annotationsName = "annotations";

std::string option(const Options &options, std::string_view name, std::string_view otherwise)
{
    const auto found = options.find(name);
    return found == options.end() ? std::string(otherwise) : found->second;
}

std::string withSlash(std::string prefix)
{
    if (!prefix.empty() && !prefix.ends_with('/'))
        prefix += '/';
    return prefix;
}

class ManifestWriter : public FormatWriter {
public:
    core::Status begin(const std::filesystem::path &target, const Surroundings &around,
                       std::span<const core::Label> labels) override;
    core::Status write(const core::SampleContent &content, const std::filesystem::path &media) override;
    core::Status finish() override;

private:
    std::string sourceOf(const std::string &uri) const;
    void appendInline(const core::SampleContent &content);
    core::Status appendObjects(const core::SampleContent &content, const std::filesystem::path &media, bool &written);

    std::optional<AnnotationFolder> m_objects;  // detection: the xml files
    std::optional<core::SaveFile> m_file;
    std::filesystem::path m_folder;
    Surroundings m_around;
    std::string m_sourcePrefix, m_annotationPrefix;
    LabelNames m_names;
    std::string m_line;
};

core::Status ManifestWriter::begin(const std::filesystem::path &target, const Surroundings &around,
                                   std::span<const core::Label> labels)
{
    m_around = around;
    m_folder = std::filesystem::absolute(target).lexically_normal().parent_path();
    m_sourcePrefix = withSlash(option(around.options, "source-prefix", {}));
    m_annotationPrefix = withSlash(option(around.options, "annotation-prefix", "./annotations/"));
    m_names = namesOf(labels);
    if (around.kind == core::JobKind::ObjectDetection) {
        auto objects = AnnotationFolder::begin(target, annotationsName);
        if (!objects)
            return objects.error();
        m_objects = std::move(*objects);
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
    if (!m_objects)
        appendInline(content);
    else if (auto done = appendObjects(content, media, hasObjects); !done)
        return done;
    appendSampleMembers(m_line, content, sourceOf(content.sample.uri), hasObjects);
    m_line += "}\n";
    return m_file->write(m_line);
}

void ManifestWriter::appendInline(const core::SampleContent &content)
{
    bool first = true;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const auto label = m_names.find(annotation->label);
        if (label == m_names.end() || !std::holds_alternative<core::WholeSample>(annotation->geometry))
            continue;  // told by losses()
        m_line += first ? "\"annotation\":[{" : ",{";
        m_line += annotationMembers(*annotation, m_around.kind, content.state(), label->second);
        m_line += '}';
        first = false;
    }
    if (!first)
        m_line += "],";
}

core::Status ManifestWriter::appendObjects(const core::SampleContent &content, const std::filesystem::path &media,
                                           bool &written)
{
    auto [file, members] = toObjects(content, m_names);
    written = !file.objects.empty();
    if (!written)
        return core::ok();
    if (const auto size = pixelSize(content.sample, media, m_around.probe))
        std::tie(file.width, file.height) = *size;
    const std::string name = m_objects->freeName(content.sample.uri);
    m_line += R"("annotation":[{"annotation-format":"PASCAL VOC",)";
    m_line += members;
    m_line += R"(,"type":"modelarts/object_detection","annotation-loc":)";
    jsontext::appendString(m_line, m_annotationPrefix + name);
    m_line += "}],";
    return m_objects->write(name, writeVoc(file));
}

core::Status ManifestWriter::finish()
{
    if (m_objects)
        if (auto shown = m_objects->show(); !shown)
            return shown;
    auto done = m_file->finish();
    if (done && m_objects)
        m_objects->keep();
    return done;
}

// A file below the manifest's folder is named from there, so that the folder can move; others by their whole path.
std::string ManifestWriter::sourceOf(const std::string &uri) const
{
    if (core::isRemote(uri))
        return uri;
    if (!m_sourcePrefix.empty() && !uri.starts_with('/'))
        return m_sourcePrefix + uri;
    const auto file = m_around.locate ? m_around.locate(uri) : std::nullopt;
    if (!file)
        return uri;
    const auto below = file->lexically_relative(m_folder);
    if (below.empty() || *below.begin() == "..")
        return file->generic_string();
    return "./" + below.generic_string();
}

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<ManifestWriter>();
}

std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &)
{
    std::vector<std::string> words;
    if (content.sample.text)
        addLoss(words, "text");
    if (!content.relations.empty())
        addLoss(words, "relations");
    const bool detection = kind == core::JobKind::ObjectDetection;
    if (detection)
        for (const std::string &word : objectLosses(content))
            addLoss(words, word);
    for (const core::AnnotationPtr &annotation : content.annotations) {
        if (!detection && !std::holds_alternative<core::WholeSample>(annotation->geometry))
            addLoss(words, "shape");
        if (!annotation->label)
            addLoss(words, "no-label");
        if (!survives(annotation->attributes, kind))
            addLoss(words, "attributes");
    }
    return words;
}

}  // namespace formats::manifest
