#include "widgets/image/mask_layer.h"
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

constexpr int stripe = 8;  // pixels from one stripe of a hatch to the next
const QRgb gapLight = qPremultiply(qRgba(255, 64, 64, 46)), gapDark = qPremultiply(qRgba(255, 64, 64, 150));
const QRgb severalLight = qPremultiply(qRgba(255, 220, 0, 120)), severalDark = qPremultiply(qRgba(0, 0, 0, 200));

int levelFor(double scale)
{
    return std::clamp(static_cast<int>(std::floor(std::log2(1 / scale))), 0, 16);
}

}  // namespace

// The numbers under a part of the screen, row by row, with a pixel around it.
class MaskLayer::Part {
public:
    Part(MaskTiles &tiles, const QRect &part, const View &view, QSizeF scene)
        : m_tiles(tiles),
          m_part(part),
          m_view(view),
          m_scene(scene.toSize()),
          m_level(levelFor(view.scale)),
          m_width(std::size_t(part.width()) + 2)
    {
        m_columns.resize(m_width);
        for (std::size_t i = 0; i < m_width; ++i) {
            const double x = (part.left() - 1 + double(i) + 0.5 - view.origin.x()) / view.scale;
            m_columns[i] = x >= 0 && x < m_scene.width() ? static_cast<int>(x) >> m_level : -1;
        }
        m_first = std::size_t(std::ranges::find_if(m_columns, [](int x) { return x >= 0; }) - m_columns.begin());
        m_last = m_first;
        while (m_last < m_width && m_columns[m_last] >= 0)
            ++m_last;
    }

    std::size_t width() const { return m_width; }
    // Of these columns the picture is below.
    std::size_t first() const { return m_first; }
    std::size_t last() const { return m_last; }
    bool isInside(int y) const { return rowAt(y) >= 0; }

    // several: null: not asked for.
    void read(int y, MaskNumber *numbers, std::uint8_t *several)
    {
        std::fill_n(numbers, m_width, MaskNumber{0});
        if (several)
            std::fill_n(several, m_width, std::uint8_t{0});
        const int row = rowAt(y);
        if (row < 0)
            return;
        for (std::size_t i = m_first; i < m_last;) {
            const int x = m_columns[i] >> MaskTile::Bits;
            std::size_t end = i;
            while (end < m_last && m_columns[end] >> MaskTile::Bits == x)
                ++end;
            copy(m_tiles.tile({m_level, x, row >> MaskTile::Bits}), row & (MaskTile::Side - 1), i, end, numbers,
                 several);
            i = end;
        }
    }

private:
    int rowAt(int y) const
    {
        const double at = (y + 0.5 - m_view.origin.y()) / m_view.scale;
        return at >= 0 && at < m_scene.height() ? static_cast<int>(at) >> m_level : -1;
    }

    void copy(const MaskTile &tile, int row, std::size_t from, std::size_t to, MaskNumber *numbers,
              std::uint8_t *several) const
    {
        constexpr int inTile = MaskTile::Side - 1;
        if (tile.numbers.size() == 1) {
            std::fill(numbers + from, numbers + to, tile.numbers[0]);
        } else {
            const MaskNumber *line = tile.numbers.data() + (std::size_t(row) << MaskTile::Bits);
            for (std::size_t i = from; i < to; ++i)
                numbers[i] = line[m_columns[i] & inTile];
        }
        if (several && !tile.several.empty()) {
            const std::uint8_t *line = tile.several.data() + (std::size_t(row) << MaskTile::Bits);
            for (std::size_t i = from; i < to; ++i)
                several[i] = line[m_columns[i] & inTile];
        }
    }

    MaskTiles &m_tiles;
    QRect m_part;
    View m_view;
    QSize m_scene;
    int m_level;
    std::size_t m_width, m_first = 0, m_last = 0;
    std::vector<int> m_columns;  // of the level; -1: beside the picture
};

void MaskLayer::forget()
{
    m_tiles.clear();
    m_sheet.forget();
    m_shown.clear();
    m_leftOut.clear();
    m_paletteDue = true;
}

bool MaskLayer::isSunken(const Annotation &annotation) const
{
    return widgets::isHidden(annotation) || m_hiddenLabels.contains(annotation.label)
           || std::ranges::binary_search(m_leftOut, annotation.id);
}

std::vector<Rect> MaskLayer::show(std::span<const AnnotationPtr> annotations)
{
    std::vector<AnnotationPtr> masks;
    for (const AnnotationPtr &each : annotations)
        if (std::holds_alternative<Mask>(each->geometry))
            masks.push_back(each);
    if (masks == m_shown)
        return {};
    m_shown = std::move(masks);
    return showAgain();
}

