// One picture, large, with its labels as chips above it. Labels come by keys from outside; a chip is removed by a
// click.
#pragma once
#include "widgets/editor_view.h"

namespace widgets {

class LabelChips;
class PictureCanvas;

class ClassificationEditor : public EditorView {
    Q_OBJECT
public:
    explicit ClassificationEditor(MediaService &media, QWidget *parent = nullptr);

    void setContent(const EditorContent &content) override;
    void clear() override;
    void prefetch(const std::vector<std::filesystem::path> &neighbours) override;
    QList<ToolInfo> tools() const override { return {}; }
    void setTool(const QByteArray &) override {}
    QByteArray tool() const override { return {}; }
    void setCurrentLabel(core::LabelId) override {}
    void setSelection(const QList<core::AnnotationId> &) override {}
    QList<core::AnnotationId> selection() const override { return {}; }
    bool cancelGesture() override { return false; }
    bool act(const QByteArray &id) override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void remove(core::LabelId label);
    void retranslate();

    PictureCanvas *m_canvas;
    LabelChips *m_chips;
    std::shared_ptr<const core::SampleContent> m_content;
};

}  // namespace widgets
