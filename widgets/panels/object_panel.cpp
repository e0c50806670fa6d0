#include "widgets/panels/object_panel.h"
#include "core/labelling.h"
#include "widgets/lists/tile_view.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/object_model.h"
#include "widgets/panels/swatch.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

namespace widgets {

struct ObjectPanel::Impl {
    ObjectPanel &q;
    ObjectModel *model;
    TileView *view;
    EmptyState *empty;
    QLabel *count;
    QComboBox *sort;
    QToolButton *remove;
    QList<core::AnnotationId> selected;
    bool quiet = false;  // the selection is being brought in from outside

    explicit Impl(ObjectPanel &panel)
        : q(panel),
          model(new ObjectModel(&panel)),
          view(new TileView(&panel)),
          empty(new EmptyState(&panel)),
          count(new QLabel(&panel)),
          sort(new QComboBox(&panel)),
          remove(new QToolButton(&panel))
    {
        view->setModel(model);
        view->setTileSize({0, ObjectDelegate::Height});
        view->setItemDelegate(new ObjectDelegate(view));
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        view->setFrameShape(QFrame::NoFrame);
        count->setTextFormat(Qt::PlainText);
        count->setProperty("secondary", true);
        for (int i = 0; i < 3; ++i)
            sort->addItem(QString());
        remove->setIcon(icon("trash-2"));
    }

    const core::SampleContent &content() const { return *model->content(); }

    void propose(const core::Edit &edit)
    {
        if (!core::isNothing(edit))
            emit q.editProposed(edit);
    }

    void readSelection()
    {
        if (quiet)
            return;
        selected.clear();
        for (const QItemSelectionRange &range : view->selectionModel()->selection())
            for (int row = range.top(); row <= range.bottom(); ++row)
                selected.push_back(model->at(row)->id);
        update();
        emit q.selectionChanged(selected);
    }

    void showSelection()
    {
        quiet = true;
        std::vector<int> rows;
        for (const core::AnnotationId id : selected)
            if (const int row = model->rowOf(id); row >= 0)
                rows.push_back(row);
        std::ranges::sort(rows);
        const int first = rows.empty() ? -1 : rows.front();
        QItemSelection selection;  // in runs: comparing two selections costs ranges times ranges
        for (auto run = rows.begin(); run != rows.end();) {
            auto end = std::adjacent_find(run, rows.end(), [](int a, int b) { return b != a + 1; });
            end = end == rows.end() ? end - 1 : end;
            selection.select(model->index(*run), model->index(*end));
            run = end + 1;
        }
        view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        if (first >= 0 && !selected.contains(idOf(view->currentIndex().row()))) {
            view->selectionModel()->setCurrentIndex(model->index(first), QItemSelectionModel::NoUpdate);
            view->scrollTo(model->index(first));
        }
        quiet = false;
        update();
    }

    core::AnnotationId idOf(int row) const
    {
        const core::AnnotationPtr object = model->at(row);
        return object ? object->id : core::AnnotationId{};
    }

    // The whole selection when the line is part of it.
    QList<core::AnnotationId> meant(int row) const
    {
        const core::AnnotationId id = idOf(row);
        return selected.contains(id) ? selected : QList<core::AnnotationId>{id};
    }

    void toggle(int row, std::string_view attribute)
    {
        const bool on = !core::isSet(model->at(row)->attributes, attribute);
        propose(
            core::setAttribute(content(), meant(row), attribute, on ? std::optional<std::string>("1") : std::nullopt));
    }

    bool press(const QPoint &at)
    {
        const QModelIndex index = view->indexAt(at);
        if (!index.isValid())
            return false;
        const QRect line = view->visualRect(index);
        if (ObjectDelegate::eyeRect(line).contains(at))
            toggle(index.row(), core::builtin::Hidden);
        else if (ObjectDelegate::lockRect(line).contains(at))
            toggle(index.row(), core::builtin::Locked);
        else
            return false;
        return true;
    }

    void menu(const QPoint &at)
    {
        const int row = view->indexAt(at).row();
        if (row < 0)
            return;
        const QList<core::AnnotationId> ids = meant(row);
        auto *menu = new QMenu(&q);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addLabels(*menu, ids);
        menu->addSeparator();
        if (!content().sample.text)
            addLayers(*menu, ids);
        const auto &attributes = model->at(row)->attributes;
        entry(*menu, "eye", core::isSet(attributes, core::builtin::Hidden) ? tr("Show") : tr("Hide"),
              [this, row] { toggle(row, core::builtin::Hidden); });
        entry(*menu, "lock", core::isSet(attributes, core::builtin::Locked) ? tr("Unlock") : tr("Lock"),
              [this, row] { toggle(row, core::builtin::Locked); });
        menu->addSeparator();
        entry(*menu, "trash-2", tr("Delete"), [this, ids] { propose(core::removeAnnotations(content(), ids)); });
        menu->popup(view->viewport()->mapToGlobal(at));
    }

