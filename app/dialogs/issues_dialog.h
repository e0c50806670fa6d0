// What an import or an export found. A click shows the place: the line of the file, or the sample.
#pragma once
#include "formats/format.h"
#include <QDialog>

class QPlainTextEdit;

namespace app {

class IssuesDialog : public QDialog {
    Q_OBJECT
public:
    IssuesDialog(const std::vector<formats::Issue> &issues, qint64 total, QWidget *parent);

signals:
    void sampleWanted(const QString &uri);

private:
    void open(const core::Location &where);

    QPlainTextEdit *m_place;
};

// The lines around one line of a text file, for a person to read; at most 400 characters of each.
struct Excerpt {
    QString text;
    int line = 0;  // of the text, from 0: the one asked for
};
std::optional<Excerpt> excerpt(const QString &file, qint64 line, int around = 20);

}  // namespace app
