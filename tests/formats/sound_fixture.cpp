#include "tests/formats/sound_fixture.h"
#include "tests/formats/collect.h"
#include <array>

namespace tests {

namespace {

int someBelow(std::mt19937 &random, int n)
{
    return std::uniform_int_distribution(0, n - 1)(random);
}

void append(std::string &out, std::uint32_t value, int bytes)
{
    for (; bytes > 0; --bytes, value >>= 8)
        out += static_cast<char>(value & 0xFF);
}

std::string waveHeader(int rate, int channels, std::int64_t length)
{
    const auto bytes = static_cast<std::uint32_t>(length * channels);
    std::string out = "RIFF";
    append(out, 36 + bytes, 4);
    out += "WAVEfmt ";
    append(out, 16, 4);
    append(out, 1, 2);  // PCM
    append(out, static_cast<std::uint32_t>(channels), 2);
    append(out, static_cast<std::uint32_t>(rate), 4);
    append(out, static_cast<std::uint32_t>(rate * channels), 4);
    append(out, static_cast<std::uint32_t>(channels), 2);
    append(out, 8, 2);
    out += "data";
    append(out, bytes, 4);
    return out;
}

}  // namespace

std::string waveBytes(int rate, int channels, std::int64_t length)
{
    return waveHeader(rate, channels, length) + std::string(static_cast<std::size_t>(length * channels), '\x80');
}

void writeSparseWave(const std::filesystem::path &file, int rate, std::int64_t length)
{
    writeFile(file, waveHeader(rate, 1, length));
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(44 + length));
}

core::Sample soundSample(const std::filesystem::path &folder, int number)
{
    constexpr std::array rates{8000, 16000, 44100, 48000};
    core::Sample sample;
    sample.id = {number + 1};
    sample.uri = "sounds/录音 " + std::to_string(number) + ".wav";
    sample.media.state = core::MediaState::Present;
    sample.media.rate = rates[std::size_t(number) % rates.size()];
    sample.media.channels = 1 + number % 2;
    sample.media.length = static_cast<std::int64_t>(sample.media.rate) * 2 + 17 * number;
    const std::string bytes =
        waveBytes(static_cast<int>(sample.media.rate), sample.media.channels, sample.media.length);
    sample.media.bytes = std::ssize(bytes);
    writeFile(folder / sample.uri, bytes);
    return sample;
}

SegmentShape randomShape(std::mt19937 &random, int level)
{
    SegmentShape shape;
    shape.labels = level < 2 || someBelow(random, 2) == 0;
    shape.contents = level < 2 || someBelow(random, 2) == 0;
    shape.speakers = level < 2 || someBelow(random, 2) == 0;
    shape.channels = level < 2 && someBelow(random, 2) == 0;
    shape.exact = level < 3;
    return shape;
}

core::TimeSpan randomSpan(std::mt19937 &random, const core::MediaInfo &media, const SegmentShape &shape)
{
    const std::int64_t grid = shape.exact ? 1 : static_cast<std::int64_t>(media.rate) / 100;  // else ten milliseconds
    const auto most = static_cast<int>(media.length / grid);
    const int begin = someBelow(random, most - 1), end = begin + 1 + someBelow(random, most - begin);
    const int channel = shape.channels ? someBelow(random, media.channels + 1) - 1 : -1;
    return {begin * grid, std::min(end, most) * grid, channel};
}

std::string randomWords(std::mt19937 &random, bool lines)
{
    static const std::array<const char *, 10> words{"hello", "物流很快",     "Größe",   "\"quoted\"", "a,b;c",
                                                    "=1+1",  "<b>&amp;</b>", "x --> y", "'",          "Ada: 3"};
    std::string text;
    for (int i = 0, count = 1 + someBelow(random, 4); i < count; ++i)
        (text += i == 0                               ? ""
                 : lines && someBelow(random, 3) == 0 ? "\n"
                                                      : " ") +=
            words[std::size_t(someBelow(random, int(words.size())))];
    return text;
}

}  // namespace tests
