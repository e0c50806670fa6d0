#include "app/dialogs/import_dialog.h"
#include "app/background.h"
#include "app/dialogs/format_options_form.h"
#include "app/dialogs/path_map_table.h"
#include "app/dialogs/preview_table.h"
#include "app/settings.h"
#include "core/job_options.h"
#include "widgets/media_service.h"
#include "widgets/messages.h"
#include "widgets/panels/issue_list.h"
#include "widgets/qt_text.h"
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>

namespace app {

namespace {

constexpr int typingPauseMs = 300;
constexpr qint64 previewed = 100;

QLabel *wrappedLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

std::vector<std::string> names(const QLineEdit *edit)
{
    std::vector<std::string> names;
    for (const QString &name : nameList(edit->text()))
        names.push_back(widgets::toUtf8(name));
    return names;
}

}  // namespace

struct ImportDialog::Parts {
    ImportTarget target;
    formats::ImportOptions start;
    QLineEdit *source = new QLineEdit;
    QPushButton *file = new QPushButton, *folder = new QPushButton;
    QComboBox *format = new QComboBox;
    QLabel *detected = wrappedLabel(), *summary = wrappedLabel();
    QRadioButton *withLabels = new QRadioButton, *samplesOnly = new QRadioButton;
    QRadioButton *isFinal = new QRadioButton, *toConfirm = new QRadioButton;
    QCheckBox *hardOnly = new QCheckBox, *strict = new QCheckBox;
    QLineEdit *include = new QLineEdit, *exclude = new QLineEdit;
    FormatOptionsForm *options = new FormatOptionsForm(FormatOptionsForm::Direction::Reading);
    QGroupBox *optionsBox = new QGroupBox;
    PathMapTable *maps = new PathMapTable;
    QTabWidget *tabs = new QTabWidget;
    PreviewTable *preview;
    widgets::IssueList *issues = new widgets::IssueList;
    QDialogButtonBox *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QTimer pause;  // reads again when typing stops
    const formats::Format *known = nullptr;
    Background reader;
};

std::optional<ImportRequest> ImportDialog::ask(QWidget *parent, const ImportRequest &start, const ImportTarget &target,
                                               widgets::MediaService &media)
{
    ImportDialog dialog(start, target, media, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.request();
}

ImportDialog::ImportDialog(const ImportRequest &start, const ImportTarget &target, widgets::MediaService &media,
                           QWidget *parent)
    : QDialog(parent),
      m_parts(std::make_unique<Parts>())
{
    m_parts->target = target;
    m_parts->start = start.options;
    m_parts->preview = new PreviewTable(media);
    m_parts->pause.setSingleShot(true);
    m_parts->pause.setInterval(typingPauseMs);
    setWindowTitle(tr("Import"));
    setAcceptDrops(true);
    build(start);
    connect(&m_parts->pause, &QTimer::timeout, this, &ImportDialog::readAgain);
    connect(m_parts->source, &QLineEdit::textChanged, this, &ImportDialog::sourceChanged);
    connect(m_parts->format, &QComboBox::currentIndexChanged, this, &ImportDialog::formatChanged);
    connect(m_parts->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_parts->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto again = [this] { m_parts->pause.start(); };
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{m_parts->withLabels, m_parts->hardOnly})
        connect(button, &QAbstractButton::toggled, this, again);
    connect(m_parts->options, &FormatOptionsForm::changed, this, again);
    connect(m_parts->maps, &PathMapTable::changed, this, again);
    setSource(start.source);
    sourceChanged();
}

ImportDialog::~ImportDialog() = default;

QWidget *ImportDialog::sourceRow()
{
    Parts &p = *m_parts;
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    p.source->setPlaceholderText(tr("A manifest, a list or a folder; or drop it here"));
    p.source->setAccessibleName(tr("Source"));
    p.source->setObjectName("source");
    p.file->setText(tr("File…"));
    p.folder->setText(tr("Folder…"));
    row->addWidget(p.source, 1);
    row->addWidget(p.file);
    row->addWidget(p.folder);
    connect(p.file, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Import a file"), m_parts->source->text());
        setSource(file.isEmpty() ? m_parts->source->text() : file);
    });
    connect(p.folder, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"), m_parts->source->text());
        setSource(folder.isEmpty() ? m_parts->source->text() : folder);
    });
    return widget;
}

