// Where the samples of an import lie: one uri per file, however the source spells it.
#pragma once
#include "core/batch_writer.h"
#include "core/media_location.h"

namespace formats {

struct Place {
    std::string uri;                            // to store
    std::optional<std::filesystem::path> file;  // empty: remote without a map
};

class ImportPlaces {
public:
    ImportPlaces(std::filesystem::path projectFolder, std::vector<core::PathMap> maps)
        : m_folder(std::move(projectFolder)),
          m_maps(std::move(maps))
    {
    }

    std::optional<Place> placeOf(const std::string &uri) const;  // empty: no usable uri
    // The sample of that place, also where it was stored by its path and comes by a mapped uri, or the other way round.
    core::Result<std::optional<core::SampleId>> find(const Place &place, core::BatchWriter &batch) const;
    // A file the source names: remote and mapped, relative to the source, or absolute.
    std::optional<std::filesystem::path> locate(std::string_view uri, const std::filesystem::path &sourceFolder) const
    {
        return core::locate(uri, core::isRemote(uri) ? m_folder : sourceFolder, m_maps);
    }

private:
    std::vector<std::string> otherSpellings(const Place &place) const;

    std::filesystem::path m_folder;
    std::vector<core::PathMap> m_maps;
};

}  // namespace formats
