// ModelArts image classification 1.0: x.jpg with x.txt beside it, one label a line, at any depth. No text: unlabeled.
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/label_text.h"
#include "formats/text_file.h"
#include <algorithm>
#include <set>

namespace formats {

using core::Status;

namespace {

class TxtReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &, RecordSink &sink) override
    {
        return readClassifiedFolder(source, FolderNames::MeanNothing, sink);
    }
};

std::string labelLines(const core::SampleContent &content, const LabelNames &names)
{
    std::string lines;
    std::set<core::LabelId> seen;
    for (const auto &annotation : content.annotations)
        if (const auto name = names.find(annotation->label);
            name != names.end() && seen.insert(annotation->label).second)
            lines += name->second + '\n';
    return lines;
}

class TxtWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &media) override
    {
        const auto image = m_out->placeImage(content, media, "");
        if (!image)
            return image.error();
        if (content.annotations.empty() && content.state() == core::State::Unlabeled)
            return core::ok();
        return m_out->folder.write(stemOf(*image) + ".txt", labelLines(content, m_out->names));
    }

    Status finish() override { return m_out->folder.finish(); }

private:
    std::optional<FolderExport> m_out;
};

int knowsTxt(const std::filesystem::path &source, std::string_view)
{
    const auto look = lookAt(source);
    if (look.images == 0 || look.hasYoloData || look.hasYoloNames)
        return 0;
    return look.withText * 2 >= look.images ? 85 : look.withText > 0 ? 65 : 20;
}

std::vector<std::string> classificationTxtLosses(const core::SampleContent &content, core::JobKind,
                                                 const Options &options)
{
    std::vector<std::string> words;
    addSampleLosses(content, options, words);
    addNameLosses(content, words);
    return words;
}

}  // namespace

Format modelarts_classification_txt()
{
    return imageFolder<TxtReader, TxtWriter>("modelarts-classification-txt", "ModelArts image classification 1.0",
                                             core::JobKind::ImageClassification, knowsTxt, classificationTxtLosses);
}

}  // namespace formats
