// The parts together, and the interface of editors. What the keys do to segments: segment_editor_acts.cpp.
#include "widgets/audio/segment_editor.h"
#include "core/audio/rescale.h"
#include "core/audio/sound_time.h"
#include "core/labelling.h"
#include "widgets/audio/segment_table.h"
#include "widgets/audio/segment_view.h"
#include "widgets/audio/segment_words.h"
#include "widgets/audio/sound_pane.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QEvent>
#include <QJsonDocument>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace widgets {

using namespace core;

SegmentEditor::SegmentEditor(MediaService &media, QWidget *parent)
    : EditorView(parent),
      m_view(new SegmentView(media)),
      m_pane(new SoundPane(m_view, this)),
      m_table(new SegmentTable(m_view->marks(), this)),
      m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_view->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_view);
    connect(m_view, &SegmentView::acted, this, &SegmentEditor::propose);
    connect(m_view, &SegmentView::segmentsSelected, this, &SegmentEditor::select);
    connect(m_view, &SegmentView::playAsked, this, &SegmentEditor::play);
    connect(m_table, &SegmentTable::acted, this, &SegmentEditor::propose);
    connect(m_table, &SegmentTable::segmentsSelected, this, [this](const QList<AnnotationId> &selected) {
        select(selected);
        bringToView(selected);
        const TimeSpan *span = selected.isEmpty() ? nullptr : m_view->marks().spanOf(selected.back());
        const qint64 at = m_pane->playback().position();
        if (span && !m_pane->playback().isPlaying() && (at < span->begin || at >= span->end))
            m_pane->playback().seek(span->begin);
    });
    connect(m_table, &SegmentTable::playAsked, this, &SegmentEditor::play);
    connect(m_table, &SegmentTable::playWanted, m_pane, &SoundPane::act);
    connect(m_table, &SegmentTable::told, this, &EditorView::told);
    connect(m_pane, &SoundPane::statusChanged, this, &EditorView::statusChanged);
    connect(m_pane, &SoundPane::settled, this, &EditorView::settled);
    connect(m_pane, &SoundPane::mediaFound, this, &SegmentEditor::found);
    connect(m_pane, &SoundPane::told, this, &EditorView::told);
    retranslate();
}

// The table reads what the view holds, to its end.
SegmentEditor::~SegmentEditor()
{
    delete m_table;
}

void SegmentEditor::retranslate()
{
    setAccessibleName(tr("Speech segments"));
    m_view->setAccessibleName(tr("Waveform with segments"));
    m_table->setAccessibleName(tr("Table of segments"));
}

void SegmentEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EditorView::changeEvent(event);
}

const SampleContent *SegmentEditor::content() const
{
    return m_view->marks().content().sample.get();
}

// Counted by the rate of the file, as the waveform is. Where nobody keeps what was found (a project one may only look
// at), the content does not say it.
EditorContent SegmentEditor::inStep(EditorContent content) const
{
    const SoundInfo *sound = m_pane->playback().info();
    const Sample &sample = content.sample->sample;
    if (!sound || m_pane->sample() != sample.id || rateOf(sample.media) == sound->rate)
        return content;
    MediaInfo found;
    found.rate = sound->rate;
    found.length = sound->length;
    found.channels = sound->channels;
    content.sample = std::make_shared<SampleContent>(
        patched(*content.sample, core::mediaFound(sample, found, content.sample->annotations)));
    return content;
}

void SegmentEditor::found(SampleId sample, const MediaInfo &info)
{
    emit mediaFound(sample, info);
    if (content() && content()->sample.id == sample)
        setContent(m_view->marks().content());
}

void SegmentEditor::setContent(const EditorContent &given)
{
    const EditorContent content = inStep(given);
    const SegmentMarks::Changes changes = m_view->setContent(content);
    m_new = changes.come;
    m_table->refresh();
    m_pane->showSample(content, false);
    m_table->setSelected(m_view->selected());  // a row that moved is another one
    if (changes.another)
        m_loopsSegment = false;
    emit statusChanged();
}

void SegmentEditor::clear()
{
    m_view->clearContent();
    m_table->refresh();
    m_pane->showNothing();
    emit statusChanged();
}

void SegmentEditor::prefetch(const std::vector<std::filesystem::path> &neighbours)
{
    m_pane->playback().prefetch(neighbours);
}

