// ModelArts imageNet 1.0: the folder an image lies in is its label; images in the root have none.
#include "formats/classification_folder.h"
#include "formats/label_folders.h"

namespace formats {

namespace {

class ImageNetReader final : public FormatReader {
public:
    core::Status read(const std::filesystem::path &source, const Surroundings &, RecordSink &sink) override
    {
        return readClassifiedFolder(source, FolderNames::AreLabels, sink);
    }
};

struct ImageNetWriter final : LabelFolderWriter {
    ImageNetWriter() : LabelFolderWriter("images") {}
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
    return labelFolderLosses(content, options, "images");
}

}  // namespace

Format modelarts_imagenet_dir()
{
    return imageFolder<ImageNetReader, ImageNetWriter>("modelarts-imagenet-dir", "ModelArts imageNet 1.0",
                                                       core::JobKind::ImageClassification, knowsImageNet,
                                                       imagenetLosses);
}

}  // namespace formats