QWidget *ImportDialog::choices()
{
    Parts &p = *m_parts;
    p.withLabels->setText(tr("Samples with their labels"));
    p.samplesOnly->setText(tr("Samples only, unlabeled"));
    p.isFinal->setText(tr("The labels are final"));
    p.toConfirm->setText(tr("The labels wait to be confirmed"));
    p.hardOnly->setText(tr("Hard examples only"));
    p.strict->setText(tr("Refuse all at the first fault"));
    p.include->setPlaceholderText(tr("all"));
    p.exclude->setPlaceholderText(tr("none"));
    auto *what = new QButtonGroup(this), *state = new QButtonGroup(this);
    what->addButton(p.withLabels);
    what->addButton(p.samplesOnly);
    state->addButton(p.isFinal);
    state->addButton(p.toConfirm);
    auto *widget = new QWidget;
    auto *form = new QFormLayout(widget);
    form->addRow(p.withLabels);
    form->addRow(p.samplesOnly);
    form->addRow(p.isFinal);
    form->addRow(p.toConfirm);
    form->addRow(p.hardOnly);
    form->addRow(p.strict);
    form->addRow(tr("Only the labels"), p.include);
    form->addRow(tr("Without the labels"), p.exclude);
    for (QWidget *each : std::initializer_list<QWidget *>{p.isFinal, p.toConfirm, p.include, p.exclude, p.hardOnly})
        connect(p.withLabels, &QRadioButton::toggled, each, &QWidget::setEnabled);
    p.optionsBox->setTitle(tr("Options of the format"));
    (new QVBoxLayout(p.optionsBox))->addWidget(p.options);
    form->addRow(p.optionsBox);
    auto *mapsBox = new QGroupBox(tr("Remote media"));
    (new QVBoxLayout(mapsBox))->addWidget(p.maps);
    form->addRow(mapsBox);
    auto *scroll = new QScrollArea;
    scroll->setWidget(widget);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumWidth(380);
    return scroll;
}

void ImportDialog::build(const ImportRequest &start)
{
    Parts &p = *m_parts;
    p.format->addItem(tr("Detect the format"));
    for (const formats::Format *format : readableFormats(p.target.kind)) {
        p.format->addItem(widgets::toQString(format->title), QVariant::fromValue(static_cast<const void *>(format)));
        if (format == start.options.format)
            p.format->setCurrentIndex(p.format->count() - 1);
    }
    auto *head = new QFormLayout;
    head->addRow(tr("Source"), sourceRow());
    head->addRow(tr("Format"), p.format);
    head->addRow(QString(), p.detected);
    p.detected->setProperty("secondary", true);
    p.tabs->addTab(p.preview, tr("Preview"));
    p.tabs->addTab(p.issues, tr("Problems"));
    auto *right = new QWidget;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->addWidget(p.tabs, 1);
    rightColumn->addWidget(p.summary);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(choices());
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(split, 1);
    column->addWidget(p.buttons);
    p.buttons->button(QDialogButtonBox::Ok)->setText(tr("Import"));
    (start.options.annotations ? p.withLabels : p.samplesOnly)->setChecked(true);
    (start.options.final ? p.isFinal : p.toConfirm)->setChecked(true);
    p.hardOnly->setChecked(start.options.hardOnly);
    p.strict->setChecked(start.options.strict);
    p.maps->setMaps(start.options.maps);
    p.optionsBox->hide();
    resize(1040, 680);
}

void ImportDialog::setSource(const QString &source)
{
    m_parts->source->setText(source);
}

