// One clip to hear, with its labels above. Opening it plays it.
#pragma once
#include "widgets/classifying_editor.h"

namespace widgets {

class SoundPane;

class SoundClassificationEditor : public ClassifyingEditor {
    Q_OBJECT
public:
    explicit SoundClassificationEditor(MediaService &media, QWidget *parent = nullptr);

    void prefetch(const std::vector<std::filesystem::path> &neighbours) override;
    bool act(const QByteArray &id) override;
    QList<QByteArray> acts() const override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;
    void setPlaybackHabits(const PlaybackHabits &habits) override;
    QByteArray saveOptions() const override;  // JSON: speed, volume, loop, spectrogram
    void restoreOptions(const QByteArray &saved) override;

protected:
    void showSample(const EditorContent &content) override;
    void showNothing() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    SoundPane *m_pane;
    PlaybackHabits m_habits;
};

}  // namespace widgets
