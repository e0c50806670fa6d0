// What editors that label whole samples share: the labels as chips above what is shown. Labels come by keys from
// outside; a chip is removed by a click.
#pragma once
#include "widgets/editor_view.h"

class QVBoxLayout;

namespace widgets {

class LabelChips;

class ClassifyingEditor : public EditorView {
    Q_OBJECT
public:
    explicit ClassifyingEditor(QWidget *parent);

    void setContent(const EditorContent &content) final;
    void clear() final;
    QList<ToolInfo> tools() const override { return {}; }
    void setTool(const QByteArray &) override {}
    QByteArray tool() const override { return {}; }
    void setCurrentLabel(core::LabelId) override {}
    void setSelection(const QList<core::AnnotationId> &) override {}
    QList<core::AnnotationId> selection() const override { return {}; }
    bool cancelGesture() override { return false; }

protected:
    virtual void showSample(const EditorContent &content) = 0;
    virtual void showNothing() = 0;
    QVBoxLayout &column() { return *m_column; }  // the chips are its first row
    LabelChips &chips() { return *m_chips; }
    const core::SampleContent *content() const { return m_content.get(); }  // null: no sample

private:
    void remove(core::LabelId label);

    QVBoxLayout *m_column;
    LabelChips *m_chips;
    std::shared_ptr<const core::SampleContent> m_content;
};

}  // namespace widgets
