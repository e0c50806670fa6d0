#include "formats/plain_names.h"
#include "formats/own_comment.h"
#include "formats/text_characters.h"
#include "formats/text_file.h"
#include <algorithm>
#include <set>

namespace formats {

std::string plainName(std::string_view name, std::string_view others)
{
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = at;
        const char32_t c = nextCharacter(name, at);
        const bool isOdd = isSeparator(c) || (c < 0x80 && others.find(static_cast<char>(c)) != others.npos);
        out += isOdd ? std::string_view("_") : name.substr(begin, at - begin);
    }
    return out.empty() ? "_" : out;
}

LabelNames plainNames(std::span<const core::Label> labels, std::string_view others)
{
    std::set<std::string> taken;
    LabelNames names;
    const auto give = [&](const core::Label &label) {
        const std::string plain = plainName(label.name, others);
        std::string name = plain;
        for (int number = 2; !taken.insert(name).second; ++number)
            name = plain + '_' + std::to_string(number);
        names.emplace(label.id, std::move(name));
    };
    // Those that keep their name first, so that no other takes it.
    for (const bool keeps : {true, false})
        for (const core::Label &label : labels)
            if ((plainName(label.name, others) == label.name) == keeps)
                give(label);
    return names;
}

std::string namesComment(std::span<const core::Label> labels, const LabelNames &names)
{
    std::string members;
    for (const core::Label &label : labels)
        if (const std::string &name = names.at(label.id); name != label.name)
            appendMember(members, name, label.name);
    return members.empty() ? "" : std::string(commentStart) + "{\"labels\":{" + members.substr(1) + "}}\n\n";
}

void reportNames(std::span<const core::Label> labels, const LabelNames &names, const Surroundings &around)
{
    for (const core::Label &label : labels)
        if (const std::string &name = names.at(label.id); name != label.name && around.report)
            around.report({Severity::Warning,
                           {core::Code::BadValue, excerpt(label.name) + " -> " + excerpt(name), {{}, 0, 0, "label"}}});
}

}  // namespace formats
