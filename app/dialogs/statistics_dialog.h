// How far a job is: samples per state, annotations per label, author and day, as a table with bars.
#pragma once
#include "core/project.h"
#include <QDialog>
#include <QMap>
#include <memory>

class QTreeWidget;

namespace app {

class Background;

struct Statistics {
    core::StateCounts states;
    std::vector<core::LabelCount> labels;
    QMap<QString, qint64> byAuthor, byDay;  // annotations; day: "2026-11-23" of the local time, empty: not known
};

core::Result<Statistics> gatherStatistics(const core::Reader &reader, core::JobId job, std::stop_token stop);

class StatisticsDialog : public QDialog {
    Q_OBJECT
public:
    StatisticsDialog(const core::Project &project, const core::Job &job, QWidget *parent);
    ~StatisticsDialog() override;

private:
    void show(const core::Result<Statistics> &statistics);
    using Row = std::pair<QString, qint64>;
    void addGroup(const QString &title, const QList<Row> &rows);

    std::vector<core::Label> m_labels;
    QTreeWidget *m_tree;
    std::unique_ptr<Background> m_gatherer;
};

}  // namespace app