std::vector<Rect> MaskLayer::showAgain()
{
    m_paletteDue = true;
    std::vector<Rect> stale = m_tiles.show(m_shown, [this](const Annotation &each) { return isSunken(each); });
    for (const Rect &rect : stale)
        m_sheet.renew(rect);
    return stale;
}

std::vector<Rect> MaskLayer::setLeftOut(std::vector<AnnotationId> ids)
{
    std::ranges::sort(ids);
    if (ids == m_leftOut)
        return {};
    m_leftOut = std::move(ids);
    return m_shown.empty() ? std::vector<Rect>() : showAgain();
}

std::vector<Rect> MaskLayer::setHiddenLabels(std::set<LabelId> labels)
{
    m_hiddenLabels = std::move(labels);
    return showAgain();
}

void MaskLayer::setLook(const MaskLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    m_paletteDue = true;
    m_sheet.renew();
}

void MaskLayer::setScene(QSizeF size)
{
    if (size != m_scene)
        m_sheet.renew();
    m_scene = size;
}

// An object that came or went has stale pixels of its own; another look of one that stays concerns all of its pixels.
void MaskLayer::fillPalette()
{
    m_paletteDue = false;
    bool changed = false;
    m_palette.resize(m_tiles.numbers());
    for (std::size_t number = 1; number < m_palette.size(); ++number) {
        Ink ink;
        const AnnotationPtr object = m_tiles.object(MaskNumber(number));
        ink.object = object ? object->id : AnnotationId();
        if (object && !isSunken(*object)) {
            QColor color = m_painter.color(object->label);
            const double share = object->proposed ? 0.5 : 1;
            color.setAlphaF(float(m_look.outlines ? 0 : share * m_look.opacity / 100));
            ink.fill = qPremultiply(color.rgba());
            color.setAlpha(m_look.outlines ? 255 : std::max(m_look.opacity * 255 / 100, 170));
            ink.edge = qPremultiply(color.rgba());
            ink.dotted = object->proposed;
        }
        Ink &known = m_palette[number];
        changed = changed || (known.object == ink.object && known != ink);
        known = ink;
    }
    if (changed)
        m_sheet.renew();
}

bool MaskLayer::work(const View &view, QSize viewport, double ratio, ViewSheet::Moment until)
{
    if (m_paletteDue)
        fillPalette();
    if (isEmpty()) {
        m_sheet.forget();
        return false;
    }
    m_sheet.follow(view, viewport, ratio);
    return m_sheet.work(
        until, [this](QImage &image, const QRect &part, const View &device) { paintPart(image, part, device); });
}

void MaskLayer::paintPart(QImage &image, const QRect &part, const View &view)
{
    Part below(m_tiles, part, view, m_scene);
    const std::size_t width = below.width();
    std::vector<MaskNumber> rows[3];
    for (auto &row : rows)
        row.resize(width);
    std::vector<std::uint8_t> several(m_look.overlaps ? width : 0);
    below.read(part.top() - 1, rows[0].data(), nullptr);
    below.read(part.top(), rows[1].data(), several.empty() ? nullptr : several.data());
    std::vector<std::uint8_t> severalBelow(several.size());
    const int slant = static_cast<int>(std::floor(view.origin.x())) + static_cast<int>(std::floor(view.origin.y()));
    for (int y = part.top(); y <= part.bottom(); ++y) {
        below.read(y + 1, rows[2].data(), several.empty() ? nullptr : severalBelow.data());
        const MaskNumber *up = rows[0].data(), *here = rows[1].data(), *down = rows[2].data();
        auto *out = reinterpret_cast<QRgb *>(image.scanLine(y)) + part.left() - 1;
        const bool gaps = m_look.gaps && below.isInside(y);
        for (std::size_t x = 1; x + 1 < width; ++x) {
            const MaskNumber n = here[x];
            const bool striped = (unsigned(part.left() + int(x) + y - slant) % stripe) < 2;
            if (n == 0) {
                const bool gap = gaps && x >= below.first() && x < below.last();
                out[x] = !gap ? 0 : striped ? gapDark : gapLight;
                continue;
            }
            const Ink &ink = m_palette[n];
            const bool edge = (n ^ here[x - 1]) | (n ^ here[x + 1]) | (n ^ up[x]) | (n ^ down[x]);
            out[x] = edge && !(ink.dotted && (unsigned(part.left() + int(x) + y - slant) & 4)) ? ink.edge : ink.fill;
            if (!several.empty() && several[x])
                out[x] = striped ? severalDark : severalLight;
        }
        rows[0].swap(rows[1]);
        rows[1].swap(rows[2]);
        several.swap(severalBelow);
    }
}

void MaskLayer::paint(QPainter &painter) const
{
    if (!isEmpty())
        m_sheet.paint(painter);
}

}  // namespace widgets
