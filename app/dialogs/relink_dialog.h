// Asks where remote media lie on this machine; those that are missing are then looked for again.
#pragma once
#include "core/media_location.h"
#include <QDialog>

namespace app {

class PathMapTable;

class RelinkDialog : public QDialog {
    Q_OBJECT
public:
    // missing: how many samples of the project miss their media. roots: "s3://bucket" of some of them.
    static std::optional<std::vector<core::PathMap>> ask(QWidget *parent, const std::vector<core::PathMap> &maps,
                                                         qint64 missing, const QStringList &roots);

    RelinkDialog(const std::vector<core::PathMap> &maps, qint64 missing, const QStringList &roots, QWidget *parent);

private:
    PathMapTable *m_maps;
};

}  // namespace app
