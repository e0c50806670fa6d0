#include "formats/import_labels.h"
#include "core/label_colors.h"
#include "core/text/text_edits.h"
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
      m_labels(std::move(existing)),
      m_existing(m_labels.size())
{
    for (const core::Label &label : m_labels) {
        namesOf(label.role).emplace(label.name, label.id);
        m_position = std::max(m_position, label.position + 1);
    }
}

core::Status ImportLabels::put(core::Label label, const core::Location &where, RecordSink &issues)
{
    const std::string_view name = trimmed(label.name);
    if (name.empty() || namesOf(label.role).contains(std::string(name)) || std::ranges::any_of(name, isControl))
        return core::ok();  // known, or told where it is used
    const std::string given = label.name;
    const core::LabelRole role = label.role;
    label.name = name;
    const auto id = create(std::move(label));
    if (!id)
        return id.error();
    if (auto checked = idOf(given, role, where, issues); !checked)
        return checked.error();
    return core::ok();
}

core::Result<core::LabelId> ImportLabels::idOf(const std::string &given, core::LabelRole role,
                                               const core::Location &where, RecordSink &issues)
{
    Names &ids = namesOf(role);
    if (const auto known = ids.find(given); known != ids.end())
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
    if (const auto known = ids.find(std::string(name)); known != ids.end()) {
        id = known->second;
    } else {
        core::Label label;
        label.name = name;
        label.role = role;
        label.rgb = core::nextLabelColor(m_labels);
        const auto created = create(std::move(label));
        if (!created)
            return created.error();
        id = *created;
    }
    ids.emplace(given, id);
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
    namesOf(label.role).emplace(label.name, *id);
    m_labels.push_back(std::move(label));
    return *id;
}

const core::Label *ImportLabels::find(core::LabelId id) const
{
    const auto label = std::ranges::find(m_labels, id, &core::Label::id);
    return label == m_labels.end() ? nullptr : &*label;
}

std::optional<ImportLabels::Misfit> ImportLabels::misfit(core::LabelId relation, core::LabelId from,
                                                         core::LabelId to) const
{
    const core::Label *label = find(relation);
    if (!label || core::fits(*label, from, to))
        return std::nullopt;
    if (!core::fits(*label, from, label->toLabel))
        return Misfit{true, label->fromLabel, from};
    return Misfit{false, label->toLabel, to};
}

void ImportLabels::learnEnds(core::LabelId relation, core::LabelId from, core::LabelId to)
{
    const core::Label *label = find(relation);
    if (!label || label - m_labels.data() < static_cast<std::ptrdiff_t>(m_existing))
        return;
    const auto learn = [](std::optional<core::LabelId> &end, core::LabelId seen) {
        end = !end || *end == seen ? seen : core::LabelId();
    };
    Ends &ends = m_ends[relation.value];
    learn(ends.from, from);
    learn(ends.to, to);
}

core::Status ImportLabels::finish()
{
    for (const auto &[id, ends] : m_ends) {
        core::Label label = *find({id});
        label.fromLabel = ends.from.value_or(core::LabelId());
        label.toLabel = ends.to.value_or(core::LabelId());
        if (label.fromLabel || label.toLabel)
            if (auto amended = m_batch.amend(std::move(label)); !amended)
                return amended;
    }
    return core::ok();
}

}  // namespace formats
