// Object detection and segmentation of images: the canvas with its tools, behind the interface every editor has.
#pragma once
#include "core/mask_edits.h"
#include "core/shapes.h"
#include "widgets/editor_view.h"
#include <set>

namespace widgets {

class AdjustPanel;
class ConvertPanel;
class ImageCanvas;
class MaskBar;
struct MaskOptions;

class ImageEditor : public EditorView {
    Q_OBJECT
public:
    ImageEditor(MediaService &media, core::JobKind kind, QWidget *parent = nullptr);

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
    QList<QByteArray> acts() const override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;
    QByteArray saveOptions() const override;
    void restoreOptions(const QByteArray &saved) override;

    ImageCanvas &canvas() { return *m_canvas; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool actOnView(const QByteArray &id);
    bool actOnObjects(const QByteArray &id);
    bool actOnMasks(const QByteArray &id);
    bool actOnLabels(const QByteArray &id);
    void askConversion(const QByteArray &id);
    void connectPicture();
    void useOptions(const MaskOptions &options);
    void showHint();
    std::span<const core::AnnotationId> selected() const;
    core::MaskCanvas maskCanvas() const;  // there is a sample
    bool segments() const { return m_kind == core::JobKind::ImageSegmentation; }
    void select(const QList<core::AnnotationId> &selection);
    std::optional<core::Rect> placeOf(const QList<core::AnnotationId> &objects) const;
    void showSelection();
    void propose(const core::Edit &edit);
    void showMenu(QPointF position);
    void showAdjustPanel(bool shown);
    void placePanels();
    void retranslate();

    core::JobKind m_kind;
    MaskBar *m_bar;
    ImageCanvas *m_canvas;
    AdjustPanel *m_adjust;
    ConvertPanel *m_convert;
    QByteArray m_tool = "select";
    std::shared_ptr<const core::SampleContent> m_content;
    std::shared_ptr<const std::vector<core::Label>> m_labels;
    core::LabelId m_currentLabel;
    std::set<core::LabelId> m_hiddenLabels;
    bool m_exclusive = false;
};

}  // namespace widgets
