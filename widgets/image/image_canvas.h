// The canvas of the detection editor: annotations over the picture, and the tools that change them.
#pragma once
#include "core/hit_test.h"
#include "core/tools/tools.h"
#include "widgets/image/annotation_layer.h"
#include "widgets/image/picture_canvas.h"

namespace widgets {

class ImageCanvas : public PictureCanvas {
    Q_OBJECT
public:
    ImageCanvas(MediaService &media, QWidget *parent = nullptr);

    void setAnnotations(std::shared_ptr<const core::SampleContent> content);  // null: none
    void setLabels(const std::vector<core::Label> &labels);
    void setTool(const QByteArray &id);
    void setCurrentLabel(core::LabelId label) { m_currentLabel = label; }
    void setSelection(QList<core::AnnotationId> selection);  // does not emit
    const QList<core::AnnotationId> &selection() const { return m_selection; }
    core::AnnotationPtr annotation(core::AnnotationId id) const { return m_index.find(id); }
    // Grabbable objects there, best first.
    std::vector<core::AnnotationPtr> at(QPointF position) const;
    AnnotationLayer &layer() { return m_layer; }

    bool isDrawing() const { return m_gesture != nullptr; }
    bool cancelGesture();
    bool confirmGesture();
    bool stepBack();
    QString positionText() const;

signals:
    void gestureFinished(const core::Edit &edit);  // an edit to propose
    void selected(const QList<core::AnnotationId> &selection);
    void menuWanted(QPointF position);
    void pointerMoved();

protected:
    bool event(QEvent *event) override;
    void paintOver(QPainter &painter) override;
    bool isOverSettled() const override { return !m_moreToPaint; }
    void pointerPress(QMouseEvent *event) override;
    void pointerMove(QMouseEvent *event) override;
    void pointerRelease(QMouseEvent *event) override;
    void pointerDoubleClick(QMouseEvent *event) override;
    QCursor pointerCursor() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    core::Pointer pointerOf(const QMouseEvent &event) const;
    // As gestures see it: whole pixels, which is what readers of label files expect.
    core::Pointer onPixel(core::Pointer pointer) const;
    core::Scene scene() const;
    void advance(core::Progress progress);
    void finishGesture();
    void gestureMoved();
    void hover();
    bool isSelecting() const { return m_toolId == "select"; }
    void paintLive(QPainter &painter);
    void paintGesture(QPainter &painter);
    void paintCrossHair(QPainter &painter) const;
    void paintReadout(QPainter &painter, const QString &text) const;
    void paintOnTop(QPainter &painter, core::AnnotationId id, Emphasis emphasis);

    std::shared_ptr<const core::SampleContent> m_content;
    core::SpatialIndex m_index;
    AnnotationPainter m_painter;
    AnnotationLayer m_layer;
    QByteArray m_toolId;
    std::unique_ptr<core::Tool> m_tool;
    std::unique_ptr<core::Gesture> m_gesture;
    core::LabelId m_currentLabel;
    QList<core::AnnotationId> m_selection;
    core::AnnotationId m_hovered;
    core::Point m_pressedAt;
    std::optional<core::Pointer> m_pointer;  // empty: outside
    bool m_moreToPaint = false, m_awaitsCreated = false;
    QList<core::AnnotationId> m_created;
};

// "320 × 200 px", with the angle of turned boxes; the length of lines; empty for points.
QString measureText(const core::Geometry &geometry);

}  // namespace widgets
