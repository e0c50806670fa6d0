#include "app/dialogs/preview_table.h"
#include "widgets/media_service.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QHeaderView>

namespace app {

namespace {

enum PreviewColumn { PreviewName, PreviewLabels, PreviewCount, PreviewColumns };
constexpr QSize thumbnailSize{56, 40};

}  // namespace

PreviewTable::PreviewTable(widgets::MediaService &media, QWidget *parent)
    : QTableWidget(0, PreviewColumns, parent),
      m_media(media)
{
    setHorizontalHeaderLabels({tr("Sample"), tr("Labels"), tr("Annotations")});
    horizontalHeader()->setSectionResizeMode(PreviewName, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(PreviewLabels, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(PreviewCount, QHeaderView::ResizeToContents);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(thumbnailSize.height() + 6);
    setIconSize(thumbnailSize);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setAccessibleName(tr("The first records"));
}

PreviewTable::~PreviewTable() = default;

void PreviewTable::clear()
{
    m_tickets.clear();
    setRowCount(0);
}

void PreviewTable::setRows(const std::vector<PreviewRow> &rows, const QFileInfo &source,
                           const std::vector<core::PathMap> &maps)
{
    clear();
    setRowCount(int(rows.size()));
    const QString folder = source.isDir() ? source.absoluteFilePath() : source.absolutePath();
    for (int row = 0; row < int(rows.size()); ++row) {
        const PreviewRow &each = rows[std::size_t(row)];
        auto *name = new QTableWidgetItem(widgets::icon(each.isText    ? "file-text"
                                                        : each.isSound ? "audio-lines"
                                                                       : "image"),
                                          each.name);
        name->setToolTip(each.isText ? each.name.toHtmlEscaped() : each.uri);
        if (each.hard)
            name->setText(each.name + "  ⚑");
        auto *count = new QTableWidgetItem(QString::number(each.annotations));
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, PreviewName, name);
        setItem(row, PreviewLabels, new QTableWidgetItem(each.labels));
        setItem(row, PreviewCount, count);
        if (each.isText)
            continue;
        const auto file = core::locate(widgets::toUtf8(each.uri), widgets::toPath(folder), maps);
        if (file && QFileInfo::exists(widgets::pathText(*file)))
            fetch(row, widgets::pathText(*file));
        else
            name->setIcon(widgets::icon("image-off", widgets::secondaryColor()));
    }
}

void PreviewTable::fetch(int row, const QString &file)
{
    m_tickets.push_back(m_media.thumbnail(file, [this, row](const core::Result<widgets::Picture> &picture) {
        if (picture && item(row, PreviewName))
            item(row, PreviewName)->setIcon(QPixmap::fromImage(picture->image));
    }));
}

}  // namespace app
