// Asks for what a new project needs: kind, name, folder, the first job and its labels.
#pragma once
#include "app/job_rules.h"
#include "core/project.h"
#include <QDialog>
#include <QStringList>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace app {

class JobRulesForm;

struct NewProjectOptions {
    QString folder, name;
    core::JobKind kind = core::JobKind::ObjectDetection;
    JobRules rules;
    QString job;           // empty: "default"
    QStringList labels;    // as core/labels.h writes them
    QString file() const;  // with the ending
};

core::Result<core::NewProject> newProject(const NewProjectOptions &options);  // an error is about a label
QString problem(const NewProjectOptions &options);                            // a sentence; empty: it can be made
QString kindTitle(core::JobKind kind);

class NewProjectDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<NewProjectOptions> ask(QWidget *parent, const NewProjectOptions &start);

    NewProjectDialog(const NewProjectOptions &start, QWidget *parent);
    NewProjectOptions options() const;

private:
    void check();
    void browse();

    QComboBox *m_kind;
    QLineEdit *m_name, *m_folder, *m_job;
    JobRulesForm *m_rules;
    QPlainTextEdit *m_labels;
    QLabel *m_labelsTitle, *m_problem;
    QDialogButtonBox *m_buttons;
};

}  // namespace app
