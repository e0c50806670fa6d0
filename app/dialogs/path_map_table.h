// Where media lie on this machine: one row per prefix of their uris, a folder for each.
#pragma once
#include "core/media_location.h"
#include <QWidget>

class QTableWidget;

namespace app {

class PathMapTable : public QWidget {
    Q_OBJECT
public:
    explicit PathMapTable(QWidget *parent = nullptr);

    void setMaps(const std::vector<core::PathMap> &maps);
    std::vector<core::PathMap> maps() const;  // of remote prefixes, without rows that miss a half
    std::vector<core::PathMap> rows() const;  // the same with prefixes of local paths
    void offer(const QStringList &prefixes);  // rows for prefixes that have none yet

signals:
    void changed();

private:
    void addRow(const QString &prefix, const QString &folder);
    void browse(int row);

    QTableWidget *m_table;
};

// "s3://bucket/a/b.jpg" → "s3://bucket"; empty: not remote.
QString remoteRoot(std::string_view uri);

}  // namespace app
