#include "widgets/panels/label_panel.h"
#include "core/labels.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/label_dialogs.h"
#include "widgets/panels/label_editor.h"
#include "widgets/panels/label_model.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

struct LabelPanel::Impl {
    LabelPanel &q;
    QLineEdit *search;
    QToolButton *more;
    QListView *view;
    EmptyState *empty;
    LabelModel *model;
    core::Job job;
    core::LabelId current;
    core::Label added;  // just proposed: becomes the current one when it is there; no name: none
    QMap<QKeySequence, QString> keysInUse;
    bool readOnly = false;

    explicit Impl(LabelPanel &panel)
        : q(panel),
          search(new QLineEdit(&panel)),
          more(new QToolButton(&panel)),
          view(new QListView(&panel)),
          empty(new EmptyState(&panel)),
          model(new LabelModel(&panel))
    {
        view->setModel(model);
        view->setItemDelegate(new LabelDelegate(view));
        view->setUniformItemSizes(true);
        view->setMouseTracking(true);
        view->setDragDropMode(QAbstractItemView::InternalMove);
        view->setDropIndicatorShown(true);
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        view->setFrameShape(QFrame::NoFrame);
        view->setTabKeyNavigation(false);
        search->setClearButtonEnabled(true);
        search->addAction(icon("search"), QLineEdit::LeadingPosition);
        more->setIcon(icon("ellipsis-vertical"));
    }

    void choose(core::LabelId id)
    {
        if (!search->text().isEmpty())
            search->clear();
        emit q.labelChosen(id);
    }

    void choose(int row)
    {
        if (const core::Label *label = model->labelAt(row))
            choose(label->id);
        else if (const auto role = model->addsAt(row))
            add(search->text().trimmed(), *role);
    }

    // Of a relation the ends may be written behind the name: core/labels.h.
    void add(const QString &text, core::LabelRole role)
    {
        const bool plain = role == core::LabelRole::Relation && !core::isWrittenRelation(toUtf8(text));
        const std::string written[] = {toUtf8(plain ? text + QStringLiteral("(*>*)") : text)};
        const auto labels = core::newLabels(job.kind, written, model->labels());
        if (!labels) {
            emit q.told(labels.error().where.field.empty()
                            ? tr("There is such a label already")
                            : tr("There is no entity label “%1”").arg(toQString(labels.error().where.field)));
            return;
        }
        core::Label label = labels->front();
        label.job = job.id;
        added = label;
        search->clear();
        emit q.editProposed({"add-label", "", {core::created(label)}});
    }

    void edit(core::LabelId id)
    {
        const core::Label *label = model->label(id);
        if (!label || readOnly)
            return;
        auto *editor = new LabelEditor(*label, model->labels(), keysInUse, &q, job.kind);
        editor->setAttribute(Qt::WA_DeleteOnClose);
        connect(editor, &QDialog::accepted, &q, [this, editor, before = *label] {
            const core::Label after = editor->label();
            if (after != before)
                emit q.editProposed({"edit-label", "", {core::changed(before, after)}});
        });
        editor->open();
    }

    void askMerge(core::LabelId id)
    {
        const core::Label *label = model->label(id);
        if (!label || readOnly)
            return;
        auto *dialog = new MergeLabelDialog(*label, model->countOf(id), model->labels(), &q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, &q, [this, dialog, id] { emit q.mergeWanted(id, dialog->into()); });
        dialog->open();
    }

