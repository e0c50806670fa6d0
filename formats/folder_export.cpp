#include "formats/folder_export.h"
#include "formats/option_values.h"
#include "formats/text_file.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace formats {

OptionSpec imagesOption()
{
    return {.name = "images", .defaultValue = "copy", .choices = {"copy", "link", "none"}, .forReading = false};
}

core::Result<Images> mediaChoice(const Options &options, std::string_view option)
{
    const auto how = choice(options, option, {"copy", "link", "none"});
    if (!how)
        return how.error();
    return *how == "link" ? Images::Link : *how == "none" ? Images::None : Images::Copy;
}

core::Result<FolderExport> FolderExport::begin(const std::filesystem::path &target, const Surroundings &around,
                                               std::span<const core::Label> labels, std::string_view option)
{
    const auto how = mediaChoice(around.options, option);
    if (!how)
        return how.error();
    auto staged = StagedFolder::begin(target);
    if (!staged)
        return staged.error();
    FolderExport out(std::move(*staged));
    out.names = namesOf(labels);
    out.images = *how;
    return out;
}

core::Result<std::string> FolderExport::placeImage(const core::SampleContent &content,
                                                   const std::filesystem::path &media, std::string_view inFolder)
{
    auto name = folder.freeName(inFolder, content.sample.uri);
    if (media.empty())
        return name;
    const auto placed = folder.place(media, name, images);
    return placed ? core::Result<std::string>(std::move(name)) : placed.error();
}

std::optional<std::pair<int, int>> pixelSize(const core::Sample &sample, const std::filesystem::path &media,
                                             const core::StillProbe &probe)
{
    if (sample.media.width > 0 && sample.media.height > 0)
        return std::pair(sample.media.width, sample.media.height);
    if (media.empty() || !probe)
        return std::nullopt;
    const auto info = probe(media);
    if (!info || info->width <= 0 || info->height <= 0)
        return std::nullopt;
    return std::pair(info->width, info->height);
}

bool isOfTheView(std::string_view attribute)
{
    return attribute == core::builtin::Hidden || attribute == core::builtin::Locked;
}

void addLoss(std::vector<std::string> &losses, std::string_view word)
{
    if (std::ranges::find(losses, word) == losses.end())
        losses.emplace_back(word);
}

void addSampleLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &losses,
                     std::string_view mediaOption)
{
    if (content.sample.usage != core::Usage::None)
        addLoss(losses, "usage");
    if (content.sample.property != "{}" && !content.sample.property.empty())
        addLoss(losses, "property");
    if (content.work && (content.work->hard || content.work->hardCoefficient || !content.work->hardReasons.empty()))
        addLoss(losses, "hard");
    if (content.work && !content.work->note.empty())
        addLoss(losses, "note");
    if (!content.relations.empty())
        addLoss(losses, "relations");
    if (content.state() == core::State::ToConfirm)
        addLoss(losses, "to-confirm");
    if (content.sample.media.state == core::MediaState::Missing && optionOr(options, mediaOption, "copy") != "none")
        addLoss(losses, "missing-media");
}

void addNameLosses(const core::SampleContent &content, std::vector<std::string> &losses)
{
    for (const auto &annotation : content.annotations) {
        if (!std::holds_alternative<core::WholeSample>(annotation->geometry))
            addLoss(losses, "shape");
        if (!annotation->label)
            addLoss(losses, "no-label");
        if (annotation->confidence)
            addLoss(losses, "confidence");
        if (annotation->proposed)
            addLoss(losses, "to-confirm");
        const auto isUser = [](const auto &attribute) { return !isOfTheView(attribute.first); };
        if (std::ranges::any_of(annotation->attributes, isUser))
            addLoss(losses, "attributes");
    }
}

}  // namespace formats
