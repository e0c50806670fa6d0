#include "formats/yolo_labels.h"
#include "formats/text_file.h"
#include "formats/yolo_box.h"
#include <charconv>

namespace formats {

using core::Code;
using core::Error;

namespace {

constexpr std::array<const char *, 6> Fields{"class", "x_center", "y_center", "width", "height", "confidence"};
constexpr double Slack = 1e-6;  // of shares that other programs rounded up

struct Word {
    std::string_view text;
    std::int64_t column = 1;
};

std::vector<Word> wordsOf(std::string_view line)
{
    std::vector<Word> words;
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) != line.npos && words.size() <= Fields.size();) {
        const auto end = std::min(line.find_first_of(" \t", at), line.size());
        words.push_back({line.substr(at, end - at), std::int64_t(at) + 1});
        at = end;
    }
    return words;
}

struct Fault {
    Code code = Code::BadValue;
    std::size_t field = 0;
    std::string detail;
};

std::optional<Fault> readLine(const std::vector<Word> &words, const std::vector<std::string> &names, int width,
                              int height, AnnotationRecord &record)
{
    if (words.size() < 5)
        return Fault{Code::MissingField, words.size(), ""};
    if (words.size() > Fields.size())
        return Fault{Code::BadValue, Fields.size() - 1, "more than 6 fields"};
    std::size_t index = 0;
    const auto text = words[0].text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error != std::errc{} || end != text.data() + text.size() || index >= names.size() || names[index].empty())
        return Fault{Code::BadValue, 0, excerpt(text)};
    record.label = names[index];
    YoloNumbers numbers;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto value = parseNumber(words[i].text);
        const bool isSize = i == 3 || i == 4;
        if (!value || *value < 0 || *value > 1 + Slack || (isSize && *value == 0))
            return Fault{Code::BadValue, i, excerpt(words[i].text)};
        if (i == 5) {
            record.confidence = std::min(*value, 1.0);
            continue;
        }
        auto exact = parseDecimal(words[i].text);
        if (!exact)
            exact = decimalOf(*value);
        if (!exact)
            return Fault{Code::BadValue, i, excerpt(words[i].text)};
        numbers[i - 1] = *exact;
    }
    const auto box = yoloBox(numbers, width, height);
    if (!box)
        return Fault{Code::BadValue, 1, "too many digits"};
    record.geometry = *box;
    return std::nullopt;
}

}  // namespace

core::Result<YoloLabels> readYoloLabels(const std::filesystem::path &file, const std::vector<std::string> &names,
                                        int width, int height, RecordSink &sink)
{
    const auto text = readText(file);
    if (!text)
        return text.error();
    YoloLabels out;
    bool going = true;
    forEachLine(*text, [&](std::int64_t number, std::string_view line) {
        const auto words = wordsOf(line);
        if (words.empty())
            return true;
        AnnotationRecord record;
        if (auto fault = readLine(words, names, width, height, record)) {
            out.hasFaults = true;
            const auto column =
                fault->field < words.size() ? words[fault->field].column : std::int64_t(line.size()) + 1;
            core::Location where{utf8(file), number, column, Fields[fault->field]};
            going = sink.report({Severity::Error, {fault->code, std::move(fault->detail), std::move(where)}});
        } else {
            out.boxes.push_back(std::move(record));
        }
        return going;
    });
    return going ? core::Result(std::move(out)) : Error{Code::Cancelled, "", {}};
}

}  // namespace formats
