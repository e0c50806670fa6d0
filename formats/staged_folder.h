// A folder that appears whole or not at all: filled beside its place under a hidden name, renamed at finish().
#pragma once
#include "core/result.h"
#include <filesystem>
#include <map>
#include <memory>

namespace formats {

// How an exported folder gets its images. Link: a hard link, a copy where the file system cannot.
enum class Images { Copy, Link, None };

class StagedFolder {
public:
    // Exists: something that is not an empty folder stands there; a folder of the user's is never replaced.
    static core::Result<StagedFolder> begin(const std::filesystem::path &target);
    StagedFolder(StagedFolder &&) noexcept;
    StagedFolder &operator=(StagedFolder &&) noexcept;
    ~StagedFolder();  // without finish(): nothing is left

    // Relative names are '/'-separated UTF-8, made by freeName or by the format; missing folders are made.
    core::Status makeFolder(std::string_view relative);
    core::Status write(std::string_view relative, std::string_view bytes);
    core::Status place(const std::filesystem::path &media, std::string_view relative, Images how);
    // "folder/name.jpg" for a sample: its stem is no other's in that folder, whatever the case.
    std::string freeName(std::string_view folder, std::string_view uri);
    core::Status finish();

private:
    StagedFolder() = default;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

std::string safeName(std::string_view name);  // one path part: no '/', no control characters, at most 200 bytes

}  // namespace formats
