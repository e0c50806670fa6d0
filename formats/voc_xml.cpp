#include "formats/voc_xml.h"
#include "formats/decimal.h"
#include "formats/text_file.h"
#include "formats/voc_position.h"
#include <pugixml.hpp>
#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace formats {

using core::Code;
using core::Error;
using core::Result;
using core::Status;

namespace {

constexpr int MaxPartDepth = 8;

std::string_view textOf(pugi::xml_node node)
{
    return trimmed(node.text().get());
}

std::string_view firstLine(std::string_view text)
{
    return trimmed(text.substr(0, text.find('\n')));
}

bool isElement(pugi::xml_node node)
{
    return node.type() == pugi::node_element;
}

bool hasElements(pugi::xml_node node)
{
    return std::ranges::any_of(node.children(), isElement);
}

std::string raw(pugi::xml_node node)
{
    std::ostringstream out;
    node.print(out, "", pugi::format_raw);
    return out.str();
}

std::string rawText(const char *name, const std::string &text)
{
    pugi::xml_document document;
    document.append_child(name).text().set(text.c_str());
    return raw(document.first_child());
}

// Repeated ones of a name are kept together, as raw xml.
void keep(core::Attributes &unknown, pugi::xml_node node)
{
    const std::string text(textOf(node));
    const bool isText = !hasElements(node) && !node.first_attribute() && !text.starts_with('<');
    if (const std::string *before = core::valueOf(unknown, node.name()))
        core::set(unknown, node.name(),
                  (before->starts_with('<') ? *before : rawText(node.name(), *before)) + raw(node));
    else
        core::set(unknown, node.name(), isText ? text : raw(node));
}

bool parseFlag(std::string_view text, bool &flag)
{
    flag = text == "1" || text == "true" || text == "True";
    return flag || text == "0" || text == "false" || text == "False";
}

bool parseShare(std::string_view text, std::optional<double> &share)
{
    share = parseNumber(text);
    return share && *share >= 0 && *share <= 1;
}

bool parseColor(std::string_view text, std::optional<core::Rgb> &color)
{
    core::Rgb rgb = 0;
    for (int channel = 0; channel < 3; ++channel) {
        const auto comma = text.find(',');
        const auto value = parseNumber(text.substr(0, comma));
        if (!value || *value < 0 || *value > 255 || *value != int(*value) || (comma == text.npos) != (channel == 2))
            return false;
        rgb = rgb << 8 | core::Rgb(*value);
        text.remove_prefix(channel < 2 ? comma + 1 : 0);
    }
    color = rgb;
    return true;
}

bool parseSize(std::string_view text, int &size)
{
    const auto value = parseNumber(text);
    if (!value || *value < 0 || *value > 1e9 || *value != int(*value))
        return false;
    size = int(*value);
    return true;
}

template <class T>
struct TextElement {
    std::string_view name;
    bool (*take)(T &, std::string_view text);
};

constexpr std::array<TextElement<VocObject>, 9> ObjectTexts{{
    {"name", [](VocObject &o, std::string_view text) { return o.name = text, true; }},
    {"pose", [](VocObject &o, std::string_view text) { return o.pose = text == "Unspecified" ? "" : text, true; }},
    {"truncated", [](VocObject &o, std::string_view text) { return parseFlag(text, o.truncated); }},
    {"occluded", [](VocObject &o, std::string_view text) { return parseFlag(text, o.occluded); }},
    {"difficult", [](VocObject &o, std::string_view text) { return parseFlag(text, o.difficult); }},
    {"hard-coefficient", [](VocObject &o, std::string_view text) { return parseShare(text, o.hardCoefficient); }},
    {"difficult-coefficient", [](VocObject &o, std::string_view text) { return parseShare(text, o.hardCoefficient); }},
    {"confidence", [](VocObject &o, std::string_view text) { return parseShare(text, o.confidence); }},
    {"mask_color", [](VocObject &o, std::string_view text) { return parseColor(text, o.maskColor); }},
}};

constexpr std::array<TextElement<VocFile>, 4> FileTexts{{
    {"folder", [](VocFile &f, std::string_view text) { return f.folder = text, true; }},
    {"filename", [](VocFile &f, std::string_view text) { return f.filename = text, true; }},
    {"segmented", [](VocFile &f, std::string_view text) { return parseFlag(text, f.segmented); }},
    {"mask_source", [](VocFile &f, std::string_view text) { return f.maskSource = text, true; }},
}};

constexpr std::array<TextElement<VocFile>, 3> SizeTexts{{
    {"width", [](VocFile &f, std::string_view text) { return parseSize(text, f.width); }},
    {"height", [](VocFile &f, std::string_view text) { return parseSize(text, f.height); }},
    {"depth", [](VocFile &f, std::string_view text) { return parseSize(text, f.depth); }},
}};

class Reader {
public:
    Reader(std::string_view bytes, const std::string &file, const IssueReport &report)
        : m_bytes(bytes),
          m_file(file),
          m_report(report)
    {
    }

