#include "formats/text_characters.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace formats {

bool isSeparator(char32_t c)
{
    const auto point = static_cast<UChar32>(c);
    return u_isUWhiteSpace(point) || u_charType(point) == U_CONTROL_CHAR;
}

bool isCjk(char32_t c)
{
    if (c < 0x2e80)
        return false;
    UErrorCode code = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &code);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA
           || script == USCRIPT_BOPOMOFO || (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xfff0);
}

char32_t nextCharacter(std::string_view utf8, std::size_t &at)
{
    UChar32 c = 0;
    auto position = static_cast<std::int32_t>(at);
    U8_NEXT(reinterpret_cast<const std::uint8_t *>(utf8.data()), position, static_cast<std::int32_t>(utf8.size()), c);
    at = static_cast<std::size_t>(position);
    return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

}  // namespace formats
