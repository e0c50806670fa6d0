// A rounded button with a word and, where given, a colour.
#pragma once
#include <QAbstractButton>

namespace widgets {

class Chip : public QAbstractButton {
    Q_OBJECT
public:
    Chip(const QString &text, const QColor &color, QWidget *parent);  // invalid colour: neutral

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_color;
};

}  // namespace widgets
