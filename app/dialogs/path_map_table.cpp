#include "app/dialogs/path_map_table.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

namespace {

enum PathColumn { PathPrefix, PathFolder, PathBrowse, PathColumns };
constexpr int rowsInSight = 3;

}  // namespace

QString remoteRoot(std::string_view uri)
{
    if (!core::isRemote(uri))
        return {};
    const auto scheme = uri.find("://");
    if (scheme == std::string_view::npos)
        return {};
    return widgets::toQString(uri.substr(0, uri.find('/', scheme + 3)));
}

PathMapTable::PathMapTable(QWidget *parent) : QWidget(parent), m_table(new QTableWidget(0, PathColumns))
{
    m_table->setHorizontalHeaderLabels({tr("Begins with"), tr("Is in the folder"), QString()});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(PathFolder, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(PathPrefix, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PathBrowse, QHeaderView::ResizeToContents);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * (rowsInSight + 1));
    m_table->setAccessibleName(tr("Folders of remote media"));
    auto *add = new QPushButton(widgets::icon("plus"), tr("Add"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow("s3://", {});
        m_table->editItem(m_table->item(m_table->rowCount() - 1, PathPrefix));
    });
    connect(m_table, &QTableWidget::cellChanged, this, &PathMapTable::changed);
}

void PathMapTable::addRow(const QString &prefix, const QString &folder)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, PathPrefix, new QTableWidgetItem(prefix));
    m_table->setItem(row, PathFolder, new QTableWidgetItem(folder));
    auto *button = new QToolButton;
    button->setIcon(widgets::icon("folder-open"));
    button->setToolTip(tr("Choose the folder"));
    button->setAccessibleName(button->toolTip());
    m_table->setCellWidget(row, PathBrowse, button);
    connect(button, &QToolButton::clicked, this, [this, row] { browse(row); });
}

void PathMapTable::browse(int row)
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder of %1").arg(m_table->item(row, PathPrefix)->text()), m_table->item(row, PathFolder)->text());
    if (!folder.isEmpty())
        m_table->item(row, PathFolder)->setText(folder);
}

void PathMapTable::setMaps(const std::vector<core::PathMap> &maps)
{
    m_table->setRowCount(0);
    for (const core::PathMap &map : maps)
        addRow(widgets::toQString(map.prefix), widgets::pathText(map.folder));
}

std::vector<core::PathMap> PathMapTable::rows() const
{
    std::vector<core::PathMap> rows;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString prefix = m_table->item(row, PathPrefix)->text().trimmed();
        const QString folder = m_table->item(row, PathFolder)->text().trimmed();
        if (!prefix.isEmpty() && !folder.isEmpty())
            rows.push_back({widgets::toUtf8(prefix), widgets::toPath(folder)});
    }
    return rows;
}

std::vector<core::PathMap> PathMapTable::maps() const
{
    std::vector<core::PathMap> maps = rows();
    std::erase_if(maps, [](const core::PathMap &map) { return !core::isRemote(map.prefix); });
    return maps;
}

void PathMapTable::offer(const QStringList &prefixes)
{
    for (const QString &prefix : prefixes) {
        bool known = prefix.isEmpty();
        for (int row = 0; row < m_table->rowCount(); ++row)
            known = known || m_table->item(row, PathPrefix)->text().startsWith(prefix);
        if (!known)
            addRow(prefix, {});
    }
}

}  // namespace app
