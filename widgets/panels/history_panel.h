// What was done, newest first. A click goes back or forward to just after that step.
#pragma once
#include "core/project.h"
#include <QWidget>

class QListView;

namespace widgets {

class EmptyState;
class HistoryModel;

class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setHistory(const std::vector<core::HistoryEntry> &newestFirst);

signals:
    void stepsWanted(int steps);  // negative: undo that many; positive: redo that many

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QListView *m_view;
    EmptyState *m_empty;
    HistoryModel *m_model;
};

}  // namespace widgets
