// The waveform of a whole sound as a small picture, for tiles and rows of lists.
#pragma once
#include "widgets/media_service.h"
#include <stop_token>

namespace widgets {

// MediaService::thumbnail() gives it for a sound as it gives a small picture for a picture. Transparent, in a blue that
// is legible on light and dark grounds; made to be drawn into any rectangle, also one of another shape. Quiet sounds
// are drawn larger: it shows the course, not the level.
constexpr QSize stripSize{256, 64};

// Any thread. Unsupported: no sound.
core::Result<Picture> soundStrip(const QString &file, std::stop_token stop);

}  // namespace widgets
