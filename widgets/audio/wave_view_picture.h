// What WaveView keeps of its last painting, and what it looks for in samples.
#pragma once
#include "widgets/audio/sound_service.h"
#include "widgets/audio/wave_view.h"
#include <QImage>

namespace widgets {

struct WaveView::Picture {
    struct Key {
        const void *peaks = nullptr, *window = nullptr;
        TimeView view;
        double gain = 1, ratio = 1;
        QSize size;
        SpectrogramSettings::Place spectrogram{};
        bool operator==(const Key &) const = default;
    };
    Key waveKey, overviewKey;
    QImage wave, overview;
};

// The sample nearest to `sample` within from…to that is zero or has another sign than the one before it, in the mix of
// all channels.
std::optional<qint64> zeroCrossing(const SampleWindow &window, qint64 sample, qint64 from, qint64 to);

}  // namespace widgets
