// The row below a sound: play, back and forward, loop, where it is, speed, volume, spectrogram, and why nothing is
// heard. It never takes the keyboard by a click: who types goes on typing.
#pragma once
#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace widgets {

class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(QWidget *parent = nullptr);

    void setSound(qint64 length, int rate);  // samples; 0: none, the row is greyed
    void setPosition(qint64 sample);
    void setPlaying(bool playing);
    void setLooping(bool looping);
    void setSpeed(double speed);
    void setVolume(double volume);  // 0…1
    void setSpectrogramShown(bool shown);
    void setNotice(const QString &brief, const QString &whole);  // why nothing is heard; empty: nothing is wrong

    static double slower(double speed);  // the next of the steps; the last one stays
    static double faster(double speed);

signals:
    void acted(const QByteArray &id);  // "sound.play" …
    void speedChosen(double speed);
    void volumeChosen(double volume);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *button(const char *icon, const char *act);
    void retranslate();
    void showMute();

    QToolButton *m_back, *m_play, *m_forward, *m_loop, *m_mute, *m_spectrogram;
    QLabel *m_time, *m_noticeIcon, *m_notice;
    QComboBox *m_speed;
    QSlider *m_volume;
    qint64 m_length = 0, m_position = 0;
    int m_rate = 0, m_lastVolume = 100;
    bool m_playing = false;
};

}  // namespace widgets
