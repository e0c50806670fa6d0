// Says what happened, where, and what to do, without stopping anybody. One line per message, newest on top.
#pragma once
#include "core/result.h"
#include <QWidget>
#include <functional>

class QVBoxLayout;

namespace widgets {

enum class Severity { Note, Warning, Error };

struct MessageAction {
    QString text;
    std::function<void()> run;
};

class MessageBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    // The same text twice is shown once. Notes go away after a while, the others stay until closed.
    void show(Severity severity, const QString &text, const QString &detail = {},
              const QList<MessageAction> &actions = {});
    void showError(const core::Error &error, const QString &doing, const QList<MessageAction> &actions = {});
    void clear();
    int count() const;

private:
    void drop(QWidget *line);

    QVBoxLayout *m_column;
};

}  // namespace widgets