    void askRemove(core::LabelId id)
    {
        const core::Label *label = model->label(id);
        if (!label || readOnly)
            return;
        if (const auto users = core::relationsWith(model->labels(), id); !users.empty()) {
            QStringList names;
            for (const core::Label *user : users)
                names << QStringLiteral("%1 (%2)").arg(toQString(user->name), model->endsOf(*user));
            refuseRemoval(*label, names, &q);
            return;
        }
        auto *dialog = new RemoveLabelDialog(*label, model->countOf(id), &q);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, &q, [this, dialog, id] { emit q.removeWanted(id, dialog->policy()); });
        dialog->open();
    }

    // To stand before what is at that row now. Only the labels whose position changes are part of the edit.
    void move(core::LabelId id, int row)
    {
        std::vector<core::Label> order;  // as listed
        std::size_t at = 0, to = 0;
        for (int i = 0; i < model->rowCount(); ++i)
            if (const core::Label *label = model->labelAt(i)) {
                at = label->id == id ? order.size() : at;
                to += i < row ? 1 : 0;
                order.push_back(*label);
            }
        if (model->rowOf(id) < 0 || readOnly)
            return;
        if (to > at)
            std::rotate(order.begin() + at, order.begin() + at + 1, order.begin() + to);
        else
            std::rotate(order.begin() + to, order.begin() + at, order.begin() + at + 1);
        core::Edit edit{"reorder-labels", "", {}};
        for (std::size_t i = 0; i < order.size(); ++i) {
            core::Label after = order[i];
            after.position = int(i);
            if (after != order[i])
                edit.changes.push_back(core::changed(order[i], after));
        }
        if (!edit.changes.empty())
            emit q.editProposed(edit);
    }

    void menu(int at, const QPoint &place)
    {
        const core::Label *label = model->labelAt(at);
        if (!label)
            return;
        const core::LabelId id = label->id;
        const int row = model->rowOf(id);
        auto *menu = new QMenu(&q);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto entry = [&](const char *name, const QString &text, auto act, bool changes = true) {
            QAction *action = menu->addAction(icon(name), text);
            action->setEnabled(!changes || !readOnly);
            connect(action, &QAction::triggered, &q, act);
        };
        entry(
            "check", tr("Use"), [this, id] { choose(id); }, false);
        menu->addSeparator();
        entry("pencil", tr("Edit…") + QStringLiteral("\tF2"), [this, id] { edit(id); });
        entry("merge", tr("Merge into…"), [this, id] { askMerge(id); });
        entry("arrow-up", tr("Move up") + QStringLiteral("\tAlt+Up"), [this, id, row] { move(id, row - 1); });
        entry("arrow-down", tr("Move down") + QStringLiteral("\tAlt+Down"), [this, id, row] { move(id, row + 2); });
        menu->addSeparator();
        entry("trash-2", tr("Delete…") + QStringLiteral("\tDel"), [this, id] { askRemove(id); });
        menu->popup(place);
    }

    // Those of key(), which come before the window's shortcuts while the list has the focus.
    static bool isOurs(const QKeyEvent &event)
    {
        const bool alt = event.modifiers() == Qt::AltModifier, plain = !(event.modifiers() & ~Qt::KeypadModifier);
        switch (event.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
        case Qt::Key_Delete: return plain;
        case Qt::Key_Up:
        case Qt::Key_Down: return alt || plain;
        default: return false;
        }
    }

    bool key(const QKeyEvent &event)
    {
        const int row = view->currentIndex().row();
        const core::Label *label = model->labelAt(row);
        const bool alt = event.modifiers() & Qt::AltModifier;
        switch (event.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(row); return true;
        case Qt::Key_F2: edit(label ? label->id : core::LabelId{}); return true;
        case Qt::Key_Delete: askRemove(label ? label->id : core::LabelId{}); return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (alt && label)
                move(label->id, event.key() == Qt::Key_Up ? row - 1 : row + 2);
            return alt;
        default: return false;
        }
    }

    // In the search box: arrows move through the list, Enter takes the line they are at.
    bool searchKey(const QKeyEvent &event)
    {
        const int row = view->currentIndex().row(), last = model->rowCount() - 1;
        switch (event.key()) {
        case Qt::Key_Down: go(std::min(last, row + 1), 1); return true;
        case Qt::Key_Up: go(std::max(0, row - 1), -1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!search->text().trimmed().isEmpty())
                choose(row < 0 ? model->firstChoice() : row);
            return true;
        case Qt::Key_Escape:
            search->clear();
            view->setFocus();
            return true;
        default: return false;
        }
    }

    // Past headings.
    void go(int row, int step)
    {
        while (model->index(row).data(LabelModel::HeadingRole).toBool() && row + step < model->rowCount())
            row += step;
        if (row >= 0)
            view->setCurrentIndex(model->index(row));
    }

    void retranslate()
    {
        model->retranslate();
        search->setPlaceholderText(tr("Find or add a label"));
        search->setAccessibleName(tr("Find or add a label"));
        view->setAccessibleName(tr("Labels"));
        more->setAccessibleName(tr("Label actions"));
        more->setToolTip(tr("Edit, merge, order, delete"));
        showEmpty();
    }

    void showEmpty()
    {
        const bool none = model->rowCount() == 0;
        view->setVisible(!none);
        empty->setVisible(none);
        empty->setText("tags", tr("No labels yet"), readOnly ? QString() : tr("Type a name above and press Enter."));
    }
};

