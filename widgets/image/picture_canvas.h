// A canvas with a picture on it: background, pixel grid, minimap, and a plain message where there is no picture.
#pragma once
#include "widgets/canvas.h"
#include "widgets/image/frame_clock.h"
#include "widgets/image/picture_layer.h"
#include "widgets/image/view_sheet.h"

class QTimer;

namespace widgets {

class Minimap;

class PictureCanvas : public Canvas {
    Q_OBJECT
public:
    PictureCanvas(MediaService &media, QWidget *parent = nullptr);

    // assumed: the size known so far, used until the file says better; empty: not known. file empty: cannot be found.
    void showFile(const QString &file, QSize assumed, const QString &whenMissing);
    void showNothing();
    void prefetch(const QStringList &files);
    PictureLayer &picture() { return m_picture; }
    const PictureLayer &picture() const { return m_picture; }
    bool isSettled() const { return m_picture.isSettled() && m_paintedOnce && m_backdrop.isDone() && isOverSettled(); }
    QSize devicePixels() const;

signals:
    void sizeFound(QSize size);
    void failed(const core::Error &error);
    void settled();

protected:
    // In logical pixels of the widget. What may wait is done in slices of the frame.
    virtual void paintOver(QPainter &, FrameClock &) {}
    virtual bool isOverSettled() const { return true; }
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void pointerDoubleClick(QMouseEvent *event) override;

private:
    void paintBackdrop(QImage &image, const QRect &part, PictureLayer::Quality quality);
    void paintBackground(QPainter &painter, const QRectF &part) const;
    void paintPixelGrid(QPainter &painter, const QRectF &part) const;
    void paintMessage(QPainter &painter) const;
    void paintLoading(QPainter &painter) const;
    void pictureArrived();

    PictureLayer m_picture;
    ViewSheet m_backdrop{QImage::Format_RGB32};  // the picture with what is around and behind it
    FrameClock m_clock;
    Minimap *m_minimap;
    QString m_message, m_whenMissing;  // shown in place of the picture
    QTimer *m_patience;                // runs out: say that the picture is being read
    bool m_empty = true, m_paintedOnce = false, m_wasSettled = false;
};

}  // namespace widgets
