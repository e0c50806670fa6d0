// Writes media into folders named by their labels; into one folder where speech is labelled.
#pragma once
#include "formats/folder_export.h"

namespace formats {

class LabelFolderWriter : public FormatWriter {
public:
    explicit LabelFolderWriter(std::string_view mediaOption) : m_option(mediaOption) {}
    core::Status begin(const std::filesystem::path &target, const Surroundings &around,
                       std::span<const core::Label> labels) override;
    // The first label is the folder. A file that cannot be found leaves nothing: the folder holds no labels but these.
    core::Status write(const core::SampleContent &content, const std::filesystem::path &media) override;
    core::Status finish() override { return m_out->folder.finish(); }

private:
    std::string_view m_option;
    bool m_byLabel = true;
    std::optional<FolderExport> m_out;
};

std::vector<std::string> labelFolderLosses(const core::SampleContent &content, const Options &options,
                                           std::string_view mediaOption);

}  // namespace formats
