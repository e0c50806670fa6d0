#include "app/dialogs/jobs_dialog.h"
#include "app/dialogs/new_project_dialog.h"
#include "core/job_options.h"
#include "widgets/editor_view.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace app {

namespace {

// Jobs over the same samples are of one medium.
constexpr core::JobKind imageKinds[] = {core::JobKind::ImageClassification, core::JobKind::ObjectDetection,
                                        core::JobKind::ImageSegmentation};

}  // namespace

core::Edit jobsEdit(const std::vector<core::Job> &jobs, const QStringList &names, const NewJob &added)
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
    core::Job job;
    job.id = {-1};
    job.name = widgets::toUtf8(added.name);
    job.kind = added.kind;
    if (added.exclusive)
        job = core::withExclusive(std::move(job), true);
    edit.changes.push_back(core::created(job));
    NewProjectOptions options;
    options.labels = added.labels;
    std::int64_t id = 0;
    for (core::Label label : newProject(options).labels) {
        label.id = {--id};
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
      m_exclusive(new QCheckBox(NewProjectDialog::tr("Masks do not overlap: painting takes pixels from others")))
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
    for (const core::JobKind kind : imageKinds)
        if (widgets::editorFor(kind))
            m_kind->addItem(kindTitle(kind), int(kind));
    m_kind->setCurrentIndex(m_kind->findData(int(current.kind)));
    m_name->setPlaceholderText(tr("Name of another job over the same samples"));
    m_labels->setPlaceholderText(tr("Its labels: one per line, or separated by commas"));
    m_labels->setTabChangesFocus(true);
    m_labels->setMaximumHeight(90);
    auto *added = new QGroupBox(tr("Add a job"));
    auto *form = new QFormLayout(added);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Labels"), m_labels);
    form->addRow(QString(), m_exclusive);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(added);
    column->addWidget(buttons);
    resize(480, 460);
    const auto showOptions = [this] {
        m_exclusive->setVisible(core::JobKind(m_kind->currentData().toInt()) == core::JobKind::ImageSegmentation);
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, showOptions);
    showOptions();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

JobsAnswer JobsDialog::answer() const
{
    QStringList names;
    for (int i = 0; i < m_list->count(); ++i)
        names << m_list->item(i)->text();
    NewJob added{m_name->text().trimmed(), core::JobKind(m_kind->currentData().toInt()),
                 labelNames(m_labels->toPlainText()), m_exclusive->isChecked() && m_exclusive->isVisibleTo(this)};
    JobsAnswer answer{jobsEdit(m_jobs, names, added), added.name};
    if (answer.workOn.isEmpty() && m_list->currentItem())
        answer.workOn = m_list->currentItem()->text();
    return answer;
}

}  // namespace app
