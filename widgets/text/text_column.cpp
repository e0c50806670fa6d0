#include "widgets/text/text_column.h"
#include "widgets/theme.h"
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int margin = 16;                // above the first and below the last row
constexpr std::size_t keptLayouts = 400;  // beyond what is in sight

}  // namespace

void TextColumn::setText(core::SharedText text)
{
    m_laid.clear();
    m_placed.clear();
    m_document = std::make_unique<Document>(std::move(text));
    m_blocks = core::TextBlocks(map(), boundaries());
    m_top = 0;
    m_above = -margin;
    estimate();
}

void TextColumn::setLook(const TextLook &look)
{
    if (look == m_look)
        return;
    const bool atStart = m_top == 0 && m_above <= 0;
    const std::int64_t point = topPoint();
    const int y = m_blocks.count() > 0 ? rowTop(point) : 0;
    m_look = look;
    m_laid.clear();
    m_placed.clear();
    estimate();
    if (atStart)
        scrollTo(0);
    else
        showTop(point, y);
}

void TextColumn::estimate()
{
    if (m_blocks.count() == 0 || m_look.width <= 0)
        return;
    const QFontMetricsF metrics(m_look.font);
    const double ascii = metrics.horizontalAdvance(QStringLiteral("the quick brown fox")) / 19, wide = metrics.height();
    const double row = RowMetrics(m_look.font).height;
    std::vector<std::int32_t> heights(m_blocks.count());
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const auto points = double(m_blocks.range(i).second - m_blocks.range(i).first);
        const double extra = double(m_blocks.text(i).size()) - points;  // scripts of three bytes are mostly wide
        const double width = std::max(0.0, points - extra / 2) * ascii + extra / 2 * wide;
        heights[i] = std::int32_t(std::max(1.0, std::ceil(width / m_look.width)) * row);
    }
    m_heights = core::HeightIndex(std::move(heights));
}

void TextColumn::setWindowHeight(int height)
{
    m_windowHeight = height;
    m_placed.clear();
    bound();
}

void TextColumn::makeRoom(core::TextRange where)
{
    const std::size_t last = m_blocks.at(std::max(where.first, where.second - 1));
    for (auto each = m_laid.lower_bound(m_blocks.at(where.first)); each != m_laid.end() && each->first <= last; ++each)
        each->second.roomKnown = false;
    m_placed.clear();
}

void TextColumn::makeRoomEverywhere()
{
    for (auto &[block, laid] : m_laid)
        laid.roomKnown = false;
    m_placed.clear();
}

void TextColumn::forgetLayouts()
{
    m_laid.clear();
    m_placed.clear();
}

BlockLayout &TextColumn::laid(std::size_t block)
{
    Laid &laid = m_laid[block];
    laid.used = ++m_clock;
    if (!laid.layout)
        laid.layout = std::make_unique<BlockLayout>(
            BlockLayout::Block{m_blocks.text(block), m_blocks.range(block).first,
                               block == 0 ? 0 : m_blocks.range(block - 1).second,
                               block + 1 == m_blocks.count() || m_blocks.startsLine(block + 1)},
            m_look, secondaryColor());
    if (!laid.roomKnown) {
        laid.roomKnown = true;
        for (int row = 0; m_roomOf && row < laid.layout->rowCount(); ++row)
            laid.layout->setRoom(row, m_roomOf(*laid.layout, row));
        m_heights.set(block, laid.layout->height());
    }
    return *laid.layout;
}

// Layouts looked at long ago are let go.
void TextColumn::trim()
{
    if (m_laid.size() <= 2 * keptLayouts)
        return;
    const std::uint64_t oldest = m_clock - keptLayouts;
    std::erase_if(m_laid, [oldest](const auto &each) { return each.second.used < oldest; });
}

const std::vector<TextColumn::Placed> &TextColumn::placed()
{
    if (!m_placed.empty() || m_blocks.count() == 0)
        return m_placed;
    trim();
    bound();
    int y = -m_above;
    for (std::size_t block = m_top; block < m_blocks.count() && y < m_windowHeight; ++block) {
        BlockLayout &layout = laid(block);
        m_placed.push_back({block, &layout, y});
        y += layout.height();
    }
    return m_placed;
}

std::int64_t TextColumn::height() const
{
    return m_heights.total() + 2 * margin;
}

std::int64_t TextColumn::scrolled() const
{
    return m_blocks.count() == 0 ? 0 : m_heights.top(m_top) + m_above + margin;
}

// The place becomes one within the text: its top block holds the upper edge of the window, and the window is full when
// there is enough to fill it.
void TextColumn::bound()
{
    if (m_blocks.count() == 0)
        return;
    const std::size_t last = m_blocks.count() - 1;
    while (m_above >= laid(m_top).height() && m_top < last)
        m_above -= laid(m_top++).height();
    int missing = m_windowHeight - margin + m_above;  // to be filled from the top block on
    for (std::size_t block = m_top; block <= last && missing > 0; ++block)
        missing -= laid(block).height();
    if (missing > 0)
        m_above -= missing;
    while (m_above < 0 && m_top > 0)
        m_above += laid(--m_top).height();
    if (m_top == 0)
        m_above = std::max(m_above, -margin);
}

void TextColumn::scrollBy(int pixels)
{
    m_placed.clear();
    m_above += pixels;
    while (m_above < 0 && m_top > 0)
        m_above += laid(--m_top).height();
    bound();
}

void TextColumn::scrollTo(std::int64_t y)
{
    if (m_blocks.count() == 0)
        return;
    m_placed.clear();
    const std::int64_t bottom = height() - m_windowHeight;
    if (y >= bottom && y > 0) {  // the very end, whatever the estimates say
        m_top = m_blocks.count() - 1;
        m_above = laid(m_top).height() + margin - m_windowHeight;
    } else {
        m_top = m_heights.at(std::max<std::int64_t>(y - margin, 0));
        m_above = int(y - margin - m_heights.top(m_top));
        m_above = std::min(m_above, laid(m_top).height() - 1);  // it may be less high than it was thought to be
    }
    bound();
}

void TextColumn::showTop(std::int64_t point, int y)
{
    if (m_blocks.count() == 0)
        return;
    m_placed.clear();
    m_top = m_blocks.at(point);
    const BlockLayout &layout = laid(m_top);
    m_above = int(layout.row(layout.rowOf(point)).text) - y;
    while (m_above < 0 && m_top > 0)
        m_above += laid(--m_top).height();
    bound();
}

std::int64_t TextColumn::topPoint()
{
    if (placed().empty())
        return 0;
    const Placed &first = m_placed.front();
    return first.layout->row(first.layout->rowAtY(-first.y)).range.first;
}

int TextColumn::rowTop(std::int64_t point)
{
    const std::size_t block = m_blocks.at(point);
    const BlockLayout &layout = laid(block);
    const auto top = m_heights.top(block) - m_heights.top(m_top) - m_above;
    return int(std::clamp<std::int64_t>(top, -1'000'000'000, 1'000'000'000))
           + int(layout.row(layout.rowOf(point)).text);
}

}  // namespace widgets
