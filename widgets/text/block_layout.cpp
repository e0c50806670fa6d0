#include "widgets/text/block_layout.h"
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QStringDecoder>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double lineSpacing = 1.5;  // of the font's height
constexpr double lineGap = 0.3;      // of a row, below the last one of a line
constexpr int tabWidth = 4;          // characters

// Stands for what has no look of its own: of the same length, and in every font.
constexpr char16_t symbol = u'\u25ab';

bool isInvisible(char32_t c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
}

bool isRightToLeft(char32_t c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xfeff)
           || (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000) || c == 0x200f
           || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

struct Shown {
    QString text;
    std::vector<int> units;  // empty: one for each code point
    std::vector<int> symbols;
    bool mixed = false;
    int points = 0;
};

Shown shownText(std::string_view utf8)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    Shown shown{decode(QByteArrayView(utf8.data(), qsizetype(utf8.size()))), {}, {}, false, 0};
    const bool beyond = std::ranges::any_of(std::as_const(shown.text), [](QChar c) { return c.isSurrogate(); });
    for (int unit = 0; unit < shown.text.size(); ++unit) {
        const bool pair = shown.text.at(unit).isHighSurrogate();
        const char32_t c =
            pair ? QChar::surrogateToUcs4(shown.text.at(unit), shown.text.at(unit + 1)) : shown.text.at(unit).unicode();
        if (beyond)
            shown.units.push_back(unit);
        if (isInvisible(c)) {
            shown.symbols.push_back(unit);
            shown.text[unit] = QChar(symbol);
        }
        shown.mixed = shown.mixed || isRightToLeft(c);
        ++shown.points;
        unit += pair;
    }
    return shown;
}

QList<QTextLayout::FormatRange> symbolFormats(const std::vector<int> &symbols, const QColor &color)
{
    QList<QTextLayout::FormatRange> formats;
    for (const int unit : symbols) {
        QTextLayout::FormatRange range{unit, 1, {}};
        range.format.setForeground(color);
        formats.append(range);
    }
    return formats;
}

}  // namespace

RowMetrics::RowMetrics(const QFont &font)
{
    const QFontMetricsF metrics(font);
    height = std::round(metrics.height() * lineSpacing);
    baseline = std::round((height - metrics.height()) / 2 + metrics.ascent());
    boxTop = std::round(baseline - metrics.ascent() * 1.02);
    boxBottom = std::round(baseline + metrics.descent() * 1.15);
}

BlockLayout::BlockLayout(const Block &block, const TextLook &look, const QColor &symbols)
    : m_begin(block.begin),
      m_metrics(look.font),
      m_width(look.width),
      m_below(block.endsLine ? std::round(lineGap * m_metrics.height) : 0)
{
    Shown shown = shownText(block.utf8);
    m_points = shown.points;
    m_units = std::move(shown.units);
    m_mixed = shown.mixed;
    m_layout.setText(shown.text);
    m_layout.setFont(look.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setTabStopDistance(tabWidth * QFontMetricsF(look.font).averageCharWidth());
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    if (!shown.symbols.empty())
        m_layout.setFormats(symbolFormats(shown.symbols, symbols));
    breakRows(block.previousEnd);
    place();
}

void BlockLayout::breakRows(std::int64_t previousEnd)
{
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(m_width);
        const int begin = line.textStart();
        m_rows.push_back({{pointOf(begin), pointOf(begin + line.textLength())}, previousEnd, 0, 0, {}});
        previousEnd = m_rows.back().range.second;
    }
    m_layout.endLayout();
    if (m_rows.empty())
        m_rows.push_back({range(), previousEnd, 0, 0, {}});
    m_rows.back().range.second = m_begin + m_points;
}

void BlockLayout::place()
{
    double y = 0;
    for (int i = 0; i < rowCount(); ++i) {
        Row &row = m_rows[std::size_t(i)];
        row.top = y;
        row.text = y + row.room.above;
        if (i < m_layout.lineCount()) {
            QTextLine line = m_layout.lineAt(i);
            line.setPosition({0, row.text + m_metrics.baseline - line.ascent()});
        }
        y = row.text + m_metrics.height + row.room.below;
    }
}

bool BlockLayout::setRoom(int row, RowRoom room)
{
    if (m_rows[std::size_t(row)].room == room)
        return false;
    m_rows[std::size_t(row)].room = room;
    place();
    return true;
}

double BlockLayout::bottom(int row) const
{
    const Row &r = m_rows[std::size_t(row)];
    return r.text + m_metrics.height + r.room.below;
}

int BlockLayout::height() const
{
    return int(std::ceil(bottom(rowCount() - 1) + m_below));
}

int BlockLayout::unitOf(std::int64_t point) const
{
    const std::int64_t i = std::clamp<std::int64_t>(point - m_begin, 0, m_points);
    if (m_units.empty())
        return int(i);
    return i == m_points ? int(m_layout.text().size()) : m_units[std::size_t(i)];
}

std::int64_t BlockLayout::pointOf(int unit) const
{
    if (m_units.empty())
        return m_begin + std::min<std::int64_t>(unit, m_points);
    if (unit >= m_layout.text().size())
        return m_begin + m_points;
    return m_begin + (std::ranges::upper_bound(m_units, unit) - m_units.begin() - 1);
}

