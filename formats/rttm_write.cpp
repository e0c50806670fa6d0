#include "core/media_location.h"
#include "core/save_file.h"
#include "formats/folder_export.h"
#include "formats/decimal.h"
#include "formats/json_text.h"
#include "formats/media_name.h"
#include "formats/plain_names.h"
#include "formats/rttm.h"
#include "formats/segment_values.h"
#include "formats/text_file.h"
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace formats::rttm_lines {

using core::Status;

namespace {

// Names without blanks, no two the same.
class PlainNames {
public:
    // `isNew`: it is not the name itself, and nobody was told yet.
    const std::string &of(std::string_view name, bool &isNew)
    {
        isNew = false;
        if (const auto known = m_names.find(name); known != m_names.end())
            return known->second;
        std::string plain = plainName(name, "");
        if (plain == none || plain.starts_with(";"))
            plain.insert(0, "_");
        std::string free = plain;
        for (int number = 2; !m_taken.insert(free).second; ++number)
            free = plain + '_' + std::to_string(number);
        isNew = free != name;
        return m_names.emplace(name, std::move(free)).first->second;
    }

private:
    std::map<std::string, std::string, std::less<>> m_names;
    std::set<std::string> m_taken;
};

class RttmWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        m_around = around;
        m_labels = namesOf(labels);
        m_naming = {std::filesystem::absolute(target).lexically_normal().parent_path(), {}, ""};
        auto file = core::SaveFile::begin(target);
        if (!file)
            return file.error();
        m_file = std::move(*file);
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        m_out.clear();
        m_comments.clear();
        bool isNew = false;
        const std::string stem = utf8(pathOf(core::fileName(content.sample.uri)).stem());
        std::string id = m_files.of(stem, isNew);
        for (int number = 2; !m_ids.insert(id).second; ++number)
            id = m_files.of(stem + '_' + std::to_string(number), isNew);
        const std::int64_t rate = core::rateOf(content.sample.media);
        for (const SegmentView &segment : segmentsOf(content))
            appendSegment(id, segment, rate);
        for (const std::string &line : keptLines(content.sample))
            (m_out += line) += '\n';
        return m_file->write(m_comments + sourceComment(id, content) + m_out);
    }

    Status finish() override { return m_file->finish(); }

private:
    std::string sourceComment(const std::string &id, const core::SampleContent &content) const
    {
        std::string out = std::string(ownComment) + "{\"file\":";
        jsontext::appendString(out, id);
        out += ",\"source\":";
        jsontext::appendString(out, mediaName(content.sample.uri, m_naming, m_around));
        if (content.annotations.empty() && content.state() == core::State::Labeled)
            out += ",\"state\":\"labeled\"";
        return out + "}\n";
    }

    void appendSegment(const std::string &id, const SegmentView &segment, std::int64_t rate)
    {
        const auto label = m_labels.find(segment.annotation->label);
        const std::string subtype = label == m_labels.end() ? std::string(none) : plain(label->second);
        std::string name = segment.speaker.empty() ? subtype : plain(segment.speaker);
        if (!segment.speaker.empty() && name == subtype)  // the same twice would say that there is no speaker
            name = plain(std::string(segment.speaker) + ' ', segment.speaker);
        const std::string begin = exactSeconds(segment.span.begin, rate, 3),
                          end = exactSeconds(segment.span.end, rate, 3);
        // The difference of what is written, so that both ends come back.
        const std::int64_t duration = *nanosecondsOf(end) - *nanosecondsOf(begin);
        const int decimals = static_cast<int>(begin.size() - begin.find('.') - 1);
        m_out += "SPEAKER " + id + ' ' + std::to_string(std::max(segment.span.channel + 1, 1)) + ' ' + begin + ' '
                 + core::secondsText(duration, recordRate, decimals) + " <NA> " + subtype + ' ' + name + ' ';
        m_out += segment.annotation->confidence ? numberText(*segment.annotation->confidence) : std::string(none);
        m_out += " <NA>\n";
    }

    std::string plain(std::string_view name) { return plain(name, name); }
    std::string plain(std::string_view key, std::string_view name)
    {
        bool isNew = false;
        std::string plain = m_names.of(key, isNew);
        if (isNew) {
            (m_comments += ownComment) += "{\"names\":{";
            jsontext::appendString(m_comments, plain);
            m_comments += ':';
            jsontext::appendString(m_comments, name);
            m_comments += "}}\n";
        }
        return plain;
    }

    std::optional<core::SaveFile> m_file;
    Surroundings m_around;
    MediaNaming m_naming;
    LabelNames m_labels;
    PlainNames m_names, m_files;
    std::set<std::string> m_ids;
    std::string m_out, m_comments;
};

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<RttmWriter>();
}

std::vector<std::string> keptLines(const core::Sample &sample)
{
    const auto json = nlohmann::json::parse(sample.property, nullptr, false);
    std::vector<std::string> lines;
    if (json.is_object() && json.contains(keptKey) && json[keptKey].is_array())
        for (const auto &line : json[keptKey])
            if (line.is_string() && line.get<std::string>().find_first_of("\r\n") == std::string::npos)
                lines.push_back(line.get<std::string>());
    return lines;
}

std::vector<std::string> losses(const core::SampleContent &content, core::JobKind, const Options &)
{
    std::vector<std::string> words;
    core::SampleContent shell{content.sample, content.job, content.work, {}, {}};
    const auto members = jsontext::members(content.sample.property).value_or(jsontext::Members());
    if (members.size() == 1 && members[0].first == keptKey)
        shell.sample.property = "{}";
    addSampleLosses(shell, {{"sounds", "none"}}, words, "sounds");
    addSegmentLosses(content, {.speaker = true, .channel = true, .confidence = true}, words);
    bool hasAll = false, hasOthers = false, hasFirst = false;
    for (const SegmentView &segment : segmentsOf(content)) {
        hasAll = hasAll || segment.span.channel < 0;
        hasFirst = hasFirst || segment.span.channel == 0;
        hasOthers = hasOthers || segment.span.channel > 0;
    }
    if (hasAll ? hasFirst || hasOthers : hasFirst && !hasOthers)
        addLoss(words, "channel");
    return words;
}

}  // namespace formats::rttm_lines
