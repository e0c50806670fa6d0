// ModelArts audio classfication dir 1.0 (spelled so): the folder a sound lies in is its label; sounds in the root have
// none. Where speech is labelled, folders say nothing, and their sounds come in without labels.
#include "formats/classification_folder.h"
#include "formats/label_folders.h"
#include "formats/sound_files.h"

namespace formats {

namespace {

class AudioDirReader final : public FormatReader {
public:
    core::Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const bool areLabels = around.kind == core::JobKind::SoundClassification;
        return readSoundFolder(source, areLabels ? FolderNames::AreLabels : FolderNames::MeanNothing, sink);
    }
};

int knows(const std::filesystem::path &source, std::string_view)
{
    const auto look = lookAt(source);
    return look.sounds == 0 ? 0 : look.soundsInFolders > 0 ? 60 : 30;
}

std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options)
{
    auto words = labelFolderLosses(content, options, "sounds");
    if (kind == core::JobKind::SpeechContent && !content.annotations.empty())
        addLoss(words, "content");
    return words;
}

}  // namespace

Format modelarts_audio_dir()
{
    using enum core::JobKind;
    return {.id = "modelarts-audio-dir",
            .title = "ModelArts audio classfication dir 1.0",
            .fileFilter = "",
            .kinds = {SoundClassification, SpeechContent, SpeechSegmentation},
            .options = {soundsOption()},
            .knows = knows,
            .newReader = [] { return std::make_unique<AudioDirReader>(); },
            .newWriter = [] { return std::make_unique<LabelFolderWriter>("sounds"); },
            .losses = losses};
}

}  // namespace formats
