// A text with its entities and relations: selects, marks, stretches and joins them. It proposes acts and changes
// nothing itself.
#pragma once
#include "widgets/text/mark_painter.h"
#include "widgets/text/text_view.h"
#include <QElapsedTimer>

namespace widgets {

class LabelOffer;

enum class TextTool { Select, Mark, Relate };

class EntityView : public TextView {
    Q_OBJECT
public:
    explicit EntityView(QWidget *parent = nullptr);

    void setContent(const EditorContent &content);
    void clear();
    const TextMarks &marks() const { return m_marks; }

    void setTool(TextTool tool);
    TextTool tool() const { return m_tool; }
    void setCurrentLabel(core::LabelId label) { m_currentLabel = label; }
    void setSelectedEntities(const QList<core::AnnotationId> &entities);  // brings a single one into sight
    QList<core::AnnotationId> selectedEntities() const;
    void setSelectedRelation(core::RelationId relation);
    void revealSelection();

    bool useLabel(core::LabelId label);  // true: it meant something here
    bool act(const QByteArray &id);
    bool inGesture() const;
    bool cancel();  // one step out; false: nothing to cancel
    // Joins the only selected entity to another, by keys: its label is to be chosen unless it is given or the only one.
    void beginRelating(core::LabelId label = {});
    bool isRelating() const { return m_relating.has_value(); }
    QString hint() const;  // what the next keys do; empty: nothing special

signals:
    void acted(const core::TextAct &act);
    void entitiesSelected(const QList<core::AnnotationId> &entities);
    void relationSelected(core::RelationId relation);
    void told(const QString &note);
    void hintChanged();

protected:
    RowRoom roomOf(const BlockLayout &layout, int row) override;
    void paintBehind(QPainter &painter, const Row &row) override;
    void paintAbove(QPainter &painter, const Row &row) override;
    void paintOver(QPainter &painter) override;
    bool pointerPress(QMouseEvent *event) override;
    bool pointerMove(QMouseEvent *event) override;
    bool pointerRelease(QMouseEvent *event) override;
    bool pointerDoubleClick(QMouseEvent *event) override;
    void click(QMouseEvent *event) override;
    bool keyPress(QKeyEvent *event) override;
    bool wantsKey(const QKeyEvent &event) const override;
    void lookChanged() override;
    bool focusNextPrevChild(bool next) override;
    void leaveEvent(QEvent *event) override;

private:
    // A relation being made: by dragging, or by keys. First the label (unless it is known), then the other end; a drop
    // knows the other end first.
    struct Relating {
        core::AnnotationId from, to;
        core::LabelId label;
        std::vector<core::LabelId> offered;
        std::vector<core::AnnotationId> targets;  // nearest first
        std::size_t at = 0;                       // of them
        bool tabbed = false;                      // the first Tab names the nearest
        std::optional<QPointF> pointer;           // while it is dragged
    };
    struct Stretching {
        core::AnnotationId entity;
        EntitySide side = EntitySide::Begin;
        std::vector<core::TextRange> parts;
    };
    struct Pressed {
        core::AnnotationId entity;
        QPointF at;
    };

    const RowMarks &marksOf(const BlockLayout &layout, int row);
    MarkedRow markedRow(const Row &row);
    MarkHit hitAt(QPointF position);
    std::vector<core::AnnotationId> entitiesAt(QPointF position);  // smallest first; a tag's alone
    core::AnnotationId entityAt(QPointF position);
    void hover(QPointF position);
    void selectAt(QPointF position, bool toggles);
    void choose(const QList<core::AnnotationId> &entities);
    void textSelected();
    void make(core::LabelId label);
    void jumpTo(core::AnnotationId entity);

    bool beginStretching(const MarkHit &hit);
    void stretchTo(QPointF position, bool byCharacter);
    void finishStretching();
    bool stretchByKey(QByteArray id);
    void beginExtent();
    void finishExtent();
    void addPart(core::AnnotationId entity);

    bool canRelate() const;
    void beginDrag(core::AnnotationId from, QPointF position);
    void drop(QPointF position);
    void offerLabels(QPointF at);
    void labelChosen(core::LabelId label);
    void showTarget();
    bool pressRelating(const QKeyEvent &event);
    bool stepOut();
    void stopRelating();
    void connectTo(core::AnnotationId to);
    void lightTargets();

    TextMarks m_marks;
    MarkMetrics m_metrics;
    std::unordered_map<std::int64_t, RowMarks> m_rows;  // by the first code point of the row
    MarkLights m_lights;
    TextTool m_tool = TextTool::Select;
    core::LabelId m_currentLabel;
    core::AnnotationId m_addsPartTo, m_extentOf;
    std::optional<Pressed> m_pressed;
    std::optional<Stretching> m_stretching;
    std::optional<Relating> m_relating;
    LabelOffer *m_offer;
    QPointF m_clickedAt;
};

}  // namespace widgets
