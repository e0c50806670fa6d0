#include "widgets/panels/relation_panel.h"
#include "core/job_options.h"
#include "core/labelling.h"
#include "widgets/messages.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/relation_model.h"
#include "widgets/panels/swatch.h"
#include "widgets/theme.h"
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

namespace widgets {

struct RelationPanel::Impl {
    RelationPanel &q;
    RelationModel *model;
    QTreeView *view;
    EmptyState *empty;
    QLabel *count;
    QLineEdit *filter;
    QComboBox *label;
    QToolButton *turn, *remove;
    core::RelationId selected;
    bool quiet = false;  // the selection is being brought in from outside

    explicit Impl(RelationPanel &panel)
        : q(panel),
          model(new RelationModel(&panel)),
          view(new QTreeView(&panel)),
          empty(new EmptyState(&panel)),
          count(new QLabel(&panel)),
          filter(new QLineEdit(&panel)),
          label(new QComboBox(&panel)),
          turn(new QToolButton(&panel)),
          remove(new QToolButton(&panel))
    {
        view->setModel(model);
        view->setRootIsDecorated(false);
        view->setUniformRowHeights(true);
        view->setAllColumnsShowFocus(true);
        view->setFrameShape(QFrame::NoFrame);
        view->setIconSize({16, 16});
        view->header()->setSectionResizeMode(QHeaderView::Stretch);
        view->header()->setSectionsMovable(false);
        filter->setClearButtonEnabled(true);
        count->setTextFormat(Qt::PlainText);
        count->setProperty("secondary", true);
        turn->setIcon(icon("arrow-right-left"));
        remove->setIcon(icon("trash-2"));
    }

    const core::Relation *current() const
    {
        if (const core::SampleContent *content = model->content())
            for (const core::Relation &each : content->relations)
                if (each.id == selected)
                    return &each;
        return nullptr;
    }

    void perform(const core::TextAct &act)
    {
        if (const auto *refused = std::get_if<core::Refused>(&act)) {
            const auto labels = model->rules().labels;
            emit q.told(refusalText(*refused, {labels.begin(), labels.end()}));
            update();  // the choice of labels shows what is
        } else if (const auto &edit = std::get<core::Edit>(act); !core::isNothing(edit)) {
            emit q.editProposed(edit);
        }
    }

    void turnRound()
    {
        if (current())
            perform(core::turnRelation(*model->content(), model->rules(), selected));
    }

    void removeSelected()
    {
        if (current())
            perform(core::removeRelations(*model->content(), {&selected, 1}));
    }

    void relabel(int index)
    {
        if (current())
            perform(core::relabelRelation(*model->content(), model->rules(), selected, idIn(*label, index)));
    }

    void readSelection()
    {
        if (quiet)
            return;
        const QModelIndexList rows = view->selectionModel()->selectedRows();
        const core::Relation *relation = rows.isEmpty() ? nullptr : model->at(rows.front().row());
        selected = relation ? relation->id : core::RelationId();
        update();
        emit q.relationSelected(selected);
    }

