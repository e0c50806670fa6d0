// doccano JSONL: a text a line with its classes, its spans, or its entities and relations.
#include "formats/doccano.h"

namespace formats {

namespace {

int knowsDoccano(const std::filesystem::path &source, std::string_view firstBytes)
{
    const auto start = firstBytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (start == firstBytes.npos || firstBytes[start] != '{')
        return 0;
    const auto has = [&](const char *key) { return firstBytes.find(key) != firstBytes.npos; };
    const bool labels = has("\"label\"") || has("\"labels\"") || has("\"entities\"");
    const bool named = source.extension() == ".jsonl";
    if (has("\"text\"") && labels)
        return has("\"Comments\"") || has(sourceKey.data()) ? 90 : 75;
    return has("\"text\"") && named ? 60 : named ? 10 : 0;
}

}  // namespace

Format doccano_jsonl()
{
    return {
        .id = "doccano-jsonl",
        .title = "doccano JSONL",
        .fileFilter = "*.jsonl",
        .kinds = {core::JobKind::TextClassification, core::JobKind::NamedEntity, core::JobKind::TextTriplet},
        .options =
            {
                {.name = "offset",
                 .defaultValue = "auto",
                 .choices = {"auto", "utf16", "code-point", "grapheme"},
                 .forWriting = false},
                {.name = "offset",
                 .defaultValue = "utf16",
                 .choices = {"utf16", "code-point", "grapheme"},
                 .forReading = false},
                {.name = "form", .defaultValue = "label", .choices = {"label", "entities"}, .forReading = false},
            },
        .knows = knowsDoccano,
        .newReader = doccano::newReader,
        .newWriter = doccano::newWriter,
        .losses = doccano::losses,
    };
}

}  // namespace formats