    void entry(QMenu &menu, const char *name, const QString &text, auto act)
    {
        connect(menu.addAction(icon(name), text), &QAction::triggered, &q, act);
    }

    void addLabels(QMenu &menu, const QList<core::AnnotationId> &ids)
    {
        QMenu *labels = menu.addMenu(icon("tag"), tr("Change label"));
        for (const core::Label &label : model->labels()) {
            if (label.role == core::LabelRole::Relation)
                continue;
            QString name = toQString(label.name);
            QAction *action = labels->addAction(swatch(label.rgb), name.replace(QLatin1Char('&'), QLatin1String("&&")));
            connect(action, &QAction::triggered, &q, [this, ids, id = label.id] { emit q.labelWanted(ids, id); });
        }
    }

    void addLayers(QMenu &menu, const QList<core::AnnotationId> &ids)
    {
        const std::tuple<const char *, QString, core::Layer> layers[] = {
            {"bring-to-front", tr("Bring to front"), core::Layer::Front},
            {"arrow-up", tr("Bring forward"), core::Layer::Forward},
            {"arrow-down", tr("Send backward"), core::Layer::Backward},
            {"send-to-back", tr("Send to back"), core::Layer::Back}};
        for (const auto &[name, text, layer] : layers)
            entry(menu, name, text, [this, ids, where = layer] { propose(core::reorder(content(), ids, where)); });
        menu.addSeparator();
    }

    void removeSelected()
    {
        if (model->content() && !selected.isEmpty())
            propose(core::removeAnnotations(content(), selected));
    }

    void update()
    {
        const int all = model->rowCount();
        view->setVisible(all > 0);
        empty->setVisible(all == 0);
        count->setText(selected.size() > 1 ? tr("%1 of %2 selected").arg(selected.size()).arg(all)
                                           : tr("%n objects", nullptr, all));
        remove->setEnabled(!selected.isEmpty());
        sort->setEnabled(all > 0);
    }

    void retranslate()
    {
        const bool isText = model->content() && model->content()->sample.text;
        const QString titles[] = {isText ? tr("Position") : tr("Drawing order"), tr("Label"), tr("Confidence")};
        for (int i = 0; i < 3; ++i)
            sort->setItemText(i, titles[i]);
        sort->setAccessibleName(tr("Sort objects by"));
        sort->setToolTip(tr("Sort objects by"));
        remove->setAccessibleName(tr("Delete selected objects"));
        remove->setToolTip(tr("Delete selected objects"));
        view->setAccessibleName(tr("Objects"));
        empty->setText(isText ? "type" : "vector-square", tr("No objects"),
                       !model->content() ? QString()
                       : isText          ? tr("Select text, then press the key of a label.")
                                         : tr("Draw on the picture to make the first one."));
        update();
    }
};

ObjectPanel::ObjectPanel(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(*this))
{
    auto &w = *m_impl;
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 4, 8, 4);
    bar->addWidget(w.count, 1);
    bar->addWidget(w.sort);
    bar->addWidget(w.remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(w.view, 1);
    column->addWidget(w.empty, 1);
    w.view->installEventFilter(this);
    w.view->viewport()->installEventFilter(this);
    connect(w.view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_impl->readSelection(); });
    connect(w.view, &TileView::opened, this,
            [this](const QModelIndex &index) { emit objectOpened(m_impl->idOf(index.row())); });
    connect(w.view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) { m_impl->menu(at); });
    connect(w.remove, &QToolButton::clicked, this, [this] { m_impl->removeSelected(); });
    connect(w.sort, &QComboBox::activated, this, [this](int index) {
        m_impl->quiet = true;
        m_impl->model->setSort(ObjectSort(index));
        m_impl->showSelection();
    });
    w.retranslate();
}

ObjectPanel::~ObjectPanel() = default;

void ObjectPanel::setContent(std::shared_ptr<const core::SampleContent> content,
                             std::shared_ptr<const std::vector<core::Label>> labels)
{
    m_impl->quiet = true;
    m_impl->model->setContent(std::move(content), std::move(labels));
    m_impl->selected.removeIf([this](core::AnnotationId id) { return m_impl->model->rowOf(id) < 0; });
    m_impl->showSelection();
    m_impl->retranslate();
}

void ObjectPanel::setSelection(const QList<core::AnnotationId> &selection)
{
    if (selection == m_impl->selected)
        return;
    m_impl->selected = selection;
    m_impl->showSelection();
}

QList<core::AnnotationId> ObjectPanel::selection() const
{
    return m_impl->selected;
}

bool ObjectPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_impl->view->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && m_impl->press(mouse->position().toPoint());
    }
    if (watched == m_impl->view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            m_impl->removeSelected();
            return true;
        }
        if (key->matches(QKeySequence::SelectAll)) {
            m_impl->view->selectAll();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ObjectPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_impl->retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
