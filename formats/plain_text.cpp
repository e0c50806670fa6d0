// Texts without labels: a text file or a folder of them, one sample a line or one a file.
#include "core/text/decode.h"
#include "formats/image_folder.h"
#include "formats/text_classes.h"
#include "formats/text_file.h"

namespace formats {

using core::Code;
using core::Status;
namespace fs = std::filesystem;

namespace {

class PlainReader final : public FormatReader {
public:
    Status read(const fs::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const bool whole = optionOr(around.options, "sample", "line") == "file";
        const std::string encoding = encodingOf(around.options);
        const auto files = textFiles(source, ".txt", sink);
        if (!files)
            return files.error();
        std::int64_t done = 0;
        for (const fs::path &file : *files) {
            auto read = whole ? readWhole(file, encoding, sink) : readLines(file, encoding, sink);
            if (!read && (files->size() == 1 || read.error().code == Code::Cancelled))
                return read;
            if (!read && !sink.report({Severity::Error, read.error()}))
                return stopped();
            if (whole && !sink.advance(++done, std::ssize(*files)))
                return stopped();
        }
        return core::ok();
    }

private:
    static Status readWhole(const fs::path &file, const std::string &encoding, RecordSink &sink)
    {
        auto text = core::readTextFile(file, encoding);
        if (!text)
            return text.error();
        if (text->text.empty())
            return sink.report({Severity::Warning, {Code::MissingField, "no text", {utf8(file), 0, 0, {}}}})
                       ? core::ok()
                       : stopped();
        SampleRecord record;
        record.sample.uri = utf8(fs::absolute(file).lexically_normal());
        record.sample.text = std::move(text->text);
        std::error_code error;
        const auto bytes = fs::file_size(file, error);
        record.sample.media.bytes = error ? 0 : static_cast<std::int64_t>(bytes);
        return sink.put(std::move(record)) ? core::ok() : stopped();
    }

    static Status readLines(const fs::path &file, const std::string &encoding, RecordSink &sink)
    {
        auto lines = TextLines::open(file, encoding);
        if (!lines)
            return lines.error();
        TextSamples samples(file, sink);
        std::optional<Issue> fault;
        for (;;) {
            const auto next = lines->next(fault);
            if (!next)
                return next.error();
            if (!*next)
                return core::ok();
            const TextLine &line = **next;
            const bool goesOn =
                fault ? sink.report(std::move(*fault)) : isBlank(line.text) || samples.put(line.number, line.text, {});
            if (!goesOn || !sink.advance(lines->bytesRead(), lines->size()))
                return stopped();
        }
    }
};

int knowsPlainText(const fs::path &source, std::string_view firstBytes)
{
    if (!firstBytes.empty())
        return source.extension() == ".txt" ? 40 : 0;
    return hasFiles(source, ".txt") ? 40 : 0;
}

}  // namespace

Format plain_text()
{
    return {
        .id = "plain-text",
        .title = "Plain text",
        .fileFilter = "*.txt",
        .kinds = {core::JobKind::TextClassification, core::JobKind::NamedEntity, core::JobKind::TextTriplet},
        .options = {{.name = "sample", .defaultValue = "line", .choices = {"line", "file"}, .forWriting = false},
                    encodingOption()},
        .knows = knowsPlainText,
        .newReader = [] { return std::make_unique<PlainReader>(); },
        .newWriter = {},
        .losses = {},
    };
}

}  // namespace formats
