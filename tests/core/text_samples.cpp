#include "tests/core/text_samples.h"
#include <QString>
#include <array>
#include <random>

std::vector<std::string> textSamples(int count, unsigned seed)
{
    using namespace std::string_literals;
    static const std::vector<std::string> pieces{
        "Ada met Bob. "s,
        "数据标注软件"s,
        "，"s,
        "👩‍👩‍👧‍👦"s,
        "🇨🇳🇩🇪"s,
        "👍🏽"s,
        "e\u0301"s,
        "o\u0302\u0323 "s,
        "שלום "s,
        "مرحبا "s,
        "\r\n"s,
        "\n"s,
        "\r"s,
        "\t"s,
        "\0"s,
        "𝒳𝒴"s,
        "क्षत्रिय "s,
        "한국어 "s,
        "ไทยภาษา"s,
        "\u200d"s,
        "\ufeff"s,
        "x"s,
        "\u2028para"s,
        "12:30, 4.5% "s,
        "각"s,
        "\u0301"s,
        "“引号” "s,
        "…"s,
    };
    std::mt19937 random(seed);
    std::vector<std::string> samples;
    for (int i = 0; i < count; ++i) {
        std::string text;
        const auto length = i == 0 ? 0 : random() % 40 + (i % 10 == 9 ? 600 : 0);
        for (unsigned long j = 0; j < length; ++j)
            text += pieces[random() % pieces.size()];
        samples.push_back(std::move(text));
    }
    return samples;
}

// Not through QString::fromUtf8, which takes a leading U+FEFF for a mark.
std::u32string toUtf32(std::string_view utf8)
{
    std::u32string points;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            points += byte;
        else if (byte < 0xc0)
            points.back() = (points.back() << 6) | (byte & 0x3f);
        else
            points += static_cast<char32_t>(byte < 0xe0 ? byte & 0x1f : byte < 0xf0 ? byte & 0x0f : byte & 0x07);
    }
    return points;
}

std::string toUtf8(std::u32string_view points)
{
    QString text;
    for (const char32_t point : points)
        text += QChar::fromUcs4(point);
    return text.toUtf8().toStdString();
}
