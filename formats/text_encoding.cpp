#include "formats/text_encoding.h"
#include "formats/options.h"

namespace formats {

OptionSpec encodingOption()
{
    return {.name = "encoding",
            .defaultValue = "auto",
            .choices = {"auto", "utf-8", "utf-16", "gb18030"},
            .forWriting = false};
}

std::string encodingOf(const Options &options)
{
    const auto word = optionOr(options, "encoding", "auto");
    return word == "auto" ? std::string() : std::string(word);
}

}  // namespace formats
