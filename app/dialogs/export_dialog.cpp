#include "app/dialogs/export_dialog.h"
#include "app/background.h"
#include "app/dialogs/format_options_form.h"
#include "widgets/media_service.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace app {

using formats::Format;

std::vector<const Format *> writableFormats(core::JobKind kind)
{
    std::vector<const Format *> writable;
    for (const Format &format : formats::allFormats())
        if (format.newWriter && std::ranges::find(format.kinds, kind) != format.kinds.end())
            writable.push_back(&format);
    std::ranges::sort(writable, {}, &Format::title);
    return writable;
}

void setScope(formats::ExportOptions &options, ExportScope scope, const ExportSource &source)
{
    options.query = scope == ExportScope::Filtered ? source.filtered : core::SampleQuery{source.job.id, {}};
    options.only.reset();
    if (scope == ExportScope::Selected)
        options.only = source.selected;
}

QString suggestedTarget(const Format &format, const QString &folder, const QString &project)
{
    const QString filter = widgets::toQString(format.fileFilter);
    const QString ending = filter.section(' ', 0, 0).remove('*');
    return QDir(folder).filePath(ending.isEmpty() ? project + "-" + widgets::toQString(format.id) : project + ending);
}

QString lossText(const formats::Loss &loss)
{
    return ExportDialog::tr("%1: in %Ln sample(s), for example %2", nullptr, int(loss.samples))
        .arg(widgets::lossText(loss.what), widgets::toQString(loss.example));
}

struct ExportDialog::Parts {
    ExportSource source;
    QString folder, project;
    QComboBox *format = new QComboBox, *scope = new QComboBox;
    QLineEdit *target = new QLineEdit;
    FormatOptionsForm *options = new FormatOptionsForm(FormatOptionsForm::Direction::Writing);
    QLabel *optionsTitle = new QLabel, *summary = new QLabel, *fault = new QLabel;
    QListWidget *losses = new QListWidget;
    QDialogButtonBox *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    bool counted = false, hasLosses = false;
    Background counter;
};

