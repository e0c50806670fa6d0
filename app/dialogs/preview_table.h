// The first records of an import: thumbnail, name, labels.
#pragma once
#include "app/dialogs/import_options.h"
#include <QFileInfo>
#include <QTableWidget>
#include <memory>

namespace widgets {
class MediaService;
class Ticket;
}  // namespace widgets

namespace app {

class PreviewTable : public QTableWidget {
    Q_OBJECT
public:
    explicit PreviewTable(widgets::MediaService &media, QWidget *parent = nullptr);
    ~PreviewTable() override;

    // source: what the uris are relative to
    void setRows(const std::vector<PreviewRow> &rows, const QFileInfo &source, const std::vector<core::PathMap> &maps);
    void clear();

private:
    void fetch(int row, const QString &file);

    widgets::MediaService &m_media;
    std::vector<std::unique_ptr<widgets::Ticket>> m_tickets;
};

}  // namespace app
