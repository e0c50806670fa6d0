#include "core/media_location.h"
#include "formats/json_text.h"
#include "formats/modelarts_manifest.h"
#include "formats/option_values.h"
#include "formats/rttm.h"
#include "formats/sound_files.h"
#include "formats/text_file.h"
#include "formats/text_lines.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace formats::rttm_lines {

using core::Code;
using core::Status;

namespace fs = std::filesystem;

namespace {

struct Sound {
    std::string id, source;  // as a comment says it
    bool isVerified = false;
    std::vector<AnnotationRecord> segments;
    std::vector<std::string> kept;
    std::int64_t line = 0;
    bool hasOtherChannels = false;  // than the first
};

class Reading {
public:
    Reading(const fs::path &source, const Surroundings &around, RecordSink &sink)
        : m_file(utf8(source)),
          m_folder(fs::absolute(source).lexically_normal().parent_path()),
          m_namesAreLabels(optionOr(around.options, "names-are", "speaker") == "label"),
          m_soundsFolder(pathOf(optionOr(around.options, "sounds-folder", ""))),
          m_sink(sink)
    {
    }

    Status run(TextLines &lines)
    {
        std::optional<Issue> fault;
        for (;;) {
            const auto line = lines.next(fault);
            if (!line)
                return line.error();
            if (!*line)
                break;
            if (fault)
                m_issues.push_back(std::move(*fault));
            else
                readLine((*line)->text, (*line)->number);
            if (!report() || !m_sink.advance(lines.bytesRead(), lines.size()))
                return stopped();
        }
        return std::ranges::all_of(m_sounds, [&](Sound &sound) { return put(sound); }) ? core::ok() : stopped();
    }

private:
    void readLine(std::string_view text, std::int64_t number)
    {
        text = trimmed(text);
        if (text.starts_with(ownComment))
            return readComment(text.substr(ownComment.size()), number);
        if (text.empty() || text.starts_with(";"))
            return;
        const auto fields = fieldsOf(text);
        const bool isSegment = fields[0] == "SPEAKER";
        if (text.find('\0') != text.npos || (!isSegment && !isOtherType(fields[0])))
            return fault(Code::BadValue, excerpt(fields[0]), number, "type");
        if (fields.size() < 2 || fields[1] == none)
            return fault(Code::MissingField, {}, number, "file");
        if (manifest::climbs(fields[1]) || fields[1].starts_with('/'))
            return fault(Code::BadValue, excerpt(fields[1]), number, "file");
        if (!isSegment)
            soundOf(fields[1], number).kept.emplace_back(text);
        else if (const auto line = parseLine(text, number, m_issues))
            add(*line, number);
    }

    void add(const Line &line, std::int64_t number)
    {
        Sound &sound = soundOf(line.file, number);
        AnnotationRecord record;
        record.geometry = core::TimeSpan{line.begin, line.end, line.channel - 1};
        record.confidence = line.confidence;
        record.where.line = number;
        const std::string name = named(line.name);
        record.label = named(line.subtype);
        if (line.subtype.empty() && m_namesAreLabels)
            record.label = name;
        else if (!name.empty() && line.name != line.subtype)
            core::set(record.attributes, core::builtin::Speaker, name);
        sound.hasOtherChannels = sound.hasOtherChannels || line.channel > 1;
        sound.segments.push_back(std::move(record));
    }

    void readComment(std::string_view text, std::int64_t number)
    {
        const auto json = nlohmann::json::parse(text, nullptr, false);
        const auto textOf = [&](const char *key) {
            return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
        };
        if (!json.is_object())
            return fault(Code::Corrupt, excerpt(text), number, "labelwright");
        if (json.contains("names") && json["names"].is_object())
            for (const auto &[plain, name] : json["names"].items())
                if (name.is_string())
                    m_names[plain] = name.get<std::string>();
        if (const std::string id = textOf("file"); !id.empty()) {
            Sound &sound = soundOf(id, number);
            sound.source = textOf("source");
            sound.isVerified = textOf("state") == "labeled";
        }
    }

    Sound &soundOf(std::string_view id, std::int64_t number)
    {
        const auto [at, isNew] = m_byId.try_emplace(std::string(id), m_sounds.size());
        if (isNew)
            m_sounds.push_back({std::string(id), {}, false, {}, {}, number, false});
        return m_sounds[at->second];
    }
    std::string named(std::string_view plain) const
    {
        const auto known = m_names.find(plain);
        return known == m_names.end() ? std::string(plain) : known->second;
    }

    bool put(Sound &sound)
    {
        SampleRecord record;
        record.line = sound.line;
        record.sample.uri = uriOf(sound);
        if (sound.isVerified && sound.segments.empty())
            record.state = core::State::Labeled;
        if (!sound.kept.empty())
            record.sample.property = nlohmann::json{{keptKey, sound.kept}}.dump();
        if (!m_sink.put(std::move(record)))
            return false;
        return std::ranges::all_of(sound.segments, [&](AnnotationRecord &segment) {
            auto &span = std::get<core::TimeSpan>(segment.geometry);
            if (!sound.hasOtherChannels)
                span.channel = -1;  // 1 is what is written where nobody cares
            return m_sink.put(std::move(segment));
        });
    }

    std::string uriOf(const Sound &sound) const
    {
        if (core::isRemote(sound.source))
            return sound.source;
        if (!sound.source.empty())
            if (const auto file = core::locate(sound.source, m_folder, {}))
                return utf8(*file);
        const auto stem = pathOf(sound.id);
        if (!m_soundsFolder.empty())
            if (const auto file = formats::soundOf(fs::absolute(m_soundsFolder) / stem))
                return utf8(*file);
        const auto beside = formats::soundOf(m_folder / stem);
        return utf8(beside ? *beside : m_folder / (sound.id + ".wav"));
    }

    void fault(Code code, std::string detail, std::int64_t number, const char *field)
    {
        m_issues.push_back({Severity::Error, {code, std::move(detail), {{}, number, 0, field}}});
    }
    bool report()
    {
        for (Issue &issue : std::exchange(m_issues, {})) {
            issue.error.where.file = m_file;
            if (!m_sink.report(std::move(issue)))
                return false;
        }
        return true;
    }

    std::string m_file;
    fs::path m_folder;
    bool m_namesAreLabels;
    fs::path m_soundsFolder;
    RecordSink &m_sink;
    std::vector<Sound> m_sounds;
    std::map<std::string, std::size_t, std::less<>> m_byId;
    std::map<std::string, std::string, std::less<>> m_names;  // as they stand in the lines → as they are
    std::vector<Issue> m_issues;
};

class RttmReader final : public FormatReader {
public:
    Status read(const fs::path &source, const Surroundings &around, RecordSink &sink) override
    {
        if (const auto names = choice(around.options, "names-are", {"speaker", "label"}); !names)
            return names.error();
        auto lines = TextLines::open(source, encodingOf(around.options));
        return lines ? Reading(source, around, sink).run(*lines) : Status(lines.error());
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<RttmReader>();
}

}  // namespace formats::rttm_lines
