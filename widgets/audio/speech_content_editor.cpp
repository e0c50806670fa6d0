#include "widgets/audio/speech_content_editor.h"
#include "core/audio/transcript.h"
#include "widgets/audio/sound_pane.h"
#include "widgets/audio/transcript_box.h"
#include "widgets/audio/wave_view.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTextEdit>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int pauseMs = 400;   // of typing, after which the text is kept
constexpr int burstMs = 1500;  // longer pauses begin another undo step
constexpr double textZoom = 1.15, larger = 1.3;

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
           || qobject_cast<const QTextEdit *>(widget);
}

}  // namespace

SpeechContentEditor::SpeechContentEditor(MediaService &media, QWidget *parent)
    : EditorView(parent),
      m_split(new QSplitter(Qt::Vertical, this)),
      m_pane(new SoundPane(media, m_split)),
      m_box(new TranscriptBox),
      m_keys(new QLabel),
      m_state(new QLabel)
{
    m_basePoints = m_box->points() * larger;
    m_box->setPoints(m_basePoints);
    m_box->setObjectName(QStringLiteral("transcript"));
    m_box->document()->setDocumentMargin(12);
    m_pane->wave().setFocusPolicy(Qt::NoFocus);
    m_keys->setProperty("secondary", true);
    m_state->setProperty("secondary", true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_box, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 8);
    foot->addWidget(m_keys, 1);
    foot->addWidget(m_state);
    column->addLayout(foot);
    m_split->addWidget(m_pane);
    m_split->addWidget(page);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_split);
    setFocusProxy(m_box);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { propose(m_typed); });
    connect(m_box, &TranscriptBox::typed, this, &SpeechContentEditor::typed);
    connect(m_box, &TranscriptBox::acted, this, &SpeechContentEditor::act);
    connect(m_pane, &SoundPane::statusChanged, this, &SpeechContentEditor::statusChanged);
    connect(m_pane, &SoundPane::settled, this, &SpeechContentEditor::settled);
    connect(m_pane, &SoundPane::mediaFound, this, &SpeechContentEditor::mediaFound);
    connect(m_pane, &SoundPane::told, this, &SpeechContentEditor::told);
    // Who clicks elsewhere may close, export or switch off: what is typed is kept by then.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *) {
        if (before == m_box)
            finishTyping();
    });
    clear();
    retranslate();
}

void SpeechContentEditor::setContent(const EditorContent &content)
{
    const bool another =
        !m_content || content.sample->sample.id != m_content->sample.id || content.sample->job != m_content->job;
    if (another)
        finishTyping();
    m_content = content.sample;
    m_box->setReadOnly(false);
    if (const QString stored = toQString(core::transcriptOf(*m_content));
        another || (!m_proposing && !m_pause.isActive() && stored != m_typed)) {
        m_box->setText(stored);
        m_typed = stored;
        beginBurst();
        if (another)
            m_box->moveCursor(QTextCursor::End);
    }
    m_pane->showSample(content, false);
    showState();
    if (another)
        takeFocus();
}

void SpeechContentEditor::clear()
{
    finishTyping();
    m_content.reset();
    m_box->setText({});
    m_typed.clear();
    m_box->setReadOnly(true);
    m_pane->showNothing();
    showState();
}

// Typing goes on with the next clip, however one came to it.
void SpeechContentEditor::takeFocus()
{
    if (isVisible() && isActiveWindow() && !isTextField(QApplication::focusWidget()))
        m_box->setFocus();
}

void SpeechContentEditor::typed(const QString &text)
{
    const bool lengthens = text.size() >= m_typed.size();
    const bool paused = !m_lastTyped.isValid() || m_lastTyped.elapsed() > burstMs;
    if (paused || lengthens != m_lengthens) {
        propose(m_typed);
        beginBurst();
        m_lengthens = lengthens;
    }
    m_lastTyped.start();
    m_typed = text;
    m_pause.start();
}

void SpeechContentEditor::beginBurst()
{
    static int count = 0;
    m_burst = "transcribe:" + std::to_string(QDateTime::currentMSecsSinceEpoch()) + ':' + std::to_string(++count);
    m_lastTyped.invalidate();
}

void SpeechContentEditor::propose(const QString &text)
{
    m_pause.stop();
    if (!m_content || m_proposing)
        return;
    core::Edit edit = core::transcribe(*m_content, text.trimmed().isEmpty() ? std::string() : toUtf8(text));
    if (edit.changes.empty())
        return;
    edit.mergeKey = m_burst;
    m_proposing = true;
    emit editProposed(edit);
    m_proposing = false;
}

void SpeechContentEditor::finishTyping()
{
    m_box->finishComposing();
    if (m_pause.isActive())
        propose(m_typed);
}

void SpeechContentEditor::prefetch(const std::vector<std::filesystem::path> &neighbours)
{
    m_pane->playback().prefetch(neighbours);
}

void SpeechContentEditor::zoomText(double factor)
{
    m_box->setPoints(factor == 0 ? m_basePoints : m_box->points() * factor);
}

bool SpeechContentEditor::act(const QByteArray &id)
{
    if (id == "view.zoom-in")
        zoomText(textZoom);
    else if (id == "view.zoom-out")
        zoomText(1 / textZoom);
    else if (id == "view.actual-size")
        zoomText(0);
    else
        return m_pane->act(id);
    return true;
}

QList<QByteArray> SpeechContentEditor::acts() const
{
    return SoundPane::acts();
}

QStringList SpeechContentEditor::statusTexts() const
{
    return m_pane->statusTexts();
}

bool SpeechContentEditor::isSettled() const
{
    return m_pane->isSettled();
}

QByteArray SpeechContentEditor::saveView() const
{
    return m_pane->saveView();
}

void SpeechContentEditor::restoreView(const QByteArray &saved)
{
    m_pane->restoreView(saved);
}

void SpeechContentEditor::setPlaybackHabits(const PlaybackHabits &habits)
{
    m_pane->playback().setRewind(habits.rewindMs);
}

QByteArray SpeechContentEditor::saveOptions() const
{
    QJsonObject options = m_pane->options();
    options["points"] = m_box->points() / m_basePoints;
    options["split"] = QString::fromLatin1(m_split->saveState().toBase64());
    return QJsonDocument(options).toJson(QJsonDocument::Compact);
}

void SpeechContentEditor::restoreOptions(const QByteArray &saved)
{
    const QJsonObject options = QJsonDocument::fromJson(saved).object();
    m_pane->setOptions(options);
    m_box->setPoints(m_basePoints * options["points"].toDouble(1));
    if (options.contains("split"))
        m_split->restoreState(QByteArray::fromBase64(options["split"].toString().toLatin1()));
}

void SpeechContentEditor::showState()
{
    if (!m_content) {
        m_state->clear();
        return;
    }
    const bool said = !core::transcriptOf(*m_content).empty();
    switch (m_content->state()) {
    case core::State::Labeled: m_state->setText(said ? tr("Done") : tr("Verified: nothing is said")); break;
    case core::State::ToConfirm: m_state->setText(tr("By a machine, to be confirmed")); break;
    case core::State::Unlabeled: m_state->setText(tr("Not done")); break;
    }
}

void SpeechContentEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EditorView::changeEvent(event);
}

void SpeechContentEditor::retranslate()
{
    setAccessibleName(tr("Speech content"));
    m_box->setAccessibleName(tr("What is said"));
    m_box->setPlaceholderText(tr("Type what you hear"));
    m_keys->setText(tr("Tab plays and pauses · Shift+Tab goes back 2 s · Ctrl+Enter: done, next"));
    showState();
}

}  // namespace widgets
