#include "app/demo/readings.h"
#include "core/media/sound_file.h"
#include "core/save_file.h"
#include <QFile>
#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

constexpr float audible = 0.02f;

Pcm trimmed(Pcm sound)
{
    const auto isHeard = [](float each) { return std::abs(each) > audible; };
    auto &all = sound.samples;
    const auto last = std::find_if(all.rbegin(), all.rend(), isHeard).base();
    all.erase(last, all.end());
    all.erase(all.begin(), std::ranges::find_if(all, isHeard));
    return sound;
}

}  // namespace

core::Status writeReadings(const std::filesystem::path &folder)
{
    for (const Reading &reading : readings) {
        QFile file(QStringLiteral(":/sounds/") + QLatin1String(reading.file));
        if (!file.open(QIODevice::ReadOnly))
            return core::Error{core::Code::NotFound, reading.file, {}};
        if (const auto saved = core::saveWhole(folder / reading.file, file.readAll().toStdString()); !saved)
            return saved;
    }
    return core::ok();
}

core::Result<Pcm> speech(const std::filesystem::path &file)
{
    const auto opened = core::SoundFile::open(file);
    if (!opened)
        return opened.error();
    const core::SoundInfo &info = (*opened)->info();
    const auto channels = std::size_t(info.channels);
    const std::size_t every = std::size_t(std::max(1, info.rate / readingRate)) * channels;
    std::vector<float> all(std::size_t(info.length) * channels);
    const auto read = (*opened)->read(all);
    if (!read)
        return read.error();
    Pcm sound{readingRate, {}};
    for (std::size_t i = 0; i + every <= *read * channels; i += every) {
        float sum = 0;
        for (std::size_t j = 0; j < every; ++j)
            sum += all[i + j];
        sound.samples.push_back(sum / float(every));
    }
    return trimmed(std::move(sound));
}

}  // namespace app::demo