LabelPanel::LabelPanel(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(*this))
{
    auto &w = *m_impl;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 6, 6);
    top->setSpacing(4);
    top->addWidget(w.search, 1);
    top->addWidget(w.more);
    column->addLayout(top);
    column->addWidget(w.view, 1);
    column->addWidget(w.empty, 1);
    w.search->installEventFilter(this);
    w.view->installEventFilter(this);
    connect(w.search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_impl->model->setSearch(text);
        m_impl->view->setCurrentIndex(m_impl->model->index(m_impl->model->firstChoice()));
    });
    connect(w.view, &QListView::clicked, this, [this](const QModelIndex &at) { m_impl->choose(at.row()); });
    connect(w.view, &QListView::customContextMenuRequested, this, [this](const QPoint &at) {
        m_impl->menu(m_impl->view->indexAt(at).row(), m_impl->view->viewport()->mapToGlobal(at));
    });
    connect(w.more, &QToolButton::clicked, this, [this] {
        m_impl->menu(m_impl->view->currentIndex().row(), m_impl->more->mapToGlobal(QPoint(0, m_impl->more->height())));
    });
    connect(w.model, &LabelModel::moveWanted, this, [this](core::LabelId id, int row) { m_impl->move(id, row); });
    connect(w.model, &QAbstractItemModel::modelReset, this, [this] { m_impl->showEmpty(); });
    w.retranslate();
}

LabelPanel::~LabelPanel() = default;

void LabelPanel::setJob(const core::Job &job)
{
    m_impl->job = job;
    m_impl->model->setKind(job.kind);
}

void LabelPanel::setLabels(std::shared_ptr<const std::vector<core::Label>> labels)
{
    m_impl->model->setLabels(std::move(labels));
    setCurrentLabel(m_impl->current);
    if (const core::Label *added = core::namesake(m_impl->model->labels(), m_impl->added);
        added && !m_impl->added.name.empty()) {
        m_impl->added = {};
        emit labelChosen(added->id);
    }
}

void LabelPanel::setCounts(const std::vector<core::LabelCount> &counts)
{
    m_impl->model->setCounts(counts);
}

void LabelPanel::setCurrentLabel(core::LabelId label)
{
    m_impl->current = label;
    m_impl->model->setCurrent(label);
    if (const int row = m_impl->model->rowOf(label); row >= 0) {
        m_impl->view->setCurrentIndex(m_impl->model->index(row));
        m_impl->view->scrollTo(m_impl->model->index(row));
    }
}

void LabelPanel::setMarked(const QList<core::LabelId> &labels)
{
    m_impl->model->setMarked(labels);
}

void LabelPanel::setKeyTexts(const QStringList &keys)
{
    m_impl->model->setKeyTexts(keys);
}

void LabelPanel::setKeysInUse(const QMap<QKeySequence, QString> &keys)
{
    m_impl->keysInUse = keys;
}

void LabelPanel::setReadOnly(bool readOnly)
{
    m_impl->readOnly = readOnly;
    m_impl->model->setReadOnly(readOnly);
}

void LabelPanel::focusSearch()
{
    m_impl->search->setFocus(Qt::ShortcutFocusReason);
    m_impl->search->selectAll();
}

bool LabelPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched == m_impl->view
        && Impl::isOurs(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((watched == m_impl->view && m_impl->key(key)) || (watched == m_impl->search && m_impl->searchKey(key)))
            return true;
        if (watched == m_impl->view && !key.text().isEmpty()) {
            event->ignore();  // letters and digits are the window's shortcuts, not a search by typing
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LabelPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_impl->retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
