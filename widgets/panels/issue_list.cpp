#include "widgets/panels/issue_list.h"
#include "widgets/messages.h"
#include "widgets/panels/issue_model.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace widgets {

void IssueModel::setIssues(std::vector<IssueRow> issues)
{
    beginResetModel();
    m_issues = std::move(issues);
    endResetModel();
}

const IssueRow &IssueModel::at(int row) const
{
    return m_issues[std::size_t(row)];
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_issues.size());
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    const IssueRow &issue = at(index.row());
    if (role == Qt::DecorationRole && index.column() == Problem)
        return issue.severity == Severity::Error ? icon("circle-alert", errorColor())
                                                 : icon("triangle-alert", warningColor());
    if (role == Qt::ToolTipRole)
        return sentence(issue.error).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Problem: return codeText(issue.error.code);
    case File: return toQString(issue.error.where.file);
    case Line: return issue.error.where.line > 0 ? QVariant(qlonglong(issue.error.where.line)) : QVariant();
    case Field: return toQString(issue.error.where.field);
    case Detail: return toQString(issue.error.detail);
    default: return {};
    }
}

QVariant IssueModel::headerData(int section, Qt::Orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Problem: return tr("Problem");
    case File: return tr("File");
    case Line: return tr("Line");
    case Field: return tr("Field");
    case Detail: return tr("What was seen");
    default: return {};
    }
}

IssueList::IssueList(QWidget *parent)
    : QWidget(parent),
      m_model(new IssueModel(this)),
      m_view(new QTreeView(this)),
      m_summary(new QLabel(this)),
      m_copy(new QPushButton(icon("copy"), QString(), this)),
      m_save(new QPushButton(icon("save"), QString(), this))
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    m_view->setModel(sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);  // as they came
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->header()->setStretchLastSection(true);
    m_view->installEventFilter(this);
    const int widths[] = {150, 220, 60, 200};
    for (int column = 0; column < 4; ++column)
        m_view->setColumnWidth(column, widths[column]);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    for (QPushButton *button : {m_copy, m_save})
        button->setAutoDefault(false);  // Enter opens an issue
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_copy);
    bar->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    connect(m_copy, &QPushButton::clicked, this, &IssueList::copy);
    connect(m_save, &QPushButton::clicked, this, &IssueList::save);
    connect(m_view, &QTreeView::activated, this, [this, sorted](const QModelIndex &index) {
        emit activated(m_model->at(sorted->mapToSource(index).row()));
    });
    retranslate();
}

void IssueList::setIssues(std::vector<IssueRow> issues, qint64 total)
{
    m_total = total;
    m_model->setIssues(std::move(issues));
    retranslate();
}

QString IssueList::text() const
{
    QString lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const IssueRow &issue = m_model->at(row);
        lines += issue.severity == Severity::Error ? QStringLiteral("error: ") : QStringLiteral("warning: ");
        lines += toQString(core::describe(issue.error)) + QLatin1Char('\n');
    }
    return lines;
}

void IssueList::copy()
{
    QApplication::clipboard()->setText(text());
}

void IssueList::save()
{
    auto *dialog = new QFileDialog(this, tr("Save issues"), QStringLiteral("issues.txt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        QSaveFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text().toUtf8()) < 0 || !file.commit())
            m_summary->setText(tr("%1 could not be written: %2").arg(name, file.errorString()));
    });
    dialog->open();
}

bool IssueList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void IssueList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void IssueList::retranslate()
{
    const qint64 kept = m_model->rowCount();
    if (m_total == 0)
        m_summary->setText(tr("No issues."));
    else if (kept < m_total)
        m_summary->setText(tr("%n issues, the first %1 are listed.", nullptr, int(m_total)).arg(kept));
    else
        m_summary->setText(tr("%n issues", nullptr, int(m_total)));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save as…"));
    m_copy->setEnabled(kept > 0);
    m_save->setEnabled(kept > 0);
    m_view->setAccessibleName(tr("Issues"));
    m_model->retranslate();
}

}  // namespace widgets
