// One sound of a sample to see and hear: waveform, transport row, or why there is none. What the editors of whole
// sounds are built around.
#pragma once
#include "widgets/audio/playback.h"
#include "widgets/editor_view.h"

class QStackedLayout;

namespace widgets {

class EmptyState;
struct SpectrogramSettings;

class SoundPane : public QWidget {
    Q_OBJECT
public:
    explicit SoundPane(MediaService &media, QWidget *parent = nullptr);
    SoundPane(WaveView *wave, QWidget *parent);  // takes the view: one that shows more than a sound

    // Another sample or another file of it: opened, and played when `plays` and as soon as it is in sight.
    void showSample(const EditorContent &content, bool plays);
    void showNothing();
    Playback &playback() { return *m_playback; }
    WaveView &wave() { return *m_wave; }
    core::SampleId sample() const { return m_sample.id; }

    static QList<QByteArray> acts()
    {
        return Playback::acts() + QList<QByteArray>{"sound.spectrogram", "sound.spectrogram-settings"};
    }
    bool act(const QByteArray &id);
    QStringList statusTexts() const;
    bool isSettled() const;
    QJsonObject options() const;
    void setOptions(const QJsonObject &options);
    QByteArray saveView() const;
    void restoreView(const QByteArray &saved);

signals:
    void mediaFound(core::SampleId sample, const core::MediaInfo &info);
    void statusChanged();
    void settled();
    void told(const QString &note);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void found();
    void failed(const core::Error &error);
    void retranslate();
    void setSpectrogram(const SpectrogramSettings &settings);
    void toggleSpectrogram();
    void askSpectrogram();

    QWidget *m_stage;
    QStackedLayout *m_pages;
    WaveView *m_wave;
    EmptyState *m_missing;
    TransportBar *m_bar;
    Playback *m_playback;
    core::Sample m_sample;  // 0: none
    std::filesystem::path m_file;
    bool m_playsOnShow = false;
};

}  // namespace widgets
