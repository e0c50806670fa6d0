// A waveform with the segments of a sound on it: drawn, chosen, made and moved with the mouse.
#pragma once
#include "core/audio/snapping.h"
#include "widgets/audio/segment_marks.h"
#include "widgets/audio/wave_view.h"
#include <unordered_set>

namespace widgets {

enum class SegmentTool { Select, Draw };

class SegmentView : public WaveView {
    Q_OBJECT
public:
    explicit SegmentView(MediaService &media, QWidget *parent = nullptr);

    SegmentMarks::Changes setContent(const EditorContent &content);  // same sample: keeps gesture and selection
    void clearContent();
    const SegmentMarks &marks() const { return m_marks; }
    void setTool(SegmentTool tool);
    SegmentTool tool() const { return m_tool; }
    void setCurrentLabel(core::LabelId label) { m_label = label; }
    core::LabelId currentLabel() const { return m_label; }
    void setSelected(const QList<core::AnnotationId> &selected);
    const QList<core::AnnotationId> &selected() const { return m_selected; }
    bool isInStep() const;  // the content counts by the rate of the sound
    bool isSelected(core::AnnotationId id) const { return m_isSelected.contains(id); }
    bool inGesture() const { return m_drag && m_drag->moved; }
    bool cancel();  // false: nothing to cancel
    // Where a segment that is being tapped in began; empty: none is.
    void setTappedIn(std::optional<qint64> sample);
    const std::optional<qint64> &tappedIn() const { return m_tappedIn; }

    QRectF rectOf(core::AnnotationId id) const;              // empty: not here
    std::optional<qint64> guide() const { return m_guide; }  // where a dragged edge snapped to

signals:
    void acted(const core::SegmentAct &act);
    void segmentsSelected(const QList<core::AnnotationId> &selected);
    void playAsked(core::AnnotationId segment);

protected:
    void paintMarks(QPainter &painter, const QRect &wave) override;
    bool markPress(QMouseEvent *event) override;
    bool markMove(QMouseEvent *event) override;
    bool markRelease(QMouseEvent *event) override;
    bool markDoubleClick(QMouseEvent *event) override;
    QCursor markCursor() const override;

private:
    enum class Part { None, Begin, End, Body };
    struct Hit {
        core::AnnotationId segment;
        Part part = Part::None;
        bool operator==(const Hit &) const = default;
    };
    struct Drag {
        enum class Kind { Click, Make, Edge, Move } kind = Kind::Click;
        Hit hit;
        QPointF pressed;
        qint64 from = 0;
        bool moved = false;
        core::SegmentAct act;
    };

    Hit hitAt(QPointF at) const;
    std::vector<core::AnnotationId> stackAt(QPointF at) const;
    QRectF rectOf(const PlacedSegment &placed, const QRect &wave) const;
    qint64 snap(qint64 sample, Qt::KeyboardModifiers modifiers, core::AnnotationId but);
    core::SegmentAct actOf(const Drag &drag, QMouseEvent *event);
    void dropDrag();
    void preview(const core::SegmentAct &act);
    void click(const Drag &drag, QMouseEvent *event);
    void select(core::AnnotationId id, bool adds);
    void paintSegments(QPainter &painter, const QRect &wave) const;
    void paintSegment(QPainter &painter, const PlacedSegment &each, const QRectF &rect) const;
    void paintWords(QPainter &painter, const core::Annotation &segment, const QRectF &rect) const;
    void paintMade(QPainter &painter, const QRect &wave) const;

    SegmentMarks m_marks;
    SegmentTool m_tool = SegmentTool::Draw;
    core::LabelId m_label;
    QList<core::AnnotationId> m_selected;
    std::unordered_set<core::AnnotationId> m_isSelected;  // the same
    Hit m_hover;
    std::optional<Drag> m_drag;
    std::unordered_map<std::int64_t, core::TimeSpan> m_moved;      // what the drag makes of segments
    std::vector<std::pair<core::TimeSpan, core::LabelId>> m_made;  // and which new ones
    std::optional<qint64> m_guide, m_tappedIn;
};

}  // namespace widgets
