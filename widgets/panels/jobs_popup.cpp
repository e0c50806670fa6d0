#include "widgets/panels/jobs_popup.h"
#include "widgets/panels/form.h"
#include "widgets/theme.h"
#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace widgets {

JobsPopup::JobsPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_column(new QVBoxLayout(this)),
      m_nothing(newTitle(QString(), this))
{
    setProperty("popover", true);
    setMinimumWidth(360);
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(12);
    m_column->addWidget(m_nothing);
}

JobsPopup::Row JobsPopup::newRow(int id)
{
    Row row{new QWidget(this), new QLabel(this), newTitle(QString(), this), new QProgressBar(this),
            new QPushButton(this)};
    row.title->setTextFormat(Qt::PlainText);
    row.title->setProperty("heading", true);
    row.bar->setTextVisible(false);
    auto *top = new QHBoxLayout;
    top->addWidget(row.title, 1);
    top->addWidget(row.cancel);
    auto *box = new QVBoxLayout(row.box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(5);
    box->addLayout(top);
    box->addWidget(row.bar);
    box->addWidget(row.detail);
    m_column->addWidget(row.box);
    connect(row.cancel, &QPushButton::clicked, this, [this, id] { emit cancelWanted(id); });
    return row;
}

void JobsPopup::setLines(const QList<JobLine> &lines)
{
    std::erase_if(m_rows, [&](const auto &entry) {
        const bool gone = std::ranges::find(lines, entry.first, &JobLine::id) == lines.end();
        if (gone)
            entry.second.box->deleteLater();
        return gone;
    });
    m_nothing->setText(tr("Nothing is running."));
    m_nothing->setVisible(lines.isEmpty());
    for (const JobLine &line : lines) {
        if (!m_rows.contains(line.id))
            m_rows.emplace(line.id, newRow(line.id));
        const Row &row = m_rows.at(line.id);
        row.title->setText(line.title);
        row.detail->setText(line.detail);
        row.bar->setRange(0, line.percent < 0 ? 0 : 100);
        row.bar->setValue(line.percent);
        row.bar->setAccessibleName(line.title);
        row.cancel->setText(line.stopping ? tr("Stopping…") : tr("Cancel"));
        row.cancel->setEnabled(!line.stopping);
    }
    if (isVisible())
        adjustSize();
}

}  // namespace widgets
