// The list of running jobs that JobsButton opens.
#pragma once
#include <QFrame>
#include <unordered_map>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace widgets {

struct JobLine {
    int id = 0;
    QString title, detail;  // detail: how far, rate, time left, issues
    int percent = -1;       // -1: not known
    bool stopping = false;
    bool operator==(const JobLine &) const = default;
};

class JobsPopup : public QFrame {
    Q_OBJECT
public:
    explicit JobsPopup(QWidget *parent);

    void setLines(const QList<JobLine> &lines);

signals:
    void cancelWanted(int job);

private:
    struct Row {
        QWidget *box;
        QLabel *title, *detail;
        QProgressBar *bar;
        QPushButton *cancel;
    };
    Row newRow(int id);

    QVBoxLayout *m_column;
    QLabel *m_nothing;
    std::unordered_map<int, Row> m_rows;
};

}  // namespace widgets
