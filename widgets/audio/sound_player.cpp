#include "widgets/audio/sound_player.h"
#include "core/media/sdl_output.h"
#include <algorithm>

namespace widgets {

namespace {

constexpr int FrameMs = 15;
constexpr double LongestGuess = 0.1;  // seconds the place is carried on from what the thread told last

}  // namespace

SoundPlayer::SoundPlayer(QObject *parent) : SoundPlayer(core::openSdlOutput, parent) {}

SoundPlayer::SoundPlayer(core::OpenOutput openOutput, QObject *parent)
    : QObject(parent),
      m_thread(std::move(openOutput), [this] { QMetaObject::invokeMethod(this, [this] { take(); }); })
{
    m_timer.setInterval(FrameMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SoundPlayer::tellPosition);
}

SoundPlayer::~SoundPlayer() = default;

void SoundPlayer::open(const std::filesystem::path &file)
{
    m_info.reset();
    m_wanted = m_toldFinished = 0;
    m_opening = m_serial = m_thread.open(file);
    setPlaying(false);
    tellPosition();
}

void SoundPlayer::close()
{
    m_info.reset();
    m_wanted = m_toldFinished = 0;
    m_opening = 0;
    command([](core::Player &player) { player.close(); });
    setPlaying(false);
    tellPosition();
}

const core::SoundInfo *SoundPlayer::info() const
{
    return m_info ? &*m_info : nullptr;
}

qint64 SoundPlayer::position() const
{
    const core::PlayerState now = m_thread.state();
    if (now.serial < m_serial)
        return m_wanted;
    const double passed =
        std::clamp(std::chrono::duration<double>(core::steadyClock()() - now.at).count(), 0.0, LongestGuess);
    return std::min<qint64>(now.position + qint64(passed * now.pace), std::max(now.position, now.until));
}

void SoundPlayer::seek(qint64 sample)
{
    m_wanted = std::clamp<qint64>(sample, 0, m_info ? m_info->length : std::numeric_limits<qint64>::max());
    command([sample](core::Player &player) { player.seek(sample); });
    tellPosition();
}

void SoundPlayer::play()
{
    if (m_playing || m_opening == 0)
        return;
    m_wanted = position();
    command([](core::Player &player) { player.play(); });
    setPlaying(true);
}

void SoundPlayer::pause()
{
    if (!m_playing)
        return;
    m_wanted = position();
    command([](core::Player &player) { player.pause(); });
    setPlaying(false);
}

void SoundPlayer::toggle()
{
    m_playing ? pause() : play();
}

void SoundPlayer::playRange(qint64 begin, qint64 end)
{
    if (m_opening == 0)
        return;
    m_wanted = begin;
    command([begin, end](core::Player &player) { player.playRange({begin, end}); });
    setPlaying(true);
    tellPosition();
}

void SoundPlayer::setLoop(std::optional<std::pair<qint64, qint64>> range)
{
    std::optional<core::SampleRange> loop;
    if (range)
        loop = core::SampleRange{range->first, range->second};
    m_wanted = position();
    command([loop](core::Player &player) { player.setLoop(loop); });
}

void SoundPlayer::setSpeed(double speed)
{
    m_speed = std::clamp(speed, core::slowest, core::fastest);
    m_wanted = position();
    command([speed](core::Player &player) { player.setSpeed(speed); });
}

void SoundPlayer::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    m_wanted = position();
    command([volume](core::Player &player) { player.setVolume(volume); });
}

void SoundPlayer::prefetch(const std::vector<std::filesystem::path> &next)
{
    m_thread.prefetch(next);
}

void SoundPlayer::command(std::function<void(core::Player &)> run)
{
    m_serial = m_thread.run(std::move(run));
}

// Tells what changed since last time.
void SoundPlayer::take()
{
    const core::PlayerState before = std::exchange(m_state, m_thread.state());
    const core::PlayerState now = m_state;
    if (now.fault != before.fault)
        emit deviceChanged();
    if (m_opening != 0 && now.opened == m_opening && before.opened != m_opening) {
        m_info = now.info;
        emit opened();
    }
    if (m_opening != 0 && now.failed >= m_opening && before.failed < now.failed && now.failure) {
        setPlaying(false);
        emit failed(*now.failure);
    }
    if (now.serial < m_serial)
        return;  // a later command is under way
    setPlaying(now.playing);
    tellPosition();
    if (std::exchange(m_toldFinished, now.finished) < now.finished)
        emit finished();
}

void SoundPlayer::setPlaying(bool playing)
{
    if (m_playing == playing)
        return;
    m_playing = playing;
    playing ? m_timer.start() : m_timer.stop();
    emit playingChanged(playing);
}

void SoundPlayer::tellPosition()
{
    const qint64 now = position();
    if (now == m_toldPosition)
        return;
    m_toldPosition = now;
    emit positionChanged(now);
}

}  // namespace widgets
