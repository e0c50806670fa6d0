// Where given words stand in a text, to be marked there.
#pragma once
#include "widgets/text/text_view.h"
#include <QStringList>

namespace widgets {

struct WordMark {
    QString word;
    QColor color;
};

QStringList wordsOf(const QString &typed);  // separated by commas, trimmed, each once

// In either case, also as a part of a longer word; sorted. Where two meet, the one that begins first is marked, of
// those that begin together the longest. At most 20,000.
std::vector<TextHighlight> wordHighlights(const core::TextMap &map, const std::vector<WordMark> &marks);

}  // namespace widgets
