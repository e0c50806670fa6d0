#include "widgets/panels/passage_text.h"
#include "core/text/text_spans.h"
#include "widgets/qt_text.h"
#include <QLocale>
#include <algorithm>

namespace widgets {

namespace {

constexpr std::int64_t longestShown = 120;  // code points: more than a line of a list holds

// Other control characters would be drawn as boxes, or not at all.
QString inOneLine(QString text)
{
    for (QChar &each : text)
        if (each.category() == QChar::Other_Control)
            each = u' ';
    return text.simplified();
}

}  // namespace

void PassageText::setText(const std::optional<core::SharedText> &text)
{
    const core::SharedText now = text.value_or(core::SharedText());
    if (now.sharesWith(m_text))
        return;
    m_text = now;
    m_map.reset();
}

const core::TextMap &PassageText::map() const
{
    if (!m_map)
        m_map.emplace(m_text);
    return *m_map;
}

QString PassageText::shown(const core::TextSpan &span) const
{
    QStringList parts;
    std::int64_t room = longestShown;
    for (const auto &[begin, end] : span.parts) {
        if (room <= 0)
            break;
        const std::int64_t cut = std::min(end, begin + room);
        parts << inOneLine(toQString(map().slice(begin, cut))) + (cut < end ? QStringLiteral("…") : QString());
        room -= cut - begin;
    }
    return parts.join(QStringLiteral(" … "));
}

QString placeText(const core::TextSpan &span)
{
    const auto [begin, end] = core::hullOf(span.parts);
    const QLocale locale;
    return QStringLiteral("%1–%2").arg(locale.toString(qlonglong(begin)), locale.toString(qlonglong(end)));
}

}  // namespace widgets