    void showSelection()
    {
        quiet = true;
        const int row = selected ? model->rowOf(selected) : -1;
        if (row < 0) {
            view->selectionModel()->clear();
        } else if (!view->selectionModel()->isRowSelected(row)) {
            view->selectionModel()->setCurrentIndex(model->index(row, 0),
                                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            view->scrollTo(model->index(row, 0));
        }
        quiet = false;
        update();
    }

    // Runs a change of the model that may reset it; place and selection stay.
    void keepingPlace(auto change)
    {
        quiet = true;
        const int at = view->verticalScrollBar()->value();
        change();
        view->verticalScrollBar()->setValue(at);
        showSelection();
    }

    void update()
    {
        const int all = model->count(), shown = model->rowCount();
        view->setVisible(shown > 0);
        empty->setVisible(shown == 0);
        filter->setEnabled(all > 0);
        count->setText(shown < all ? tr("%1 of %2").arg(shown).arg(all) : tr("%n relations", nullptr, all));
        const core::Relation *relation = current();
        for (QWidget *each : std::initializer_list<QWidget *>{label, turn, remove})
            each->setEnabled(relation != nullptr);
        if (all == 0)
            empty->setText("waypoints", tr("No relations"),
                           model->content() ? tr("Drag from one entity to another, or press R on a selected one.")
                                            : QString());
        else
            empty->setText("funnel-x", tr("No relation matches"), QString());
        fillLabels(relation);
    }

    // Those that fit the selected relation's ends and the one it has; all where the job only flags misfits.
    void fillLabels(const core::Relation *relation)
    {
        label->clear();
        if (!relation)
            return;
        const core::TextRules rules = model->rules();
        const auto from = model->content()->annotation(relation->from), to = model->content()->annotation(relation->to);
        for (const core::Label &each : rules.labels) {
            const bool offered =
                from && to && (core::fits(each, from->label, to->label) || core::flagsMisfits(rules.job));
            if (!core::isRelation(each) || (!offered && each.id != relation->label))
                continue;
            addLabel(*label, each);
        }
        label->setCurrentIndex(label->findData(qlonglong(relation->label.value)));
    }

    void retranslate()
    {
        filter->setPlaceholderText(tr("Filter"));
        filter->setAccessibleName(tr("Filter relations"));
        view->setAccessibleName(tr("Relations"));
        const std::pair<QWidget *, QString> tips[] = {{label, tr("Label of the selected relation")},
                                                      {turn, tr("Turn the selected relation round")},
                                                      {remove, tr("Delete the selected relation")}};
        for (const auto &[widget, text] : tips) {
            widget->setToolTip(text);
            widget->setAccessibleName(text);
        }
        model->retranslate();
        update();
    }
};

RelationPanel::RelationPanel(QWidget *parent) : QWidget(parent), m_impl(std::make_unique<Impl>(*this))
{
    auto &w = *m_impl;
    auto *top = new QHBoxLayout, *acts = new QHBoxLayout;
    top->setContentsMargins(8, 4, 10, 4);
    top->setSpacing(8);
    top->addWidget(w.filter, 1);
    top->addWidget(w.count);
    acts->setContentsMargins(8, 4, 8, 0);
    acts->addWidget(w.label, 1);
    acts->addWidget(w.turn);
    acts->addWidget(w.remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(w.view, 1);
    column->addWidget(w.empty, 1);
    column->addLayout(acts);
    w.view->installEventFilter(this);
    connect(w.view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_impl->readSelection(); });
    connect(w.view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const core::Relation *relation = m_impl->model->at(index.row()))
            emit relationOpened(relation->id);
    });
    connect(w.filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_impl->keepingPlace([&] { m_impl->model->setFilter(text); }); });
    connect(w.label, &QComboBox::activated, this, [this](int index) { m_impl->relabel(index); });
    connect(w.turn, &QToolButton::clicked, this, [this] { m_impl->turnRound(); });
    connect(w.remove, &QToolButton::clicked, this, [this] { m_impl->removeSelected(); });
    w.retranslate();
}

RelationPanel::~RelationPanel() = default;

void RelationPanel::setContent(std::shared_ptr<const core::SampleContent> content,
                               std::shared_ptr<const std::vector<core::Label>> labels, const core::Job &job)
{
    m_impl->keepingPlace([&] {
        m_impl->model->setContent(std::move(content), std::move(labels), job);
        if (!m_impl->current())
            m_impl->selected = {};
    });
}

void RelationPanel::setSelected(core::RelationId relation)
{
    m_impl->selected = relation;
    m_impl->showSelection();
}

core::RelationId RelationPanel::selected() const
{
    return m_impl->selected;
}

bool RelationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_impl->view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            m_impl->removeSelected();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RelationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_impl->retranslate();
    QWidget::changeEvent(event);
}

}  // namespace widgets