QList<ToolInfo> SegmentEditor::tools() const
{
    return {{"select", tr("Select and move segments"), icon("mouse-pointer-2")},
            {"segment", tr("Make segments by dragging"), icon("audio-lines")}};
}

void SegmentEditor::setTool(const QByteArray &id)
{
    if (id != "select" && id != "segment")
        return;
    m_view->setTool(id == "select" ? SegmentTool::Select : SegmentTool::Draw);
    emit toolChanged(id);
}

QByteArray SegmentEditor::tool() const
{
    return m_view->tool() == SegmentTool::Select ? "select" : "segment";
}

void SegmentEditor::setCurrentLabel(LabelId label)
{
    m_view->setCurrentLabel(label);
}

void SegmentEditor::setSelection(const QList<AnnotationId> &selection)
{
    if (selection == m_view->selected())
        return;
    m_view->setSelected(selection);
    m_table->setSelected(selection);
    bringToView(selection);
    followLoop();
    emit statusChanged();
}

QList<AnnotationId> SegmentEditor::selection() const
{
    return m_view->selected();
}

void SegmentEditor::bringToView(const QList<AnnotationId> &segments)
{
    if (const TimeSpan *span = segments.isEmpty() ? nullptr : m_view->marks().spanOf(segments.back()))
        m_view->reveal(span->begin, span->end);
}

// By hand, on the waveform or in the table.
void SegmentEditor::select(const QList<AnnotationId> &selected)
{
    m_view->setSelected(selected);
    m_table->setSelected(selected);
    followLoop();
    emit selectionChanged(selected);
    emit statusChanged();
}

// What an act makes new is selected, so that the next key means it.
void SegmentEditor::propose(const SegmentAct &act)
{
    if (const auto *refused = std::get_if<SegmentRefused>(&act)) {
        emit told(refusalText(*refused));
        return;
    }
    const Edit &edit = std::get<Edit>(act);
    if (isNothing(edit))
        return;
    m_new.clear();
    emit editProposed(edit);
    if ((edit.name == "add-segment" || edit.name == "duplicate-segment") && !m_new.empty())
        select({m_new.front()});
}

bool SegmentEditor::inGesture() const
{
    return m_view->inGesture();
}

bool SegmentEditor::cancelGesture()
{
    return m_view->cancel();
}

QStringList SegmentEditor::statusTexts() const
{
    const SampleContent *shown = content();
    if (!shown)
        return {};
    const SegmentMarks &marks = m_view->marks();
    QStringList all{tr("%Ln segment(s)", nullptr, int(marks.spans().count()))};
    if (m_view->selected().size() == 1)
        if (const TimeSpan *span = marks.spanOf(m_view->selected().front())) {
            const std::int64_t rate = rateOf(shown->sample.media);
            all << QStringLiteral("%1 – %2 (%3 s)")
                       .arg(toQString(clockText(span->begin, rate)), toQString(clockText(span->end, rate)),
                            toQString(secondsText(span->end - span->begin, rate, 3)));
        }
    if (m_view->selected().size() > 1)
        all << tr("%Ln selected", nullptr, int(m_view->selected().size()));
    return all + m_pane->statusTexts();
}

bool SegmentEditor::isSettled() const
{
    return m_pane->isSettled();
}

void SegmentEditor::finishTyping()
{
    m_table->finishTyping();
}

QByteArray SegmentEditor::saveView() const
{
    const QJsonObject saved{{"wave", QString::fromLatin1(m_pane->saveView().toBase64())},
                            {"splitter", QString::fromLatin1(m_splitter->saveState().toBase64())}};
    return QJsonDocument(saved).toJson(QJsonDocument::Compact);
}

void SegmentEditor::restoreView(const QByteArray &saved)
{
    const QJsonObject object = QJsonDocument::fromJson(saved).object();
    m_pane->restoreView(QByteArray::fromBase64(object["wave"].toString().toLatin1()));
    m_splitter->restoreState(QByteArray::fromBase64(object["splitter"].toString().toLatin1()));
}

QByteArray SegmentEditor::saveOptions() const
{
    return QJsonDocument(m_pane->options()).toJson(QJsonDocument::Compact);
}

void SegmentEditor::restoreOptions(const QByteArray &saved)
{
    m_pane->setOptions(QJsonDocument::fromJson(saved).object());
}

}  // namespace widgets
