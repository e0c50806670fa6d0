// The sound device of the machine, by SDL.
#pragma once
#include "core/media/sound_output.h"

namespace core {

// NotFound: there is no device, or none that can be opened; the detail holds the words of the system.
Result<std::unique_ptr<SoundOutput>> openSdlOutput(PullFrames pull);

}  // namespace core
