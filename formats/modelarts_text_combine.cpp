// ModelArts text classfication combine 1.0 (the vendor's spelling): a text a line, with its labels behind a separator.
#include "core/save_file.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/text_classes.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

struct Separators {
    char text = '\t', label = ',';
};

core::Result<Separators> separatorsOf(const Options &options)
{
    const auto text = separator(options, "text-separator", "tab"), label = separator(options, "label-separator", ",");
    if (!text || !label)
        return text ? label.error() : text.error();
    if (*text == *label)
        return Error{Code::Usage, "text-separator, label-separator", {{}, 0, 0, "label-separator"}};
    return Separators{*text, *label};
}

class CombineReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto separators = separatorsOf(around.options);
        const auto files = textFiles(source, ".txt", sink);
        if (!separators || !files)
            return separators ? files.error() : separators.error();
        for (const auto &file : *files) {
            auto lines = TextLines::open(file, encodingOf(around.options));
            if (!lines)
                return lines.error();
            if (auto read = readFile(file, *lines, *separators, sink); !read)
                return read;
        }
        return core::ok();
    }

private:
    Status readFile(const std::filesystem::path &file, TextLines &lines, Separators separators, RecordSink &sink)
    {
        TextSamples samples(file, sink);
        std::vector<std::string> labels;
        std::optional<Issue> fault;
        for (;;) {
            const auto next = lines.next(fault);
            if (!next)
                return next.error();
            if (!*next)
                return core::ok();
            const TextLine &line = **next;
            const auto at = line.text.find(separators.text);
            const std::string_view text = line.text.substr(0, at);
            const std::string_view rest = at == line.text.npos ? std::string_view() : line.text.substr(at + 1);
            const core::Location where{utf8(file), line.number, 0, "label"};
            if (fault)
                ;
            else if (isBlank(text) && !isBlank(rest))
                fault = {Severity::Error, {Code::MissingField, excerpt(rest), {where.file, line.number, 0, "text"}}};
            else if (rest.find(separators.text) != rest.npos)
                fault = {Severity::Error, {Code::BadValue, "text-separator twice", where}};
            const bool goesOn = fault ? sink.report(std::move(*fault))
                                      : isBlank(text)
                                            || (splitLabels(rest, separators.label, where, sink, labels)
                                                && samples.put(line.number, text, std::move(labels)));
            if (!goesOn || !sink.advance(lines.bytesRead(), lines.size()))
                return stopped();
        }
    }
};

class CombineWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto separators = separatorsOf(around.options);
        if (!separators)
            return separators.error();
        m_separators = *separators;
        m_names = namesOf(labels);
        m_encoder.emplace(around.options);
        auto file = core::SaveFile::begin(target);
        if (!file)
            return file.error();
        m_file = std::move(*file);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        const auto &text = content.sample.text;
        if (!text || isBlank(text->str()) || !fitsOneLine(*text)
            || text->str().find(m_separators.text) != std::string::npos)
            return core::ok();  // told by textCombineLosses()
        const auto joined = joinLabels(content, m_names, m_separators.label);
        if (!joined)
            return joined.error();
        if (joined->find(m_separators.text) != std::string::npos)
            return Error{Code::BadValue, *joined, {content.sample.uri, 0, 0, "text-separator"}};
        const auto bytes = m_encoder->encode(text->str() + (joined->empty() ? "" : m_separators.text + *joined) + '\n');
        return bytes ? m_file->write(*bytes) : bytes.error();
    }

    Status finish() override { return m_file->finish(); }

private:
    std::optional<core::SaveFile> m_file;
    std::optional<TextEncoder> m_encoder;
    LabelNames m_names;
    Separators m_separators;
};

// By the lines that have a tab with something on both sides.
int knowsCombined(const std::filesystem::path &source, std::string_view firstBytes)
{
    if (source.extension() != ".txt")
        return 0;
    int all = 0, tabbed = 0;
    forEachLine(firstBytes, [&](std::int64_t, std::string_view line) {
        const auto tab = line.find('\t');
        all += !isBlank(line);
        tabbed += tab != line.npos && !isBlank(line.substr(0, tab)) && !isBlank(line.substr(tab));
        return true;
    });
    return tabbed == 0 ? 0 : tabbed * 2 >= all ? 75 : 50;
}

std::vector<std::string> textCombineLosses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    std::vector<std::string> words;
    addTextLosses(content, options, words);
    const auto separators = separatorsOf(options);
    if (!content.sample.text)
        return words;
    const std::string &text = content.sample.text->str();
    if (!fitsOneLine(text))
        addLoss(words, "line-breaks");
    if (separators && text.find(separators->text) != std::string::npos)
        addLoss(words, "separator");
    return words;
}

}  // namespace

Format modelarts_text_combine()
{
    return {
        .id = "modelarts-text-combine",
        .title = "ModelArts text classification combine 1.0",
        .fileFilter = "*.txt",
        .kinds = {core::JobKind::TextClassification},
        .options = {separatorOption("text-separator", "tab"), separatorOption("label-separator", ","),
                    encodingOption()},
        .knows = knowsCombined,
        .newReader = [] { return std::make_unique<CombineReader>(); },
        .newWriter = [] { return std::make_unique<CombineWriter>(); },
        .losses = textCombineLosses,
    };
}

}  // namespace formats
