// The canvas of the object editors: annotations over the picture, and the tools that change them.
#pragma once
#include "core/hit_test.h"
#include "core/tools/tools.h"
#include "widgets/image/annotation_layer.h"
#include "widgets/image/mask_layer.h"
#include "widgets/image/picture_canvas.h"
#include "widgets/image/stroke_overlay.h"

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
    void setMaskLook(const MaskLook &look);
    const MaskLook &maskLook() const { return m_masks.look(); }
    // A matter of view only: objects of these labels are neither shown nor grabbed.
    void setHiddenLabels(std::set<core::LabelId> labels);
    void setToolOptions(const core::ToolOptions &options);
    bool isBrushArmed() const { return ringRadius().has_value(); }

    bool isDrawing() const { return m_gesture != nullptr; }
    bool cancelGesture();
    bool confirmGesture();
    bool stepBack();
    QString positionText() const;

signals:
    void gestureFinished(const core::Edit &edit);  // an edit to propose
    void selected(const QList<core::AnnotationId> &selection);
    void menuWanted(QPointF position);
    void brushResized(int steps);  // wanted by Ctrl+wheel
    void pointerMoved();

protected:
    bool event(QEvent *event) override;
    void paintOver(QPainter &painter, FrameClock &clock) override;
    bool isOverSettled() const override { return !m_moreToPaint; }
    void pointerPress(QMouseEvent *event) override;
    void pointerMove(QMouseEvent *event) override;
    void pointerRelease(QMouseEvent *event) override;
    void pointerDoubleClick(QMouseEvent *event) override;
    QCursor pointerCursor() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void connectBench();
    core::Pointer pointerOf(const QMouseEvent &event) const;
    // As gestures see it: whole pixels, which is what readers of label files expect. Strokes are not held to them.
    core::Pointer onPixel(core::Pointer pointer) const;
    core::Scene scene() const;
    void advance(core::Progress progress);
    void finishGesture();
    void gestureMoved();
    void stroked();  // the same of a brush: only what it touched is painted again
    void leaveOut(const std::vector<core::AnnotationId> &ids);
    void hover();
    bool isSelecting() const { return m_toolId == "select"; }
    std::optional<double> ringRadius() const;  // sample pixels
    QRect ringPlace() const;
    core::LabelId strokeLabel() const;  // of the object the stroke will be part of
    bool isShown(const core::Annotation &annotation) const;
    const core::SpatialIndex &grabbable() const { return m_hiddenLabels.empty() ? m_index : m_shownIndex; }
    void paintLive(QPainter &painter);
    void paintGesture(QPainter &painter);
    void paintCrossHair(QPainter &painter) const;
    void paintRing(QPainter &painter) const;
    void paintReadout(QPainter &painter, const QString &text) const;
    void paintOnTop(QPainter &painter, core::AnnotationId id, Emphasis emphasis);

    std::shared_ptr<const core::SampleContent> m_content;
    core::SpatialIndex m_index;
    core::SpatialIndex m_shownIndex;  // while labels are hidden: without their objects
    std::set<core::LabelId> m_hiddenLabels;
    AnnotationPainter m_painter;
    AnnotationLayer m_layer;
    MaskLayer m_masks;
    StrokeOverlay m_stroke;
    QRect m_ringPlace;  // where the ring was painted last
    QByteArray m_toolId;
    std::unique_ptr<core::Tool> m_tool;
    core::Workbench m_bench;
    std::unique_ptr<core::Gesture> m_gesture;
    core::LabelId m_currentLabel;
    QList<core::AnnotationId> m_selection;
    core::AnnotationId m_hovered;
    core::Point m_pressedAt;
    std::optional<core::Pointer> m_pointer;  // empty: outside
    bool m_moreToPaint = false, m_awaitsCreated = false;
    QList<core::AnnotationId> m_created;
};

// Paints pixels of masks: its pointer is not held to whole pixels.
bool isMaskTool(const QByteArray &id);

// "320 × 200 px", with the angle of turned boxes; the length of lines; empty for points.
QString measureText(const core::Geometry &geometry);

}  // namespace widgets
