// Exact decimal arithmetic on coordinates as they are written, so that a width given by its second corner, or by a
// share of the image, comes back as the very double it was.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace formats {

// units / 10^scale. Sums and products that do not fit are empty.
struct Decimal {
    __extension__ typedef __int128 Units;
    Units units = 0;
    int scale = 0;
};

std::optional<Decimal> parseDecimal(std::string_view text);  // "12", "-0.5", "4.70e1"; the whole text
std::optional<Decimal> decimalOf(double value);              // of the shortest digits that read back as `value`
std::optional<Decimal> sum(const Decimal &a, const Decimal &b);
std::optional<Decimal> difference(const Decimal &a, const Decimal &b);
std::optional<Decimal> product(const Decimal &a, const Decimal &b);
// a / divisor to `scale` digits behind the point, the last one rounded. divisor > 0.
std::optional<Decimal> quotient(const Decimal &a, std::int64_t divisor, int scale);
double toDouble(const Decimal &value);          // the nearest double
std::string toText(const Decimal &value);       // without zeros at the end
std::string toFixedText(const Decimal &value);  // all its digits

std::optional<double> parseNumber(std::string_view text);  // finite; blanks around it are allowed
std::string numberText(double value);  // integers plainly, else the shortest digits that read back as the same double

}  // namespace formats
