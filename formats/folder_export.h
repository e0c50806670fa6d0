// What the writers of folder formats share: the staged folder, the names of labels, how media get there, and what
// none of these formats can hold.
#pragma once
#include "formats/staged_folder.h"
#include "formats/voc_annotations.h"

namespace formats {

// "images": copy (the default: the folder is complete and free of the sources), link, none (labels only).
OptionSpec imagesOption();

// What an export does with the media: of the option of that name.
core::Result<Images> mediaChoice(const Options &options, std::string_view option);

// A format that is a folder of images with files beside them: all but its words, reader and writer.
template <class ReaderOf, class WriterOf>
Format imageFolder(std::string_view id, std::string_view title, core::JobKind kind,
                   int (*knows)(const std::filesystem::path &, std::string_view),
                   std::vector<std::string> (*losses)(const core::SampleContent &, core::JobKind, const Options &))
{
    return {.id = id,
            .title = title,
            .fileFilter = "",
            .kinds = {kind},
            .options = {imagesOption()},
            .knows = knows,
            .newReader = [] { return std::make_unique<ReaderOf>(); },
            .newWriter = [] { return std::make_unique<WriterOf>(); },
            .losses = losses};
}

class FolderExport {
public:
    static core::Result<FolderExport> begin(const std::filesystem::path &target, const Surroundings &around,
                                            std::span<const core::Label> labels, std::string_view option = "images");
    // The relative name the sample's image (or sound) has in `folder`, with the image there unless it cannot be found
    // or the option says none.
    core::Result<std::string> placeImage(const core::SampleContent &content, const std::filesystem::path &media,
                                         std::string_view folder);

    StagedFolder folder;
    LabelNames names;
    Images images = Images::Copy;

private:
    explicit FolderExport(StagedFolder staged) : folder(std::move(staged)) {}
};

// Displayed pixels: of the row when it knows them, else of the file. Empty: neither does.
std::optional<std::pair<int, int>> pixelSize(const core::Sample &sample, const std::filesystem::path &media,
                                             const core::StillProbe &probe);

bool isOfTheView(std::string_view attribute);  // hidden, locked: not written anywhere
void addLoss(std::vector<std::string> &losses, std::string_view word);
// "usage", "hard", "note", "property", "relations", "to-confirm", "missing-media": of the sample itself.
void addSampleLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &losses,
                     std::string_view mediaOption = "images");
// "shape", "no-label", "confidence", "attributes", "to-confirm": of formats that write no more than whole-sample names.
void addNameLosses(const core::SampleContent &content, std::vector<std::string> &losses);

}  // namespace formats