int BlockLayout::rowOf(std::int64_t point) const
{
    const auto behind =
        std::ranges::upper_bound(m_rows, point, {}, [](const Row &row) { return row.range.first; }) - m_rows.begin();
    return std::max(int(behind) - 1, 0);
}

int BlockLayout::rowAtY(double y) const
{
    int row = 0;
    while (row + 1 < rowCount() && bottom(row) <= y)
        ++row;
    return row;
}

core::TextPlace BlockLayout::placeAt(int row, double x) const
{
    const core::TextRange range = m_rows[std::size_t(row)].range;
    if (row >= m_layout.lineCount())
        return {range.first, range.first};
    if (m_mixed)
        return placeAmongMixed(row, x);
    const QTextLine line = m_layout.lineAt(row);
    const std::int64_t under = pointOf(line.xToCursor(x, QTextLine::CursorOnCharacter));
    const std::int64_t between = pointOf(line.xToCursor(x, QTextLine::CursorBetweenCharacters));
    return {std::clamp(under, range.first, std::max(range.first, range.second - 1)),
            std::clamp(between, range.first, range.second)};
}

// Each character of a row with its place; Qt's own positions jump where directions meet.
std::vector<BlockLayout::Glyph> BlockLayout::glyphs(int row, core::TextRange range) const
{
    std::vector<Glyph> all;
    const QTextLine line = m_layout.lineAt(row);
    for (int unit = unitOf(range.first); unit < unitOf(range.second);) {
        const int next = std::max(unit + 1, m_layout.nextCursorPosition(unit));
        Glyph glyph{pointOf(unit), pointOf(next), 0, 0, false};
        bool first = true;
        for (const QGlyphRun &run : line.glyphRuns(unit, next - unit)) {
            const QRectF rect = run.boundingRect();
            glyph.left = first ? rect.left() : std::min(glyph.left, rect.left());
            glyph.right = first ? rect.right() : std::max(glyph.right, rect.right());
            glyph.leftwards = run.isRightToLeft();
            first = false;
        }
        if (!first)
            all.push_back(glyph);
        unit = next;
    }
    return all;
}

core::TextPlace BlockLayout::placeAmongMixed(int row, double x) const
{
    const core::TextRange range = m_rows[std::size_t(row)].range;
    const std::vector<Glyph> all = glyphs(row, range);
    if (all.empty())
        return {range.first, range.first};
    const Glyph &at = *std::ranges::min_element(all, {}, [x](const Glyph &glyph) {
        return std::max({glyph.left - x, x - glyph.right, 0.0});
    });
    const bool leftHalf = x < (at.left + at.right) / 2;
    return {at.begin, leftHalf == at.leftwards ? at.end : at.begin};
}

double BlockLayout::caretX(int row, std::int64_t point) const
{
    if (row >= m_layout.lineCount())
        return 0;
    if (!m_mixed)
        return m_layout.lineAt(row).cursorToX(unitOf(point));
    const core::TextRange range = m_rows[std::size_t(row)].range;
    if (const auto here = glyphs(row, {point, std::min(point + 1, range.second)}); !here.empty())
        return here.front().leftwards ? here.front().right : here.front().left;
    const auto before = glyphs(row, range);
    return before.empty() ? 0 : before.back().leftwards ? before.back().left : before.back().right;
}

std::vector<BlockLayout::Interval> BlockLayout::intervals(int row, core::TextRange range) const
{
    const core::TextRange whole = m_rows[std::size_t(row)].range;
    const std::int64_t begin = std::max(range.first, whole.first), end = std::min(range.second, whole.second);
    if (begin >= end || row >= m_layout.lineCount())
        return {};
    const QTextLine line = m_layout.lineAt(row);
    const int from = unitOf(begin), to = unitOf(end);
    if (!m_mixed) {
        const double left = line.cursorToX(from), right = line.cursorToX(to);
        return {{left, std::max(left, std::min(right, rowEnd(row)))}};  // blanks at the end of a row are not seen
    }
    std::vector<Interval> all;
    for (const QGlyphRun &run : line.glyphRuns(from, to - from))
        all.emplace_back(run.boundingRect().left(), run.boundingRect().right());
    std::ranges::sort(all);
    std::vector<Interval> merged;
    for (const Interval &each : all)
        if (!merged.empty() && each.first <= merged.back().second + 0.5)
            merged.back().second = std::max(merged.back().second, each.second);
        else
            merged.push_back(each);
    return merged;
}

double BlockLayout::rowEnd(int row) const
{
    if (row >= m_layout.lineCount())
        return 0;
    return m_layout.lineAt(row).naturalTextRect().right();
}

bool BlockLayout::isRightToLeft() const
{
    return m_mixed && m_layout.text().isRightToLeft();
}

void BlockLayout::paint(QPainter &painter, int row, QPointF blockOrigin) const
{
    if (row < m_layout.lineCount())
        m_layout.lineAt(row).draw(&painter, blockOrigin);
}

}  // namespace widgets
