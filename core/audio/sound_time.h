// Positions in sounds as people and files write them. Positions are samples of the file's own rate; decimal texts are
// read and written by whole numbers, so that nothing drifts.
#pragma once
#include "core/rows.h"
#include <string_view>

namespace core {

// What spans of a sample count in while its file was never seen: microseconds.
constexpr std::int64_t nominalRate = 1'000'000;
std::int64_t rateOf(const MediaInfo &media);  // samples per second, nominalRate where it is not known

// "00:01:02.345" and "62.345000", rounded to the nearest; up to 9 decimals. Hours are not limited to two digits.
std::string clockText(std::int64_t sample, std::int64_t rate, int decimals = 3);
std::string secondsText(std::int64_t sample, std::int64_t rate, int decimals);
// The fewest decimals that bring every position back: 5 at 44100 Hz.
int exactDecimals(std::int64_t rate);

// The nearest sample of "[[h:]mm:]ss[.fraction]", the fraction after a point or a comma: minutes and seconds below 60
// where something stands before them. Empty: no time.
std::optional<std::int64_t> sampleOfClock(std::string_view text, std::int64_t rate);
// Of plain decimal seconds, "12.34", "1e1"-like forms excepted.
std::optional<std::int64_t> sampleOfSeconds(std::string_view text, std::int64_t rate);

// The same moments counted by another rate. Never empty, where it was not.
TimeSpan rescaled(const TimeSpan &span, std::int64_t from, std::int64_t to);

}  // namespace core
