// Samples of any number of channels and any rate as one or two channels of another rate (swresample).
#pragma once
#include <memory>
#include <span>
#include <vector>

namespace core {

class SoundMixer {
public:
    // The output has 2 channels. Mono is heard on both; what has the channels of a cinema is mixed so, anything else is
    // a number of microphones: all of them on both sides.
    SoundMixer(int channels, int rate, int outputRate);
    ~SoundMixer();
    // The frames that are ready after these samples; they begin with the first sample and keep its time.
    std::vector<float> mix(std::span<const float> samples);
    std::vector<float> finish();  // the rest

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core
