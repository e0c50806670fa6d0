// Where a sample's media lie. A uri is relative to the project's folder, absolute, or remote and mapped to a folder.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace core {

// "s3://bucket/prefix" is found below `folder`. The longest matching prefix wins; s3, s3a, s3n and obs are one scheme.
struct PathMap {
    std::string prefix;
    std::filesystem::path folder;
    bool operator==(const PathMap &) const = default;
};

std::optional<PathMap> parsePathMap(std::string_view text);  // "s3://bucket=DIR"; empty: no such form
std::string toJson(const std::vector<PathMap> &maps);        // the project setting "path_maps"
std::vector<PathMap> pathMapsFromJson(std::string_view json);

bool isRemote(std::string_view uri);  // has a scheme other than file:
// Empty: remote and not mapped, or it would leave the mapped folder by "..". Does not look at the disk.
std::optional<std::filesystem::path> locate(std::string_view uri, const std::filesystem::path &projectFolder,
                                            const std::vector<PathMap> &maps);
// The uri to store for a file: relative with '/' when it lies below projectFolder, else absolute.
std::string uriFor(const std::filesystem::path &file, const std::filesystem::path &projectFolder);
std::string_view fileName(std::string_view uri);  // behind the last '/'

}  // namespace core
