#include "core/audio/sound_time.h"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace core {

namespace {

constexpr int mostDecimals = 9;
constexpr std::int64_t mostSeconds = 1'000'000'000;  // thirty years: times the largest rate it still fits

std::int64_t powerOfTen(int n)
{
    std::int64_t power = 1;
    for (; n > 0; --n)
        power *= 10;
    return power;
}

// value * to / from, rounded to the nearest, halves up; value is not negative.
std::int64_t scaled(std::int64_t value, std::int64_t from, std::int64_t to)
{
    const std::int64_t whole = value / from, rest = value % from;
    return whole * to + (rest * to + from / 2) / from;
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> number(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (!isDigits(digits) || error != std::errc{} || end != digits.data() + digits.size() || value > mostSeconds)
        return std::nullopt;
    return value;
}

struct Units {
    std::int64_t whole = 0, fraction = 0;  // of 10^-decimals
};

Units unitsOf(std::int64_t sample, std::int64_t rate, int decimals)
{
    const std::int64_t unit = powerOfTen(decimals);
    const std::int64_t value = scaled(sample % rate, rate, unit);
    return {sample / rate + value / unit, value % unit};
}

void appendFraction(std::string &out, std::int64_t fraction, int decimals)
{
    if (decimals == 0)
        return;
    const std::string digits = std::to_string(fraction);
    out += '.';
    out.append(static_cast<std::size_t>(decimals) - digits.size(), '0');
    out += digits;
}

std::optional<std::int64_t> sampleOf(std::int64_t seconds, std::string_view fraction, std::int64_t rate)
{
    if (!fraction.empty() && !isDigits(fraction))
        return std::nullopt;
    const auto digits = fraction.substr(0, mostDecimals);
    std::int64_t value = 0;
    if (!digits.empty())
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return seconds * rate + scaled(value, powerOfTen(static_cast<int>(digits.size())), rate);
}

}  // namespace

std::int64_t rateOf(const MediaInfo &media)
{
    return media.rate >= 1 ? std::llround(media.rate) : nominalRate;
}

std::string clockText(std::int64_t sample, std::int64_t rate, int decimals)
{
    const Units units = unitsOf(std::max<std::int64_t>(sample, 0), rate, decimals);
    char head[40];
    std::snprintf(head, sizeof head, "%02lld:%02lld:%02lld", static_cast<long long>(units.whole / 3600),
                  static_cast<long long>(units.whole / 60 % 60), static_cast<long long>(units.whole % 60));
    std::string out = head;
    appendFraction(out, units.fraction, decimals);
    return out;
}

std::string secondsText(std::int64_t sample, std::int64_t rate, int decimals)
{
    const Units units = unitsOf(std::max<std::int64_t>(sample, 0), rate, decimals);
    std::string out = std::to_string(units.whole);
    appendFraction(out, units.fraction, decimals);
    return out;
}

int exactDecimals(std::int64_t rate)
{
    int decimals = 0;
    while (decimals < mostDecimals && powerOfTen(decimals) < rate)
        ++decimals;
    return decimals;
}

std::optional<std::int64_t> sampleOfClock(std::string_view text, std::int64_t rate)
{
    const auto point = text.find_first_of(".,");
    const auto fraction = point == text.npos ? std::string_view() : text.substr(point + 1);
    if (point != text.npos && fraction.empty())
        return std::nullopt;
    text = text.substr(0, point);
    std::int64_t seconds = 0;
    for (int part = 0;; ++part) {
        const auto colon = text.find(':');
        const auto value = number(text.substr(0, colon));
        if (!value || part > 2 || (part > 0 && *value >= 60) || seconds > mostSeconds / 60)
            return std::nullopt;
        seconds = seconds * 60 + *value;
        if (colon == text.npos)
            return sampleOf(seconds, fraction, rate);
        text.remove_prefix(colon + 1);
    }
}

std::optional<std::int64_t> sampleOfSeconds(std::string_view text, std::int64_t rate)
{
    const auto point = text.find('.');
    const auto seconds = number(text.substr(0, point));
    if (!seconds)
        return std::nullopt;
    return sampleOf(*seconds, point == text.npos ? std::string_view() : text.substr(point + 1), rate);
}

TimeSpan rescaled(const TimeSpan &span, std::int64_t from, std::int64_t to)
{
    TimeSpan out{scaled(span.begin, from, to), scaled(span.end, from, to), span.channel};
    if (span.end > span.begin)
        out.end = std::max(out.end, out.begin + 1);
    return out;
}

}  // namespace core
