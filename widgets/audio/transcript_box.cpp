#include "widgets/audio/transcript_box.h"
#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <algorithm>

namespace widgets {

namespace {

constexpr double smallest = 8, largest = 48;

// The length two texts begin with alike, not within a surrogate pair.
qsizetype commonHead(QStringView a, QStringView b)
{
    qsizetype n = 0;
    while (n < a.size() && n < b.size() && a[n] == b[n])
        ++n;
    return n > 0 && a[n - 1].isHighSurrogate() ? n - 1 : n;
}

qsizetype commonTail(QStringView a, QStringView b)
{
    qsizetype n = 0;
    while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n])
        ++n;
    return n > 0 && a[a.size() - n].isLowSurrogate() ? n - 1 : n;
}

}  // namespace

TranscriptBox::TranscriptBox(QWidget *parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::textChanged, this, &TranscriptBox::noteTyped);
}

QString TranscriptBox::text() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void TranscriptBox::setText(const QString &text)
{
    if (m_composing)
        m_waiting = text;
    else
        replace(text);
}

// Only what differs, so that the cursor and what is in sight stay.
void TranscriptBox::replace(const QString &text)
{
    const QString before = this->text();
    QString after = text;
    after.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const qsizetype head = commonHead(before, after);
    const qsizetype tail = commonTail(QStringView(before).sliced(head), QStringView(after).sliced(head));
    m_setting = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(after.sliced(head, after.size() - head - tail));
    m_setting = false;
    m_known = this->text();
}

void TranscriptBox::noteTyped()
{
    if (m_setting || m_composing)
        return;
    if (const QString now = text(); now != m_known) {
        m_known = now;
        emit typed(now);
    }
}

void TranscriptBox::finishComposing()
{
    if (!m_composing)
        return;
    QGuiApplication::inputMethod()->commit();
    if (!m_composing)
        return;
    QGuiApplication::inputMethod()->reset();
    QInputMethodEvent nothing;
    inputMethodEvent(&nothing);
}

void TranscriptBox::setPoints(double points)
{
    QFont larger = font();
    larger.setPointSizeF(std::clamp(points, smallest, largest));
    setFont(larger);
}

double TranscriptBox::points() const
{
    return font().pointSizeF();
}

bool TranscriptBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (m_composing) {
            event->accept();  // no shortcut of the window while an input method is at work
            return true;
        }
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void TranscriptBox::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::ShiftModifier);
    if (m_composing)
        event->accept();  // the input method's, not ours
    else if (plain && event->key() == Qt::Key_Tab)
        emit acted("sound.play");
    else if (plain && event->key() == Qt::Key_Backtab)
        emit acted("sound.back");
    else if (event->matches(QKeySequence::ZoomIn))
        emit acted("view.zoom-in");
    else if (event->matches(QKeySequence::ZoomOut))
        emit acted("view.zoom-out");
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TranscriptBox::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    if (m_composing)
        return;
    if (m_waiting && event->commitString().isEmpty())
        replace(*std::exchange(m_waiting, std::nullopt));
    m_waiting.reset();
    noteTyped();
}

void TranscriptBox::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        emit acted(event->angleDelta().y() > 0 ? "view.zoom-in" : "view.zoom-out");
    else
        QPlainTextEdit::wheelEvent(event);
}

}  // namespace widgets
