#include "formats/text_span.h"
#include "formats/option_values.h"

namespace formats {

namespace {

std::int64_t lengthOf(const core::TextMap &text, OffsetUnit unit)
{
    switch (unit) {
    case OffsetUnit::CodePoint: return text.codePoints();
    case OffsetUnit::Utf16: return text.utf16Units();
    case OffsetUnit::Byte: return text.bytes();
    }
    return 0;
}

bool isBoundary(const core::TextMap &text, OffsetUnit unit, std::int64_t at)
{
    switch (unit) {
    case OffsetUnit::CodePoint: return true;
    case OffsetUnit::Utf16: return text.isBoundaryOfUtf16(at);
    case OffsetUnit::Byte: return text.isBoundaryOfByte(at);
    }
    return true;
}

std::int64_t toCodePoint(std::int64_t at, OffsetUnit unit, const core::TextMap &text)
{
    switch (unit) {
    case OffsetUnit::CodePoint: return at;
    case OffsetUnit::Utf16: return text.fromUtf16(at);
    case OffsetUnit::Byte: return text.fromByte(at);
    }
    return at;
}

}  // namespace

OptionSpec offsetOption()
{
    return {.name = "offset",
            .defaultValue = "code-point",
            .choices = {"code-point", "utf16"},
            .kinds = {core::JobKind::NamedEntity, core::JobKind::TextTriplet}};
}

OffsetUnit offsetUnit(const Options &options)
{
    const auto said = optionOr(options, "offset", "code-point");
    return said == "utf16" ? OffsetUnit::Utf16 : said == "byte" ? OffsetUnit::Byte : OffsetUnit::CodePoint;
}

core::Result<std::pair<std::int64_t, std::int64_t>> toCodePoints(std::int64_t begin, std::int64_t end, OffsetUnit unit,
                                                                 const core::TextMap &text)
{
    const auto fault = [&](const std::string &why) {
        return core::Error{core::Code::BadValue, std::to_string(begin) + '-' + std::to_string(end) + ": " + why, {}};
    };
    if (begin > end)
        return fault("reversed");
    if (begin == end)
        return fault("empty");
    if (begin < 0 || end > lengthOf(text, unit))
        return fault("the text has " + std::to_string(lengthOf(text, unit)));
    if (!isBoundary(text, unit, begin) || !isBoundary(text, unit, end))
        return fault(unit == OffsetUnit::Utf16 ? "within a surrogate pair" : "within a character");
    return std::pair(toCodePoint(begin, unit, text), toCodePoint(end, unit, text));
}

std::int64_t fromCodePoint(std::int64_t at, OffsetUnit unit, const core::TextMap &text)
{
    switch (unit) {
    case OffsetUnit::CodePoint: return at;
    case OffsetUnit::Utf16: return text.toUtf16(at);
    case OffsetUnit::Byte: return text.toByte(at);
    }
    return at;
}

}  // namespace formats
