// Writes a file so that readers see the old one or the whole new one: temp beside it, fsync, rename, fsync of the
// folder.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <memory>

namespace core {

class SaveFile {
public:
    static Result<SaveFile> begin(const std::filesystem::path &target);  // creates missing folders
    SaveFile(SaveFile &&) noexcept;
    SaveFile &operator=(SaveFile &&) noexcept;
    ~SaveFile();  // without finish(): the temp file is removed

    Status write(std::string_view bytes);  // buffered; the first failure stays
    Status finish();

private:
    struct Impl;
    explicit SaveFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

Status saveWhole(const std::filesystem::path &target, std::string_view bytes);

}  // namespace core
