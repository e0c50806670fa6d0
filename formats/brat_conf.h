// annotation.conf: the labels of a brat corpus, and which of them may be joined.
#pragma once
#include "formats/brat.h"
#include "formats/plain_names.h"
#include <set>

namespace formats::brat {

// What there is, by section. Hierarchies are read as lists, macros and what is drawn only are left out.
struct Conf {
    std::vector<std::string> entities;  // and events
    std::vector<std::pair<std::string, Roles>> relations;
    std::map<std::string, std::string> names;  // plain name → label, of our own files
};
Conf parseConf(std::string_view text);

// Labels come in their order; what kept lines and attributes need is collected while the documents are written.
class ConfText {
public:
    ConfText(std::span<const core::Label> labels, const LabelNames &names);
    void addEvent(const Line &event);
    void addAttribute(const std::string &name, const std::string &value);  // value empty: yes or no
    std::string text() const;

private:
    std::string m_names, m_entities, m_relations;
    std::map<std::string, std::set<std::string>> m_events, m_attributes;  // their roles, their values
};

Roles rolesOf(const core::Label &relation);
std::string toJson(const Roles &roles);
inline constexpr std::string_view forbidden = ":|,;<>=#!";  // in names, beside blanks

}  // namespace formats::brat
