// Plays one file. Decoding and the device have threads of their own: no call here waits for them. Positions are samples
// of the file's rate.
#pragma once
#include "core/media/player_thread.h"
#include <QObject>
#include <QTimer>

namespace widgets {

class SoundPlayer : public QObject {
    Q_OBJECT
public:
    explicit SoundPlayer(QObject *parent = nullptr);  // the device of the machine
    explicit SoundPlayer(core::OpenOutput openOutput, QObject *parent = nullptr);
    ~SoundPlayer() override;

    // opened() or failed() follows; what played before stops. The loop and the range are forgotten, speed and volume
    // stay. What is asked for before it is open (play, seek …) is done as soon as it is.
    void open(const std::filesystem::path &file);
    void close();
    const core::SoundInfo *info() const;  // null until opened
    bool isPlaying() const { return m_playing; }
    qint64 position() const;   // where the sound is, device latency taken off
    void seek(qint64 sample);  // keeps playing if it plays; forgets the end of playRange()
    void play();               // from the beginning when it stands at the end; from that of the loop when outside of it
    void pause();
    void toggle();
    void playRange(qint64 begin, qint64 end);                      // once, then stops at the end
    void setLoop(std::optional<std::pair<qint64, qint64>> range);  // goes there if it plays elsewhere
    void setSpeed(double speed);                                   // 0.5…2, pitch kept
    double speed() const { return m_speed; }
    void setVolume(double volume);  // 0…1
    double volume() const { return m_volume; }
    // Why nothing is heard; the playhead then runs by the clock. Known once something was opened.
    std::optional<core::Error> deviceFault() const { return m_state.fault; }
    // Opened and decoded ahead: at most 8, what is not named again is dropped.
    void prefetch(const std::vector<std::filesystem::path> &next);

signals:
    void opened();
    void failed(core::Error error);
    void positionChanged(qint64 sample);
    void playingChanged(bool playing);
    void finished();  // came to the end, of the file or of the range, by itself
    void deviceChanged();

private:
    void command(std::function<void(core::Player &)> run);
    void take();
    void setPlaying(bool playing);
    void tellPosition();

    core::PlayerState m_state;  // as last told
    std::optional<core::SoundInfo> m_info;
    qint64 m_serial = 0;   // of our last command: what the player did before it does not count
    qint64 m_wanted = 0;   // where that command put it
    qint64 m_opening = 0;  // serial of the last open(), 0: closed
    qint64 m_toldPosition = -1;
    qint64 m_toldFinished = 0;
    double m_speed = 1, m_volume = 1;
    bool m_playing = false;
    QTimer m_timer;
    core::PlayerThread m_thread;  // last: it calls us until it is gone
};

}  // namespace widgets
