#include "formats/decimal.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace formats {

namespace {

constexpr int MaxDigits = 38;  // of 127 bits

bool fits(const std::string_view digits)
{
    return digits.size() < MaxDigits;
}

std::optional<Decimal::Units> scaled(Decimal::Units units, int by)
{
    for (; by > 0; --by)
        if (__builtin_mul_overflow(units, Decimal::Units(10), &units))
            return std::nullopt;
    return units;
}

std::optional<Decimal> added(const Decimal &a, Decimal b, bool negate)
{
    if (negate)
        b.units = -b.units;
    const int scale = std::max(a.scale, b.scale);
    const auto left = scaled(a.units, scale - a.scale), right = scaled(b.units, scale - b.scale);
    Decimal out{0, scale};
    if (!left || !right || __builtin_add_overflow(*left, *right, &out.units))
        return std::nullopt;
    return out;
}

std::string fixedText(double value)
{
    std::array<char, 512> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return {buffer.data(), end.ptr};
}

}  // namespace

std::optional<Decimal> parseDecimal(std::string_view text)
{
    int exponent = 0;
    if (const auto e = text.find_first_of("eE"); e != text.npos) {
        auto tail = text.substr(e + 1);
        if (tail.starts_with('+'))
            tail.remove_prefix(1);
        const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), exponent);
        if (error != std::errc{} || end != tail.data() + tail.size() || std::abs(exponent) > MaxDigits)
            return std::nullopt;
        text = text.substr(0, e);
    }
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto dot = text.find('.');
    std::string digits(text.substr(0, dot));
    Decimal out;
    if (dot != text.npos) {
        digits += text.substr(dot + 1);
        out.scale = int(text.size() - dot - 1);
    }
    if (digits.empty() || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (!fits(digits))
        return std::nullopt;
    for (const char digit : digits)
        out.units = out.units * 10 + (digit - '0');
    if (negative)
        out.units = -out.units;
    out.scale -= exponent;
    if (out.scale < 0) {
        const auto units = scaled(out.units, -out.scale);
        return units ? std::optional(Decimal{*units, 0}) : std::nullopt;
    }
    return out;
}

std::optional<Decimal> decimalOf(double value)
{
    return std::isfinite(value) ? parseDecimal(fixedText(value)) : std::nullopt;
}

std::optional<Decimal> sum(const Decimal &a, const Decimal &b)
{
    return added(a, b, false);
}

std::optional<Decimal> difference(const Decimal &a, const Decimal &b)
{
    return added(a, b, true);
}

std::optional<Decimal> product(const Decimal &a, const Decimal &b)
{
    Decimal out{0, a.scale + b.scale};
    return __builtin_mul_overflow(a.units, b.units, &out.units) ? std::nullopt : std::optional(out);
}

std::optional<Decimal> quotient(const Decimal &a, std::int64_t divisor, int scale)
{
    const auto below = scaled(Decimal::Units(divisor), a.scale);
    const bool negative = a.units < 0;
    if (!below || *below > scaled(1, MaxDigits - 2))
        return std::nullopt;
    const auto units = negative ? -a.units : a.units;
    Decimal out{units / *below, scale};
    auto rest = units % *below;
    for (int digit = 0; digit <= scale; ++digit) {  // long division; the last turn rounds
        if (digit == scale) {
            out.units += rest * 2 >= *below;
            break;
        }
        rest *= 10;
        if (__builtin_mul_overflow(out.units, Decimal::Units(10), &out.units))
            return std::nullopt;
        out.units += rest / *below;
        rest %= *below;
    }
    if (negative)
        out.units = -out.units;
    return out;
}

std::string toFixedText(const Decimal &value)
{
    std::string digits;
    auto rest = value.units < 0 ? -value.units : value.units;
    for (; rest > 0; rest /= 10)
        digits += char('0' + int(rest % 10));
    if (std::ssize(digits) <= value.scale)
        digits.append(std::size_t(value.scale) + 1 - digits.size(), '0');
    std::ranges::reverse(digits);
    if (value.scale > 0)
        digits.insert(digits.size() - std::size_t(value.scale), ".");
    return value.units < 0 ? '-' + digits : digits;
}

std::string toText(const Decimal &value)
{
    auto text = toFixedText(value);
    if (value.scale > 0)
        text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

double toDouble(const Decimal &value)
{
    return parseNumber(toText(value)).value_or(0);
}

std::optional<double> parseNumber(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string numberText(double value)
{
    return fixedText(value);
}

}  // namespace formats
