#include "app/dialogs/drafts_dialog.h"
#include "app/dialogs/passage_preview.h"
#include "core/text/decode.h"
#include "widgets/messages.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <ranges>

namespace app {

namespace {

constexpr int pauseMs = 150;  // typing goes on within it
constexpr std::ptrdiff_t issuesShown = 3;

// Why a line of a dictionary is left out.
QString reason(const core::Error &issue)
{
    const QString seen = widgets::toQString(issue.detail);
    if (issue.code == core::Code::NotFound)
        return DraftsDialog::tr("there is no label “%1”").arg(seen);
    if (issue.code == core::Code::Exists)
        return DraftsDialog::tr("“%1” is there already").arg(seen);
    if (issue.code == core::Code::TooLarge)
        return DraftsDialog::tr("the text is too long");
    return DraftsDialog::tr("the text or its label is missing");
}

QString issuesText(const std::vector<core::Error> &issues)
{
    if (issues.empty())
        return {};
    const QLocale locale;
    QStringList words;
    for (const core::Error &issue : issues | std::views::take(issuesShown))
        words << DraftsDialog::tr("line %1: %2").arg(locale.toString(qlonglong(issue.where.line)), reason(issue));
    if (std::ssize(issues) > issuesShown)
        words << DraftsDialog::tr("and %1 more").arg(locale.toString(qlonglong(std::ssize(issues) - issuesShown)));
    return DraftsDialog::tr("Lines left out: %1").arg(words.join(QStringLiteral("; ")));
}

}  // namespace

struct DraftsDialog::Parts {
    PassageSource source;
    DraftsRequest request;
    QTabWidget *kinds = new QTabWidget;
    QPlainTextEdit *lines = new QPlainTextEdit;
    QLineEdit *pattern = new QLineEdit;
    QLabel *issues = new QLabel;
    QComboBox *label = new QComboBox, *scope = new QComboBox;
    QCheckBox *words = new QCheckBox(tr("Whole words only"));
    QCheckBox *anyCase = new QCheckBox(tr("Capital and small letters alike"));
    PassagePreview *preview = nullptr;
    QDialogButtonBox *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QTimer pause;

