// The whole picture in a corner with a frame around what is in sight. Press or drag in it to go there.
#pragma once
#include <QImage>
#include <QWidget>

namespace widgets {

class Canvas;

class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(Canvas &canvas);
    void setPicture(const QImage &picture);  // null: none, hidden
    void follow();                           // shown only while a part is out of sight

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void goTo(QPointF position);

    Canvas &m_canvas;
    QPixmap m_picture;
};

}  // namespace widgets
