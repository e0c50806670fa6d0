// Slower or faster with the pitch kept (libsonic), and which frame in belongs to a frame out.
#pragma once
#include <memory>
#include <vector>

namespace core {

class SoundStretcher {
public:
    SoundStretcher(int rate, int channels, double speed);
    ~SoundStretcher();
    struct Out {
        std::vector<float> frames;
        double from = 0;  // frame of the input, since the beginning, that is heard with the first
        double step = 1;  // and how many of them pass with each
    };
    Out stretch(std::vector<float> frames);  // what is ready after these
    Out finish();                            // the rest; begins anew
    void setSpeed(double speed);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core
