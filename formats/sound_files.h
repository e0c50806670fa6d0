// Files that may be sounds: their suffixes, what their first bytes say, and where the sound of a label file lies.
#pragma once
#include "formats/image_folder.h"

namespace formats {

bool hasSoundSuffix(std::string_view name);
std::string_view soundFormat(std::string_view firstBytes);   // "wav", "flac", "mp3" …; empty: no sound
core::Status checkSound(const std::filesystem::path &file);  // Corrupt when its first bytes are of no sound; Io

// The files of a tree that are named as sounds, in order. What is none after all is for the importer to tell and to
// mark.
core::Status forEachSound(const FolderTree &tree, RecordSink &sink,
                          const std::function<core::Status(const std::string &relative)> &each);

// "a/b.wav" for "a/b": the file of that stem in the folder. Empty: there is none.
std::optional<std::filesystem::path> soundOf(const std::filesystem::path &stem);

OptionSpec soundsOption();        // "sounds": copy (the default), link, none; of writing
OptionSpec soundsFolderOption();  // "sounds-folder": where label files find their sounds; of reading

}  // namespace formats
