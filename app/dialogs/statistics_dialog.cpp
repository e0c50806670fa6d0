#include "app/dialogs/statistics_dialog.h"
#include "app/background.h"
#include "core/labels.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace app {

namespace {

enum FigureColumn { FigureWhat, FigureCount, FigureBar, FigureColumns };
constexpr int barWidth = 240, barHeight = 8;

}  // namespace

core::Result<Statistics> gatherStatistics(const core::Reader &reader, core::JobId job, std::stop_token stop)
{
    const auto states = reader.stateCounts(job);
    const auto labels = reader.labelCounts(job);
    if (!states || !labels)
        return states ? labels.error() : states.error();
    Statistics statistics{*states, *labels, {}, {}};
    const auto visit = [&](core::SampleContent &&content) {
        for (const core::AnnotationPtr &each : content.annotations) {
            ++statistics.byAuthor[widgets::toQString(each->author)];
            const QDateTime when = QDateTime::fromMSecsSinceEpoch(each->created);
            ++statistics.byDay[each->created > 0 ? when.date().toString(Qt::ISODate) : QString()];
        }
        return !stop.stop_requested();
    };
    if (const auto read = reader.each({job, {}}, visit, stop); !read)
        return read.error();
    return statistics;
}

StatisticsDialog::StatisticsDialog(const core::Project &project, const core::Job &job, QWidget *parent)
    : QDialog(parent),
      m_tree(new QTreeWidget),
      m_gatherer(std::make_unique<Background>())
{
    setWindowTitle(tr("Statistics of %1").arg(widgets::toQString(job.name)));
    m_tree->setHeaderLabels({tr("What"), tr("Count"), QString()});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FigureWhat, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(FigureCount, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(FigureBar, QHeaderView::ResizeToContents);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    new QTreeWidgetItem(m_tree, {tr("Counting…")});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tree, 1);
    column->addWidget(buttons);
    resize(640, 560);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (auto labels = project.reader().labels(job.id))
        m_labels = std::move(*labels);
    auto reader = project.newReader();
    if (!reader) {
        show(reader.error());
        return;
    }
    const auto own = std::make_shared<std::unique_ptr<core::Reader>>(std::move(*reader));
    const auto answer = std::make_shared<std::optional<core::Result<Statistics>>>();
    m_gatherer->start(
        [own, answer, id = job.id](std::stop_token stop) {
            *answer = gatherStatistics(**own, id, stop);
            own->reset();
        },
        [this, answer] { show(**answer); });
}

StatisticsDialog::~StatisticsDialog() = default;

void StatisticsDialog::show(const core::Result<Statistics> &statistics)
{
    m_tree->clear();
    if (!statistics) {
        new QTreeWidgetItem(m_tree, {widgets::sentence(statistics.error())});
        return;
    }
    const core::StateCounts &states = statistics->states;
    addGroup(tr("Samples"), {{tr("Labeled"), states.labeled},
                             {tr("To confirm"), states.toConfirm},
                             {tr("Unlabeled"), states.unlabeled},
                             {tr("Hard"), states.hard},
                             {tr("Media missing"), states.missing}});
    QList<Row> labels, relations, authors, days;
    for (const core::LabelCount &count : statistics->labels) {
        const auto label = std::ranges::find(m_labels, count.label, &core::Label::id);
        if (label != m_labels.end())
            (label->role == core::LabelRole::Relation ? relations : labels)
                .append({widgets::toQString(core::written(*label, m_labels)), count.annotations});
    }
    for (auto each = statistics->byAuthor.begin(); each != statistics->byAuthor.end(); ++each)
        authors.append({each.key().isEmpty() ? tr("not known") : each.key(), each.value()});
    for (auto each = statistics->byDay.begin(); each != statistics->byDay.end(); ++each)
        days.append({each.key().isEmpty() ? tr("not known") : each.key(), each.value()});
    addGroup(tr("Annotations by label"), labels);
    if (!relations.isEmpty())
        addGroup(tr("Relations by label"), relations);
    addGroup(tr("Annotations by author"), authors);
    addGroup(tr("Annotations by day"), days);
}

void StatisticsDialog::addGroup(const QString &title, const QList<Row> &rows)
{
    auto *group = new QTreeWidgetItem(m_tree, {title});
    group->setExpanded(true);
    qint64 most = 1;
    for (const Row &row : rows)
        most = std::max(most, row.second);
    for (const auto &[what, count] : rows) {
        auto *item = new QTreeWidgetItem(group, {what, QLocale().toString(count)});
        item->setTextAlignment(FigureCount, Qt::AlignRight | Qt::AlignVCenter);
        auto *bar = new QProgressBar;
        bar->setRange(0, 1000);
        bar->setValue(int(count * 1000 / most));
        bar->setTextVisible(false);
        bar->setFixedSize(barWidth, barHeight);
        m_tree->setItemWidget(item, FigureBar, bar);
    }
}

}  // namespace app
