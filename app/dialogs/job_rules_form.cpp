#include "app/dialogs/job_rules_form.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int linesInSight = 3;

QString written(const std::vector<core::AttributeSpec> &classes)
{
    QStringList lines;
    for (const core::AttributeSpec &each : classes) {
        QStringList values;
        for (const std::string &value : each.values)
            values << widgets::toQString(value);
        lines << widgets::toQString(each.name) + QStringLiteral(": ") + values.join(QStringLiteral(", "));
    }
    return lines.join('\n');
}

}  // namespace

JobRulesForm::JobRulesForm(const JobRules &start, QWidget *parent)
    : QWidget(parent),
      m_manyLabels(new QCheckBox(tr("A sample may have several labels"))),
      m_exclusive(new QCheckBox(tr("Masks do not overlap: painting takes pixels from others"))),
      m_flagsMisfits(new QCheckBox(tr("Keep relations that do not fit their label, and mark them"))),
      m_content(new QCheckBox(tr("Segments carry what is said"))),
      m_overlap(new QComboBox),
      m_segments(new QComboBox),
      m_classesTitle(new QLabel(tr("Also chosen for each segment, one class per line:"))),
      m_classes(new QPlainTextEdit(written(start.labelClasses)))
{
    using core::Overlap, core::SegmentRule;
    m_segments->addItem(tr("Segments may overlap"), int(SegmentRule::Free));
    m_segments->addItem(tr("Segments do not overlap"), int(SegmentRule::None));
    m_segments->addItem(tr("Segments follow each other without gaps"), int(SegmentRule::Gapless));
    m_segments->setAccessibleName(tr("How segments may lie"));
    m_segments->setCurrentIndex(m_segments->findData(int(start.segments)));
    m_content->setChecked(start.content);
    m_classes->setObjectName("labelClasses");
    m_classes->setPlaceholderText(tr("emotion: calm, angry, happy"));
    m_classes->setAccessibleName(tr("Label classes"));
    m_classes->setTabChangesFocus(true);
    m_classes->setFixedHeight(QFontMetrics(m_classes->font()).lineSpacing() * linesInSight + 12);
    m_classesTitle->setBuddy(m_classes);
    m_classesTitle->setProperty("secondary", true);
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
    for (QWidget *field : std::initializer_list<QWidget *>{m_manyLabels, m_exclusive, m_overlap, m_flagsMisfits,
                                                           m_segments, m_content, m_classesTitle, m_classes})
        column->addWidget(field);
    connect(m_classes, &QPlainTextEdit::textChanged, this, &JobRulesForm::changed);
}

void JobRulesForm::setKind(core::JobKind kind)
{
    m_kind = kind;
    m_manyLabels->setVisible(takesManyLabels(kind));
    m_exclusive->setVisible(hasMasks(kind));
    m_overlap->setVisible(hasEntities(kind));
    m_flagsMisfits->setVisible(hasRelations(kind));
    for (QWidget *field : std::initializer_list<QWidget *>{m_segments, m_content, m_classesTitle, m_classes})
        field->setVisible(hasSegments(kind));
    setVisible(takesManyLabels(kind) || hasMasks(kind) || hasEntities(kind) || hasSegments(kind));
}

JobRules JobRulesForm::rules() const
{
    JobRules rules;
    rules.manyLabels = m_manyLabels->isChecked();
    rules.exclusive = m_exclusive->isChecked();
    rules.overlap = core::Overlap(m_overlap->currentData().toInt());
    rules.flagsMisfits = m_flagsMisfits->isChecked();
    rules.segments = core::SegmentRule(m_segments->currentData().toInt());
    rules.content = m_content->isChecked();
    if (auto classes = labelClassesOf(m_classes->toPlainText()))
        rules.labelClasses = std::move(*classes);
    return rules;
}

QString JobRulesForm::fault() const
{
    const auto classes = labelClassesOf(m_classes->toPlainText());
    if (!hasSegments(m_kind) || classes)
        return {};
    return tr("“%1”: a label class has no name or is there twice.").arg(widgets::toQString(classes.error().detail));
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
