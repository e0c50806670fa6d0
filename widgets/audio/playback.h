// Playing what a waveform shows: the player, the view and the transport row in step, and the acts on them.
#pragma once
#include "core/media/sound_file.h"
#include "core/result.h"
#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <filesystem>
#include <optional>

namespace widgets {

class SoundPlayer;
class TransportBar;
class WaveView;

class Playback : public QObject {
    Q_OBJECT
public:
    Playback(WaveView &wave, TransportBar &bar, QObject *parent);
    ~Playback() override;

    // The same file: goes on as it is. An empty one: nothing to play.
    void open(const std::filesystem::path &file);
    const core::SoundInfo *info() const;  // null until opened()
    bool isPlaying() const;
    qint64 position() const;
    void seek(qint64 sample);
    void play();  // as soon as it is opened; from the start when it is at the end
    void pause();
    void playRange(qint64 begin, qint64 end);  // once
    void prefetch(const std::vector<std::filesystem::path> &next);
    void setRewind(int ms);  // how far before the place of a pause it goes on

    static QList<QByteArray> acts();
    bool act(const QByteArray &id);  // "sound.play" …; false: not of these
    QJsonObject options() const;     // speed, volume, loop
    void setOptions(const QJsonObject &options);

signals:
    void opened();
    void failed(const core::Error &error);
    void moved();                    // position or speed
    void told(const QString &note);  // why an act did nothing

private:
    void toggle();
    void skip(double seconds);
    void setSpeed(double speed);
    void setLooping(bool looping);
    void applyLoop();
    void playSelection();
    void showFault();
    void showPosition(qint64 sample);

    WaveView &m_wave;
    TransportBar &m_bar;
    SoundPlayer *m_player;
    std::filesystem::path m_file;
    int m_rewindMs = 0;
    bool m_looping = false;
    bool m_paused = false;  // by the user, and nothing was sought since: going on rewinds
};

}  // namespace widgets