    Result<VocFile> read()
    {
        pugi::xml_document document;
        const auto parsed = document.load_buffer(m_bytes.data(), m_bytes.size(),
                                                 pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
        if (!parsed)
            return Error{Code::Corrupt, parsed.description(), placeAt(m_bytes, std::size_t(parsed.offset), m_file)};
        for (const auto node : document.children())
            if (node.type() == pugi::node_doctype)
                return error(node, Code::Unsupported, "DOCTYPE", excerpt(firstLine(node.value())));
        const auto root = document.document_element();
        if (std::string_view(root.name()) != "annotation")
            return error(root, Code::BadValue, "annotation", excerpt(root.name()));
        VocFile file;
        if (const auto header = readHeader(root, file); !header)
            return header.error();
        if (const auto objects = readObjects(root, file); !objects)
            return objects.error();
        return file;
    }

private:
    Error error(pugi::xml_node node, Code code, std::string field, std::string detail = {}) const
    {
        const auto inside = std::size_t(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
        Error out{code, std::move(detail), placeAt(m_bytes, std::min(m_bytes.rfind('<', inside), inside), m_file)};
        out.where.field = std::move(field);
        return out;
    }

    template <class T>
    Status takeText(T &target, const TextElement<T> &element, pugi::xml_node node, const std::string &prefix,
                    std::set<std::string_view> &seen)
    {
        const auto text = textOf(node);
        if (!seen.insert(element.name).second)
            return error(node, Code::BadValue, prefix + node.name(), "twice");
        if (text.empty())
            return error(node, Code::MissingField, prefix + node.name(), "empty");
        if (!element.take(target, text))
            return error(node, Code::BadValue, prefix + node.name(), excerpt(text));
        return core::ok();
    }

    // True when one of `elements` has the node's name.
    template <class T, std::size_t N>
    Result<bool> takeOneOf(T &target, const std::array<TextElement<T>, N> &elements, pugi::xml_node node,
                           const std::string &prefix, std::set<std::string_view> &seen)
    {
        for (const auto &element : elements)
            if (element.name == node.name()) {
                const auto taken = takeText(target, element, node, prefix, seen);
                return taken ? Result<bool>(true) : taken.error();
            }
        return false;
    }

    Status readHeader(pugi::xml_node root, VocFile &file)
    {
        std::set<std::string_view> seen;
        for (const auto node : root.children()) {
            const std::string_view name = node.name();
            if (!isElement(node) || name == "object")
                continue;
            const auto taken = takeOneOf(file, FileTexts, node, "", seen);
            if (!taken)
                return taken.error();
            if (*taken)
                continue;
            if (name == "size") {
                for (const auto part : node.children())
                    if (const auto one = takeOneOf(file, SizeTexts, part, "size.", seen); !one)
                        return one.error();
            } else if (name == "source") {
                for (const auto part : node.children())
                    if (isElement(part))
                        keep(file.source, part);
            } else {
                keep(file.unknown, node);
            }
        }
        return core::ok();
    }

    Status readObjects(pugi::xml_node root, VocFile &file)
    {
        int index = 0;
        for (const auto node : root.children("object")) {
            const int number = index++;
            auto object = readObject(node, "object[" + std::to_string(number) + "]", 0);
            if (object) {
                file.objects.push_back(std::move(*object));
                file.numbers.push_back(number);
            } else if (!m_report({Severity::Error, object.error()})) {
                return Error{Code::Cancelled, "", {}};
            }
        }
        return core::ok();
    }

    Result<VocObject> readObject(pugi::xml_node node, const std::string &field, int depth)
    {
        if (depth > MaxPartDepth)
            return error(node, Code::TooLarge, field, "nested too deeply");
        if (!hasElements(node))
            return error(node, Code::MissingField, field, "empty");
        VocObject object;
        pugi::xml_node position;
        std::set<std::string_view> seen;
        for (const auto child : node.children()) {
            if (!isElement(child))
                continue;
            if (isPosition(child.name())) {
                if (position)
                    return error(child, Code::BadValue, field + '.' + child.name(), "second position");
                position = child;
            } else if (const auto taken = readChild(child, object, field, depth, seen); !taken) {
                return taken.error();
            }
        }
        if (object.name.empty())
            return error(node, Code::MissingField, field + ".name");
        if (!position)
            return error(node, Code::MissingField, field + ".bndbox", "no position");
        auto geometry = readPosition(position);
        if (const auto *fault = std::get_if<PositionFault>(&geometry))
            return error(fault->node, fault->code, field + '.' + position.name() + fault->field, fault->detail);
        object.geometry = std::get<core::Geometry>(std::move(geometry));
        return object;
    }

    Status readChild(pugi::xml_node child, VocObject &object, const std::string &field, int depth,
                     std::set<std::string_view> &seen)
    {
        const auto taken = takeOneOf(object, ObjectTexts, child, field + '.', seen);
        if (!taken)
            return taken.error();
        const std::string_view name = child.name();
        if (*taken)
            return core::ok();
        if (name == "properties")
            return readProperties(child, object, field + ".properties");
        if (name != "part") {
            keep(object.unknown, child);
            return core::ok();
        }
        auto part = readObject(child, field + ".part[" + std::to_string(object.parts.size()) + ']', depth + 1);
        if (!part)
            return part.error();
        object.parts.push_back(std::move(*part));
        return core::ok();
    }

    Status readProperties(pugi::xml_node node, VocObject &object, const std::string &field)
    {
        int index = 0;
        for (const auto child : node.children()) {
            if (!isElement(child))
                continue;
            const bool isPair = std::string_view(child.name()) == "property";
            const auto where = field + '.' + child.name() + (isPair ? '[' + std::to_string(index++) + ']' : "");
            const auto key = isPair ? textOf(child.child("key")) : std::string_view(child.name());
            const auto value = textOf(isPair ? child.child("value") : child);
            if (key.empty())
                return error(child, Code::MissingField, where + ".key", "empty");
            if (value.empty())
                return error(child, Code::MissingField, isPair ? where + ".value" : where, "empty");
            if (key == MaskMark) {
                object.maskMark = value;
                continue;
            }
            if (key.starts_with('@') && !key.starts_with("@modelarts:"))
                return error(child, Code::BadValue, where + ".key", excerpt(key));
            core::set(object.attributes, key, std::string(value));
        }
        return core::ok();
    }

    std::string_view m_bytes;
    const std::string &m_file;
    const IssueReport &m_report;
};

}  // namespace

Result<VocFile> readVoc(std::string_view bytes, const std::string &fileName, const IssueReport &report)
{
    if (bytes.size() > MaxLabelFileBytes)
        return Error{Code::TooLarge, std::to_string(bytes.size()), {fileName, 0, 0, {}}};
    if (const auto checked = checkText(bytes, pathOf(fileName)); !checked)
        return checked.error();
    return Reader(bytes, fileName, report).read();
}

}  // namespace formats
