#include "core/media/sound_feed.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

constexpr int blocksPerSecond = 50;

}  // namespace

SoundFeed::SoundFeed(ReadySound sound, OutputFormat output) : m_sound(std::move(sound)), m_output(output)
{
    seek(0);
}

SoundFeed::~SoundFeed() = default;

const SoundInfo &SoundFeed::info() const
{
    return m_sound.file->info();
}

void SoundFeed::setOutput(OutputFormat output)
{
    m_output = output;
}

void SoundFeed::seek(std::int64_t sample)
{
    m_at = std::clamp<std::int64_t>(sample, 0, info().length);
    m_read = 0;
    m_legs = {{0, m_at}};
    m_mixed = 0;
    m_mixer = std::make_unique<SoundMixer>(info().channels, info().rate, m_output.rate);
    m_stretcher.reset();
    m_pieces.clear();
    m_finished = false;
}

void SoundFeed::setLoop(std::optional<SampleRange> loop)
{
    m_loop = loop;
}

void SoundFeed::setEnd(std::optional<std::int64_t> end)
{
    m_end = end;
}

void SoundFeed::setSpeed(double speed)
{
    if (speed == m_speed)
        return;
    m_speed = speed;
    if (m_stretcher && speed == 1)
        endStretching();
    else if (m_stretcher)
        m_stretcher->setSpeed(speed);
}

Result<FeedPiece> SoundFeed::next(std::size_t frames)
{
    while (m_pieces.empty() && !m_finished)
        if (Status read = readMore(); !read)
            return read.error();
    if (m_pieces.empty())
        return FeedPiece{};
    FeedPiece &first = m_pieces.front();
    const std::size_t wanted = frames * static_cast<std::size_t>(outputChannels);
    if (first.frames.size() <= wanted) {
        FeedPiece piece = std::move(first);
        m_pieces.pop_front();
        return piece;
    }
    const auto middle = first.frames.begin() + static_cast<std::ptrdiff_t>(wanted);
    FeedPiece piece{{first.frames.begin(), middle}, first.sample, first.step};
    first.frames.erase(first.frames.begin(), middle);
    first.sample += static_cast<double>(frames) * first.step;
    return piece;
}

// Where the reading stops or jumps back.
std::int64_t SoundFeed::readEnd() const
{
    std::int64_t end = info().length;
    if (m_end && m_at <= *m_end)
        end = std::min(end, *m_end);
    if (m_loop && m_at < m_loop->end)
        end = std::min(end, m_loop->end);
    return end;
}

// How many samples of each channel came to m_block.
Result<std::size_t> SoundFeed::readFile(std::size_t samples)
{
    const auto channels = static_cast<std::size_t>(info().channels);
    const std::size_t begin = static_cast<std::size_t>(m_at) * channels;
    if (begin < m_sound.head.size()) {
        const std::size_t count = std::min(samples * channels, m_sound.head.size() - begin);
        const auto from = m_sound.head.begin() + static_cast<std::ptrdiff_t>(begin);
        m_block.assign(from, from + static_cast<std::ptrdiff_t>(count));
        return count / channels;
    }
    SoundFile &file = *m_sound.file;
    if (file.position() != m_at)
        if (Status sought = file.seek(m_at); !sought)
            return sought.error();
    m_block.resize(samples * channels);
    auto count = file.read(m_block);
    if (count)
        m_block.resize(*count * channels);
    return count;
}

Status SoundFeed::readMore()
{
    const std::int64_t end = readEnd();
    std::size_t read = 0;
    if (m_at < end) {
        const std::int64_t block = std::max(1, info().rate / blocksPerSecond);
        const auto count = readFile(static_cast<std::size_t>(std::min(block, end - m_at)));
        if (!count)
            return count.error();
        read = *count;
        m_at += static_cast<std::int64_t>(read);
        m_read += static_cast<std::int64_t>(read);
        stretch(m_mixer->mix(m_block));
    }
    if (m_loop && end == m_loop->end && m_at == end && read > 0) {
        m_at = m_loop->begin;
        m_legs.push_back({m_read, m_at});
    } else if (read == 0) {
        finish();
    }
    return ok();
}

void SoundFeed::finish()
{
    stretch(m_mixer->finish());
    if (m_stretcher)
        endStretching();
    m_finished = true;
}

void SoundFeed::stretch(std::vector<float> frames)
{
    const double ratio = static_cast<double>(info().rate) / m_output.rate;
    const double from = m_mixed;
    m_mixed += static_cast<double>(frames.size()) / outputChannels;
    if (frames.empty())
        return;
    if (m_speed == 1) {
        queuePieces(std::move(frames), from * ratio, ratio);
        return;
    }
    if (!m_stretcher) {
        m_stretcher = std::make_unique<SoundStretcher>(m_output.rate, outputChannels, m_speed);
        m_stretchedFrom = from;
    }
    auto out = m_stretcher->stretch(std::move(frames));
    queuePieces(std::move(out.frames), (m_stretchedFrom + out.from) * ratio, out.step * ratio);
}

void SoundFeed::endStretching()
{
    const double ratio = static_cast<double>(info().rate) / m_output.rate;
    auto out = m_stretcher->finish();
    queuePieces(std::move(out.frames), (m_stretchedFrom + out.from) * ratio, out.step * ratio);
    m_stretcher.reset();
}

// `from` and `step` in samples since the seek. A jump of the loop parts the frames in two pieces.
void SoundFeed::queuePieces(std::vector<float> frames, double from, double step)
{
    const auto channels = static_cast<std::size_t>(outputChannels);
    for (std::size_t at = 0; at < frames.size();) {
        while (m_legs.size() > 1 && static_cast<double>(m_legs[1].read) <= from + step / 2)
            m_legs.pop_front();
        std::size_t count = (frames.size() - at) / channels;
        if (m_legs.size() > 1 && step > 0) {
            const double until = std::ceil((static_cast<double>(m_legs[1].read) - from) / step - 0.5);
            count = std::min(count, static_cast<std::size_t>(std::max(1.0, until)));
        }
        const auto begin = frames.begin() + static_cast<std::ptrdiff_t>(at);
        m_pieces.push_back(
            {{begin, begin + static_cast<std::ptrdiff_t>(count * channels)},
             static_cast<double>(m_legs.front().sample) + (from - static_cast<double>(m_legs.front().read)),
             step});
        at += count * channels;
        from += static_cast<double>(count) * step;
    }
}

}  // namespace core
