// Long work in the status bar: one line for what runs, a list with rate, time left and cancel on click.
#pragma once
#include <QElapsedTimer>
#include <QHash>
#include <QToolButton>
#include <memory>

namespace widgets {

struct JobRow {
    int id = 0;
    QString title;
    qint64 done = 0, total = 0, issues = 0;  // total 0: not known yet
    bool stopping = false;
};

class JobsPopup;

class JobsButton : public QToolButton {
    Q_OBJECT
public:
    explicit JobsButton(QWidget *parent = nullptr);

    void setJobs(const QList<JobRow> &jobs);  // hides itself when there is none

signals:
    void cancelWanted(int job);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Pace {
        qint64 startedMs = 0, firstDone = 0;
        double perSecond = 0;
    };
    void retranslate();
    void open();

    QList<JobRow> m_jobs;
    QHash<int, Pace> m_paces;
    QElapsedTimer m_clock;
    JobsPopup *m_popup;
};

}  // namespace widgets
