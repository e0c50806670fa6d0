// The fields for the rules of a new job, those its kind knows.
#pragma once
#include "app/job_rules.h"
#include <QWidget>

class QCheckBox;
class QComboBox;

namespace app {

class JobRulesForm : public QWidget {
    Q_OBJECT
public:
    explicit JobRulesForm(const JobRules &start = {}, QWidget *parent = nullptr);
    void setKind(core::JobKind kind);  // hidden where it knows no rules
    JobRules rules() const;

private:
    QCheckBox *m_manyLabels, *m_exclusive, *m_flagsMisfits;
    QComboBox *m_overlap;
};

// How labels are written for such a job, for the empty field.
QString labelsHint(core::JobKind kind);

}  // namespace app
