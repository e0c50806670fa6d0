#include "formats/creation_time.h"
#include <chrono>

namespace formats {

namespace {

constexpr std::string_view pattern = "dddd-dd-dd dd:dd:dd";

int number(std::string_view text, std::size_t at, std::size_t digits)
{
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i)
        value = value * 10 + (text[i] - '0');
    return value;
}

void put(std::string &text, std::size_t at, std::size_t digits, unsigned value)
{
    for (std::size_t i = at + digits; i-- > at; value /= 10)
        text[i] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<core::Timestamp> parseCreationTime(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() != pattern.size())
        return std::nullopt;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == 'd' ? !digit : text[i] != pattern[i] && !(i == 10 && text[i] == 'T'))
            return std::nullopt;
    }
    const year_month_day day{year(number(text, 0, 4)), month(static_cast<unsigned>(number(text, 5, 2))),
                             std::chrono::day(static_cast<unsigned>(number(text, 8, 2)))};
    const int h = number(text, 11, 2), m = number(text, 14, 2), s = number(text, 17, 2);
    if (!day.ok() || h > 23 || m > 59 || s > 60)
        return std::nullopt;
    return duration_cast<milliseconds>(sys_days(day).time_since_epoch()).count() + ((h * 60LL + m) * 60 + s) * 1000;
}

std::string creationTime(core::Timestamp time)
{
    using namespace std::chrono;
    constexpr core::Timestamp first = -62135596800000, last = 253402300799999;  // years 1 and 9999
    if (time == 0 || time < first || time > last)
        return {};
    const sys_time<milliseconds> at{milliseconds(time)};
    const auto midnight = floor<days>(at);
    const year_month_day day{midnight};
    const auto second = floor<seconds>(at - midnight).count();
    std::string text = "0000-00-00 00:00:00";
    put(text, 0, 4, static_cast<unsigned>(static_cast<int>(day.year())));
    put(text, 5, 2, static_cast<unsigned>(day.month()));
    put(text, 8, 2, static_cast<unsigned>(day.day()));
    put(text, 11, 2, static_cast<unsigned>(second / 3600));
    put(text, 14, 2, static_cast<unsigned>(second / 60 % 60));
    put(text, 17, 2, static_cast<unsigned>(second % 60));
    return text;
}

}  // namespace formats
