#include "app/dialogs/passage_preview.h"
#include "core/media_location.h"
#include "widgets/messages.h"
#include "widgets/panels/swatch.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int tickMs = 200;

QString oneLine(const std::string &text)
{
    QString line = widgets::toQString(text);
    for (QChar &each : line)
        if (each.isSpace() || each.category() == QChar::Other_Control)
            each = u' ';
    return line;
}

QString countsText(const core::PassageCounts &counts)
{
    QStringList parts{PassagePreview::tr("%1 places in %2 texts")
                          .arg(widgets::grouped(counts.found), widgets::grouped(counts.samples))};
    if (counts.marked > 0)
        parts << PassagePreview::tr("%1 marked already").arg(widgets::grouped(counts.marked));
    if (counts.blocked > 0)
        parts << PassagePreview::tr("%1 left out: other entities are in the way").arg(widgets::grouped(counts.blocked));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

PassagePreview::PassagePreview(const PassageSource &source, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_words(new QLabel),
      m_list(new QTreeWidget)
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setObjectName("counts");
    m_list->setAccessibleName(tr("Places found"));
    m_list->setHeaderLabels({tr("Text"), tr("Places"), tr("The first")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setColumnWidth(0, 150);
    m_list->setColumnWidth(1, 60);
    m_list->header()->setStretchLastSection(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &PassagePreview::showProgress);
}

void PassagePreview::look(const core::FindPassages &find, PassageScope scope)
{
    struct Look {
        std::unique_ptr<core::Reader> reader;
        std::optional<core::Result<FoundPassages>> found;
    };
    const auto look = std::make_shared<Look>();
    if (scope != PassageScope::Text) {
        auto reader = m_source.newReader();
        if (!reader)
            return show(reader.error());
        look->reader = std::move(*reader);
    }
    m_found = 0;
    m_progress = std::make_shared<core::ProgressState>();
    m_tick.start();
    emit foundChanged();
    m_worker.start(
        [look, find, scope, source = m_source, progress = m_progress](std::stop_token stop) {
            core::TaskContext task(stop, *progress);
            look->found = lookFor(source, scope, find, look->reader.get(), task);
            look->reader.reset();
        },
        [this, look] { show(*look->found); });
}

void PassagePreview::showFault(const QString &why)
{
    m_worker.drop();
    m_tick.stop();
    m_found = 0;
    m_list->clear();
    m_words->setText(why);
    emit foundChanged();
}

void PassagePreview::show(const core::Result<FoundPassages> &found)
{
    if (!found)
        return showFault(widgets::sentence(found.error()));
    m_tick.stop();
    m_found = found->counts.found;
    m_words->setText(countsText(found->counts));
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const PassageLine &line : found->lines) {
        const QString place =
            QStringLiteral("%1‹%2›%3").arg(oneLine(line.before), oneLine(line.passage), oneLine(line.after));
        items << new QTreeWidgetItem(
            {widgets::toQString(core::fileName(line.uri)), widgets::grouped(line.places), place.trimmed()});
        items.back()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (found->counts.samples > qint64(found->lines.size()))
        items << new QTreeWidgetItem(
            {tr("and %1 more texts").arg(widgets::grouped(found->counts.samples - std::ssize(found->lines)))});
    m_list->addTopLevelItems(items);
    emit foundChanged();
}

void PassagePreview::showProgress()
{
    if (m_progress->total > 0)
        m_words->setText(
            tr("Looking: %1 of %2 texts").arg(widgets::grouped(m_progress->done), widgets::grouped(m_progress->total)));
}

qint64 PassagePreview::found() const
{
    return m_found;
}

void fillScopes(QComboBox &box, const PassageSource &source)
{
    box.setAccessibleName(PassagePreview::tr("Where"));
    if (source.content)
        box.addItem(PassagePreview::tr("This text"), int(PassageScope::Text));
    if (!(source.list == core::SampleQuery{source.job.id, {}, source.list.sort, source.list.descending}))
        box.addItem(PassagePreview::tr("The texts the list shows"), int(PassageScope::List));
    box.addItem(PassagePreview::tr("All texts of the project"), int(PassageScope::All));
}

PassageScope scopeIn(const QComboBox &box)
{
    return PassageScope(box.currentData().toInt());
}

void fillEntityLabels(QComboBox &box, const PassageSource &source, core::LabelId chosen)
{
    box.setAccessibleName(PassagePreview::tr("Label"));
    for (const core::Label &label : source.labels)
        if (!core::isRelation(label))
            widgets::addLabel(box, label);
    if (const int row = box.findData(qlonglong(chosen.value)); row >= 0)
        box.setCurrentIndex(row);
}

core::LabelId labelIn(const QComboBox &box)
{
    return widgets::idIn(box, box.currentIndex());
}

}  // namespace app
