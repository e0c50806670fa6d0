#include "formats/import_places.h"

namespace formats {

namespace {

// The schemes of one store; path maps take them as one.
constexpr std::string_view storeSchemes[] = {"s3", "obs", "s3a", "s3n"};

}  // namespace

std::optional<Place> ImportPlaces::placeOf(const std::string &uri) const
{
    Place place{uri, core::locate(uri, m_folder, m_maps)};
    if (uri.empty() || uri.find('\0') != std::string::npos)
        return std::nullopt;
    if (core::isRemote(uri))
        return place;
    if (!place.file)
        return std::nullopt;
    place.uri = core::uriFor(*place.file, m_folder);
    return place;
}

core::Result<std::optional<core::SampleId>> ImportPlaces::find(const Place &place, core::BatchWriter &batch) const
{
    auto known = batch.sampleByUri(place.uri);
    if (!known || *known || m_maps.empty() || !place.file)
        return known;
    for (const std::string &uri : otherSpellings(place))
        if (known = batch.sampleByUri(uri); !known || *known)
            break;
    return known;
}

std::vector<std::string> ImportPlaces::otherSpellings(const Place &place) const
{
    std::vector<std::string> spellings;
    if (core::isRemote(place.uri))
        spellings.push_back(core::uriFor(*place.file, m_folder));
    for (const core::PathMap &map : m_maps) {
        const auto below = place.file->lexically_relative((m_folder / map.folder).lexically_normal());
        if (below.empty() || below == "." || *below.begin() == "..")
            continue;
        std::string_view prefix = map.prefix;
        while (prefix.ends_with('/'))
            prefix.remove_suffix(1);
        const auto colon = prefix.find("://");
        if (colon == std::string_view::npos)
            continue;
        const std::string rest = std::string(prefix.substr(colon)) + '/' + below.generic_string();
        for (const std::string_view scheme : storeSchemes)
            spellings.push_back(std::string(scheme) + rest);
        spellings.push_back(std::string(prefix.substr(0, colon)) + rest);
    }
    return spellings;
}

}  // namespace formats