void ImportDialog::sourceChanged()
{
    Parts &p = *m_parts;
    const QFileInfo file(p.source->text());
    p.known = nullptr;
    if (!p.source->text().isEmpty() && file.exists())
        p.known = formats::detectFormat(widgets::toPath(file.absoluteFilePath()), p.target.kind);
    formatChanged();
}

void ImportDialog::formatChanged()
{
    Parts &p = *m_parts;
    const formats::Format *format = request().options.format;
    const bool exists = QFileInfo::exists(p.source->text());
    if (p.source->text().isEmpty())
        p.detected->clear();
    else if (!exists)
        p.detected->setText(tr("There is no such file or folder."));
    else if (!format)
        p.detected->setText(tr("No format for this kind of job knows it. Choose one to try."));
    else if (p.format->currentIndex() == 0)
        p.detected->setText(tr("Looks like: %1").arg(widgets::toQString(format->title)));
    else
        p.detected->clear();
    p.options->setFormat(format, p.target.kind, p.start.formatOptions);
    p.optionsBox->setVisible(!p.options->isEmpty());
    p.buttons->button(QDialogButtonBox::Ok)->setEnabled(exists && format);
    p.pause.start();
}

ImportRequest ImportDialog::request() const
{
    const Parts &p = *m_parts;
    ImportRequest request{QFileInfo(p.source->text()).absoluteFilePath(), p.start};
    formats::ImportOptions &o = request.options;
    const auto *chosen = static_cast<const formats::Format *>(p.format->currentData().value<const void *>());
    o.format = chosen ? chosen : p.known;
    o.job = p.target.job;
    o.annotations = p.withLabels->isChecked();
    o.final = p.isFinal->isChecked();
    o.hardOnly = p.hardOnly->isChecked() && o.annotations;
    o.strict = p.strict->isChecked();
    o.includeLabels = names(p.include);
    o.excludeLabels = names(p.exclude);
    o.maps = p.maps->maps();
    o.formatOptions = p.options->options();
    return request;
}

void ImportDialog::readAgain()
{
    Parts &p = *m_parts;
    const ImportRequest wanted = request();
    if (!wanted.options.format || !QFileInfo::exists(wanted.source)) {
        p.reader.drop();
        p.preview->clear();
        p.issues->setIssues({}, 0);
        p.summary->clear();
        return;
    }
    p.summary->setText(tr("Reading the first records…"));
    const auto answer = std::make_shared<std::optional<PreviewAnswer>>();
    p.reader.start([answer, source = widgets::toPath(wanted.source), options = wanted.options, kind = p.target.kind](
                       std::stop_token) { *answer = formats::preview(source, options, kind, previewed); },
                   [this, answer] { showPreview(**answer); });
}

void ImportDialog::showPreview(const PreviewAnswer &answer)
{
    Parts &p = *m_parts;
    if (!answer) {
        p.preview->clear();
        p.issues->setIssues({{widgets::Severity::Error, answer.error()}}, 1);
        p.summary->setText(widgets::sentence(answer.error()));
        return;
    }
    PreviewSummary summary = summarise(*answer, p.target.labels);
    for (PreviewRow &row : summary.rows)
        row.isSound = core::isOfSounds(p.target.kind);
    p.preview->setRows(summary.rows, QFileInfo(p.source->text()), p.maps->maps());
    std::vector<widgets::IssueRow> issues;
    for (const formats::Issue &issue : answer->issues)
        issues.push_back(
            {issue.severity == formats::Severity::Error ? widgets::Severity::Error : widgets::Severity::Warning,
             issue.error});
    const auto total = qint64(issues.size());
    p.issues->setIssues(std::move(issues), total);
    p.tabs->setTabText(1, total > 0 ? tr("Problems (%1)").arg(total) : tr("Problems"));
    p.summary->setText(summaryText(summary, answer->whole));
    p.maps->offer(summary.remoteRoots);
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile())
        setSource(urls.front().toLocalFile());
}

}  // namespace app
