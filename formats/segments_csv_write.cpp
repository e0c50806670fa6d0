#include "core/job_options.h"
#include "core/save_file.h"
#include "formats/decimal.h"
#include "formats/folder_export.h"
#include "formats/media_name.h"
#include "formats/option_values.h"
#include "formats/segment_values.h"
#include "formats/segments_csv.h"
#include "formats/text_csv_columns.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats::segment_rows {

using core::JobKind;
using core::Status;
namespace builtin = core::builtin;

namespace {

std::vector<Column> columnsFor(JobKind kind)
{
    using enum Column;
    if (kind == JobKind::SoundClassification)
        return {File, Label, Confidence};
    if (kind == JobKind::SpeechContent)
        return {File, Content, Confidence};
    return {File, Start, End, Label, Speaker, Content, Channel, Low, High, Confidence};
}

// The attribute that has a column of its own; empty: none.
std::string_view attributeOf(Column column)
{
    switch (column) {
    case Column::Speaker: return builtin::Speaker;
    case Column::Content: return builtin::Content;
    case Column::Low: return builtin::LowHertz;
    case Column::High: return builtin::HighHertz;
    default: return {};
    }
}

class SegmentsCsvWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto delimiter = csvDelimiter({}, around.options);
        if (!delimiter)
            return delimiter.error();
        m_delimiter = *delimiter;
        m_around = around;
        m_naming = {std::filesystem::absolute(target).lexically_normal().parent_path(), {}, ""};
        m_names = namesOf(labels);
        for (const Column column : columnsFor(around.kind))
            m_columns.emplace_back(column, nameOf(column));
        for (const core::AttributeSpec &each : core::labelClasses(around.job))
            if (columnNamed(each.name) == Column::Attribute && trimmed(each.name) == each.name)
                m_columns.emplace_back(Column::Attribute, each.name);
        m_columns.emplace_back(Column::Rest, nameOf(Column::Rest));
        auto file = core::SaveFile::begin(target);
        if (!file)
            return file.error();
        m_file = std::move(*file);
        std::vector<std::string> names;
        for (const auto &[column, name] : m_columns)
            names.push_back(name);
        return optionOr(around.options, "header", "auto") == "no" ? core::ok() : append(std::move(names));
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &) override
    {
        m_source = mediaName(content.sample.uri, m_naming, m_around);
        m_rate = core::rateOf(content.sample.media);
        if (m_around.kind == JobKind::SpeechSegmentation) {
            const auto segments = segmentsOf(content);
            for (const SegmentView &segment : segments)
                if (auto done = appendRow(*segment.annotation); !done)
                    return done;
            return segments.empty() ? append({m_source}) : core::ok();
        }
        bool isWritten = false;
        for (const core::AnnotationPtr &annotation : content.annotations) {
            if (!std::holds_alternative<core::WholeSample>(annotation->geometry))
                continue;  // told by losses()
            isWritten = true;
            if (auto done = appendRow(*annotation); !done)
                return done;
        }
        return isWritten ? core::ok() : append({m_source});
    }

    Status finish() override { return m_file->finish(); }

private:
    Status appendRow(const core::Annotation &annotation)
    {
        core::Attributes rest = annotation.attributes;
        for (const std::string_view name : {builtin::Hidden, builtin::Locked})
            core::unset(rest, name);
        std::vector<std::string> cells;
        for (const auto &[column, name] : m_columns) {
            cells.push_back(cellOf(column, name, annotation, rest));
            const std::string_view attribute = column == Column::Attribute ? name : attributeOf(column);
            if (!cells.back().empty() && !attribute.empty())
                core::unset(rest, attribute);
        }
        return append(std::move(cells));
    }

    std::string cellOf(Column column, const std::string &name, const core::Annotation &annotation,
                       const core::Attributes &rest) const
    {
        const auto *span = std::get_if<core::TimeSpan>(&annotation.geometry);
        const auto label = m_names.find(annotation.label);
        switch (column) {
        case Column::File: return m_source;
        case Column::Start: return span ? exactSeconds(span->begin, m_rate, 3) : "";
        case Column::End: return span ? exactSeconds(span->end, m_rate, 3) : "";
        case Column::Label: return label == m_names.end() ? "" : label->second;
        case Column::Channel: return span && span->channel >= 0 ? std::to_string(span->channel + 1) : "";
        case Column::Confidence: return annotation.confidence ? numberText(*annotation.confidence) : "";
        case Column::Rest: return rest.empty() ? "" : core::toJson(rest);
        case Column::Attribute: return std::string(valueOf(annotation, name));
        case Column::Ignored:
        case Column::Duration: return {};
        case Column::Low:
        case Column::High: {
            const auto hertz = valueOf(annotation, attributeOf(column));
            return parseNumber(hertz).value_or(-1) >= 0 ? std::string(hertz) : std::string();
        }
        case Column::Speaker:
        case Column::Content: return std::string(valueOf(annotation, attributeOf(column)));
        }
        return {};
    }

    Status append(std::vector<std::string> cells)
    {
        cells.resize(m_columns.size());
        if (isGuarded(m_around.options))
            guard(cells);
        std::string row;
        for (const std::string &cell : cells) {
            if (&cell != &cells.front())
                row += m_delimiter;
            appendCsvCell(row, cell, m_delimiter);
        }
        return m_file->write(row + "\r\n");
    }

    std::optional<core::SaveFile> m_file;
    Surroundings m_around;
    MediaNaming m_naming;
    LabelNames m_names;
    std::vector<std::pair<Column, std::string>> m_columns;
    char m_delimiter = ',';
    std::string m_source;  // of the sample being written
    std::int64_t m_rate = 1;
};

}  // namespace

std::unique_ptr<FormatWriter> newWriter()
{
    return std::make_unique<SegmentsCsvWriter>();
}

std::vector<std::string> losses(const core::SampleContent &content, JobKind kind, const Options &)
{
    std::vector<std::string> words;
    addSampleLosses(content, {{"sounds", "none"}}, words, "sounds");
    if (content.annotations.empty() && content.state() == core::State::Labeled)
        addLoss(words, "verified-empty");
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const bool isSegment = std::holds_alternative<core::TimeSpan>(annotation->geometry);
        const bool isWhole = std::holds_alternative<core::WholeSample>(annotation->geometry);
        if (kind == JobKind::SpeechSegmentation ? !isSegment : !isWhole)
            addLoss(words, "shape");
        if (annotation->proposed)
            addLoss(words, "to-confirm");
        if (kind == JobKind::SoundClassification && !annotation->label)
            addLoss(words, "no-label");
        if (kind == JobKind::SpeechContent && annotation->label)
            addLoss(words, "label");
    }
    if (kind == JobKind::SpeechContent && content.annotations.size() > 1)
        addLoss(words, "second-content");
    return words;
}

}  // namespace formats::segment_rows
