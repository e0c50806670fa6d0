// ModelArts image segmentation 1.0: x.jpg with x.xml beside it, and segmentationClass/x.png with the pixels.
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/segmentation_xml.h"
#include "formats/voc_folder.h"
#include <algorithm>

namespace formats {

using core::Status;

namespace {

class SegmentationDirWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        m_probe = around.probe;
        m_classes = classValues(labels);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &media) override
    {
        const auto image = m_out->placeImage(content, media, "");
        if (!image)
            return image.error();
        if (content.annotations.empty() && content.state() == core::State::Unlabeled)
            return core::ok();
        const auto size = pixelSize(content.sample, media, m_probe).value_or(std::pair(0, 0));
        auto files = toSegmentation(content, m_classes, size, *image);
        if (!files)
            return files.error();
        if (!files->png.empty()) {
            const std::string name = "segmentationClass/" + stemOf(*image) + ".png";
            files->xml.maskSource = "./" + name;
            if (auto written = m_out->folder.write(name, files->png); !written)
                return written;
        }
        return m_out->folder.write(stemOf(*image) + ".xml", writeVoc(files->xml));
    }

    Status finish() override { return m_out->folder.finish(); }

private:
    std::optional<FolderExport> m_out;
    core::StillProbe m_probe;
    std::vector<ClassValue> m_classes;
};

int knowsSegmentationDir(const std::filesystem::path &source, std::string_view)
{
    const auto look = lookAt(source);
    if (look.images == 0)
        return 0;
    return look.withXml > 0 ? 90 : look.xml > 0 ? 60 : 30;
}

std::vector<std::string> segmentationDirLosses(const core::SampleContent &content, core::JobKind,
                                               const Options &options)
{
    auto words = segmentationLosses(content);
    addSampleLosses(content, options, words);
    if (isVocHeader(content.sample.property))
        std::erase(words, "property");
    return words;
}

}  // namespace

Format modelarts_segmentation_dir()
{
    auto format = imageFolder<VocFolderReader, SegmentationDirWriter>(
        "modelarts-segmentation-dir", "ModelArts image segmentation 1.0", core::JobKind::ImageSegmentation,
        knowsSegmentationDir, segmentationDirLosses);
    format.options.push_back(masksOption());
    return format;
}

}  // namespace formats
