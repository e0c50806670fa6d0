#include "core/labels.h"
#include "core/label_colors.h"
#include <algorithm>

namespace core {

namespace {

constexpr std::string_view anyEnd = "*";

bool allows(LabelId end, LabelId other)
{
    return !end || end == other;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

struct Relating {
    std::string_view name, from, to;
};

// "name(from>to)"; empty: a plain name.
std::optional<Relating> relating(std::string_view text)
{
    const std::size_t open = text.rfind('('), between = text.find('>', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || between == std::string_view::npos || !text.ends_with(')'))
        return std::nullopt;
    return Relating{trimmed(text.substr(0, open)), trimmed(text.substr(open + 1, between - open - 1)),
                    trimmed(text.substr(between + 1, text.size() - between - 2))};
}

bool isAny(std::string_view end)
{
    return end.empty() || end == anyEnd;
}

// Looks among the new ones first.
std::optional<LabelId> entityNamed(std::string_view name, std::span<const Label> added, std::span<const Label> existing)
{
    if (isAny(name))
        return LabelId{};
    for (const auto labels : {added, existing})
        for (const Label &label : labels)
            if (label.role != LabelRole::Relation && label.name == name)
                return label.id;
    return std::nullopt;
}

std::string endName(LabelId end, std::span<const Label> labels)
{
    const auto found = std::ranges::find(labels, end, &Label::id);
    return !end || found == labels.end() ? std::string(anyEnd) : found->name;
}

}  // namespace

std::span<const LabelRole> rolesOf(JobKind kind)
{
    static constexpr LabelRole plain[] = {LabelRole::Plain}, entities[] = {LabelRole::Entity},
                               both[] = {LabelRole::Entity, LabelRole::Relation};
    switch (kind) {
    case JobKind::NamedEntity: return entities;
    case JobKind::TextTriplet: return both;
    default: return plain;
    }
}

bool isOf(const Label &label, LabelRole section)
{
    return (label.role == LabelRole::Relation) == (section == LabelRole::Relation);
}

std::vector<std::size_t> numbered(std::span<const Label> labels)
{
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i].role != LabelRole::Relation)
            indexes.push_back(i);
    return indexes;
}

const Label *namesake(std::span<const Label> labels, const Label &label)
{
    const auto found = std::ranges::find_if(labels, [&label](const Label &other) {
        return other.id != label.id && other.name == label.name && isOf(other, label.role);
    });
    return found == labels.end() ? nullptr : &*found;
}

std::vector<const Label *> relationsWith(std::span<const Label> labels, LabelId entity)
{
    std::vector<const Label *> with;
    for (const Label &label : labels)
        if (label.role == LabelRole::Relation && (label.fromLabel == entity || label.toLabel == entity))
            with.push_back(&label);
    return with;
}

bool mayMerge(const Label &from, const Label &into)
{
    if (from.id == into.id || !isOf(into, from.role))
        return false;
    return from.role != LabelRole::Relation
           || (allows(into.fromLabel, from.fromLabel) && allows(into.toLabel, from.toLabel));
}

std::string written(const Label &label, std::span<const Label> labels)
{
    if (label.role != LabelRole::Relation)
        return label.name;
    return label.name + '(' + endName(label.fromLabel, labels) + '>' + endName(label.toLabel, labels) + ')';
}

bool isWrittenRelation(std::string_view text)
{
    return relating(text).has_value();
}

Result<std::vector<Label>> newLabels(JobKind kind, std::span<const std::string> texts, std::span<const Label> existing)
{
    const bool relates = rolesOf(kind).back() == LabelRole::Relation;
    std::vector<Label> added, all(existing.begin(), existing.end());
    int position = 0;
    for (const Label &label : existing)
        position = std::max(position, label.position + 1);
    const auto add = [&](const std::string &text, const std::optional<Relating> &ends) -> Status {
        Label label;
        label.id = {-1 - std::ssize(added)};
        label.name = ends ? ends->name : trimmed(text);
        label.role = ends ? LabelRole::Relation : rolesOf(kind).front();
        label.rgb = nextLabelColor(all);
        label.position = position++;
        if (ends)
            for (const auto &[name, end] : {std::pair(ends->from, &label.fromLabel), {ends->to, &label.toLabel}}) {
                const auto entity = entityNamed(name, added, existing);
                if (!entity)
                    return Error{Code::BadValue, text, {"", 0, 0, std::string(name)}};
                *end = *entity;
            }
        if (label.name.empty() || namesake(all, label))
            return Error{Code::BadValue, text, {}};
        all.push_back(label);
        added.push_back(std::move(label));
        return ok();
    };
    // Entities first, whatever the order they are written in: relations name them.
    for (const bool relations : {false, true})
        for (const std::string &text : texts) {
            const auto ends = relates ? relating(text) : std::nullopt;
            if (ends.has_value() != relations)
                continue;
            if (const Status done = add(text, ends); !done)
                return done.error();
        }
    return added;
}

}  // namespace core
