// Short readings of real speech that come with the program: see resources/sounds/README.md.
#pragma once
#include "app/demo/sound_kit.h"
#include <string_view>

namespace app::demo {

struct Reading {
    const char *file;  // below :/sounds and, once written, below the demo's media/speech
    std::string_view said;
    std::string_view guessed;  // as a machine may have heard it
};
inline constexpr Reading readings[] = {
    {"reading_0870.opus",
     "And Mister John Dashwood had then leisure to consider how much there might be prudently in his power to do for "
     "them.",
     "and mister john dashwood had them leisure to consider how much there might be prudently in his power to do for "
     "them"},
    {"reading_0880.opus", "He was not an ill-disposed young man,", "he was not an ill disposed young men"},
    {"reading_0890.opus", "unless to be rather cold-hearted and rather selfish is to be ill-disposed.",
     "unless to be rather called hearted and rather selfish is to be ill disposed"},
    {"reading_0920.opus",
     "Had he married a more amiable woman, he might have been made still more respectable than he was.",
     "had he married a more amiable woman he might have been made still more respectable than he was"},
    {"reading_0930.opus", "He might even have been made amiable himself.",
     "he might even have been made amiable him self"},
};
inline constexpr int readingRate = 16000;  // of speech(): that is what they were recorded at

core::Status writeReadings(const std::filesystem::path &folder);
core::Result<Pcm> speech(const std::filesystem::path &file);  // without the silence around it

}  // namespace app::demo
