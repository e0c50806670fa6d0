// ModelArts manifest: JSON Lines, one sample a line, texts in the line itself; detection and segmentation keep their
// shapes in one VOC xml per image, segmentation also in a picture of classes.
#include "formats/modelarts_manifest.h"
#include "formats/segmentation_xml.h"
#include "formats/text_span.h"
#include <algorithm>

namespace formats {

namespace {

int knowsManifest(const std::filesystem::path &source, std::string_view firstBytes)
{
    if (firstBytes.starts_with("\xEF\xBB\xBF"))
        firstBytes.remove_prefix(3);
    const auto start = firstBytes.find_first_not_of(" \t\r\n");
    const bool object = start != std::string_view::npos && firstBytes[start] == '{';
    const bool named = source.extension() == ".manifest";
    if (object && firstBytes.find("\"source\"") != std::string_view::npos)
        return named ? 100 : 70;
    if (named && !firstBytes.empty())
        return object ? 60 : 20;
    return 0;
}

}  // namespace

Format modelarts_manifest()
{
    using enum core::JobKind;
    return {
        .id = "modelarts-manifest",
        .title = "ModelArts manifest",
        .fileFilter = "*.manifest",
        .kinds = {ImageClassification, ObjectDetection, ImageSegmentation, TextClassification, NamedEntity, TextTriplet,
                  SoundClassification, SpeechContent, SpeechSegmentation},
        .options =
            {
                {.name = "source-prefix",
                 .defaultValue = "",
                 .choices = {},
                 .forReading = false,
                 .kinds = {ImageClassification, ObjectDetection, ImageSegmentation, SoundClassification, SpeechContent,
                           SpeechSegmentation}},
                {.name = "annotation-prefix",
                 .defaultValue = "./annotations/",
                 .choices = {},
                 .forReading = false,
                 .kinds = {ObjectDetection, ImageSegmentation}},
                {.name = "mask-prefix",
                 .defaultValue = "./segmentationClass/",
                 .choices = {},
                 .forReading = false,
                 .kinds = {ImageSegmentation}},
                masksOption(),
                offsetOption(),
            },
        .knows = knowsManifest,
        .newReader = manifest::newReader,
        .newWriter = manifest::newWriter,
        .losses = manifest::losses,
    };
}

}  // namespace formats
