#include "formats/coco_rest.h"
#include "formats/coco.h"

namespace formats::coco {

namespace {
constexpr std::size_t mostBytes = 1 << 20;
}

bool Rest::add(const JsonElement &element)
{
    auto text = element.tooLong ? std::nullopt : jsontext::compacted(element.text);
    if (!text || (m_bytes += text->size() + element.key.size()) > mostBytes)
        return false;
    if (element.index > 0 && !m_members.empty() && m_members.back().key == element.key)
        (m_members.back().text += ',') += *text;
    else
        m_members.push_back({element.key, std::move(*text), element.index >= 0});
    return true;
}

void Rest::keepIn(std::string &property) const
{
    if (m_members.empty())
        return;
    std::string member;
    jsontext::appendString(member, restKey);
    for (const Member &one : m_members) {
        member += &one == &m_members.front() ? ":{" : ",";
        jsontext::appendString(member, one.key);
        member += one.isList ? ":[" + one.text + ']' : ':' + one.text;
    }
    member += '}';
    property.insert(1, property == "{}" ? member : member + ',');
}

}  // namespace formats::coco
