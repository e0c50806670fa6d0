// A clip to hear and the text of what is said in it. The text is proposed while one types, so that nothing is lost.
#pragma once
#include "widgets/editor_view.h"
#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QSplitter;

namespace widgets {

class SoundPane;
class TranscriptBox;

class SpeechContentEditor : public EditorView {
    Q_OBJECT
public:
    explicit SpeechContentEditor(MediaService &media, QWidget *parent = nullptr);

    void setContent(const EditorContent &content) override;
    void clear() override;
    void prefetch(const std::vector<std::filesystem::path> &neighbours) override;
    QList<ToolInfo> tools() const override { return {}; }
    void setTool(const QByteArray &) override {}
    QByteArray tool() const override { return {}; }
    void setCurrentLabel(core::LabelId) override {}
    void setSelection(const QList<core::AnnotationId> &) override {}
    QList<core::AnnotationId> selection() const override { return {}; }
    bool cancelGesture() override { return false; }
    bool act(const QByteArray &id) override;
    QList<QByteArray> acts() const override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;
    void finishTyping() override;
    void setPlaybackHabits(const PlaybackHabits &habits) override;
    QByteArray saveOptions() const override;  // JSON: speed, volume, loop, spectrogram, points, split
    void restoreOptions(const QByteArray &saved) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void typed(const QString &text);
    void propose(const QString &text);
    void beginBurst();
    void takeFocus();
    void showState();
    void zoomText(double factor);
    void retranslate();

    QSplitter *m_split;
    SoundPane *m_pane;
    TranscriptBox *m_box;
    QLabel *m_keys, *m_state;
    std::shared_ptr<const core::SampleContent> m_content;
    QTimer m_pause;  // of typing
    QElapsedTimer m_lastTyped;
    QString m_typed;           // the text of the box after the last key
    std::string m_burst;       // merges what is typed in one go into one undo step
    bool m_lengthens = true;   // what is typed in this go; deleting is another
    bool m_proposing = false;  // our own edit is on its way through the project and back
    double m_basePoints = 0;
};

}  // namespace widgets
