// The labeling jobs of a project: add one with its own labels, rename, choose the one to work on.
#pragma once
#include "core/edit.h"
#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace app {

struct NewJob {
    QString name;  // empty: none is added
    core::JobKind kind = core::JobKind::ImageClassification;
    QStringList labels;
    bool exclusive = false;  // of segmentation: masks do not overlap
};

struct JobsAnswer {
    core::Edit edit;  // may hold no change
    QString workOn;   // the name of the job to work on
};

// names: of the jobs in their order, as they shall be called.
core::Edit jobsEdit(const std::vector<core::Job> &jobs, const QStringList &names, const NewJob &added);

class JobsDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<JobsAnswer> ask(QWidget *parent, const std::vector<core::Job> &jobs, const core::Job &current);

    JobsDialog(const std::vector<core::Job> &jobs, const core::Job &current, QWidget *parent);
    JobsAnswer answer() const;

private:
    std::vector<core::Job> m_jobs;
    QListWidget *m_list;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QPlainTextEdit *m_labels;
    QCheckBox *m_exclusive;
};

}  // namespace app
