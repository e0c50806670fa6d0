// Asks for what a new project needs: kind, name, folder, the first job and its labels.
#pragma once
#include "core/project.h"
#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace app {

struct NewProjectOptions {
    QString folder, name;
    core::JobKind kind = core::JobKind::ObjectDetection;
    bool manyLabels = false;  // of classification: a sample may have several
    bool exclusive = false;   // of segmentation: masks do not overlap
    QString job;              // empty: "default"
    QStringList labels;
    QString file() const;  // with the ending
};

QStringList labelNames(const QString &pasted);  // one per line or comma, trimmed, each once
core::NewProject newProject(const NewProjectOptions &options);
QString problem(const NewProjectOptions &options);  // a sentence; empty: it can be made
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
    QCheckBox *m_manyLabels, *m_exclusive;
    QPlainTextEdit *m_labels;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

}  // namespace app
