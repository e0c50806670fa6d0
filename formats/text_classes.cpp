#include "formats/text_classes.h"
#include "core/text/decode.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/label_text.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::Error;

namespace {

constexpr std::string_view marks = "!@#$%^&*_=|?/':.;,";

bool isSeparator(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\t'
           || marks.find(c) != marks.npos;
}

}  // namespace

OptionSpec separatorOption(std::string_view name, std::string_view defaultValue)
{
    return {.name = std::string(name),
            .defaultValue = std::string(defaultValue),
            .choices = {},
            .kinds = {core::JobKind::TextClassification}};
}

core::Result<char> separator(const Options &options, std::string_view name, std::string_view otherwise)
{
    const auto said = optionOr(options, name, otherwise);
    if (said == "tab" || said == "\\t")
        return '\t';
    if (said.size() != 1 || !isSeparator(said[0]))
        return Error{Code::Usage, std::string(name) + "=" + std::string(said), {{}, 0, 0, std::string(name)}};
    return said[0];
}

bool splitLabels(std::string_view text, char separator, const core::Location &where, RecordSink &sink,
                 std::vector<std::string> &labels)
{
    labels.clear();
    if (isBlank(text))
        return true;
    for (bool more = true; more;) {
        const auto end = text.find(separator);
        const std::string_view name = trimmed(text.substr(0, end));
        more = end != text.npos;
        text.remove_prefix(more ? end + 1 : text.size());
        Issue issue{Severity::Warning, {Code::BadValue, "twice: " + excerpt(name), where}};
        if (const std::string fault = labelFault(name); !fault.empty())
            issue = {Severity::Error, {Code::BadValue, fault, where}};
        else if (std::ranges::find(labels, name) == labels.end()) {
            labels.emplace_back(name);
            continue;
        }
        if (!sink.report(std::move(issue)))
            return false;
    }
    return true;
}

core::Result<std::string> joinLabels(const core::SampleContent &content, const LabelNames &names, char separator)
{
    std::string joined;
    std::vector<core::LabelId> seen;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const auto name = names.find(annotation->label);
        if (name == names.end() || !std::holds_alternative<core::WholeSample>(annotation->geometry)
            || std::ranges::find(seen, annotation->label) != seen.end())
            continue;  // told by addTextLosses()
        if (name->second.find(separator) != std::string::npos)
            return Error{Code::BadValue, name->second, {content.sample.uri, 0, 0, "label-separator"}};
        joined += seen.empty() ? "" : std::string(1, separator);
        joined += name->second;
        seen.push_back(annotation->label);
    }
    return joined;
}

bool TextSamples::put(std::int64_t line, std::string_view text, std::vector<std::string> labels, std::string property)
{
    SampleRecord record;
    record.line = line;
    record.sample.externalId = m_ids.of(line);
    record.sample.uri = std::string(contentScheme) + record.sample.externalId;
    record.sample.text = std::string(text);
    record.sample.property = std::move(property);
    if (!m_sink.put(std::move(record)))
        return false;
    return std::ranges::all_of(labels, [this](std::string &label) {
        AnnotationRecord annotation;
        annotation.label = std::move(label);
        annotation.geometry = core::WholeSample{};
        return m_sink.put(std::move(annotation));
    });
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == text.npos;
}

bool fitsOneLine(std::string_view text)
{
    return text.find_first_of("\r\n") == text.npos;
}

void addTextLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words)
{
    addSampleLosses(content, options, words);
    addNameLosses(content, words);
    if (!content.sample.text || isBlank(content.sample.text->str()))
        addLoss(words, "no-text");
    else if (isOutsideEncoding(content.sample.text->str(), options))
        addLoss(words, "encoding");
    if (content.state() == core::State::Labeled && content.annotations.empty())
        addLoss(words, "verified-empty");
}

core::Result<std::vector<std::filesystem::path>> textFiles(const std::filesystem::path &source, std::string_view suffix,
                                                           RecordSink &sink)
{
    std::error_code error;
    if (!std::filesystem::is_directory(source, error))
        return std::vector{source};
    const auto tree = scanFolder(source, sink);
    if (!tree)
        return tree.error();
    std::vector<std::filesystem::path> files;
    for (const std::string &file : tree->files)
        if (hasSuffix(file, suffix))
            files.push_back(tree->root / pathOf(file));
    return files;
}

bool hasFiles(const std::filesystem::path &folder, std::string_view suffix)
{
    const auto tree = peekFolder(folder);
    return std::ranges::any_of(tree.files, [&](const std::string &file) { return hasSuffix(file, suffix); });
}

core::Result<std::string> TextEncoder::encode(std::string_view text)
{
    const bool first = !m_begun;
    m_begun = true;
    const bool isUtf8 = m_encoding.empty() || m_encoding == "UTF-8";
    const bool marked = first && (isUtf8 ? text.starts_with("\xEF\xBB\xBF") : m_encoding.starts_with("UTF-16"));
    if (isUtf8)
        return marked ? "\xEF\xBB\xBF" + std::string(text) : std::string(text);
    return core::encodeText(text, m_encoding, marked);
}

}  // namespace formats
