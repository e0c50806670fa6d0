// Asks for what a new version needs: name, where to, how to split it.
#pragma once
#include "app/publish.h"
#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace app {

struct PublishRequest {
    QString target;  // folder
    PublishOptions options;
};

QString nextVersionName(const std::vector<core::Version> &versions);  // "V001" …
QString versionLine(const core::Version &version);                    // name, day, counts: one line of the list

class PublishDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<PublishRequest> ask(QWidget *parent, const PublishRequest &start,
                                             const std::vector<core::Version> &versions);

    PublishDialog(const PublishRequest &start, const std::vector<core::Version> &versions, QWidget *parent);
    PublishRequest request() const;

private:
    void check();

    PublishRequest m_start;
    QStringList m_taken;
    QLineEdit *m_name, *m_description, *m_target;
    QSpinBox *m_share, *m_seed;
    QCheckBox *m_keepHard;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

}  // namespace app
