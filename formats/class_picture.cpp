#include "formats/class_picture.h"
#include "core/masks.h"
#include "formats/text_file.h"
#include <algorithm>
#include <cstdio>
#include <set>

namespace formats {

using core::Code;
using core::Error;

namespace {

std::optional<core::Rgb> colorAt(const PngHeader &header, std::uint32_t value)
{
    if (header.pixels == PngPixels::Color)
        return value;
    if (header.pixels == PngPixels::Palette && value < header.palette.size())
        return header.palette[value];
    return std::nullopt;
}

bool isNothing(const PngHeader &header, std::uint32_t value)
{
    if (value == std::uint32_t(VoidValue) && header.pixels != PngPixels::Color)
        return true;
    const auto color = colorAt(header, value);
    return color && (*color == VoidColor || *color == core::Rgb(0));
}

std::string described(const PngHeader &header, std::uint32_t value, double pixels)
{
    char color[16] = "";
    if (const auto rgb = colorAt(header, value))
        std::snprintf(color, sizeof color, "#%06x", unsigned(*rgb));
    std::string text = header.pixels == PngPixels::Color ? color : std::to_string(value);
    if (header.pixels == PngPixels::Palette && *color)
        text += std::string(" (") + color + ')';
    return text + ": " + std::to_string(std::int64_t(pixels)) + " pixels";
}

using Value = std::optional<std::uint32_t>;

// The one value in use that has the colour; empty: none or several.
Value valueOfColor(const ClassPicture &picture, core::Rgb rgb)
{
    Value found;
    for (const auto &[value, mask] : picture.masks) {
        if (colorAt(picture.header, value) != rgb)
            continue;
        if (found)
            return std::nullopt;
        found = value;
    }
    return found;
}

Value valueFor(const ClassPicture &picture, const ClassColor &one, bool isColorItsOwn)
{
    const bool hasColors = picture.header.pixels != PngPixels::Gray8 && picture.header.pixels != PngPixels::Gray16;
    if (one.ownValue > 0 && picture.masks.contains(std::uint32_t(one.ownValue))) {
        const auto color = colorAt(picture.header, std::uint32_t(one.ownValue));
        if (picture.header.pixels != PngPixels::Color && (!hasColors || !one.rgb || color == one.rgb))
            return std::uint32_t(one.ownValue);
    }
    if (hasColors && one.rgb && isColorItsOwn)
        if (const auto value = valueOfColor(picture, *one.rgb))
            return value;
    const bool isIndex = picture.header.pixels != PngPixels::Color;
    return isIndex && one.gray > 0 && picture.masks.contains(std::uint32_t(one.gray)) ? Value(one.gray) : std::nullopt;
}

}  // namespace

core::Result<ClassPicture> readClassPicture(const std::filesystem::path &file, std::pair<int, int> size, int depth)
{
    ClassPicture out;
    MasksByValue masks;
    const auto error = [&file](Code code, std::string detail) {
        return Error{code, std::move(detail), {utf8(file), 0, 0, {}}};
    };
    const auto begin = [&](const PngHeader &header) -> core::Status {
        const auto text = [](int w, int h) { return std::to_string(w) + 'x' + std::to_string(h); };
        if (size.first > 0 && size.second > 0 && (header.width != size.first || header.height != size.second))
            return error(Code::BadValue,
                         text(header.width, header.height) + ", the image has " + text(size.first, size.second));
        if (depth == 8 && header.pixels == PngPixels::Gray16)
            return error(Code::Unsupported, "16 bits a pixel");
        if (header.pixels != PngPixels::Palette || header.palette.empty() || header.palette.front() == 0)
            masks.ignore(0);
        out.header = header;
        return core::ok();
    };
    const auto row = [&](int y, std::span<const std::uint32_t> values) -> core::Status {
        masks.addRow(y, values);
        return masks.hasTooMany() ? core::Status(error(Code::TooLarge, "more values than classes can have"))
                                  : core::ok();
    };
    if (auto read = readPng(file, {begin, row}); !read)
        return read.error();
    out.masks = masks.take();
    return out;
}

ClassMatch matchClasses(const ClassPicture &picture, const ClassColors &classes)
{
    ClassMatch match;
    std::map<core::Rgb, int> sharing;
    for (const auto &[label, one] : classes)
        if (one.rgb)
            ++sharing[*one.rgb];
    std::set<std::uint32_t> known;
    for (const auto &[label, one] : classes) {
        const auto value = valueFor(picture, one, one.rgb && sharing[*one.rgb] == 1);
        if (value && known.insert(*value).second)
            match.values.emplace(label, int(*value));
    }
    for (const auto &[value, mask] : picture.masks)
        if (!known.contains(value) && !isNothing(picture.header, value))
            match.unknown.emplace(value, described(picture.header, value, core::area(mask)));
    return match;
}

}  // namespace formats
