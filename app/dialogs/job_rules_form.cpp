#include "app/dialogs/job_rules_form.h"
#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

namespace app {

JobRulesForm::JobRulesForm(const JobRules &start, QWidget *parent)
    : QWidget(parent),
      m_manyLabels(new QCheckBox(tr("A sample may have several labels"))),
      m_exclusive(new QCheckBox(tr("Masks do not overlap: painting takes pixels from others"))),
      m_flagsMisfits(new QCheckBox(tr("Keep relations that do not fit their label, and mark them"))),
      m_overlap(new QComboBox)
{
    using core::Overlap;
    m_overlap->addItem(tr("Entities may overlap"), int(Overlap::Free));
    m_overlap->addItem(tr("Entities may lie within one another, but not cross"), int(Overlap::Nested));
    m_overlap->addItem(tr("Entities do not share text"), int(Overlap::None));
    m_overlap->setAccessibleName(tr("How entities may lie"));
    m_overlap->setCurrentIndex(m_overlap->findData(int(start.overlap)));
    m_flagsMisfits->setToolTip(tr("Else a relation between entities its label does not allow is refused"));
    m_manyLabels->setChecked(start.manyLabels);
    m_exclusive->setChecked(start.exclusive);
    m_flagsMisfits->setChecked(start.flagsMisfits);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *field : std::initializer_list<QWidget *>{m_manyLabels, m_exclusive, m_overlap, m_flagsMisfits})
        column->addWidget(field);
}

void JobRulesForm::setKind(core::JobKind kind)
{
    m_manyLabels->setVisible(takesManyLabels(kind));
    m_exclusive->setVisible(hasMasks(kind));
    m_overlap->setVisible(hasEntities(kind));
    m_flagsMisfits->setVisible(hasRelations(kind));
    setVisible(takesManyLabels(kind) || hasMasks(kind) || hasEntities(kind));
}

JobRules JobRulesForm::rules() const
{
    return {m_manyLabels->isChecked(), m_exclusive->isChecked(), core::Overlap(m_overlap->currentData().toInt()),
            m_flagsMisfits->isChecked()};
}

QString labelsHint(core::JobKind kind)
{
    const QString hint = JobRulesForm::tr("One per line, or separated by commas. More can be added at any time.");
    return hasRelations(kind)
               ? hint + QLatin1Char('\n')
                     + JobRulesForm::tr("Relations name their ends: author(Book>Person); * is any entity.")
               : hint;
}

}  // namespace app
