#include "formats/coco_picture.h"
#include "core/media_location.h"
#include "formats/text_file.h"

namespace formats::coco {

std::string pictureUri(const std::string &fileName, const std::filesystem::path &folder, const std::string &imageFolder)
{
    if (core::isRemote(fileName))
        return fileName;
    std::vector<std::string> places;
    if (!imageFolder.empty())
        places.push_back(imageFolder + '/');
    places.insert(places.end(), {"", "images/"});
    std::string first;
    for (const std::string &place : places) {
        const auto file = core::locate(place + fileName, folder, {});
        std::error_code error;
        if (file && first.empty())
            first = file->lexically_normal().generic_string();
        if (file && std::filesystem::is_regular_file(*file, error))
            return file->lexically_normal().generic_string();
    }
    return first.empty() ? fileName : first;
}

std::optional<std::string> otherSize(const core::MediaInfo &said, const std::string &uri, const core::StillProbe &probe)
{
    if (!probe || said.width <= 0 || said.height <= 0 || core::isRemote(uri))
        return std::nullopt;
    const auto info = probe(pathOf(uri));
    if (!info || (info->width == said.width && info->height == said.height))
        return std::nullopt;
    const bool swapped = info->width == said.height && info->height == said.width;
    return std::to_string(said.width) + 'x' + std::to_string(said.height) + ", the picture is shown at "
           + std::to_string(info->width) + 'x' + std::to_string(info->height)
           + (swapped ? ": labelled as it lies in the file, before it is turned" : "");
}

}  // namespace formats::coco
