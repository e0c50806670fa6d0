// COCO JSON: images, categories and annotations with boxes, polygons or run lengths in one file.
#include "formats/coco.h"
#include "formats/coco_shapes.h"
#include "formats/coco_text.h"
#include "formats/folder_export.h"

namespace formats {

namespace coco {

std::vector<std::string> losses(const core::SampleContent &content, core::JobKind, const Options &)
{
    std::vector<std::string> words;
    if (content.sample.text)
        addLoss(words, "text");
    if (!content.relations.empty())
        addLoss(words, "relations");
    if (!survives(content.sample.property))
        addLoss(words, "property");
    for (const core::AnnotationPtr &annotation : content.annotations) {
        addShapeLoss(words, annotation->geometry, content.sample.media);
        if (!annotation->label)
            addLoss(words, "no-label");
        if (!survives(annotation->attributes))
            addLoss(words, "attributes");
        if (annotation->confidence && (*annotation->confidence < 0 || *annotation->confidence > 1))
            addLoss(words, "confidence");
    }
    return words;
}

}  // namespace coco

namespace {

int knowsCoco(const std::filesystem::path &source, std::string_view firstBytes)
{
    const auto start = firstBytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (start == firstBytes.npos || firstBytes[start] != '{')
        return 0;
    int found = 0;
    for (const char *key :
         {"\"images\"", "\"annotations\"", "\"categories\"", "\"file_name\"", "\"image_id\"", "\"licenses\""})
        found += firstBytes.find(key) != firstBytes.npos;
    const bool isNamed = source.extension() == ".json";
    return found >= 2 ? 90 : found == 1 && isNamed ? 60 : isNamed ? 10 : 0;
}

}  // namespace

Format coco_json()
{
    return {
        .id = "coco-json",
        .title = "COCO JSON",
        .fileFilter = "*.json",
        .kinds = {core::JobKind::ObjectDetection, core::JobKind::ImageSegmentation},
        .options =
            {
                {.name = "image-folder", .defaultValue = "", .choices = {}, .forWriting = false},
                {.name = "geometry",
                 .defaultValue = "segmentation",
                 .choices = {"segmentation", "box"},
                 .forWriting = false},
                {.name = "parts", .defaultValue = "mask", .choices = {"mask", "split"}, .forWriting = false},
                {.name = "rle", .defaultValue = "text", .choices = {"text", "counts"}, .forReading = false},
            },
        .knows = knowsCoco,
        .newReader = coco::newReader,
        .newWriter = coco::newWriter,
        .losses = coco::losses,
    };
}

}  // namespace formats
