#include "app/dialogs/jobs_dialog.h"
#include "app/dialogs/job_rules_form.h"
#include "app/dialogs/new_project_dialog.h"
#include "core/job_options.h"
#include "widgets/editor_view.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

using core::JobKind;

// Jobs over the same samples are of one medium.
std::span<const JobKind> kindsBeside(JobKind kind)
{
    static constexpr JobKind images[] = {JobKind::ImageClassification, JobKind::ObjectDetection,
                                         JobKind::ImageSegmentation},
                             texts[] = {JobKind::TextClassification, JobKind::NamedEntity, JobKind::TextTriplet},
                             sounds[] = {JobKind::SoundClassification, JobKind::SpeechContent,
                                         JobKind::SpeechSegmentation};
    if (core::isOfSounds(kind))
        return sounds;
    return core::isOfTexts(kind) ? std::span(texts) : std::span(images);
}

}  // namespace

core::Result<core::Edit> jobsEdit(const std::vector<core::Job> &jobs, const QStringList &names, const NewJob &added)
{
    core::Edit edit{"edit-jobs", "", {}};
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        core::Job after = jobs[i];
        after.name = widgets::toUtf8(names.value(qsizetype(i)).trimmed());
        if (!after.name.empty() && after != jobs[i])
            edit.changes.push_back(core::changed(jobs[i], after));
    }
    if (added.name.isEmpty())
        return edit;
    auto labels = labelsOf(added.kind, added.labels);
    if (!labels)
        return labels.error();
    core::Job job;
    job.id = {-1};
    job.name = widgets::toUtf8(added.name);
    job.kind = added.kind;
    edit.changes.push_back(core::created(withRules(job, added.rules)));
    for (core::Label &label : *labels) {
        label.job = job.id;
        edit.changes.push_back(core::created(std::move(label)));
    }
    return edit;
}

std::optional<JobsAnswer> JobsDialog::ask(QWidget *parent, const std::vector<core::Job> &jobs, const core::Job &current)
{
    JobsDialog dialog(jobs, current, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.answer();
}

JobsDialog::JobsDialog(const std::vector<core::Job> &jobs, const core::Job &current, QWidget *parent)
    : QDialog(parent),
      m_jobs(jobs),
      m_list(new QListWidget),
      m_name(new QLineEdit),
      m_kind(new QComboBox),
      m_labels(new QPlainTextEdit),
      m_rules(new JobRulesForm),
      m_labelsTitle(new QLabel(tr("Labels"))),
      m_fault(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Labeling jobs"));
    m_list->setAccessibleName(tr("Jobs of this project"));
    m_list->setToolTip(tr("The chosen one is worked on; F2 or a double click renames"));
    for (const core::Job &job : jobs) {
        auto *item = new QListWidgetItem(widgets::toQString(job.name), m_list);
        item->setToolTip(kindTitle(job.kind));
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (job.id == current.id)
            m_list->setCurrentItem(item);
    }
    for (const JobKind kind : kindsBeside(current.kind))
        if (widgets::editorFor(kind))
            m_kind->addItem(kindTitle(kind), int(kind));
    m_kind->setCurrentIndex(m_kind->findData(int(current.kind)));
    m_name->setPlaceholderText(tr("Name of another job over the same samples"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_labels->setTabChangesFocus(true);
    m_labels->setMaximumHeight(90);
    auto *added = new QGroupBox(tr("Add a job"));
    auto *form = new QFormLayout(added);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Kind"), m_kind);
    m_labelsTitle->setBuddy(m_labels);
    form->addRow(m_labelsTitle, m_labels);
    form->addRow(QString(), m_rules);
    form->addRow(m_fault);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(added);
    column->addWidget(m_buttons);
    resize(480, 460);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &JobsDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &JobsDialog::check);
    connect(m_labels, &QPlainTextEdit::textChanged, this, &JobsDialog::check);
    connect(m_rules, &JobRulesForm::changed, this, &JobsDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void JobsDialog::check()
{
    const NewJob wanted = added();
    m_rules->setKind(wanted.kind);
    m_labels->setPlaceholderText(labelsHint(wanted.kind));
    m_labels->setVisible(hasLabels(wanted.kind));
    m_labelsTitle->setVisible(hasLabels(wanted.kind));
    const auto edit = jobsEdit(m_jobs, names(), wanted);
    const QString fault = edit ? m_rules->fault() : labelFault(edit.error());
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(fault.isEmpty());
}

NewJob JobsDialog::added() const
{
    const auto kind = JobKind(m_kind->currentData().toInt());
    return {m_name->text().trimmed(), kind, hasLabels(kind) ? labelNames(m_labels->toPlainText()) : QStringList(),
            m_rules->rules()};
}

QStringList JobsDialog::names() const
{
    QStringList names;
    for (int i = 0; i < m_list->count(); ++i)
        names << m_list->item(i)->text();
    return names;
}

JobsAnswer JobsDialog::answer() const
{
    const NewJob wanted = added();
    const auto edit = jobsEdit(m_jobs, names(), wanted);
    JobsAnswer answer{edit ? *edit : core::Edit{}, wanted.name};
    if (answer.workOn.isEmpty() && m_list->currentItem())
        answer.workOn = m_list->currentItem()->text();
    return answer;
}

}  // namespace app
