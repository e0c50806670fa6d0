#include "formats/import_labels.h"
#include "core/label_colors.h"
#include "formats/json_text.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;

namespace {

constexpr std::size_t maxCharacters = 1024;  // of ModelArts

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

ImportLabels::ImportLabels(core::JobId job, core::BatchWriter &batch, std::vector<core::Label> existing)
    : m_job(job),
      m_batch(batch),
      m_labels(std::move(existing))
{
    for (const core::Label &label : m_labels) {
        m_ids.emplace(label.name, label.id);
        m_position = std::max(m_position, label.position + 1);
    }
}

core::Status ImportLabels::put(core::Label label, const core::Location &where, RecordSink &issues)
{
    const std::string_view name = trimmed(label.name);
    if (name.empty() || m_ids.contains(std::string(name)) || std::ranges::any_of(name, isControl))
        return core::ok();  // known, or told where it is used
    std::string given = label.name;
    label.name = name;
    const auto id = create(std::move(label));
    if (!id)
        return id.error();
    if (auto checked = idOf(given, where, issues); !checked)
        return checked.error();
    return core::ok();
}

core::Result<core::LabelId> ImportLabels::idOf(const std::string &given, const core::Location &where,
                                               RecordSink &issues)
{
    if (const auto known = m_ids.find(given); known != m_ids.end())
        return known->second;
    const std::string_view name = trimmed(given);
    const std::size_t length = characters(name);
    if (name.empty() || length > maxCharacters || std::ranges::any_of(name, isControl)) {
        const Code code = name.empty() ? Code::MissingField : length > maxCharacters ? Code::TooLarge : Code::BadValue;
        issues.report({Severity::Error, {code, excerpt(given), where}});
        return core::LabelId();
    }
    if (name.size() != given.size() || name.find_first_of("!<>=&\"'") != std::string_view::npos)
        issues.report({Severity::Warning, {Code::BadValue, excerpt(given), where}});
    core::LabelId id;
    if (const auto known = m_ids.find(std::string(name)); known != m_ids.end()) {
        id = known->second;
    } else {
        core::Label label;
        label.name = name;
        label.rgb = core::nextLabelColor(m_labels);
        const auto created = create(std::move(label));
        if (!created)
            return created.error();
        id = *created;
    }
    m_ids.emplace(given, id);
    return id;
}

core::Result<core::LabelId> ImportLabels::create(core::Label label)
{
    label.id = {};
    label.job = m_job;
    label.position = m_position++;
    const auto id = m_batch.put(label);
    if (!id)
        return id.error();
    label.id = *id;
    ++m_created;
    m_ids.emplace(label.name, *id);
    m_labels.push_back(std::move(label));
    return *id;
}

}  // namespace formats
