// Object detection on images: the canvas with its tools, behind the interface every editor has.
#pragma once
#include "core/shapes.h"
#include "widgets/editor_view.h"

namespace widgets {

class AdjustPanel;
class ImageCanvas;

class ImageEditor : public EditorView {
    Q_OBJECT
public:
    explicit ImageEditor(MediaService &media, QWidget *parent = nullptr);

    void setContent(const EditorContent &content) override;
    void clear() override;
    void prefetch(const std::vector<std::filesystem::path> &neighbours) override;
    QList<ToolInfo> tools() const override;
    void setTool(const QByteArray &id) override;
    QByteArray tool() const override { return m_tool; }
    void setCurrentLabel(core::LabelId label) override;
    void setSelection(const QList<core::AnnotationId> &selection) override;
    QList<core::AnnotationId> selection() const override;
    bool inGesture() const override;
    bool cancelGesture() override;
    bool act(const QByteArray &id) override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;

    ImageCanvas &canvas() { return *m_canvas; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool actOnView(const QByteArray &id);
    bool actOnObjects(const QByteArray &id);
    void select(const QList<core::AnnotationId> &selection);
    std::optional<core::Rect> placeOf(const QList<core::AnnotationId> &objects) const;
    void showSelection();
    void propose(const core::Edit &edit);
    void showMenu(QPointF position);
    void showAdjustPanel(bool shown);
    void placeAdjustPanel();
    void retranslate();

    ImageCanvas *m_canvas;
    AdjustPanel *m_adjust;
    QByteArray m_tool = "select";
    std::shared_ptr<const core::SampleContent> m_content;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
};

}  // namespace widgets
