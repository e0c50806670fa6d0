// What one sees without a project: the recent ones with their progress, and the ways to begin.
#pragma once
#include "app/settings.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace app {

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(Settings &settings, QWidget *parent = nullptr);

signals:
    void newWanted();
    void openWanted();
    void importWanted();
    void demoWanted();
    void projectWanted(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showRecent();
    QWidget *recentRow(const RecentProject &project);

    Settings &m_settings;
    QLabel *m_title, *m_purpose, *m_recentTitle, *m_noRecent;
    QPushButton *m_new, *m_open, *m_import, *m_demo;
    QWidget *m_recent;
};

}  // namespace app
