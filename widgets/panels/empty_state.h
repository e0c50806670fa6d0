// What stands where a list has nothing to show: why, and what to do about it.
#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    // No button text: no button.
    void setText(const char *icon, const QString &title, const QString &text, const QString &button = {});

signals:
    void clicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_picture, *m_title, *m_text;
    QPushButton *m_button;
};

}  // namespace widgets
