// The labeling jobs of a project: add one with its own labels, rename, choose the one to work on.
#pragma once
#include "app/job_rules.h"
#include "core/edit.h"
#include <QDialog>
#include <QStringList>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace app {

class JobRulesForm;

struct NewJob {
    QString name;  // empty: none is added
    core::JobKind kind = core::JobKind::ImageClassification;
    QStringList labels;  // as core/labels.h writes them
    JobRules rules;
};

struct JobsAnswer {
    core::Edit edit;  // may hold no change
    QString workOn;   // the name of the job to work on
};

// names: of the jobs in their order, as they shall be called. An error is about a label of the new job.
core::Result<core::Edit> jobsEdit(const std::vector<core::Job> &jobs, const QStringList &names, const NewJob &added);

class JobsDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<JobsAnswer> ask(QWidget *parent, const std::vector<core::Job> &jobs, const core::Job &current);

    JobsDialog(const std::vector<core::Job> &jobs, const core::Job &current, QWidget *parent);
    JobsAnswer answer() const;  // once it is accepted

private:
    NewJob added() const;
    QStringList names() const;
    void check();

    std::vector<core::Job> m_jobs;
    QListWidget *m_list;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QPlainTextEdit *m_labels;
    JobRulesForm *m_rules;
    QLabel *m_labelsTitle, *m_fault;
    QDialogButtonBox *m_buttons;
};

}  // namespace app
