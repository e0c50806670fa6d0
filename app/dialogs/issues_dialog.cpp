#include "app/dialogs/issues_dialog.h"
#include "widgets/panels/issue_list.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr qint64 longestLine = 400;
constexpr QSize firstSize{900, 620};

}  // namespace

std::optional<Excerpt> excerpt(const QString &name, qint64 line, int around)
{
    QFile file(name);
    if (line < 1 || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Excerpt excerpt;
    QStringList lines;
    for (qint64 number = 1; number <= line + around && !file.atEnd(); ++number) {
        const QByteArray bytes = file.readLine();
        if (number < line - around)
            continue;
        if (number == line)
            excerpt.line = int(lines.size());
        QString text = QString::fromUtf8(bytes.left(longestLine)).trimmed();
        if (bytes.size() > longestLine)
            text += "…";
        lines << QString("%1  %2").arg(number, 6).arg(text);
    }
    excerpt.text = lines.join('\n');
    return excerpt;
}

IssuesDialog::IssuesDialog(const std::vector<formats::Issue> &issues, qint64 total, QWidget *parent)
    : QDialog(parent),
      m_place(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Problems"));
    m_place->setReadOnly(true);
    m_place->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_place->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_place->setPlaceholderText(tr("Open a problem above to see its place in the file."));
    m_place->setAccessibleName(tr("Place in the file"));
    auto *list = new widgets::IssueList;
    std::vector<widgets::IssueRow> rows;
    for (const formats::Issue &issue : issues)
        rows.push_back(
            {issue.severity == formats::Severity::Error ? widgets::Severity::Error : widgets::Severity::Warning,
             issue.error});
    list->setIssues(std::move(rows), total);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(list);
    split->addWidget(m_place);
    split->setStretchFactor(0, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(buttons);
    resize(firstSize);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(list, &widgets::IssueList::activated, this,
            [this](const widgets::IssueRow &issue) { open(issue.error.where); });
}

void IssuesDialog::open(const core::Location &where)
{
    const QString file = widgets::toQString(where.file);
    const auto found = excerpt(file, where.line);
    if (!found) {
        emit sampleWanted(file);
        return;
    }
    m_place->setPlainText(found->text);
    const QTextBlock block = m_place->document()->findBlockByNumber(found->line);
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.format.setBackground(palette().color(QPalette::Highlight));
    mark.format.setForeground(palette().color(QPalette::HighlightedText));
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    m_place->setExtraSelections({mark});
    m_place->setTextCursor(mark.cursor);
    m_place->centerCursor();
}

}  // namespace app
