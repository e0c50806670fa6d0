// The fields for the rules of a new job, those its kind knows.
#pragma once
#include "app/job_rules.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace app {

class JobRulesForm : public QWidget {
    Q_OBJECT
public:
    explicit JobRulesForm(const JobRules &start = {}, QWidget *parent = nullptr);
    void setKind(core::JobKind kind);  // hidden where it knows no rules
    JobRules rules() const;
    QString fault() const;  // a sentence about what is written; empty: nothing is wrong

signals:
    void changed();

private:
    QCheckBox *m_manyLabels, *m_exclusive, *m_flagsMisfits, *m_content;
    QComboBox *m_overlap, *m_segments;
    QLabel *m_classesTitle;
    QPlainTextEdit *m_classes;
    core::JobKind m_kind = core::JobKind::ImageClassification;
};

// How labels are written for such a job, for the empty field.
QString labelsHint(core::JobKind kind);

}  // namespace app
