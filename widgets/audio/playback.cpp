#include "widgets/audio/playback.h"
#include "widgets/audio/sound_player.h"
#include "widgets/audio/transport_bar.h"
#include "widgets/audio/wave_view.h"
#include "widgets/messages.h"
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double skipSeconds = 2;

}  // namespace

Playback::Playback(WaveView &wave, TransportBar &bar, QObject *parent)
    : QObject(parent),
      m_wave(wave),
      m_bar(bar),
      m_player(new SoundPlayer(this))
{
    connect(m_player, &SoundPlayer::opened, this, [this] {
        m_bar.setSound(m_player->info()->length, m_player->info()->rate);
        applyLoop();
        emit opened();
    });
    connect(m_player, &SoundPlayer::failed, this, &Playback::failed);
    connect(m_player, &SoundPlayer::positionChanged, this, &Playback::showPosition);
    connect(m_player, &SoundPlayer::playingChanged, this, [this](bool playing) {
        m_bar.setPlaying(playing);
        showPosition(m_player->position());
    });
    connect(m_player, &SoundPlayer::deviceChanged, this, &Playback::showFault);
    connect(&m_wave, &WaveView::seekAsked, this, &Playback::seek);
    connect(&m_wave, &WaveView::selectionMade, this, [this](const std::optional<WaveView::Range> &range) {
        applyLoop();
        if (range && !m_player->isPlaying())
            seek(range->first);
    });
    connect(&m_bar, &TransportBar::acted, this, &Playback::act);
    connect(&m_bar, &TransportBar::speedChosen, this, &Playback::setSpeed);
    connect(&m_bar, &TransportBar::volumeChosen, m_player, &SoundPlayer::setVolume);
    showFault();
}

Playback::~Playback() = default;

void Playback::open(const std::filesystem::path &file)
{
    if (file == m_file)
        return;
    m_file = file;
    m_paused = false;
    m_bar.setSound(0, 0);
    m_bar.setPlaying(false);
    if (file.empty())
        m_player->close();
    else
        m_player->open(file);
}

const core::SoundInfo *Playback::info() const
{
    return m_player->info();
}

bool Playback::isPlaying() const
{
    return m_player->isPlaying();
}

qint64 Playback::position() const
{
    return m_player->position();
}

void Playback::seek(qint64 sample)
{
    m_paused = false;
    if (!m_player->info())
        return;
    m_player->seek(sample);
    showPosition(sample);
}

void Playback::play()
{
    if (m_file.empty())
        return;
    const core::SoundInfo *sound = m_player->info();
    if (const qint64 at = m_player->position(); sound && m_paused && at < sound->length)
        m_player->seek(std::max<qint64>(0, at - qint64(m_rewindMs) * sound->rate / 1000));
    m_paused = false;
    m_player->play();
}

void Playback::pause()
{
    if (!m_player->isPlaying())
        return;
    m_player->pause();
    m_paused = true;
}

void Playback::playRange(qint64 begin, qint64 end)
{
    m_paused = false;
    m_player->playRange(begin, end);
}

void Playback::prefetch(const std::vector<std::filesystem::path> &next)
{
    m_player->prefetch(next);
}

void Playback::setRewind(int ms)
{
    m_rewindMs = ms;
}

void Playback::toggle()
{
    if (m_player->isPlaying())
        pause();
    else
        play();
}

void Playback::skip(double seconds)
{
    if (const core::SoundInfo *sound = m_player->info())
        seek(std::clamp<qint64>(m_player->position() + std::llround(seconds * sound->rate), 0, sound->length));
}

void Playback::setSpeed(double speed)
{
    m_player->setSpeed(speed);
    m_bar.setSpeed(speed);
    emit moved();
}

void Playback::setLooping(bool looping)
{
    m_looping = looping;
    m_bar.setLooping(looping);
    applyLoop();
}

void Playback::applyLoop()
{
    const core::SoundInfo *sound = m_player->info();
    if (m_looping && sound)
        m_player->setLoop(m_wave.selection().value_or(WaveView::Range(0, sound->length)));
    else
        m_player->setLoop(std::nullopt);
}

void Playback::playSelection()
{
    if (const auto &range = m_wave.selection())
        playRange(range->first, range->second);
    else
        emit told(tr("Drag along the ruler or the waveform to mark a range first"));
}

void Playback::showFault()
{
    const auto fault = m_player->deviceFault();
    if (!fault) {
        m_bar.setNotice({}, {});
        return;
    }
    const QString why = deviceText(*fault);
    m_bar.setNotice(fault->code == core::Code::NotFound ? tr("No sound device") : tr("The sound device stopped"), why);
    emit told(why);
}

void Playback::showPosition(qint64 sample)
{
    m_wave.setPlayhead(sample, m_player->isPlaying());
    m_bar.setPosition(sample);
    emit moved();
}

QList<QByteArray> Playback::acts()
{
    return {"sound.play",   "sound.play-selection", "sound.loop",         "", "sound.back", "sound.forward", "",
            "sound.slower", "sound.faster",         "sound.normal-speed", ""};
}

bool Playback::act(const QByteArray &id)
{
    if (id == "sound.play")
        toggle();
    else if (id == "sound.play-selection")
        playSelection();
    else if (id == "sound.loop")
        setLooping(!m_looping);
    else if (id == "sound.back")
        skip(-skipSeconds);
    else if (id == "sound.forward")
        skip(skipSeconds);
    else if (id == "sound.slower")
        setSpeed(TransportBar::slower(m_player->speed()));
    else if (id == "sound.faster")
        setSpeed(TransportBar::faster(m_player->speed()));
    else if (id == "sound.normal-speed")
        setSpeed(1);
    else
        return false;
    return true;
}

QJsonObject Playback::options() const
{
    return {{"speed", m_player->speed()}, {"volume", m_player->volume()}, {"loop", m_looping}};
}

void Playback::setOptions(const QJsonObject &options)
{
    const double volume = std::clamp(options["volume"].toDouble(1), 0.0, 1.0);
    m_player->setVolume(volume);
    m_bar.setVolume(volume);
    setSpeed(std::clamp(options["speed"].toDouble(1), 0.5, 2.0));
    setLooping(options["loop"].toBool());
}

}  // namespace widgets
