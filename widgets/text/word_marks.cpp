#include "widgets/text/word_marks.h"
#include "widgets/qt_text.h"
#include <QRegularExpression>
#include <algorithm>

namespace widgets {

namespace {
constexpr std::size_t mostMarks = 20'000;
}

QStringList wordsOf(const QString &typed)
{
    static const QRegularExpression separators("[,;，；、\\n]+");
    QStringList words;
    for (const QString &each : typed.split(separators))
        if (const QString word = each.trimmed(); !word.isEmpty() && !words.contains(word, Qt::CaseInsensitive))
            words << word;
    return words;
}

std::vector<TextHighlight> wordHighlights(const core::TextMap &map, const std::vector<WordMark> &marks)
{
    struct Found {
        qsizetype begin, end;  // units of UTF-16
        const QColor *color;
    };
    if (marks.empty())
        return {};
    const QString text = toQString(map.text());
    std::vector<Found> found;
    for (const WordMark &mark : marks)
        for (qsizetype at = text.indexOf(mark.word, 0, Qt::CaseInsensitive);
             at >= 0 && !mark.word.isEmpty() && found.size() < mostMarks;
             at = text.indexOf(mark.word, at + mark.word.size(), Qt::CaseInsensitive))
            found.push_back({at, at + mark.word.size(), &mark.color});
    std::ranges::stable_sort(
        found, [](const Found &a, const Found &b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<TextHighlight> ranges;
    qsizetype behind = 0;
    for (const Found &each : found) {
        if (each.begin < behind)
            continue;
        behind = each.end;
        ranges.push_back({{map.fromUtf16(each.begin), map.fromUtf16(each.end)}, *each.color});
    }
    return ranges;
}

}  // namespace widgets
