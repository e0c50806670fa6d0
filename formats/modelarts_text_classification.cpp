// ModelArts text classfication 1.0 (the vendor's spelling): abc.txt with a text a line, abc_result.txt with the labels
// of the same line. No result: unlabeled.
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/text_classes.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::Error;
using core::Status;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view resultEnding = "_result.txt", textsName = "texts.txt", resultsName = "texts_result.txt";

bool isResult(const fs::path &file)
{
    return hasSuffix(utf8(file.filename()), resultEnding);
}

fs::path resultOf(const fs::path &texts)
{
    return texts.parent_path() / pathOf(stemOf(utf8(texts.filename())) + std::string(resultEnding));
}

bool isFile(const fs::path &file)
{
    std::error_code error;
    return fs::is_regular_file(file, error);
}

// Lines of both files side by side.
class Pair {
public:
    Pair(fs::path texts, char separator, const Options &options, RecordSink &sink)
        : m_texts(std::move(texts)),
          m_result(resultOf(m_texts)),
          m_separator(separator),
          m_options(options),
          m_sink(sink)
    {
    }

    Status read()
    {
        auto texts = TextLines::open(m_texts, encodingOf(m_options));
        if (!texts)
            return texts.error();
        std::optional<TextLines> results;
        if (isFile(m_result)) {
            auto opened = TextLines::open(m_result, encodingOf(m_options));
            if (!opened)
                return opened.error();
            results = std::move(*opened);
        }
        TextSamples samples(m_texts, m_sink);
        std::optional<Issue> badText, badLabels;
        for (;;) {
            const auto text = texts->next(badText);
            if (!text)
                return text.error();
            const auto result =
                results ? results->next(badLabels) : core::Result<std::optional<TextLine>>(std::nullopt);
            if (!result)
                return result.error();
            if (!*text)
                return finish(*result);
            m_ended = m_ended || (results && !*result);
            if (badText ? !m_sink.report(std::move(*badText))
                        : !put(**text, *result ? (*result)->text : std::string_view(), badLabels, samples))
                return stopped();
            if (!m_sink.advance(texts->bytesRead(), texts->size()))
                return stopped();
        }
    }

private:
    bool put(const TextLine &text, std::string_view labels, std::optional<Issue> &badLabels, TextSamples &samples)
    {
        const core::Location where{utf8(m_result), text.number, 0, "label"};
        std::vector<std::string> names;
        if (badLabels && !m_sink.report(std::move(*badLabels)))
            return false;
        if (isBlank(text.text))
            return isBlank(labels) || m_sink.report({Severity::Error, {Code::MissingField, "no text", where}});
        m_withoutResult += m_ended ? 1 : 0;
        return splitLabels(labels, m_separator, where, m_sink, names)
               && samples.put(text.number, text.text, std::move(names));
    }

    // Of different length: what is too much belongs to nothing, what is missing leaves texts unlabeled.
    Status finish(const std::optional<TextLine> &more)
    {
        if (more
            && !m_sink.report(
                {Severity::Error, {Code::BadValue, "more lines than texts", {utf8(m_result), more->number, 0, {}}}}))
            return stopped();
        if (m_withoutResult > 0
            && !m_sink.report({Severity::Warning,
                               {Code::MissingField,
                                "labels of " + std::to_string(m_withoutResult) + " texts",
                                {utf8(m_result), 0, 0, {}}}}))
            return stopped();
        return core::ok();
    }

    fs::path m_texts, m_result;
    char m_separator;
    const Options &m_options;
    RecordSink &m_sink;
    bool m_ended = false;  // there is no further result
    std::int64_t m_withoutResult = 0;
};

class PairReader final : public FormatReader {
public:
    Status read(const fs::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto label = separator(around.options, "label-separator", ",");
        if (!label)
            return label.error();
        auto files = textFiles(source, ".txt", sink);
        if (!files)
            return files.error();
        if (files->size() == 1 && isResult(source))  // the other half was meant, too
            files->front() = source.parent_path() / pathOf(textsOf(utf8(source.filename())));
        else
            std::erase_if(*files, isResult);
        for (const fs::path &file : *files)
            if (auto read = Pair(file, *label, around.options, sink).read(); !read)
                return read;
        return core::ok();
    }

private:
    static std::string textsOf(const std::string &result)
    {
        return result.substr(0, result.size() - resultEnding.size()) + ".txt";
    }
};

class PairWriter final : public FormatWriter {
public:
    Status begin(const fs::path &target, const Surroundings &around, std::span<const core::Label> labels) override
    {
        const auto label = separator(around.options, "label-separator", ",");
        if (!label)
            return label.error();
        m_separator = *label;
        m_names = namesOf(labels);
        m_encodeText.emplace(around.options);
        m_encodeLabels.emplace(around.options);
        auto folder = StagedFolder::begin(target);
        if (!folder)
            return folder.error();
        m_folder = std::move(*folder);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const fs::path &) override
    {
        const auto &text = content.sample.text;
        if (!text || isBlank(text->str()) || !fitsOneLine(*text))
            return core::ok();  // told by textClassificationLosses()
        const auto joined = joinLabels(content, m_names, m_separator);
        if (!joined)
            return joined.error();
        const auto line = m_encodeText->encode(text->str() + '\n'), labels = m_encodeLabels->encode(*joined + '\n');
        if (!line || !labels)
            return line ? labels.error() : line.error();
        m_texts += *line;
        m_labels += *labels;
        return core::ok();
    }

    Status finish() override
    {
        for (const auto &[name, bytes] : {std::pair(textsName, &m_texts), std::pair(resultsName, &m_labels)})
            if (auto written = m_folder->write(name, *bytes); !written)
                return written;
        return m_folder->finish();
    }

private:
    std::optional<StagedFolder> m_folder;
    std::optional<TextEncoder> m_encodeText, m_encodeLabels;
    std::string m_texts, m_labels;
    LabelNames m_names;
    char m_separator = ',';
};

int knowsTextClassification(const fs::path &source, std::string_view firstBytes)
{
    if (!firstBytes.empty())
        return source.extension() == ".txt" && (isResult(source) || isFile(resultOf(source))) ? 90 : 0;
    const auto tree = peekFolder(source);
    const auto isPair = [&](const std::string &file) {
        return hasSuffix(file, ".txt") && isFile(resultOf(tree.root / pathOf(file)));
    };
    return std::ranges::any_of(tree.files, isPair) ? 90 : 0;
}

std::vector<std::string> textClassificationLosses(const core::SampleContent &content, core::JobKind,
                                                  const Options &options)
{
    std::vector<std::string> words;
    addTextLosses(content, options, words);
    if (content.sample.text && !fitsOneLine(*content.sample.text))
        addLoss(words, "line-breaks");
    return words;
}

}  // namespace

Format modelarts_text_classification()
{
    return {
        .id = "modelarts-text-classification",
        .title = "ModelArts text classification 1.0",
        .fileFilter = "",
        .kinds = {core::JobKind::TextClassification},
        .options = {separatorOption("label-separator", ","), encodingOption()},
        .knows = knowsTextClassification,
        .newReader = [] { return std::make_unique<PairReader>(); },
        .newWriter = [] { return std::make_unique<PairWriter>(); },
        .losses = textClassificationLosses,
    };
}

}  // namespace formats
