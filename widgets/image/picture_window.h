// What tools of the core may ask of the picture in sight.
#pragma once
#include "core/gesture.h"
#include <QObject>

namespace widgets {

class PictureLayer;

// The part of `area` that lies in the picture, as it is shown, in at most so many pixels each way.
std::optional<core::PixelWindow> pixelWindow(PictureLayer &picture, const core::Rect &area, int mostPixels);

// A function that may be called in any thread, also when `receiver` is gone: `slot` is run in the receiver's thread.
std::function<void()> calledFromAnywhere(QObject *receiver, std::function<void()> slot);

}  // namespace widgets
