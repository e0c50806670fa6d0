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
    {"austen_1.opus",
     "And Mister John Dashwood had then leisure to consider how much there might be prudently in his power to do for "
     "them.",
     "and mister john dashwood had them leisure to consider how much there might be prudently in his power to do for "
     "them"},
    {"austen_2.opus", "He was not an ill-disposed young man,", "he was not an ill disposed young men"},
    {"austen_3.opus", "unless to be rather cold-hearted and rather selfish is to be ill-disposed.",
     "unless to be rather called hearted and rather selfish is to be ill disposed"},
    {"austen_4.opus",
     "Had he married a more amiable woman, he might have been made still more respectable than he was.",
     "had he married a more amiable woman he might have been made still more respectable than he was"},
    {"austen_5.opus", "He might even have been made amiable himself.", "he might even have been made amiable him self"},
};
inline constexpr int readingRate = 16000;  // of speech(): that is what they were recorded at

core::Status writeReadings(const std::filesystem::path &folder);
core::Result<Pcm> speech(const std::filesystem::path &file);  // without the silence around it

}  // namespace app::demo
