#include "widgets/audio/sound_strip.h"
#include "core/media/peaks.h"
#include "widgets/audio/wave_picture.h"
#include "widgets/qt_text.h"

namespace widgets {

namespace {

constexpr std::chrono::milliseconds stripSketchTime{80};  // of a long sound
constexpr QColor ink{0x5b, 0x87, 0xc5};

core::Result<std::shared_ptr<const core::Peaks>> peaksOf(const QString &file, const std::stop_token &stop)
{
    auto sound = core::SoundFile::open(toPath(file), stop);
    if (!sound)
        return sound.error();
    const auto known = std::make_shared<const core::Peaks>((*sound)->info());
    if (core::isWorthASketch((*sound)->info()))
        return core::sketchPeaks(**sound, known, stripSketchTime, stop);
    return core::scanPeaks(
        **sound, known, [] { return 0; }, [](const auto &) {}, stop);
}

}  // namespace

core::Result<Picture> soundStrip(const QString &file, std::stop_token stop)
{
    const auto peaks = peaksOf(file, stop);
    if (!peaks)
        return peaks.error();
    std::vector<core::PeakColumn> columns(std::size_t(stripSize.width()));
    const double perColumn = double((*peaks)->info().length) / double(columns.size());
    (*peaks)->columns(core::mixedChannels, 0, std::max(perColumn, 1.0), columns);
    QImage image(stripSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    drawColumns(image, image.rect(), columns, {ink, ink, fillingGain(columns)});
    return Picture{image, stripSize};
}

}  // namespace widgets
