// Streams samples into a COCO file: images as they come, annotations put aside until the images are all there.
#include "formats/coco.h"
#include "formats/coco_shapes.h"
#include "formats/coco_text.h"
#include "formats/folder_export.h"
#include "formats/media_name.h"
#include "formats/spool_file.h"
#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace formats::coco {

using core::Status;

namespace {

std::optional<std::int64_t> asInteger(std::string_view text)
{
    std::int64_t value = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    const bool plain = error == std::errc() && stop == end && std::to_string(value) == text;
    return plain ? std::optional(value) : std::nullopt;
}

// Ids that files came with stay; others get the next that is free.
class FreeIds {
public:
    void take(std::int64_t id) { m_taken.insert(id); }
    std::int64_t next()
    {
        while (!m_taken.insert(++m_last).second)
            ;
        return m_last;
    }
    std::int64_t idFor(std::optional<std::int64_t> wanted)
    {
        return wanted && m_taken.insert(*wanted).second ? *wanted : next();
    }

private:
    std::unordered_set<std::int64_t> m_taken;
    std::int64_t m_last = 0;
};

class CocoWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override;
    Status write(const core::SampleContent &content, const std::filesystem::path &media) override;
    Status finish() override;

private:
    void takeLabels(std::span<const core::Label> labels);
    Status writeObject(const core::Annotation &annotation, std::int64_t image, ImageSize size);

    std::optional<core::SaveFile> m_file;
    std::optional<SpoolFile> m_annotations;
    Surroundings m_around;
    MediaNaming m_naming;
    std::unordered_map<core::LabelId, std::string> m_categoryIds;  // as JSON
    std::string m_categories, m_rest, m_text;
    FreeIds m_imageIds;
    std::int64_t m_images = 0, m_objects = 0;
    bool m_compressed = true;
};

Status CocoWriter::begin(const std::filesystem::path &target, const Surroundings &around,
                         std::span<const core::Label> labels)
{
    m_around = around;
    m_naming = {std::filesystem::absolute(target).lexically_normal().parent_path(), {}, ""};
    if (const auto rle = around.options.find("rle"); rle != around.options.end()) {
        if (rle->second != "text" && rle->second != "counts")
            return core::Error{core::Code::Usage, "rle=" + rle->second, {}};
        m_compressed = rle->second == "text";
    }
    auto file = core::SaveFile::begin(target);
    if (!file)
        return file.error();
    m_file = std::move(*file);
    auto annotations = SpoolFile::begin(m_naming.folder);
    if (!annotations)
        return annotations.error();
    m_annotations = std::move(*annotations);
    takeLabels(labels);
    return m_file->write("{\"images\":[");
}

void CocoWriter::takeLabels(std::span<const core::Label> labels)
{
    std::vector<const core::Label *> sorted;
    for (const core::Label &label : labels)
        sorted.push_back(&label);
    std::ranges::stable_sort(sorted, {}, &core::Label::position);
    FreeIds ids;
    std::unordered_set<std::string> given;
    for (const core::Label *label : sorted)
        if (std::string id = categoryId(*label); !id.empty() && given.insert(id).second) {
            if (const auto number = asInteger(id))
                ids.take(*number);
            m_categoryIds.emplace(label->id, std::move(id));
        }
    for (const core::Label *label : sorted) {
        std::string &id = m_categoryIds[label->id];
        if (id.empty())
            id = std::to_string(ids.next());
        m_categories += m_categories.empty() ? "\n" : ",\n";
        appendCategory(m_categories, *label, id);
    }
}

Status CocoWriter::write(const core::SampleContent &content, const std::filesystem::path &media)
{
    const std::int64_t id = m_imageIds.idFor(asInteger(content.sample.externalId));
    ImageSize size;
    if (const auto pixels = pixelSize(content.sample, media, m_around.probe))
        size = {pixels->first, pixels->second};
    m_text = m_images++ == 0 ? "\n{\"id\":" : ",\n{\"id\":";
    m_text += std::to_string(id);
    m_text += ",\"file_name\":";
    jsontext::appendString(m_text, mediaName(content.sample.uri, m_naming, m_around));
    if (size.width > 0)
        m_text += ",\"width\":" + std::to_string(size.width) + ",\"height\":" + std::to_string(size.height);
    appendSample(m_text, content, std::to_string(id), m_rest);
    m_text += '}';
    if (auto written = m_file->write(m_text); !written)
        return written;
    for (const core::AnnotationPtr &annotation : content.annotations)
        if (auto written = writeObject(*annotation, id, size); !written)
            return written;
    return core::ok();
}

Status CocoWriter::writeObject(const core::Annotation &annotation, std::int64_t image, ImageSize size)
{
    const auto category = m_categoryIds.find(annotation.label);
    if (category == m_categoryIds.end())
        return core::ok();  // told by losses()
    m_text = m_objects == 0 ? "\n{\"id\":" : ",\n{\"id\":";
    m_text += std::to_string(m_objects + 1);
    m_text += ",\"image_id\":" + std::to_string(image);
    (m_text += ",\"category_id\":") += category->second;
    m_text += ',';
    if (!appendShape(m_text, annotation.geometry, size, m_compressed))
        return core::ok();  // the same
    appendAnnotation(m_text, annotation);
    m_text += '}';
    ++m_objects;
    return m_annotations->write(m_text);
}

Status CocoWriter::finish()
{
    if (auto written = m_file->write("\n],\"annotations\":["); !written)
        return written;
    if (auto copied = m_annotations->copyTo(*m_file); !copied)
        return copied;
    if (auto written = m_file->write("\n],\"categories\":[" + m_categories + "\n]" + m_rest + "}\n"); !written)
        return written;
    return m_file->finish();
}

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<CocoWriter>();
}

}  // namespace formats::coco
