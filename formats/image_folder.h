// The files below a folder of images, in a stable order. Never leaves the folder: links that lead out of it, to other
// folders or round in circles are reported and left alone, so are names that are not UTF-8.
#pragma once
#include "formats/format.h"

namespace formats {

struct FolderTree {
    std::filesystem::path root;        // absolute
    std::vector<std::string> folders;  // below root, '/'-separated UTF-8
    std::vector<std::string> files;    // regular files, the same way; hidden ones are left out
};
core::Result<FolderTree> scanFolder(const std::filesystem::path &root, RecordSink &sink);

// A look without issues, for Format::knows: stops after `limit` files.
FolderTree peekFolder(const std::filesystem::path &root, std::size_t limit = 500);

std::string_view folderOf(std::string_view relative);            // "a/b" of "a/b/c.jpg"; empty: in the root
std::string stemOf(std::string_view relative);                   // "a/b/c" of "a/b/c.jpg"
bool hasSuffix(std::string_view name, std::string_view suffix);  // ".txt", whatever its case
bool hasImageSuffix(std::string_view name);                      // jpg jpeg png bmp

// By its first bytes: JPEG, PNG or BMP. Corrupt when it is none or empty; Io.
core::Status checkImage(const std::filesystem::path &file);

// Calls `each` for the images in order; a name without a suffix is judged by its first bytes. What is no image after
// all is reported and left out. Answers of `each` other than ok end the walk.
core::Status forEachImage(const FolderTree &tree, RecordSink &sink,
                          const std::function<core::Status(const std::string &relative)> &each);

// The files of one suffix beside images of the same stem.
class Sidecars {
public:
    Sidecars(const FolderTree &tree, std::string_view suffix);
    const std::string *of(const std::string &image);  // null: none; counts as used
    std::vector<std::string> unused() const;          // sorted

private:
    std::map<std::string, std::pair<const std::string *, bool>, std::less<>> m_byStem;
};

inline core::Status stopped()
{
    return core::Error{core::Code::Cancelled, "", {}};
}

}  // namespace formats
