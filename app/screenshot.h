// A picture of the window once it has nothing more to load.
#pragma once
#include "app/window_main.h"
#include <QObject>
#include <QTimer>

namespace app {

class MainWindow;

class Screenshot : public QObject {
    Q_OBJECT
public:
    Screenshot(MainWindow &window, const ScreenshotRequest &request);

signals:
    void finished(const QString &fault);  // empty: the file is written

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void findSample();
    void take();
    bool isReady() const;

    MainWindow &m_window;
    ScreenshotRequest m_request;
    QTimer m_quiet;  // runs out when nothing was painted for a while
    QTimer m_guard;
    bool m_listed = false;
};

}  // namespace app
