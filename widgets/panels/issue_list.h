// What an import or a check found: severity, file, line, field, what was seen. Sort, copy, save.
#pragma once
#include "core/result.h"
#include "widgets/panels/message_bar.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace widgets {

struct IssueRow {
    Severity severity = Severity::Error;
    core::Error error;
    bool operator==(const IssueRow &) const = default;
};

class IssueModel;

class IssueList : public QWidget {
    Q_OBJECT
public:
    explicit IssueList(QWidget *parent = nullptr);

    void setIssues(std::vector<IssueRow> issues, qint64 total);  // total: all counted, also those not kept
    QString text() const;                                        // one line each, as copied and saved

signals:
    void activated(const widgets::IssueRow &issue);  // double click, Enter

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void copy();
    void save();

    IssueModel *m_model;
    QTreeView *m_view;
    QLabel *m_summary;
    QPushButton *m_copy, *m_save;
    qint64 m_total = 0;
};

}  // namespace widgets
