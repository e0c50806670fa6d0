// Streams samples into a manifest as ModelArts writes it; the file appears whole with finish().
#include "core/media_location.h"
#include "core/save_file.h"
#include "formats/modelarts_manifest_text.h"
#include <algorithm>
#include <unordered_map>

namespace formats::manifest {

using core::Code;
using core::Error;

namespace {

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
    void appendAnnotations(const core::SampleContent &content);

    std::optional<core::SaveFile> m_file;
    std::filesystem::path m_folder;
    Surroundings m_around;
    std::string m_sourcePrefix;
    std::unordered_map<core::LabelId, std::string> m_names;
    std::string m_line;
};

core::Status ManifestWriter::begin(const std::filesystem::path &target, const Surroundings &around,
                                   std::span<const core::Label> labels)
{
    m_around = around;
    m_folder = std::filesystem::absolute(target).lexically_normal().parent_path();
    m_sourcePrefix = withSlash(option(around.options, "source-prefix", {}));
    for (const core::Label &label : labels)
        m_names[label.id] = label.name;
    auto file = core::SaveFile::begin(target);
    if (!file)
        return file.error();
    m_file = std::move(*file);
    return core::ok();
}

core::Status ManifestWriter::write(const core::SampleContent &content, const std::filesystem::path &)
{
    m_line = "{";
    appendAnnotations(content);
    appendSampleMembers(m_line, content, sourceOf(content.sample.uri));
    m_line += "}\n";
    return m_file->write(m_line);
}

void ManifestWriter::appendAnnotations(const core::SampleContent &content)
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

core::Status ManifestWriter::finish()
{
    return m_file->finish();
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
    const auto lose = [&](const char *word) {
        if (std::ranges::find(words, word) == words.end())
            words.emplace_back(word);
    };
    if (content.sample.text)
        lose("text");
    if (!content.relations.empty())
        lose("relations");
    for (const core::AnnotationPtr &annotation : content.annotations) {
        if (!std::holds_alternative<core::WholeSample>(annotation->geometry))
            lose("shape");
        if (!annotation->label)
            lose("no-label");
        if (!survives(annotation->attributes, kind))
            lose("attributes");
    }
    return words;
}

}  // namespace formats::manifest