    core::Matching matching() const { return {words->isChecked(), anyCase->isChecked()}; }
};

std::optional<DraftsRequest> DraftsDialog::ask(QWidget *parent, const PassageSource &source, core::LabelId label)
{
    DraftsDialog dialog(source, label, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.request();
}

DraftsDialog::DraftsDialog(const PassageSource &source, core::LabelId label, QWidget *parent)
    : QDialog(parent),
      m_parts(std::make_unique<Parts>())
{
    Parts &p = *m_parts;
    p.source = source;
    p.preview = new PassagePreview(source);
    setWindowTitle(tr("Draft entities"));
    p.scope->setObjectName("scope");
    fillEntityLabels(*p.label, source, label);
    fillScopes(*p.scope, source);
    p.kinds->addTab(makeDictionary(), tr("Dictionary"));
    p.kinds->addTab(makePattern(), tr("Regular expression"));
    p.issues->setTextFormat(Qt::PlainText);
    p.issues->setWordWrap(true);
    p.issues->setProperty("fault", true);
    p.issues->hide();
    auto *form = new QFormLayout(this);
    form->addRow(p.kinds);
    form->addRow(p.issues);
    form->addRow(tr("Label"), p.label);
    form->addRow(tr("Where"), p.scope);
    form->addRow(QString(), p.words);
    form->addRow(QString(), p.anyCase);
    form->addRow(p.preview);
    form->addRow(p.buttons);
    resize(720, 640);
    p.pause.setSingleShot(true);
    p.pause.setInterval(pauseMs);
    connect(&p.pause, &QTimer::timeout, this, &DraftsDialog::look);
    const auto later = [this] { m_parts->pause.start(); };
    connect(p.lines, &QPlainTextEdit::textChanged, this, later);
    connect(p.pattern, &QLineEdit::textChanged, this, later);
    connect(p.kinds, &QTabWidget::currentChanged, this, later);
    connect(p.label, &QComboBox::currentIndexChanged, this, later);
    connect(p.scope, &QComboBox::currentIndexChanged, this, later);
    connect(p.words, &QCheckBox::toggled, this, later);
    connect(p.anyCase, &QCheckBox::toggled, this, later);
    connect(p.preview, &PassagePreview::foundChanged, this, &DraftsDialog::showFound);
    connect(p.buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(p.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
}

DraftsDialog::~DraftsDialog() = default;

QWidget *DraftsDialog::makeDictionary()
{
    Parts &p = *m_parts;
    auto *page = new QWidget;
    auto *open = new QPushButton(tr("Open file…"));
    auto *hint =
        new QLabel(tr("A line for each text: the text, a tab, the label. Without a label it gets the one below."));
    hint->setWordWrap(true);
    p.lines->setAccessibleName(tr("Dictionary"));
    p.lines->setPlaceholderText(tr("New York\tplace"));
    p.lines->setTabChangesFocus(false);
    auto *top = new QHBoxLayout;
    top->addWidget(hint, 1);
    top->addWidget(open);
    auto *column = new QVBoxLayout(page);
    column->addLayout(top);
    column->addWidget(p.lines, 1);
    connect(open, &QPushButton::clicked, this, &DraftsDialog::openFile);
    return page;
}

QWidget *DraftsDialog::makePattern()
{
    Parts &p = *m_parts;
    auto *page = new QWidget;
    auto *hint = new QLabel(
        tr("What the first group in parentheses matches becomes the entity, without a group all of the match."));
    hint->setWordWrap(true);
    p.pattern->setAccessibleName(tr("Regular expression"));
    p.pattern->setPlaceholderText(QStringLiteral("\\d{4}-\\d\\d-\\d\\d"));
    auto *column = new QVBoxLayout(page);
    column->addWidget(hint);
    column->addWidget(p.pattern);
    column->addStretch(1);
    return page;
}

void DraftsDialog::openFile()
{
    const QString name =
        QFileDialog::getOpenFileName(this, tr("Dictionary"), {}, tr("Texts (*.txt *.tsv *.csv);;All files (*)"));
    if (name.isEmpty())
        return;
    if (const auto text = core::readTextFile(widgets::toPath(name)))
        m_parts->lines->setPlainText(widgets::toQString(text->text));
    else
        m_parts->preview->showFault(widgets::sentence(text.error()));
}

DraftsRequest DraftsDialog::request() const
{
    return m_parts->request;
}

void DraftsDialog::look()
{
    m_parts->pause.stop();
    m_parts->request.scope = scopeIn(*m_parts->scope);
    m_parts->issues->clear();
    m_parts->kinds->currentIndex() == 0 ? lookUpDictionary() : lookForPattern();
    m_parts->issues->setVisible(!m_parts->issues->text().isEmpty());
}

void DraftsDialog::lookUpDictionary()
{
    Parts &p = *m_parts;
    const core::Dictionary dictionary =
        core::readDictionary(widgets::toUtf8(p.lines->toPlainText()), p.source.labels, labelIn(*p.label));
    p.issues->setText(issuesText(dictionary.issues));
    if (dictionary.entries.empty()) {
        p.preview->showFault(tr("Paste or open a list of texts."));
        return;
    }
    p.request.find = core::dictionaryFinder(dictionary, p.matching());
    p.request.author = core::dictionaryAuthor;
    p.preview->look(p.request.find, p.request.scope);
}

void DraftsDialog::lookForPattern()
{
    Parts &p = *m_parts;
    const std::string pattern = widgets::toUtf8(p.pattern->text());
    const core::LabelId label = labelIn(*p.label);
    if (pattern.empty() || !label) {
        p.preview->showFault(label ? tr("Write a regular expression.") : tr("The job has no label for text yet."));
        return;
    }
    const auto find = core::patternFinder({pattern, label, p.matching()});
    if (!find) {
        p.issues->setText(tr("This is no regular expression, from character %1 on.").arg(find.error().where.column));
        p.preview->showFault(QString());
        return;
    }
    p.request.find = *find;
    p.request.author = core::patternAuthor;
    p.preview->look(p.request.find, p.request.scope);
}

void DraftsDialog::showFound()
{
    QPushButton *ok = m_parts->buttons->button(QDialogButtonBox::Ok);
    const qint64 found = m_parts->preview->found();
    ok->setText(found > 0 ? tr("Draft %Ln entity(ies)", nullptr, int(found)) : tr("Draft"));
    ok->setEnabled(found > 0);
}

}  // namespace app
