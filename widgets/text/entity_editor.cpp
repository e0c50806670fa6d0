#include "widgets/text/entity_editor.h"
#include "core/labelling.h"
#include "widgets/messages.h"
#include "widgets/text/entity_view.h"
#include "widgets/text/find_bar.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace widgets {

using namespace core;

namespace {

constexpr int hintMargin = 14;

struct TextToolWord {
    TextTool tool;
    const char *id;
};
constexpr TextToolWord toolWords[] = {
    {TextTool::Select, "select"}, {TextTool::Mark, "mark"}, {TextTool::Relate, "relate"}};

}  // namespace

EntityEditor::EntityEditor(MediaService &, JobKind kind, QWidget *parent)
    : EditorView(parent),
      m_kind(kind),
      m_view(new EntityView(this)),
      m_find(new FindBar(*m_view, this)),
      m_hint(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_view, 1);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setProperty("popover", true);
    m_hint->setContentsMargins(12, 6, 12, 6);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->hide();
    setFocusProxy(m_view);
    retranslate();
    connect(m_view, &EntityView::acted, this, &EntityEditor::propose);
    connect(m_view, &EntityView::entitiesSelected, this, &EditorView::selectionChanged);
    connect(m_view, &EntityView::relationSelected, this, &EditorView::relationSelected);
    connect(m_view, &EntityView::told, this, &EditorView::told);
    connect(m_view, &EntityView::hintChanged, this, &EntityEditor::showHint);
    connect(m_view, &TextView::selectionChanged, this, &EditorView::statusChanged);
    connect(m_view, &TextView::viewChanged, this, &EditorView::statusChanged);
}

void EntityEditor::retranslate()
{
    setAccessibleName(m_kind == JobKind::TextTriplet ? tr("Text triples") : tr("Named entities"));
    m_view->setAccessibleName(tr("Text"));
    showHint();
}

void EntityEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EditorView::changeEvent(event);
}

void EntityEditor::resizeEvent(QResizeEvent *event)
{
    EditorView::resizeEvent(event);
    showHint();
}

void EntityEditor::setContent(const EditorContent &content)
{
    m_content = content;
    m_view->setContent(content);
    showHint();
    emit statusChanged();
}

void EntityEditor::clear()
{
    m_content = {};
    m_view->clear();
    showHint();
    emit statusChanged();
}

// What the next keys do, at the lower edge of the text.
void EntityEditor::showHint()
{
    QString text = m_view->hint();
    if (m_content.sample && !m_content.sample->sample.text)
        text = tr("This sample has no text");
    m_hint->setVisible(!text.isEmpty());
    m_hint->setText(text);
    m_hint->adjustSize();
    m_hint->move((width() - m_hint->width()) / 2, height() - m_hint->height() - hintMargin);
    m_hint->raise();
}

void EntityEditor::propose(const TextAct &act)
{
    if (const auto *refused = std::get_if<Refused>(&act))
        emit told(refusalText(*refused, *m_content.labels));
    else if (const Edit &edit = std::get<Edit>(act); !isNothing(edit))
        emit editProposed(edit);
}

QList<ToolInfo> EntityEditor::tools() const
{
    QList<ToolInfo> all{{"select", tr("Select"), icon("mouse-pointer-2")},
                        {"mark", tr("Mark with the current label"), icon("tag")}};
    if (m_kind == JobKind::TextTriplet)
        all.append({"relate", tr("Relate two entities"), icon("link")});
    return all;
}

void EntityEditor::setTool(const QByteArray &id)
{
    for (const TextToolWord &each : toolWords)
        if (id == each.id)
            m_view->setTool(each.tool);
}

QByteArray EntityEditor::tool() const
{
    for (const TextToolWord &each : toolWords)
        if (m_view->tool() == each.tool)
            return each.id;
    return {};
}

void EntityEditor::setCurrentLabel(LabelId label)
{
    m_view->setCurrentLabel(label);
}

bool EntityEditor::useLabel(LabelId label)
{
    return m_view->useLabel(label);
}

QString EntityEditor::selectedText() const
{
    return m_view->hasSelection() ? m_view->selectedText() : QString();
}

void EntityEditor::setSelection(const QList<AnnotationId> &selection)
{
    m_view->setSelectedEntities(selection);
}

QList<AnnotationId> EntityEditor::selection() const
{
    return m_view->selectedEntities();
}

void EntityEditor::setSelectedRelation(RelationId relation)
{
    m_view->setSelectedRelation(relation);
}

bool EntityEditor::inGesture() const
{
    return m_view->inGesture();
}

bool EntityEditor::cancelGesture()
{
    const bool finding = m_find->isAncestorOf(QApplication::focusWidget());
    return (finding && m_find->close()) || m_view->cancel() || m_find->close();
}

bool EntityEditor::act(const QByteArray &id)
{
    if (id == "edit.copy" && m_view->hasSelection()) {
        QGuiApplication::clipboard()->setText(m_view->selectedText());
        return true;
    }
    if (id == "view.line-numbers") {
        m_view->setLineNumbersShown(!m_view->areLineNumbersShown());
        return true;
    }
    return m_find->act(id) || m_view->act(id);
}

QList<QByteArray> EntityEditor::acts() const
{
    return {"text.find",           "text.find-next",     "text.find-previous", "",
            "text.begin-out",      "text.begin-in",      "text.end-in",        "text.end-out",
            "text.begin-out-word", "text.begin-in-word", "text.end-in-word",   "text.end-out-word",
            "text.extent",         "view.line-numbers"};
}

QStringList EntityEditor::statusTexts() const
{
    if (!m_content.sample)
        return {};
    const QLocale locale;
    const auto [begin, end] = m_view->selection();
    const std::int64_t caret = m_view->caret();
    const std::int64_t line = m_view->lineOf(caret), column = caret - m_view->boundaries().lineAt(caret).first + 1;
    QStringList all{
        tr("Line %1, character %2").arg(locale.toString(qlonglong(line)), locale.toString(qlonglong(column)))};
    if (begin < end)
        all << tr("%Ln selected", nullptr, int(end - begin));
    all << tr("%Ln entities", nullptr, int(m_view->marks().spans().count()));
    if (m_kind == JobKind::TextTriplet)
        all << tr("%Ln relations", nullptr, int(m_view->marks().relationCount()));
    all << QStringLiteral("%1 %").arg(qRound(m_view->zoom() * 100));
    return all;
}

QByteArray EntityEditor::saveView() const
{
    return m_view->saveView();
}

void EntityEditor::restoreView(const QByteArray &saved)
{
    m_view->restoreView(saved);
}

QByteArray EntityEditor::saveOptions() const
{
    return m_view->areLineNumbersShown() ? "line-numbers" : "";
}

void EntityEditor::restoreOptions(const QByteArray &saved)
{
    m_view->setLineNumbersShown(saved == "line-numbers");
}

}  // namespace widgets
