// The writing half of voc_xml.h.
#include "formats/decimal.h"
#include "formats/voc_position.h"
#include "formats/voc_xml.h"
#include <algorithm>
#include <sstream>

namespace formats {

namespace {

void append(pugi::xml_node node, const char *name, const std::string &text)
{
    node.append_child(name).text().set(text.c_str());
}

bool isElementName(std::string_view name)
{
    const auto inside = [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) || c == '_' || c == '-' || c == '.' || c == ':';
    };
    return !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0])) && name[0] != '-' && name[0] != '.'
           && std::ranges::all_of(name, inside);
}

// Raw xml is taken only as what it says it is: whole elements of that name.
void appendUnknown(pugi::xml_node node, const core::Attributes &unknown)
{
    for (const auto &[name, text] : unknown) {
        if (!isElementName(name))
            continue;
        if (!text.starts_with('<')) {
            append(node, name.c_str(), text);
            continue;
        }
        pugi::xml_document fragment;
        const auto parsed = fragment.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
        const auto isNamed = [&name = name](pugi::xml_node child) { return name == child.name(); };
        if (parsed && std::ranges::all_of(fragment.children(), isNamed))
            for (const auto child : fragment.children())
                node.append_copy(child);
    }
}

void appendProperties(pugi::xml_node node, const VocObject &object)
{
    if (object.attributes.empty() && object.maskMark.empty())
        return;
    auto properties = node.append_child("properties");
    const auto add = [&properties](const std::string &key, const std::string &value) {
        auto property = properties.append_child("property");
        append(property, "key", key);
        append(property, "value", value);
    };
    for (const auto &[key, value] : object.attributes)
        add(key, value);
    if (!object.maskMark.empty())
        add(std::string(MaskMark), object.maskMark);
}

void appendObject(pugi::xml_node parent, const char *element, const VocObject &object, bool segmented)
{
    auto node = parent.append_child(element);
    append(node, "name", object.name);
    const bool isPart = std::string_view(element) == "part";
    if (!isPart || !object.pose.empty())
        append(node, "pose", object.pose.empty() ? "Unspecified" : object.pose);
    if (!isPart || object.truncated)
        append(node, "truncated", object.truncated ? "1" : "0");
    if (!isPart || object.occluded)
        append(node, "occluded", object.occluded ? "1" : "0");
    if (!isPart || object.difficult)
        append(node, "difficult", object.difficult ? "1" : "0");
    if (object.hardCoefficient)
        append(node, "hard-coefficient", numberText(*object.hardCoefficient));
    if (object.confidence)
        append(node, "confidence", numberText(*object.confidence));
    if (object.maskColor) {
        const auto rgb = *object.maskColor;
        append(node, "mask_color",
               std::to_string(rgb >> 16 & 255) + ',' + std::to_string(rgb >> 8 & 255) + ','
                   + std::to_string(rgb & 255));
    }
    appendProperties(node, object);
    appendUnknown(node, object.unknown);
    if (!writePosition(node, object.geometry, segmented)) {
        parent.remove_child(node);
        return;
    }
    for (const VocObject &part : object.parts)
        appendObject(node, "part", part, segmented);
}

}  // namespace

std::string writeVoc(const VocFile &file)
{
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "no";
    auto root = document.append_child("annotation");
    append(root, "folder", file.folder.empty() ? "NA" : file.folder);
    if (!file.filename.empty())  // an empty element would be a fault
        append(root, "filename", file.filename);
    auto source = root.append_child("source");
    if (file.source.empty())
        append(source, "database", "Unknown");
    appendUnknown(source, file.source);
    auto size = root.append_child("size");
    append(size, "width", std::to_string(file.width));
    append(size, "height", std::to_string(file.height));
    append(size, "depth", std::to_string(file.depth > 0 ? file.depth : 3));
    append(root, "segmented", file.segmented ? "1" : "0");
    if (!file.maskSource.empty())
        append(root, "mask_source", file.maskSource);
    appendUnknown(root, file.unknown);
    for (const VocObject &object : file.objects)
        appendObject(root, "object", object, file.segmented);
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

}  // namespace formats
