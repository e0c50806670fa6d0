#include "formats/label_folders.h"

namespace formats {

core::Status LabelFolderWriter::begin(const std::filesystem::path &target, const Surroundings &around,
                                      std::span<const core::Label> labels)
{
    auto begun = FolderExport::begin(target, around, labels, m_option);
    if (!begun)
        return begun.error();
    m_out.emplace(std::move(*begun));
    m_byLabel = around.kind != core::JobKind::SpeechContent && around.kind != core::JobKind::SpeechSegmentation;
    for (const auto &label :
         m_byLabel ? labels : std::span<const core::Label>())  // an empty folder keeps a label nothing has yet
        if (const auto made = m_out->folder.makeFolder(safeName(label.name)); !made)
            return made;
    return core::ok();
}

core::Status LabelFolderWriter::write(const core::SampleContent &content, const std::filesystem::path &media)
{
    std::string folder;
    for (const auto &annotation : content.annotations)
        if (!m_byLabel)
            break;
        else if (const auto name = m_out->names.find(annotation->label); name != m_out->names.end() && folder.empty())
            folder = safeName(name->second);
    const auto placed = m_out->placeImage(content, media, folder);
    return placed ? core::ok() : core::Status(placed.error());
}

std::vector<std::string> labelFolderLosses(const core::SampleContent &content, const Options &options,
                                           std::string_view mediaOption)
{
    std::vector<std::string> words;
    addSampleLosses(content, options, words, mediaOption);
    addNameLosses(content, words);
    if (content.annotations.size() > 1)
        addLoss(words, "second-label");
    if (content.annotations.empty() && content.state() == core::State::Labeled)
        addLoss(words, "verified-empty");
    return words;
}

}  // namespace formats
