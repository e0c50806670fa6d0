// The steps of the history, newest first, and below them the state before the oldest one shown.
#pragma once
#include "core/project.h"
#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace widgets {

class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { UndoneRole = Qt::UserRole, NowRole, TimeRole, ChangesRole };
    using QAbstractListModel::QAbstractListModel;

    void setHistory(const std::vector<core::HistoryEntry> &newestFirst);
    int nowRow() const;          // the newest step that is not undone
    int stepsTo(int row) const;  // negative: undo, positive: redo, so that `row` is the newest done one

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<core::HistoryEntry> m_entries;
};

}  // namespace widgets
