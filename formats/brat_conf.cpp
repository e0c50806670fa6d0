#include "formats/brat_conf.h"
#include "formats/own_comment.h"
#include "formats/text_file.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace formats::brat {

namespace {

// "Member_of	Arg1:PER, Arg2:ORG": the names in front of the colons.
Roles rolesIn(std::string_view arguments)
{
    Roles roles = usualRoles();
    const auto comma = arguments.find(',');
    const auto role = [](std::string_view argument) {
        const std::string_view name = trimmed(argument.substr(0, argument.find(':')));
        return std::string(name.substr(0, name.find_first_of("?*+{")));
    };
    if (comma != arguments.npos && arguments.find(':') < comma) {
        roles = {role(arguments.substr(0, comma)), role(arguments.substr(comma + 1))};
        if (roles.first.empty() || roles.second.empty() || roles.first == roles.second)
            roles = usualRoles();
    }
    return roles;
}

void take(Conf &conf, const std::string &section, std::string_view line)
{
    const auto tab = line.find('\t');
    const std::string_view names = line.substr(0, tab);  // the first is what files say, others what is drawn
    const std::string_view name = trimmed(names.substr(0, names.find('|')));
    if (name.starts_with('!') || name.starts_with('<') || name.starts_with('-') || name.find('=') != name.npos
        || name.find(' ') != name.npos || name.empty())
        return;
    if (section == "[entities]" || section == "[events]")
        conf.entities.emplace_back(name);
    else if (section == "[relations]")
        conf.relations.emplace_back(name, rolesIn(tab == line.npos ? std::string_view() : line.substr(tab + 1)));
}

std::string typeName(core::LabelId label, const LabelNames &names)
{
    const auto name = names.find(label);
    return name == names.end() ? "<ENTITY>" : name->second;
}

}  // namespace

Conf parseConf(std::string_view text)
{
    Conf conf;
    std::string section;
    forEachLine(text, [&](std::int64_t number, std::string_view line) {
        std::string_view content = line;
        content.remove_prefix(std::min(content.find_first_not_of("\t "), content.size()));
        if (line.starts_with(commentStart)) {
            std::vector<Issue> issues;  // a comment: what cannot be read of it says nothing
            if (auto comment = CommentParser().parse(line, number, issues))
                conf.names = std::move(comment->labels);
        } else if (content.starts_with('[')) {
            section = trimmed(content);
        } else if (!content.starts_with('#')) {
            take(conf, section, content);
        }
        return true;
    });
    return conf;
}

Roles rolesOf(const core::Label &relation)
{
    for (const core::AttributeSpec &spec : relation.attributes) {
        if (spec.name != rolesSpec)
            continue;
        const auto json = nlohmann::json::parse(spec.defaultValue, nullptr, false);
        if (json.is_array() && json.size() == 2 && json[0].is_string() && json[1].is_string())
            return {json[0].get<std::string>(), json[1].get<std::string>()};
    }
    return usualRoles();
}

std::string toJson(const Roles &roles)
{
    return nlohmann::json{roles.first, roles.second}.dump();
}

ConfText::ConfText(std::span<const core::Label> labels, const LabelNames &names) : m_names(namesComment(labels, names))
{
    std::vector<const core::Label *> sorted;
    for (const core::Label &label : labels)
        sorted.push_back(&label);
    std::ranges::stable_sort(sorted, {}, &core::Label::position);
    for (const core::Label *label : sorted) {
        const std::string &name = names.at(label->id);
        if (label->role != core::LabelRole::Relation) {
            m_entities += name + '\n';
            continue;
        }
        const Roles roles = rolesOf(*label);
        m_relations += name + '\t' + roles.first + ':' + typeName(label->fromLabel, names) + ", " + roles.second + ':'
                       + typeName(label->toLabel, names) + '\n';
    }
}

void ConfText::addEvent(const Line &event)
{
    auto &roles = m_events[event.type];
    for (std::size_t i = 1; i < event.arguments.size(); ++i)
        roles.insert(event.arguments[i].first);
}

void ConfText::addAttribute(const std::string &name, const std::string &value)
{
    auto &values = m_attributes[name];
    if (!value.empty())
        values.insert(value);
}

std::string ConfText::text() const
{
    std::string out = m_names + "[entities]\n" + m_entities + "\n[relations]\n" + m_relations + "\n[events]\n";
    for (const auto &[name, roles] : m_events) {
        std::string arguments;
        for (const std::string &role : roles)
            arguments += (arguments.empty() ? "" : ", ") + role + "?:<ANY>";
        out += name + '\t' + arguments + '\n';
    }
    out += "\n[attributes]\n";
    for (const auto &[name, values] : m_attributes) {
        std::string all;
        for (const std::string &value : values)
            all += (all.empty() ? ", Value:" : "|") + value;
        out += name + "\tArg:<ANY>" + all + '\n';
    }
    return out;
}

}  // namespace formats::brat
