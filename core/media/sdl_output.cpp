#include "core/media/sdl_output.h"
#include <SDL.h>
#include <algorithm>
#include <mutex>

namespace core {

namespace {

constexpr int wantedRate = 48000;
constexpr int bufferFrames = 1024;

class SdlOutput : public SoundOutput {
public:
    explicit SdlOutput(PullFrames pull) : m_pull(std::move(pull)), m_clock(steadyClock()) {}
    ~SdlOutput() override
    {
        if (m_device != 0)
            SDL_CloseAudioDevice(m_device);  // waits for the callback
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        SDL_TLSCleanup();  // what SDL keeps for this thread, which is none of its own
    }
    bool open()
    {
        SDL_AudioSpec wanted{};
        wanted.freq = wantedRate;
        wanted.format = AUDIO_F32SYS;
        wanted.channels = outputChannels;
        wanted.samples = bufferFrames;
        wanted.callback = [](void *self, Uint8 *bytes, int count) {
            static_cast<SdlOutput *>(self)->fill({reinterpret_cast<float *>(bytes), count / sizeof(float)});
        };
        wanted.userdata = this;
        m_device = SDL_OpenAudioDevice(nullptr, 0, &wanted, &m_spec, SDL_AUDIO_ALLOW_FREQUENCY_CHANGE);
        return m_device != 0;
    }

    OutputFormat format() const override { return {m_spec.freq}; }
    void run(bool on) override { SDL_PauseAudioDevice(m_device, on ? 0 : 1); }
    bool isLost() const override { return SDL_GetAudioDeviceStatus(m_device) == SDL_AUDIO_STOPPED; }
    // A buffer begins to be heard when the next one is asked for, and is heard as time passes.
    std::int64_t heard() const override
    {
        const std::scoped_lock lock(m_mutex);
        const std::int64_t passed = (m_clock() - m_pulledAt).count() * m_spec.freq / 1'000'000'000;
        m_heard = std::max(m_heard, m_before + std::clamp<std::int64_t>(passed, 0, m_pulled - m_before));
        return m_heard;
    }

private:
    void fill(std::span<float> frames) noexcept
    {
        m_pull(frames);
        const std::scoped_lock lock(m_mutex);
        m_before = std::max<std::int64_t>(0, m_pulled - m_spec.samples);
        m_pulled += static_cast<std::int64_t>(frames.size()) / outputChannels;
        m_pulledAt = m_clock();
    }

    PullFrames m_pull;
    Clock m_clock;
    SDL_AudioDeviceID m_device = 0;
    SDL_AudioSpec m_spec{};
    mutable std::mutex m_mutex;  // guards what follows: the device's thread pulls, the owner asks
    std::int64_t m_pulled = 0, m_before = 0;
    mutable std::int64_t m_heard = 0;
    std::chrono::nanoseconds m_pulledAt{0};
};

}  // namespace

Result<std::unique_ptr<SoundOutput>> openSdlOutput(PullFrames pull)
{
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "Labelwright");
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        Error fault{Code::NotFound, SDL_GetError(), {}};
        SDL_TLSCleanup();
        return fault;
    }
    auto output = std::make_unique<SdlOutput>(std::move(pull));
    if (!output->open())
        return Error{Code::NotFound, SDL_GetError(), {}};
    return std::unique_ptr<SoundOutput>(std::move(output));
}

}  // namespace core
