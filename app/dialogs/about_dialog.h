// What this program is, its version, its licence and those of what it is built with.
#pragma once
#include <QDialog>

namespace app {

class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent);
};

}  // namespace app
