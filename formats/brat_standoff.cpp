// brat standoff: a folder of texts with an .ann file of lines beside each.
#include "formats/brat.h"
#include "formats/image_folder.h"
#include "formats/text_lines.h"
#include <algorithm>

namespace formats {

namespace {

int knowsBrat(const std::filesystem::path &source, std::string_view)
{
    std::error_code failed;
    if (!std::filesystem::is_directory(source, failed))
        return 0;
    const FolderTree tree = peekFolder(source);
    const bool hasLines = std::ranges::any_of(tree.files, [](const auto &file) { return hasSuffix(file, ".ann"); });
    const bool hasConf = std::ranges::find(tree.files, "annotation.conf") != tree.files.end();
    return hasLines ? 95 : hasConf ? 60 : 0;
}

}  // namespace

Format brat_standoff()
{
    return {
        .id = "brat",
        .title = "brat standoff",
        .fileFilter = "",
        .kinds = {core::JobKind::NamedEntity, core::JobKind::TextTriplet},
        .options =
            {
                {.name = "newline", .defaultValue = "auto", .choices = {"auto", "as-is", "one"}, .forWriting = false},
                {.name = "newline", .defaultValue = "as-is", .choices = {"as-is", "one"}, .forReading = false},
                readEncodingOption(),
            },
        .knows = knowsBrat,
        .newReader = brat::newReader,
        .newWriter = brat::newWriter,
        .losses = brat::losses,
    };
}

}  // namespace formats
