#include "formats/segment_files.h"
#include "core/save_file.h"
#include "formats/sound_files.h"
#include "formats/text_file.h"
#include "formats/text_lines.h"
#include <algorithm>
#include <fstream>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace fs = std::filesystem;

void SegmentsRead::report(Severity severity, Code code, std::string detail, core::Location where)
{
    issues.push_back({severity, {code, std::move(detail), std::move(where)}});
}

namespace {

std::string headOfText(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(4096, '\0');
    stream.read(head.data(), std::ssize(head));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

// The end may be within a character.
bool isTextOf(const SegmentFiles &what, std::string_view firstBytes)
{
    const auto text = core::decodeText(firstBytes);
    return what.isOne(text ? std::string_view(text->text) : firstBytes);
}

class Reading {
public:
    Reading(const SegmentFiles &what, const Surroundings &around, RecordSink &sink)
        : m_what(what),
          m_around(around),
          m_sink(sink),
          m_sounds(pathOf(optionOr(around.options, "sounds-folder", "")))
    {
    }

    Status readFile(const fs::path &file)
    {
        auto stem = fs::absolute(file).lexically_normal();
        stem.replace_extension();
        std::error_code error;
        const bool isNamed = !m_sounds.empty() && fs::is_regular_file(m_sounds, error);
        const auto sound = isNamed ? std::optional(fs::absolute(m_sounds)) : soundFor(stem);
        return readSegments(file, utf8(sound.value_or(missing(stem))));
    }

    Status readFolder(const fs::path &source)
    {
        const auto tree = scanFolder(source, m_sink);
        if (!tree)
            return tree.error();
        Sidecars beside(*tree, m_what.suffix);
        const auto read = forEachSound(*tree, m_sink, [&](const std::string &sound) {
            const std::string *file = beside.of(sound);
            const std::string uri = utf8(tree->root / pathOf(sound));
            return file ? readSegments(tree->root / pathOf(*file), uri) : put(uri);
        });
        if (!read)
            return read;
        for (const std::string &file : beside.unused())
            if (const auto alone = readAlone(tree->root / pathOf(file)); !alone)
                return alone;
        return core::ok();
    }

private:
    // Without a sound beside it: a text of that suffix may be of another kind.
    Status readAlone(const fs::path &file)
    {
        const auto bytes = readWhole(file);
        if (bytes && isTextOf(m_what, std::string_view(*bytes).substr(0, 4096)))
            return readFile(file);
        return m_sink.report({Severity::Warning, {Code::NotFound, "no sound of this name", {utf8(file), 0, 0, {}}}})
                   ? core::ok()
                   : stopped();
    }

    std::optional<fs::path> soundFor(const fs::path &stem) const
    {
        if (!m_sounds.empty())
            if (auto sound = soundOf(fs::absolute(m_sounds) / stem.filename()))
                return sound;
        return soundOf(stem);
    }
    // Where it would lie; the importer tells that it does not.
    static fs::path missing(fs::path stem) { return stem += ".wav"; }

    Status put(const std::string &uri)
    {
        SampleRecord record;
        record.sample.uri = uri;
        return m_sink.put(std::move(record)) ? core::ok() : stopped();
    }

    Status readSegments(const fs::path &file, const std::string &uri)
    {
        const std::string name = utf8(file);
        SegmentsRead read;
        if (const auto text = textOf(file, read))
            m_what.parse(text->text, m_around, read);
        else
            read.issues.push_back({Severity::Error, text.error()});
        const auto isError = [](const Issue &issue) { return issue.severity == Severity::Error; };
        SampleRecord record;
        record.sample.uri = uri;
        if (read.segments.empty() && std::ranges::none_of(read.issues, isError))
            record.state = core::State::Labeled;  // looked at, and nothing is there
        if (!m_sink.put(std::move(record)))
            return stopped();
        for (Issue &issue : read.issues) {
            issue.error.where.file = name;
            if (!m_sink.report(std::move(issue)))
                return stopped();
        }
        for (AnnotationRecord &segment : read.segments) {
            segment.where.file = name;
            if (!m_sink.put(std::move(segment)))
                return stopped();
        }
        return core::ok();
    }

    core::Result<core::DecodedText> textOf(const fs::path &file, SegmentsRead &read) const
    {
        const auto bytes = readWhole(file);
        if (!bytes)
            return bytes.error();
        if (const char *why = m_what.refusal(*bytes))
            return Error{Code::Unsupported, why, {}};
        const std::string asked = encodingOf(m_around.options);
        auto text = core::decodeText(*bytes, asked);
        if (!text)
            return text;
        if (const auto nul = text->text.find('\0'); nul != std::string::npos)
            return Error{Code::Corrupt, "NUL", placeAt(text->text, nul, {})};
        if (auto doubt = encodingDoubt(*text, asked, file))
            read.issues.push_back(std::move(*doubt));
        return text;
    }

    const SegmentFiles &m_what;
    const Surroundings &m_around;
    RecordSink &m_sink;
    fs::path m_sounds;
};

class SegmentFilesReader final : public FormatReader {
public:
    explicit SegmentFilesReader(const SegmentFiles &what) : m_what(what) {}
    Status read(const fs::path &source, const Surroundings &around, RecordSink &sink) override
    {
        for (const OptionSpec &option : m_what.options)
            if (const auto known = checked(option, around.options); !known)
                return known;
        std::error_code error;
        if (fs::is_directory(source, error))
            return Reading(m_what, around, sink).readFolder(source);
        if (!sink.advance(0, 1))
            return stopped();
        const auto read = Reading(m_what, around, sink).readFile(source);
        return !read || sink.advance(1, 1) ? read : stopped();
    }

    static Status checked(const OptionSpec &option, const Options &options)
    {
        const auto said = optionOr(options, option.name, option.defaultValue);
        if (option.choices.empty() || std::ranges::find(option.choices, said) != option.choices.end())
            return core::ok();
        return Error{Code::Usage, option.name + '=' + std::string(said), {}};
    }

private:
    const SegmentFiles &m_what;
};

class SegmentFilesWriter final : public FormatWriter {
public:
    explicit SegmentFilesWriter(const SegmentFiles &what) : m_what(what) {}

    Status begin(const fs::path &target, const Surroundings &around, std::span<const core::Label> labels) override
    {
        for (const OptionSpec &option : m_what.options)
            if (const auto known = SegmentFilesReader::checked(option, around.options); !known)
                return known;
        m_options = around.options;
        m_names = namesOf(labels);
        if (hasSuffix(utf8(target.filename()), m_what.suffix)) {
            auto file = core::SaveFile::begin(target);
            if (!file)
                return file.error();
            m_file = std::move(*file);
            return core::ok();
        }
        auto begun = FolderExport::begin(target, around, labels, "sounds");
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        return core::ok();
    }

    Status write(const core::SampleContent &content, const fs::path &media) override
    {
        const auto compose = [&] { return m_what.compose({content, m_names, m_options}); };
        if (m_file) {
            if (m_written++ > 0)
                return Error{Code::Usage, "a file holds one sound: choose a folder", {content.sample.uri, 0, 0, {}}};
            return m_file->write(compose());
        }
        const auto name = m_out->placeImage(content, media, "");
        if (!name)
            return name.error();
        if (content.annotations.empty() && content.state() != core::State::Labeled)
            return core::ok();  // nobody has listened yet
        return m_out->folder.write(stemOf(*name) + std::string(m_what.suffix), compose());
    }

    Status finish() override { return m_file ? m_file->finish() : m_out->folder.finish(); }

private:
    const SegmentFiles &m_what;
    Options m_options;
    LabelNames m_names;
    std::optional<core::SaveFile> m_file;  // of one sound
    std::optional<FolderExport> m_out;     // else
    int m_written = 0;
};

int scoreOf(const SegmentFiles &what, const fs::path &source, std::string_view firstBytes)
{
    std::error_code error;
    if (fs::is_directory(source, error)) {
        const auto tree = peekFolder(source);
        const auto isOne = [&](const std::string &file) { return hasSuffix(file, what.suffix); };
        const auto first = std::ranges::find_if(tree.files, isOne);
        if (first == tree.files.end())
            return 0;
        return isTextOf(what, headOfText(tree.root / pathOf(*first))) ? 80 : hasSuffix(".txt", what.suffix) ? 0 : 40;
    }
    const bool isNamed = hasSuffix(utf8(source.filename()), what.suffix);
    const bool isOne = isTextOf(what, firstBytes);
    return isNamed && isOne ? 100 : isOne ? 60 : isNamed && !hasSuffix(".txt", what.suffix) ? 40 : 0;
}

}  // namespace

OptionSpec textsAreOption(std::vector<std::string> choices)
{
    const std::string first = choices.front();
    return {.name = "texts-are", .defaultValue = first, .choices = std::move(choices)};
}

Format segmentFilesFormat(const SegmentFiles &what)
{
    auto options = what.options;
    options.insert(options.end(), {soundsOption(), soundsFolderOption(), readEncodingOption()});
    return {.id = what.id,
            .title = what.title,
            .fileFilter = "",
            .kinds = {core::JobKind::SpeechSegmentation},
            .options = std::move(options),
            .knows = [&what](const fs::path &source,
                             std::string_view firstBytes) { return scoreOf(what, source, firstBytes); },
            .newReader = [&what] { return std::make_unique<SegmentFilesReader>(what); },
            .newWriter = [&what] { return std::make_unique<SegmentFilesWriter>(what); },
            .losses =
                [&what](const core::SampleContent &content, core::JobKind, const Options &said) {
                    std::vector<std::string> words;
                    addSampleLosses(content, {{"sounds", "none"}}, words, "sounds");
                    what.addLosses(content, said, words);
                    return words;
                }};
}

}  // namespace formats
