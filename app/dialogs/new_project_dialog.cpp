#include "app/dialogs/new_project_dialog.h"
#include "app/dialogs/job_rules_form.h"
#include "widgets/editor_view.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace app {

namespace {

constexpr core::JobKind allKinds[] = {
    core::JobKind::ImageClassification,
    core::JobKind::ObjectDetection,
    core::JobKind::ImageSegmentation,
    core::JobKind::SoundClassification,
    core::JobKind::SpeechContent,
    core::JobKind::SpeechSegmentation,
    core::JobKind::TextClassification,
    core::JobKind::NamedEntity,
    core::JobKind::TextTriplet,
    core::JobKind::Video,
    core::JobKind::Table,
    core::JobKind::Free,
};

}  // namespace

QString kindTitle(core::JobKind kind)
{
    switch (kind) {
    case core::JobKind::ImageClassification: return NewProjectDialog::tr("Image classification");
    case core::JobKind::ObjectDetection: return NewProjectDialog::tr("Object detection");
    case core::JobKind::ImageSegmentation: return NewProjectDialog::tr("Image segmentation");
    case core::JobKind::SoundClassification: return NewProjectDialog::tr("Sound classification");
    case core::JobKind::SpeechContent: return NewProjectDialog::tr("Speech content");
    case core::JobKind::SpeechSegmentation: return NewProjectDialog::tr("Speech segments");
    case core::JobKind::TextClassification: return NewProjectDialog::tr("Text classification");
    case core::JobKind::NamedEntity: return NewProjectDialog::tr("Named entities");
    case core::JobKind::TextTriplet: return NewProjectDialog::tr("Text triplets");
    case core::JobKind::Video: return NewProjectDialog::tr("Video");
    case core::JobKind::Table: return NewProjectDialog::tr("Table");
    case core::JobKind::Free: return NewProjectDialog::tr("Free");
    }
    Q_UNREACHABLE();
}

QString NewProjectOptions::file() const
{
    const QString ending = ".labelwright";
    return QDir(folder).filePath(name.endsWith(ending) ? name : name + ending);
}

core::Result<core::NewProject> newProject(const NewProjectOptions &options)
{
    auto labels = labelsOf(options.kind, options.labels);
    if (!labels)
        return labels.error();
    core::NewProject what;
    what.kind = options.kind;
    what.labels = std::move(*labels);
    core::Job job;
    job.kind = options.kind;
    what.options = withRules(std::move(job), options.rules).options;
    if (!options.job.isEmpty())
        what.jobName = widgets::toUtf8(options.job);
    return what;
}

QString problem(const NewProjectOptions &options)
{
    if (options.name.isEmpty())
        return NewProjectDialog::tr("The project needs a name.");
    if (options.name.contains('/') || options.name.contains('\\'))
        return NewProjectDialog::tr("A name holds no slash; choose the folder below.");
    if (!QFileInfo(options.folder).isDir())
        return NewProjectDialog::tr("There is no such folder.");
    if (!QFileInfo(options.folder).isWritable())
        return NewProjectDialog::tr("The folder may not be written to.");
    if (QFileInfo::exists(options.file()))
        return NewProjectDialog::tr("The folder holds a project of that name already.");
    if (const auto labels = labelsOf(options.kind, options.labels); !labels)
        return labelFault(labels.error());
    return {};
}

std::optional<NewProjectOptions> NewProjectDialog::ask(QWidget *parent, const NewProjectOptions &start)
{
    NewProjectDialog dialog(start, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.options();
}

NewProjectDialog::NewProjectDialog(const NewProjectOptions &start, QWidget *parent)
    : QDialog(parent),
      m_kind(new QComboBox),
      m_name(new QLineEdit(start.name)),
      m_folder(new QLineEdit(QDir::toNativeSeparators(start.folder))),
      m_job(new QLineEdit(start.job)),
      m_rules(new JobRulesForm(start.rules)),
      m_labels(new QPlainTextEdit(start.labels.join('\n'))),
      m_labelsTitle(new QLabel(NewProjectDialog::tr("&Labels"))),
      m_problem(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(NewProjectDialog::tr("New project"));
    for (const core::JobKind kind : allKinds)
        if (widgets::editorFor(kind))
            m_kind->addItem(kindTitle(kind), int(kind));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(start.kind))));
    m_job->setPlaceholderText("default");
    m_labels->setTabChangesFocus(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("secondary", true);
    auto *browse = new QPushButton(NewProjectDialog::tr("Browse…"));
    auto *folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(browse);
    auto *form = new QFormLayout(this);
    form->addRow(NewProjectDialog::tr("&Kind"), m_kind);
    form->addRow(QString(), m_rules);
    form->addRow(NewProjectDialog::tr("&Name"), m_name);
    auto *folderTitle = new QLabel(NewProjectDialog::tr("&Folder"));
    folderTitle->setBuddy(m_folder);
    form->addRow(folderTitle, folder);
    form->addRow(NewProjectDialog::tr("&Job"), m_job);
    m_labelsTitle->setBuddy(m_labels);
    form->addRow(m_labelsTitle, m_labels);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setText(NewProjectDialog::tr("Create"));
    resize(560, 440);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browse, &QPushButton::clicked, this, &NewProjectDialog::browse);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NewProjectDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_labels, &QPlainTextEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_rules, &JobRulesForm::changed, this, &NewProjectDialog::check);
    m_name->setFocus();
    check();
}

NewProjectOptions NewProjectDialog::options() const
{
    NewProjectOptions options;
    options.folder = QDir::fromNativeSeparators(m_folder->text());
    options.name = m_name->text().trimmed();
    options.kind = core::JobKind(m_kind->currentData().toInt());
    options.rules = m_rules->rules();
    options.job = m_job->text().trimmed();
    if (hasLabels(options.kind))
        options.labels = labelNames(m_labels->toPlainText());
    return options;
}

void NewProjectDialog::check()
{
    const auto kind = core::JobKind(m_kind->currentData().toInt());
    m_rules->setKind(kind);
    m_labels->setPlaceholderText(labelsHint(kind));
    m_labels->setVisible(hasLabels(kind));
    m_labelsTitle->setVisible(hasLabels(kind));
    const QString fault = m_rules->fault(), text = fault.isEmpty() ? problem(options()) : fault;
    m_problem->setText(
        text.isEmpty() ? NewProjectDialog::tr("Creates %1").arg(QDir::toNativeSeparators(options().file())) : text);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(text.isEmpty());
}

void NewProjectDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, NewProjectDialog::tr("Folder of the project"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

}  // namespace app
