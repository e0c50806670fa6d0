#include "core/media/player.h"
#include <algorithm>

namespace core {

namespace {

using namespace std::chrono_literals;

constexpr int aheadParts = 6;    // a sixth of a second waits in the ring: longer than a step may be late
constexpr int pieceParts = 50;   // fed in fiftieths
constexpr auto stuckAfter = 2s;  // a device that runs and takes nothing is lost
constexpr auto retryAfter = 5s;  // before a missing device is looked for again

}  // namespace

Player::Player(OpenOutput openOutput, Clock clock) : m_openOutput(std::move(openOutput)), m_clock(std::move(clock)) {}

Player::~Player() = default;

void Player::open(ReadySound sound)
{
    close();
    ensureOutput();
    m_feed = std::make_unique<SoundFeed>(std::move(sound), m_output->format());
    m_feed->setSpeed(m_speed);
}

void Player::close()
{
    stop(0);
    m_feed.reset();
    m_failure.reset();
    m_finished = 0;
    m_loop.reset();
    m_end.reset();
}

const SoundInfo *Player::info() const
{
    return m_feed ? &m_feed->info() : nullptr;
}

void Player::play()
{
    if (!m_feed || m_playing)
        return;
    std::int64_t from = m_place;
    if (m_end && from >= *m_end) {
        m_end.reset();
        m_feed->setEnd({});
    }
    if (m_loop && (from < m_loop->begin || from >= m_loop->end))
        from = m_loop->begin;
    else if (from >= info()->length)
        from = 0;
    m_playing = true;
    start(from);
}

void Player::pause()
{
    if (m_playing)
        stop(position());
}

void Player::playRange(SampleRange range)
{
    if (!m_feed)
        return;
    range.begin = std::clamp<std::int64_t>(range.begin, 0, info()->length);
    range.end = std::clamp(range.end, range.begin, info()->length);
    m_end = range.end;
    m_feed->setEnd(m_end);
    m_playing = true;
    start(range.begin);
}

void Player::seek(std::int64_t sample)
{
    if (!m_feed)
        return;
    m_end.reset();
    m_feed->setEnd({});
    sample = std::clamp<std::int64_t>(sample, 0, info()->length);
    if (m_playing)
        start(sample);
    else
        stop(sample);
}

void Player::setLoop(std::optional<SampleRange> loop)
{
    if (!m_feed)
        return;
    if (loop) {
        loop->begin = std::clamp<std::int64_t>(loop->begin, 0, info()->length);
        loop->end = std::clamp<std::int64_t>(loop->end, 0, info()->length);
        if (loop->begin >= loop->end)
            loop.reset();
    }
    if (loop == m_loop)
        return;
    m_loop = loop;
    m_feed->setLoop(loop);
    if (!m_playing)
        return;
    const std::int64_t at = position();
    start(loop && (at < loop->begin || at >= loop->end) ? loop->begin : at);
}

void Player::setSpeed(double speed)
{
    m_speed = std::clamp(speed, slowest, fastest);
    if (m_feed)
        m_feed->setSpeed(m_speed);
}

void Player::setVolume(double volume)
{
    m_volume = static_cast<float>(std::clamp(volume, 0.0, 1.0));
    if (m_ring)
        m_ring->setVolume(m_volume);
}

void Player::step()
{
    if (!m_output)
        return;
    m_output->tick();
    if (!m_playing)
        return;
    fill();
    const std::int64_t heard = m_output->heard();
    if (m_fedAll && m_ring->isOver(heard)) {
        ++m_finished;
        stop(m_ring->placeAt(heard));
        return;
    }
    if (heard != m_movedTo) {
        m_movedTo = heard;
        m_movedAt = m_clock();
    }
    if (m_output->isLost() || m_clock() - m_movedAt > stuckAfter)
        loseOutput({Code::Io, m_output->isLost() ? "disconnected" : "takes no sound", {}});
}

std::int64_t Player::position() const
{
    return m_playing ? m_ring->placeAt(m_output->heard()) : m_place;
}

double Player::pace() const
{
    return m_playing ? m_speed * m_feed->info().rate : 0;
}

std::int64_t Player::until() const
{
    if (!m_feed)
        return 0;
    const std::int64_t at = position();
    std::int64_t end = info()->length;
    if (m_loop && at < m_loop->end)
        end = m_loop->end;
    return m_end ? std::min(end, std::max(at, *m_end)) : end;
}

// Opens a device, or lets the clock take its place. A device that was missing is looked for again by and by.
void Player::ensureOutput()
{
    if (m_output && (!m_fault || m_clock() < m_retryAt))
        return;
    m_output.reset();
    m_ring = std::make_shared<OutputRing>(std::size_t{1} << 16);
    m_ring->setVolume(m_volume);
    const auto pull = [ring = m_ring](std::span<float> frames) { ring->pull(frames); };
    auto opened = m_openOutput(pull);
    m_fault.reset();
    if (opened)
        m_output = std::move(*opened);
    else
        useClock(opened.error());
    if (m_feed)
        m_feed->setOutput(m_output->format());
}

void Player::useClock(Error fault)
{
    m_fault = std::move(fault);
    m_retryAt = m_clock() + retryAfter;
    m_output = silentOutput([ring = m_ring](std::span<float> frames) { ring->pull(frames); }, m_clock);
}

void Player::loseOutput(Error fault)
{
    const std::int64_t at = position();
    m_output.reset();
    m_ring = std::make_shared<OutputRing>(std::size_t{1} << 16);
    useClock(std::move(fault));
    m_feed->setOutput(m_output->format());
    start(at);
}

void Player::start(std::int64_t sample)
{
    if (!m_fault || m_clock() >= m_retryAt)
        ensureOutput();
    m_place = sample;
    m_feed->seek(sample);
    m_ring->clear(sample);
    m_fedAll = false;
    m_movedAt = m_clock();
    fill();
    if (m_playing)
        m_output->run(true);
}

void Player::fill()
{
    const auto rate = static_cast<std::size_t>(m_output->format().rate);
    while (!m_fedAll && m_ring->waiting() < rate / aheadParts) {
        const auto piece = m_feed->next(rate / pieceParts);
        if (!piece) {
            m_failure = piece.error();
            stop(position());
            return;
        }
        m_fedAll = piece->frames.empty();
        if (!m_fedAll)
            m_ring->push(piece->frames, piece->sample, piece->step);
    }
}

void Player::stop(std::int64_t at)
{
    if (m_output)
        m_output->run(false);
    if (m_ring)
        m_ring->clear(at);
    m_playing = false;
    m_place = at;
}

}  // namespace core
