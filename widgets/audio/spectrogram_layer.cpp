#include "widgets/audio/spectrogram_layer.h"
#include "widgets/media/still_file.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QPainter>
#include <array>
#include <cmath>

namespace widgets {

namespace {

struct Anchor {
    double at;
    int red, green, blue;
};
// Lightness goes steadily: after "magma" of matplotlib (CC0), and its counterpart on paper.
constexpr std::array darkAnchors{Anchor{0, 8, 8, 14},       Anchor{0.2, 44, 17, 95},   Anchor{0.4, 114, 31, 129},
                                 Anchor{0.6, 183, 55, 121}, Anchor{0.75, 241, 96, 93}, Anchor{0.9, 254, 176, 120},
                                 Anchor{1, 252, 253, 191}};
constexpr std::array lightAnchors{Anchor{0, 253, 253, 253}, Anchor{0.25, 214, 222, 240}, Anchor{0.5, 132, 160, 214},
                                  Anchor{0.75, 66, 84, 158}, Anchor{1, 24, 16, 58}};

QRgb colorAt(std::span<const Anchor> anchors, double at)
{
    std::size_t i = 1;
    while (i + 1 < anchors.size() && anchors[i].at < at)
        ++i;
    const Anchor &a = anchors[i - 1], &b = anchors[i];
    const double share = std::clamp((at - a.at) / (b.at - a.at), 0.0, 1.0);
    const auto mix = [&](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return qRgb(mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue));
}

constexpr std::size_t mostOthers = 8;  // tiles, up to 1 MB each

std::int64_t hopFor(double perDevicePixel, int window)
{
    const double least = std::max(1.0, window / 64.0);
    return std::int64_t{1} << std::max(0l, std::lround(std::log2(std::max(perDevicePixel, least))));
}

}  // namespace

std::vector<QRgb> spectrogramColors(const SpectrogramSettings &settings, bool dark)
{
    std::vector<QRgb> colors(256);
    const double range = std::max(1.0, settings.highDecibels - settings.lowDecibels);
    for (int level = 0; level < 256; ++level) {
        const double at = std::clamp(((level - 255) / 2.0 - settings.lowDecibels) / range, 0.0, 1.0);
        colors[std::size_t(level)] = dark ? colorAt(darkAnchors, at) : colorAt(lightAnchors, at);
    }
    return colors;
}

SpectrogramLayer::SpectrogramLayer(SoundService &sounds, std::function<void()> changed)
    : m_sounds(sounds),
      m_changed(std::move(changed))
{
}

void SpectrogramLayer::showSound(const std::filesystem::path &file, const core::SoundInfo &info)
{
    clear();
    m_file = file;
    m_key = fileKey(pathText(file));
    m_info = info;
}

void SpectrogramLayer::clear()
{
    m_tickets.clear();
    m_shown.clear();
    m_wanted.clear();
    m_failure.reset();
    m_file.clear();
}

void SpectrogramLayer::setSettings(const SpectrogramSettings &settings)
{
    if (settings.shape != m_settings.shape) {
        m_tickets.clear();
        m_shown.clear();
    }
    m_settings = settings;
    m_failure.reset();
    forgetPictures();
}

void SpectrogramLayer::forgetPictures()
{
    for (auto &[place, shown] : m_shown)
        shown.picture = {};
}

void SpectrogramLayer::look(const TimeView &view, double ratio, int width, const std::vector<int> &channels)
{
    m_wanted.clear();
    if (m_settings.place != SpectrogramSettings::Place::Hidden && !m_file.empty() && !m_failure) {
        const std::int64_t hop = hopFor(view.perPixel / ratio, m_settings.shape.length);
        const std::int64_t tile = hop * core::tileColumns;
        const auto end = std::min(double(m_info.length), view.begin + width * view.perPixel);
        for (auto index = std::int64_t(std::max(0.0, view.begin)) / tile; double(index * tile) < end; ++index)
            for (const int channel : channels)
                m_wanted.push_back({hop, index, channel});
    }
    std::erase_if(m_tickets, [&](const auto &wish) { return !std::ranges::count(m_wanted, wish.first); });
    for (const Place &place : std::vector(m_wanted))
        want(place);
    dropOthers();
}

void SpectrogramLayer::want(const Place &place)
{
    if (m_shown.contains(place) || m_tickets.contains(place))
        return;
    const TileKey key{m_key, m_settings.shape, {place.channel, place.hop, place.index}};
    if (auto known = m_sounds.tiles().find(key)) {
        m_shown[place] = {std::move(known), {}};
        return;
    }
    m_tickets[place] = m_sounds.tile(m_file, key, [this, place](const TileAnswer &answer) {
        m_tickets.erase(place);
        if (answer)
            m_shown[place] = {*answer, {}};
        else
            m_failure = answer.error();
        dropOthers();
        m_changed();
    });
}

// What came before is drawn until all that is wanted is there, or there is too much of it.
void SpectrogramLayer::dropOthers()
{
    if (m_tickets.empty() || m_shown.size() > m_wanted.size() + mostOthers)
        std::erase_if(m_shown, [&](const auto &shown) { return !std::ranges::count(m_wanted, shown.first); });
}

// The loudest of the bins that share a row.
const QImage &SpectrogramLayer::pictureOf(Shown &shown, int height) const
{
    const int bins = shown.tile->bins, rows = std::clamp(height, 1, bins);
    if (shown.picture.height() == rows)
        return shown.picture;
    const std::vector<QRgb> colors = spectrogramColors(m_settings, isDark());
    shown.picture = QImage(core::tileColumns, rows, QImage::Format_RGB32);
    std::array<std::uint8_t, core::tileColumns> loudest{};
    for (int row = 0; row < rows; ++row) {
        loudest.fill(0);
        for (int bin = row * bins / rows; bin < std::max(row * bins / rows + 1, (row + 1) * bins / rows); ++bin) {
            const std::uint8_t *levels = shown.tile->levels.data() + std::ptrdiff_t{bin} * core::tileColumns;
            for (std::size_t i = 0; i < loudest.size(); ++i)
                loudest[i] = std::max(loudest[i], levels[i]);
        }
        auto *out = reinterpret_cast<QRgb *>(shown.picture.scanLine(row));
        for (std::size_t i = 0; i < loudest.size(); ++i)
            out[i] = colors[loudest[i]];
    }
    return shown.picture;
}

void SpectrogramLayer::paint(QPainter &painter, const QRect &lane, int channel, const TimeView &view, double ratio)
{
    painter.save();
    painter.setClipRect(lane, Qt::IntersectClip);
    painter.fillRect(lane, QColor::fromRgb(spectrogramColors(m_settings, isDark()).front()));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double right = view.begin + lane.width() * view.perPixel;
    for (const bool wanted : {false, true})
        for (auto &[place, shown] : m_shown) {
            if (place.channel != channel || (std::ranges::count(m_wanted, place) > 0) != wanted
                || double(place.end()) <= view.begin || double(place.begin()) >= right)
                continue;
            const double x = (double(place.begin()) - view.begin) / view.perPixel;
            const double width = double(place.end() - place.begin()) / view.perPixel;
            painter.drawImage(QRectF(lane.left() + x, lane.top(), width, lane.height()),
                              pictureOf(shown, int(lane.height() * ratio)));
        }
    // Behind the last sample there is nothing, not even silence.
    const double end = lane.left() + (double(m_info.length) - view.begin) / view.perPixel;
    if (end < lane.right() + 1)
        painter.fillRect(QRectF(end, lane.top(), lane.right() + 1 - end, lane.height()), painter.background().color());
    painter.restore();
}

}  // namespace widgets
