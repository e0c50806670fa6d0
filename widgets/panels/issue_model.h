// Issues as a table for IssueList.
#pragma once
#include "widgets/panels/issue_list.h"
#include <QAbstractTableModel>

namespace widgets {

class IssueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Problem, File, Line, Field, Detail, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setIssues(std::vector<IssueRow> issues);
    const IssueRow &at(int row) const;
    void retranslate() { emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<IssueRow> m_issues;
};

}  // namespace widgets
