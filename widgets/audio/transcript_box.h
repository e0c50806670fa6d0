// The text field one transcribes in. Keys that play type nothing; undo is the project's; while an input method
// composes, nothing from outside touches the text.
#pragma once
#include <QPlainTextEdit>
#include <optional>

namespace widgets {

class TranscriptBox : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TranscriptBox(QWidget *parent = nullptr);

    QString text() const;  // without what is being composed; lines end in '\n', all else as it was typed or set
    // Not by typing: emits no typed(). What stays of the text keeps the cursor. While one composes, it waits.
    void setText(const QString &text);
    bool isComposing() const { return m_composing; }
    void finishComposing();  // the input method commits what it has, or drops it
    void setPoints(double points);
    double points() const;

signals:
    void typed(const QString &text);
    void acted(const QByteArray &id);  // "sound.play" …

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void replace(const QString &text);
    void noteTyped();

    QString m_known;                   // what was typed or set last
    std::optional<QString> m_waiting;  // set while one composed
    bool m_composing = false, m_setting = false;
};

}  // namespace widgets
