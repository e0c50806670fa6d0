// ModelArts imageNet 1.0: the folder an image lies in is its label; images in the root have none.
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/label_text.h"
#include <algorithm>

namespace formats {

using core::Status;

namespace {

class ImageNetReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &, RecordSink &sink) override
    {
        return readClassifiedFolder(source, FolderNames::AreLabels, sink);
    }
};

class ImageNetWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        for (const auto &label : labels)  // an empty folder keeps a label nothing has yet
            if (const auto made = m_out->folder.makeFolder(safeName(label.name)); !made)
                return made;
        return core::ok();
    }

    // The first label is the folder. An image that cannot be found leaves nothing: the folder holds no labels but
    // these.
    Status write(const core::SampleContent &content, const std::filesystem::path &media) override
    {
        std::string folder;
        for (const auto &annotation : content.annotations)
            if (const auto name = m_out->names.find(annotation->label); name != m_out->names.end() && folder.empty())
                folder = safeName(name->second);
        const auto image = m_out->placeImage(content, media, folder);
        return image ? core::ok() : Status(image.error());
    }

    Status finish() override { return m_out->folder.finish(); }

private:
    std::optional<FolderExport> m_out;
};

int knowsImageNet(const std::filesystem::path &source, std::string_view)
{
    const auto look = lookAt(source);
    if (look.images == 0 || look.hasYoloData)
        return 0;
    return look.inFolders > 0 ? 60 : 30;
}

std::vector<std::string> imagenetLosses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    std::vector<std::string> words;
    addSampleLosses(content, options, words);
    addNameLosses(content, words);
    if (content.annotations.size() > 1)
        addLoss(words, "second-label");
    if (content.annotations.empty() && content.state() == core::State::Labeled)
        addLoss(words, "verified-empty");
    return words;
}

}  // namespace

Format modelarts_imagenet_dir()
{
    return imageFolder<ImageNetReader, ImageNetWriter>("modelarts-imagenet-dir", "ModelArts imageNet 1.0",
                                                       core::JobKind::ImageClassification, knowsImageNet,
                                                       imagenetLosses);
}

}  // namespace formats
