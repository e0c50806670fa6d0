// Bytes put aside on disk until their turn comes. Nobody else sees them; they are gone when this is.
#pragma once
#include "core/save_file.h"
#include <cstdio>

namespace formats {

class SpoolFile {
public:
    static core::Result<SpoolFile> begin(const std::filesystem::path &folder);  // which must be there
    core::Status write(std::string_view bytes);                                 // buffered
    core::Status copyTo(core::SaveFile &target);

private:
    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    explicit SpoolFile(std::FILE *file) : m_file(file) {}
    std::unique_ptr<std::FILE, Close> m_file;
};

}  // namespace formats
