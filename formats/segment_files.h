// Formats in which a file holds the segments of one sound and does not say which: it has the sound's name. The source
// is such a file, or a folder of sounds with such files beside them; so is the target.
#pragma once
#include "formats/folder_export.h"
#include "formats/option_values.h"

namespace formats {

struct SegmentsRead {
    std::vector<AnnotationRecord> segments;  // spans in nanoseconds; `where` has line and column
    std::vector<Issue> issues;               // no file
    void report(Severity severity, core::Code code, std::string detail, core::Location where);
};
struct SegmentsToWrite {
    const core::SampleContent &content;
    const LabelNames &names;
    const Options &options;
};
struct SegmentFiles {
    std::string_view id, title;
    std::string_view suffix;          // ".srt"
    std::vector<OptionSpec> options;  // beside those all of them have
    bool (*isOne)(std::string_view firstBytes);
    void (*parse)(std::string_view text, const Surroundings &around, SegmentsRead &out);
    std::string (*compose)(const SegmentsToWrite &what);
    void (*addLosses)(const core::SampleContent &content, const Options &options, std::vector<std::string> &words);
    // Why bytes that are no text cannot be read; null: no more is known of them.
    const char *(*refusal)(std::string_view bytes) = [](std::string_view) -> const char * { return nullptr; };
};
Format segmentFilesFormat(const SegmentFiles &what);  // which must outlive it

// "texts-are": what the one text of a segment is; the first of the choices is the default.
OptionSpec textsAreOption(std::vector<std::string> choices);

}  // namespace formats
