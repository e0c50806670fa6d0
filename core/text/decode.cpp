#include "core/text/decode.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <memory>
#include <simdjson.h>
#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>
#include <vector>

namespace core {

namespace {

constexpr std::uintmax_t largestFile = std::uintmax_t{256} << 20;
constexpr std::size_t detectedFrom = std::size_t{1} << 20;  // bytes the detector looks at

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Error unknown(std::string_view encoding)
{
    return {Code::Unsupported, std::string(encoding), {"", 0, 0, "encoding"}};
}

// A converter that stops at what it does not know instead of replacing it.
Converter converterFor(const std::string &encoding)
{
    UErrorCode code = U_ZERO_ERROR;
    Converter made(ucnv_open(encoding.c_str(), &code), &ucnv_close);
    if (U_SUCCESS(code)) {
        ucnv_setToUCallBack(made.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
        ucnv_setFromUCallBack(made.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    }
    if (U_FAILURE(code))
        made.reset();
    return made;
}

std::string hexOf(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += out.empty() ? "" : " ";
        (out += digits[byte >> 4]) += digits[byte & 15];
    }
    return out;
}

Error badBytes(std::string_view bytes, std::size_t at, std::size_t length)
{
    return {Code::BadValue,
            hexOf(bytes.substr(at, std::clamp<std::size_t>(length, 1, 4))),
            {"", 0, static_cast<std::int64_t>(at) + 1, "encoding"}};
}

std::size_t firstBadByteOfUtf8(std::string_view bytes)
{
    const auto length = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t at = 0; at < length;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t *>(bytes.data()), at, length, c);
        if (c < 0)
            return static_cast<std::size_t>(start);
    }
    return bytes.size();
}

// From one encoding to another through ICU's pivot; the message names the bytes it stopped at.
Result<std::string> converted(std::string_view bytes, const std::string &from, const std::string &to)
{
    const Converter source = converterFor(from), target = converterFor(to);
    if (!source || !target)
        return unknown(source ? to : from);
    std::string out;
    std::vector<char> piece(std::size_t{64} << 10);
    std::array<UChar, 4096> pivot{};
    UChar *pivotSource = pivot.data(), *pivotTarget = pivot.data();
    const char *at = bytes.data(), *const end = at + bytes.size();
    UBool reset = 1;
    for (UErrorCode code = U_BUFFER_OVERFLOW_ERROR; code == U_BUFFER_OVERFLOW_ERROR; reset = 0) {
        code = U_ZERO_ERROR;
        char *written = piece.data();
        ucnv_convertEx(target.get(), source.get(), &written, piece.data() + piece.size(), &at, end, pivot.data(),
                       &pivotSource, &pivotTarget, pivot.data() + pivot.size(), reset, 1, &code);
        out.append(piece.data(), written);
        if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR) {
            std::array<char, 16> invalid{};
            auto count = static_cast<int8_t>(invalid.size());
            UErrorCode ignored = U_ZERO_ERROR;  // none to be had: the place alone is told
            ucnv_getInvalidChars(source.get(), invalid.data(), &count, &ignored);
            const auto read = static_cast<std::size_t>(at - bytes.data());
            const auto length = U_SUCCESS(ignored) ? std::min<std::size_t>(static_cast<std::size_t>(count), read) : 0;
            return badBytes(bytes, read - std::max<std::size_t>(length, std::min<std::size_t>(read, 1)), length);
        }
    }
    return out;
}

struct Mark {
    std::string_view bytes, encoding;
};
constexpr std::array<Mark, 5> marks{{
    {"\xEF\xBB\xBF", "UTF-8"},
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},  // before UTF-16LE, whose mark it begins with
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

const Mark *markOf(std::string_view bytes, std::string_view encoding)
{
    for (const Mark &mark : marks)
        if (bytes.starts_with(mark.bytes) && (encoding.empty() || encoding == mark.encoding))
            return &mark;
    return nullptr;
}

// Whether what is not ASCII consists of the marks and the frequent characters (level 1) of GB 2312 alone: a short
// Chinese text, which the detector's statistics take for some alphabet of single bytes.
bool isCommonChinese(std::string_view bytes)
{
    bool any = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80)
            continue;
        const auto trail = static_cast<unsigned char>(i + 1 < bytes.size() ? bytes[++i] : 0);
        const bool mark = lead >= 0xa1 && lead <= 0xa3, character = lead >= 0xb0 && lead <= 0xd7;
        if (trail < 0xa1 || trail == 0xff || (!mark && !character))
            return false;
        any = true;
    }
    return any;
}