std::optional<ExportRequest> ExportDialog::ask(QWidget *parent, const ExportSource &source, const QString &folder,
                                               const QString &project)
{
    ExportDialog dialog(source, folder, project, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.request();
}

ExportDialog::ExportDialog(const ExportSource &source, const QString &folder, const QString &project, QWidget *parent)
    : QDialog(parent),
      m_parts(std::make_unique<Parts>())
{
    m_parts->source = source;
    m_parts->folder = folder;
    m_parts->project = project;
    setWindowTitle(tr("Export"));
    build();
    connect(m_parts->format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    connect(m_parts->scope, &QComboBox::currentIndexChanged, this, &ExportDialog::countLosses);
    connect(m_parts->options, &FormatOptionsForm::changed, this, &ExportDialog::countLosses);
    connect(m_parts->target, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_parts->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_parts->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    formatChanged();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::build()
{
    Parts &p = *m_parts;
    for (const Format *format : writableFormats(p.source.job.kind))
        p.format->addItem(widgets::toQString(format->title), QVariant::fromValue(static_cast<const void *>(format)));
    const void *holdsMost = formats::formatById("modelarts-manifest");
    p.format->setCurrentIndex(std::max(0, p.format->findData(QVariant::fromValue(holdsMost))));
    p.scope->addItem(tr("All samples"), int(ExportScope::All));
    p.scope->addItem(tr("Samples of the current filter"), int(ExportScope::Filtered));
    if (!p.source.selected.empty())
        p.scope->addItem(tr("The %Ln sample(s) selected in the grid", nullptr, int(p.source.selected.size())),
                         int(ExportScope::Selected));
    p.format->setObjectName("format");
    p.scope->setObjectName("scope");
    p.target->setObjectName("target");
    auto *browse = new QPushButton(tr("Browse…"));
    auto *target = new QHBoxLayout;
    target->addWidget(p.target, 1);
    target->addWidget(browse);
    p.optionsTitle->setText(tr("Options"));
    p.losses->setAccessibleName(tr("What the format cannot hold"));
    p.losses->setSelectionMode(QAbstractItemView::NoSelection);
    p.losses->setMaximumHeight(140);
    for (QLabel *label : {p.summary, p.fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    p.fault->setProperty("fault", true);
    auto *form = new QFormLayout;
    form->addRow(tr("Format"), p.format);
    form->addRow(tr("Samples"), p.scope);
    form->addRow(p.optionsTitle, p.options);
    form->addRow(tr("Target"), target);
    form->addRow(p.summary);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(p.losses);
    column->addStretch(1);
    column->addWidget(p.fault);
    column->addWidget(p.buttons);
    resize(640, 420);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
}

const Format *ExportDialog::format() const
{
    return static_cast<const Format *>(m_parts->format->currentData().value<const void *>());
}

void ExportDialog::formatChanged()
{
    Parts &p = *m_parts;
    p.options->setFormat(format(), p.source.job.kind, {});
    p.optionsTitle->setVisible(!p.options->isEmpty());
    p.options->setVisible(!p.options->isEmpty());
    if (format())
        p.target->setText(QDir::toNativeSeparators(suggestedTarget(*format(), p.folder, p.project)));
    countLosses();
}

void ExportDialog::browse()
{
    Parts &p = *m_parts;
    if (!format())
        return;
    const QString filter = widgets::toQString(format()->fileFilter);
    const QString chosen = filter.isEmpty()
                               ? QFileDialog::getExistingDirectory(this, tr("Export into"), p.folder)
                               : QFileDialog::getSaveFileName(this, tr("Export as"), p.target->text(),
                                                              widgets::toQString(format()->title) + " (" + filter + ")",
                                                              nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        p.target->setText(QDir::toNativeSeparators(chosen));
}

ExportRequest ExportDialog::request() const
{
    const Parts &p = *m_parts;
    ExportRequest request;
    request.target = QDir::fromNativeSeparators(p.target->text().trimmed());
    request.options.format = format();
    request.options.job = p.source.job;
    setScope(request.options, ExportScope(p.scope->currentData().toInt()), p.source);
    request.options.maps = p.source.maps;
    request.options.formatOptions = p.options->options();
    request.options.probe = widgets::stillProbe();
    request.options.allowLoss = true;  // what is lost was shown
    return request;
}

void ExportDialog::countLosses()
{
    Parts &p = *m_parts;
    p.counted = false;
    p.losses->clear();
    p.losses->hide();
    p.summary->setText(tr("Looking for what the format cannot hold…"));
    check();
    auto reader = p.source.newReader();
    if (!reader || !format()) {
        if (!reader)
            showLosses(reader.error());
        return;
    }
    struct Count {
        std::unique_ptr<core::Reader> reader;
        core::ProgressState progress;
        std::optional<core::Result<formats::LossReport>> report;
    };
    const auto count = std::make_shared<Count>();
    count->reader = std::move(*reader);
    p.counter.start(
        [count, options = request().options](std::stop_token stop) {
            core::TaskContext task(stop, count->progress);
            count->report = formats::preflight(options, *count->reader, task);
            count->reader.reset();
        },
        [this, count] { showLosses(*count->report); });
}

void ExportDialog::showLosses(const core::Result<formats::LossReport> &report)
{
    Parts &p = *m_parts;
    p.counted = true;
    p.hasLosses = report && !report->losses.empty();
    if (!report) {
        p.summary->setText(widgets::sentence(report.error()));
        check();
        return;
    }
    const QLocale locale;
    const QString counts =
        tr("%1 samples with %2 annotations.")
            .arg(locale.toString(qlonglong(report->samples)), locale.toString(qlonglong(report->annotations)));
    p.summary->setText(counts + " "
                       + (p.hasLosses ? tr("The format cannot hold:") : tr("The format holds all of it.")));
    for (const formats::Loss &loss : report->losses)
        p.losses->addItem(lossText(loss));
    p.losses->setVisible(p.hasLosses);
    check();
}

void ExportDialog::check()
{
    Parts &p = *m_parts;
    const QFileInfo target(QDir::fromNativeSeparators(p.target->text().trimmed()));
    QString fault;
    if (p.target->text().trimmed().isEmpty())
        fault = tr("Choose where to write.");
    else if (target.exists() && !(target.isDir() && QDir(target.absoluteFilePath()).isEmpty()))
        fault = tr("There is something of that name already; it is replaced when the export is complete.");
    p.fault->setText(fault);
    p.fault->setVisible(!fault.isEmpty());
    auto *ok = p.buttons->button(QDialogButtonBox::Ok);
    ok->setText(p.counted && p.hasLosses ? tr("Export without these") : tr("Export"));
    ok->setEnabled(p.counted && format() && !p.target->text().trimmed().isEmpty());
}

}  // namespace app
