#include "widgets/lists/sample_view.h"
#include "widgets/lists/sample_list_model.h"
#include "widgets/lists/thumbnails.h"
#include "widgets/lists/tile_view.h"
#include "widgets/panels/empty_state.h"
#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

SampleView::SampleView(MediaService &media, QWidget *parent)
    : QWidget(parent),
      m_view(new TileView(this)),
      m_empty(new EmptyState(this)),
      m_thumbnails(std::make_unique<Thumbnails>(media))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connect(m_thumbnails.get(), &Thumbnails::arrived, this, [this] { m_view->viewport()->update(); });
    connect(m_view, &TileView::viewportChanged, this, &SampleView::dropUnseen);
    connect(m_view, &TileView::chosen, this, [this](const QModelIndex &index) {
        m_current = m_model->idAt(index.row());
        emit currentChanged(m_current);
    });
    connect(m_view, &TileView::opened, this,
            [this](const QModelIndex &index) { emit opened(m_model->idAt(index.row())); });
    connect(m_empty, &EmptyState::clicked, this, [this] {
        if (m_model && m_model->counts().all > 0)
            emit clearFilterWanted();
        else
            emit importWanted();
    });
    updateEmptyState();
}

SampleView::~SampleView() = default;

void SampleView::setModel(SampleListModel *model)
{
    m_model = model;
    m_view->setModel(model);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit selectionChanged(selectedCount()); });
    for (const auto signal : {&SampleListModel::listed, &SampleListModel::countsChanged})
        connect(model, signal, this, &SampleView::updateEmptyState);
    connect(model, &SampleListModel::listed, this, [this] { setCurrentSample(m_current); });
    connect(model, &QAbstractItemModel::modelReset, this, &SampleView::updateEmptyState);
    updateEmptyState();
    modelChanged();
}

void SampleView::setLabels(std::shared_ptr<const std::vector<core::Label>> labels)
{
    m_labels = std::move(labels);
    m_view->viewport()->update();
}

const core::Label *SampleView::label(core::LabelId id) const
{
    if (!m_labels)
        return nullptr;
    const auto found = std::ranges::find(*m_labels, id, &core::Label::id);
    return found == m_labels->end() ? nullptr : &*found;
}

void SampleView::setCurrentSample(core::SampleId id)
{
    m_current = id;
    const int row = m_model ? m_model->rowOf(id) : -1;
    if (row < 0 || m_view->currentIndex().row() == row)
        return;
    const QModelIndex index = m_model->index(row);
    const bool keepsSelection = m_view->selectionModel()->isSelected(index);
    m_view->selectionModel()->setCurrentIndex(index, keepsSelection ? QItemSelectionModel::NoUpdate
                                                                    : QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
}

core::SampleId SampleView::currentSample() const
{
    return m_current;
}

int SampleView::selectedCount() const
{
    int count = 0;
    if (m_view->selectionModel())
        for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
            count += range.height();
    return count;
}

QList<core::SampleId> SampleView::selectedSamples() const
{
    QList<core::SampleId> ids;
    if (!m_view->selectionModel())
        return ids;
    QItemSelection ranges = m_view->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    for (const QItemSelectionRange &range : ranges)
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_model->idAt(row));
    return ids;
}

void SampleView::dropUnseen()
{
    if (!m_model)
        return;
    const auto [first, last] = m_view->visibleRows();
    QSet<QString> files;
    for (int row = first; row <= last; ++row)
        if (m_model->loadedRow(row))
            files.insert(m_model->index(row).data(SampleListModel::MediaRole).toString());
    m_thumbnails->keepOnly(files);
}

void SampleView::updateEmptyState()
{
    const bool isEmpty = !m_model || (m_model->rowCount() == 0 && !m_model->isListing());
    QWidget *shown = isEmpty ? static_cast<QWidget *>(m_empty) : m_view;
    QWidget *other = isEmpty ? static_cast<QWidget *>(m_view) : m_empty;
    // A widget that is hidden gives the focus to some other one: ours stays here.
    const bool hadFocus = other->isAncestorOf(QApplication::focusWidget()) || other->hasFocus();
    setFocusProxy(shown);
    shown->show();
    if (hadFocus)
        shown->setFocus();
    other->hide();
    if (m_model && m_model->counts().all > 0)
        m_empty->setText("search", tr("No sample matches"), tr("Other states or another filter may show some."),
                         tr("Clear filter"));
    else
        m_empty->setText("images", tr("No samples yet"), tr("Import a folder or a manifest to begin."),
                         tr("Import a folder…"));
}

void SampleView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateEmptyState();
    QWidget::changeEvent(event);
}

}  // namespace widgets
