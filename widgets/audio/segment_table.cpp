#include "widgets/audio/segment_table.h"
#include "widgets/audio/segment_delegate.h"
#include "widgets/audio/segment_model.h"
#include "widgets/qt_text.h"
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace widgets {

using namespace core;

namespace {

constexpr int rowPadding = 8;

}  // namespace

SegmentTable::SegmentTable(const SegmentMarks &marks, QWidget *parent)
    : QTableView(parent),
      m_marks(marks),
      m_model(new SegmentModel(marks, this)),
      m_delegate(new SegmentDelegate(*m_model, this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setStretchLastSection(true);
    connect(m_model, &SegmentModel::acted, this, &SegmentTable::acted);
    connect(m_model, &SegmentModel::told, this, &SegmentTable::told);
    connect(m_model, &SegmentModel::modelReset, this, &SegmentTable::setWidths);
    connect(m_delegate, &SegmentDelegate::told, this, &SegmentTable::told);
    connect(m_delegate, &SegmentDelegate::playWanted, this, &SegmentTable::playWanted);
    connect(m_delegate, &SegmentDelegate::nextWanted, this, &SegmentTable::goOn);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!(m_model->flags(index) & Qt::ItemIsEditable))
            emit playAsked(m_model->idAt(index.row()));
    });
    setWidths();
}

void SegmentTable::setWidths()
{
    const QFontMetrics metrics = fontMetrics();
    verticalHeader()->setDefaultSectionSize(metrics.height() + rowPadding);
    const auto wide = [&metrics](const char *text) { return metrics.horizontalAdvance(QLatin1String(text)) + 20; };
    const int word = metrics.averageCharWidth() * 14;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const auto field = m_model->fieldOf(column);
        const int least = horizontalHeader()->sectionSizeHint(column);
        if (field == SegmentModel::Field::Number)
            setColumnWidth(column, std::max(least, wide("00,000") + iconSize().width()));
        else if (field == SegmentModel::Field::Duration)
            setColumnWidth(column, std::max(least, wide("0000.000")));
        else
            setColumnWidth(column,
                           std::max(least, field < SegmentModel::Field::Duration ? wide("00:00:00.000") : word));
    }
}

void SegmentTable::refresh()
{
    const QScopedValueRollback following(m_following, true);
    m_model->refresh();
}

void SegmentTable::setSelected(const QList<AnnotationId> &selected)
{
    const QScopedValueRollback following(m_following, true);
    std::vector<int> rows;
    for (const AnnotationId id : selected)
        if (const int row = m_model->rowOf(id); row >= 0)
            rows.push_back(row);
    const int last = rows.empty() ? -1 : rows.back();
    std::ranges::sort(rows);
    QItemSelection ranges;  // few, where all are selected
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
        for (to = from + 1; to < rows.size() && rows[to] == rows[to - 1] + 1;)
            ++to;
        ranges.select(m_model->index(rows[from], 0), m_model->index(rows[to - 1], m_model->columnCount() - 1));
    }
    if (last >= 0 && !selectionModel()->isRowSelected(last)) {
        const int column = std::max(0, currentIndex().column());
        selectionModel()->setCurrentIndex(m_model->index(last, column), QItemSelectionModel::NoUpdate);
        scrollTo(m_model->index(last, column));
    }
    selectionModel()->select(ranges, QItemSelectionModel::ClearAndSelect);
}

void SegmentTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_following)
        return;
    QList<AnnotationId> ids;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        ids << m_model->idAt(index.row());
    emit segmentsSelected(ids);
}

void SegmentTable::editContent(AnnotationId segment)
{
    const int row = m_model->rowOf(segment);
    const int column =
        m_model->columnOf(m_model->columnOf(SegmentModel::Field::Content) < 0 ? SegmentModel::Field::Speaker
                                                                              : SegmentModel::Field::Content);
    if (row < 0)
        return;
    setFocus();
    setCurrentIndex(m_model->index(row, column));
    edit(m_model->index(row, column));
}

// What comes next is heard and its field is open.
void SegmentTable::goOn(const QModelIndex &from)
{
    const AnnotationId next = m_model->idAt(from.row() + 1);
    if (!next)
        return;
    editContent(next);
    emit playAsked(next);
}

QWidget *SegmentTable::openEditor() const
{
    return state() == EditingState ? indexWidget(currentIndex()) : nullptr;
}

void SegmentTable::finishTyping()
{
    m_caret.reset();
    QWidget *editor = openEditor();
    if (!editor)
        return;
    const auto *line = qobject_cast<QLineEdit *>(editor);
    if (line && m_model->fieldOf(currentIndex().column()) == SegmentModel::Field::Content)
        m_caret = {m_model->idAt(currentIndex().row()), toUtf8(line->text().left(line->cursorPosition())).size()};
    m_delegate->finish(editor);
}

std::optional<std::size_t> SegmentTable::takeCaret(AnnotationId segment)
{
    const auto caret = std::exchange(m_caret, std::nullopt);
    return caret && caret->first == segment ? std::optional(caret->second) : std::nullopt;
}

void SegmentTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_model->retranslate();
    if (event->type() == QEvent::FontChange)
        setWidths();
    QTableView::changeEvent(event);
}

// Letters are keys of the program here, not a search.
void SegmentTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace widgets
