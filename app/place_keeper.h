// Small texts kept in a project between sessions: where the user was, with which tool. They are written a few seconds
// late and together, for each write costs a disk sync.
#pragma once
#include "core/project.h"
#include <QByteArray>
#include <QTimer>
#include <map>

namespace app {

class PlaceKeeper : public QObject {
    Q_OBJECT
public:
    explicit PlaceKeeper(QObject *parent = nullptr);

    void setProject(core::Project *project);  // null: none. What is not written yet is forgotten
    QByteArray value(const std::string &key) const;
    void set(const std::string &key, const QByteArray &value);  // nothing is kept of a read-only project
    core::Status write();                                       // what is not written yet, now

signals:
    void due();  // write() is to be called

private:
    core::Project *m_project = nullptr;
    std::map<std::string, std::string> m_unwritten;
    QTimer m_timer;
};

}  // namespace app
