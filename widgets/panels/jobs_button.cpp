#include "widgets/panels/jobs_button.h"
#include "widgets/messages.h"
#include "widgets/panels/jobs_popup.h"
#include "widgets/theme.h"
#include <QEvent>
#include <QLocale>
#include <algorithm>

namespace widgets {

JobsButton::JobsButton(QWidget *parent) : QToolButton(parent), m_popup(new JobsPopup(this))
{
    setIcon(widgets::icon("loader"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clock.start();
    connect(this, &QToolButton::clicked, this, &JobsButton::open);
    connect(m_popup, &JobsPopup::cancelWanted, this, &JobsButton::cancelWanted);
    retranslate();
    setJobs({});
}

void JobsButton::setJobs(const QList<JobRow> &jobs)
{
    m_jobs = jobs;
    const qint64 now = m_clock.elapsed();
    m_paces.removeIf([&](const QHash<int, Pace>::iterator &pace) {
        return std::ranges::find(jobs, pace.key(), &JobRow::id) == jobs.end();
    });
    for (const JobRow &job : jobs) {
        Pace &pace =
            *(m_paces.contains(job.id) ? m_paces.find(job.id) : m_paces.insert(job.id, Pace{now, job.done, 0}));
        if (now > pace.startedMs)
            pace.perSecond = double(job.done - pace.firstDone) * 1000.0 / double(now - pace.startedMs);
    }
    setVisible(!jobs.isEmpty());
    if (jobs.isEmpty())
        m_popup->hide();
    retranslate();
}

void JobsButton::retranslate()
{
    const QLocale locale;
    QList<JobLine> lines;
    for (const JobRow &job : m_jobs) {
        const double perSecond = m_paces.value(job.id).perSecond;
        const bool known = job.total > 0;
        QStringList parts{known ? tr("%1 of %2").arg(locale.toString(job.done), locale.toString(job.total))
                                : locale.toString(job.done)};
        if (perSecond >= 1)
            parts.push_back(tr("%1 per second").arg(locale.toString(qint64(perSecond))));
        if (known && perSecond > 0 && job.done < job.total)
            parts.push_back(tr("%1 left").arg(durationText(qint64(double(job.total - job.done) / perSecond) + 1)));
        if (job.issues > 0)
            parts.push_back(tr("%n issues", nullptr, int(job.issues)));
        lines.push_back({job.id, job.title, parts.join(QStringLiteral(" · ")),
                         known ? int(job.done * 100 / job.total) : -1, job.stopping});
    }
    m_popup->setLines(lines);
    setAccessibleName(tr("Jobs in progress"));
    setToolTip(tr("Show the jobs in progress"));
    if (lines.isEmpty())
        return;
    const JobLine &first = lines.front();
    const QString one = first.percent < 0 ? first.title : QStringLiteral("%1 %2 %").arg(first.title).arg(first.percent);
    setText(lines.size() == 1 ? one : tr("%1, %n more", nullptr, int(lines.size()) - 1).arg(one));
}

void JobsButton::open()
{
    m_popup->adjustSize();
    m_popup->move(mapToGlobal(QPoint(width() - m_popup->width(), -m_popup->height() - 4)));
    m_popup->show();
}

void JobsButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

}  // namespace widgets
