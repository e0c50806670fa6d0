// What the formats of texts and their classes share: samples from lines, labels joined by a character, losses.
#pragma once
#include "formats/option_values.h"
#include "formats/text_ids.h"
#include "formats/text_lines.h"
#include "formats/voc_annotations.h"

namespace formats {

// One character of those ModelArts allows: letters, digits, !@#$%^&*_=|?/':.;, and the tab, by its name "tab".
OptionSpec separatorOption(std::string_view name, std::string_view defaultValue);
core::Result<char> separator(const Options &options, std::string_view name, std::string_view otherwise);

// The labels of one line. What cannot be one is an issue at `where`. False: stop.
bool splitLabels(std::string_view text, char separator, const core::Location &where, RecordSink &sink,
                 std::vector<std::string> &labels);
// The labels of a sample, each once. BadValue: one has the separator in it.
core::Result<std::string> joinLabels(const core::SampleContent &content, const LabelNames &names, char separator);

// The texts of one file go to the sink, named by their lines.
class TextSamples {
public:
    TextSamples(const std::filesystem::path &file, RecordSink &sink) : m_ids(file), m_sink(sink) {}
    // False: stop.
    bool put(std::int64_t line, std::string_view text, std::vector<std::string> labels, std::string property = "{}");

private:
    LineIds m_ids;
    RecordSink &m_sink;
};

bool isBlank(std::string_view text);  // blanks and tabs alone
bool fitsOneLine(std::string_view text);
// What formats of texts with their classes cannot hold, wherever the text stands.
void addTextLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words);

// The files of a source: itself, or those of that suffix below a folder. Cancelled; NotFound.
core::Result<std::vector<std::filesystem::path>> textFiles(const std::filesystem::path &source, std::string_view suffix,
                                                           RecordSink &sink);
bool hasFiles(const std::filesystem::path &folder, std::string_view suffix);  // of the first few hundred

// The text of an export goes out in the encoding the options ask for.
class TextEncoder {
public:
    explicit TextEncoder(const Options &options) : m_encoding(encodingOf(options)) {}
    // The first piece gets a byte order mark where the encoding needs one, or the text begins with one.
    core::Result<std::string> encode(std::string_view text);

private:
    std::string m_encoding;
    bool m_begun = false;
};

}  // namespace formats
