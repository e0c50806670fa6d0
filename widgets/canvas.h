// Pans, zooms and forwards: everything else is painted and answered by those who derive from it.
#pragma once
#include "widgets/view.h"
#include <QWidget>

namespace widgets {

class Canvas : public QWidget {
    Q_OBJECT
public:
    explicit Canvas(QWidget *parent = nullptr);

    void setSceneSize(QSizeF size, bool keepView);  // empty: nothing to show
    QSizeF sceneSize() const { return m_sceneSize; }

    const View &view() const { return m_view; }
    void setView(View view);  // bounded: some of the scene stays in sight
    bool isFitted() const { return m_fitted; }
    double fitScale() const;
    void fit();
    void actualSize();  // one pixel of the scene is one of the screen
    void zoomBy(double factor, QPointF at);
    void show(const QRectF &scene);  // moves, and zooms out if it must, until it is in sight
    void centerOn(core::Point scene);
    void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }  // false: the wheel scrolls; Ctrl+wheel zooms anyway
    bool isPanning() const { return m_panning; }

    QByteArray saveView() const;
    void restoreView(const QByteArray &saved);

signals:
    void viewChanged();

protected:
    // What is no navigation.
    virtual void pointerPress(QMouseEvent *) {}
    virtual void pointerMove(QMouseEvent *) {}
    virtual void pointerRelease(QMouseEvent *) {}
    virtual void pointerDoubleClick(QMouseEvent *) {}
    virtual QCursor pointerCursor() const { return Qt::ArrowCursor; }
    void updateCursor();

    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    View bounded(View view) const;
    void spaceTapped();

    View m_view;
    QSizeF m_sceneSize;
    bool m_fitted = true, m_wheelZooms = true, m_panning = false;
    bool m_spaceHeld = false, m_spacePanned = false;
    QPointF m_panFrom, m_panOrigin;
};

}  // namespace widgets