std::string detected(std::string_view bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    const auto seen = bytes.substr(0, detectedFrom);
    if (uchardet_handle_data(detector.get(), seen.data(), seen.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    const std::string found = canonicalEncoding(uchardet_get_charset(detector.get()));
    const bool alphabet = found.empty() || found.starts_with("ISO-8859") || found.starts_with("WINDOWS-125");
    return alphabet && isCommonChinese(bytes) ? "GB18030" : found;
}

}  // namespace

std::string canonicalEncoding(std::string_view name)
{
    const Converter known = name.empty() ? Converter(nullptr, &ucnv_close) : converterFor(std::string(name));
    if (!known)
        return {};
    std::string canonical;
    for (const char *standard : {"IANA", "MIME"}) {  // MIME is nearer to what people write, but lacks some
        UErrorCode code = U_ZERO_ERROR;
        const char *found = ucnv_getStandardName(std::string(name).c_str(), standard, &code);
        if (found && U_SUCCESS(code))
            canonical = found;
    }
    std::ranges::transform(canonical, canonical.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (const std::string_view smaller : {"GBK", "GB2312", "EUC-CN", "CP936", "WINDOWS-936-2000"})
        if (canonical == smaller)
            return "GB18030";
    return canonical == "US-ASCII" ? "UTF-8" : canonical;
}

Result<DecodedText> decodeText(std::string_view bytes, std::string_view encoding)
{
    DecodedText decoded;
    if (!encoding.empty() && (decoded.encoding = canonicalEncoding(encoding)).empty())
        return unknown(encoding);
    if (const Mark *mark = markOf(bytes, decoded.encoding)) {
        decoded.encoding = mark->encoding;
        decoded.byteOrderMark = true;
        bytes.remove_prefix(mark->bytes.size());
    }
    const bool utf8 = simdjson::validate_utf8(bytes.data(), bytes.size());
    if (decoded.encoding.empty())
        decoded.encoding = utf8 ? "UTF-8" : detected(bytes);
    if (decoded.encoding.empty())
        return unknown("");
    if (decoded.encoding == "UTF-8") {
        if (!utf8)
            return badBytes(bytes, firstBadByteOfUtf8(bytes), 1);
        decoded.text = bytes;
        return decoded;
    }
    auto text = converted(bytes, decoded.encoding, "UTF-8");
    if (!text)
        return text.error();
    decoded.text = std::move(*text);
    return decoded;
}

Result<std::string> encodeText(std::string_view utf8, std::string_view encoding, bool byteOrderMark)
{
    const std::string canonical = canonicalEncoding(encoding);
    if (canonical.empty())
        return unknown(encoding);
    std::string out;
    if (byteOrderMark)
        for (const Mark &mark : marks)
            if (mark.encoding == canonical)
                out = mark.bytes;
    if (canonical == "UTF-8")
        return out.append(utf8);
    auto text = converted(utf8, "UTF-8", canonical);
    if (!text)
        return text.error();
    return out += *text;
}

Result<DecodedText> readTextFile(const std::filesystem::path &file, std::string_view encoding)
{
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    const auto at = [&file](Error error) {
        error.where.file = file.string();
        return error;
    };
    if (failed)
        return at({failed == std::errc::no_such_file_or_directory ? Code::NotFound : Code::Io, failed.message(), {}});
    if (size > largestFile)
        return at({Code::TooLarge, std::to_string(size), {}});
    std::ifstream in(file, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in)
        return at({Code::Io, "", {}});
    auto decoded = decodeText(bytes, encoding);
    if (!decoded)
        return at(decoded.error());
    return decoded;
}

}  // namespace core
