// Where sound goes: a device that takes frames as it needs them.
#pragma once
#include "core/result.h"
#include <chrono>
#include <functional>
#include <memory>
#include <span>

namespace core {

constexpr int outputChannels = 2;  // frames are interleaved
struct OutputFormat {
    int rate = 48000;
};

class SoundOutput {
public:
    virtual ~SoundOutput() = default;  // nothing is pulled any more when it returns
    virtual OutputFormat format() const = 0;
    virtual void run(bool on) = 0;           // frames are pulled while on; off at first
    virtual std::int64_t heard() const = 0;  // how many of all frames pulled so far have come out by now; never less
    virtual bool isLost() const = 0;         // it will never be heard again
    virtual void tick() {}                   // called every few milliseconds by the thread that owns it
};

// Fills all of the frames, with silence where there is nothing. The output calls it in a thread of its own.
using PullFrames = std::function<void(std::span<float>)>;
using OpenOutput = std::function<Result<std::unique_ptr<SoundOutput>>(PullFrames)>;
using Clock = std::function<std::chrono::nanoseconds()>;  // since whenever; never back
Clock steadyClock();

// Takes frames as fast as time passes and is never heard: the playhead of a machine without sound.
std::unique_ptr<SoundOutput> silentOutput(PullFrames pull, Clock clock);

}  // namespace core
