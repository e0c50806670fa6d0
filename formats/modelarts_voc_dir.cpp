// ModelArts PASCAL VOC 1.0: x.jpg with x.xml beside it, at any depth. An xml without an image beside it belongs to the
// one image of its name elsewhere below the root (Annotations/ and JPEGImages/). No xml: unlabeled.
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/voc_folder.h"

namespace formats {

using core::Status;

namespace {

class VocDirWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        m_probe = around.probe;
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &media) override
    {
        const auto image = m_out->placeImage(content, media, "");
        if (!image)
            return image.error();
        if (content.annotations.empty() && content.state() == core::State::Unlabeled)
            return core::ok();
        auto voc = toVoc(content, m_out->names, *image);
        if (const auto size = pixelSize(content.sample, media, m_probe))
            std::tie(voc.width, voc.height) = *size;
        return m_out->folder.write(stemOf(*image) + ".xml", writeVoc(voc));
    }

    Status finish() override { return m_out->folder.finish(); }

private:
    std::optional<FolderExport> m_out;
    core::StillProbe m_probe;
};

int knowsVocDir(const std::filesystem::path &source, std::string_view)
{
    const auto look = lookAt(source);
    if (look.images == 0 || look.hasYoloData)
        return 0;
    return look.withXml > 0 ? 90 : look.xml > 0 ? 60 : 30;
}

std::vector<std::string> vocDirLosses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    auto words = vocLosses(content);
    addSampleLosses(content, options, words);
    if (isVocHeader(content.sample.property))
        std::erase(words, "property");
    return words;
}

}  // namespace

Format modelarts_voc_dir()
{
    return imageFolder<VocFolderReader, VocDirWriter>("modelarts-voc-dir", "ModelArts PASCAL VOC 1.0",
                                                      core::JobKind::ObjectDetection, knowsVocDir, vocDirLosses);
}

}  // namespace formats
