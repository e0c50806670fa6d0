// Named entities and triples in a text, behind the interface every editor has.
#pragma once
#include "core/text/text_edits.h"
#include "widgets/editor_view.h"

class QLabel;

namespace widgets {

class EntityView;
class FindBar;

class EntityEditor : public EditorView {
    Q_OBJECT
public:
    EntityEditor(MediaService &media, core::JobKind kind, QWidget *parent = nullptr);

    void setContent(const EditorContent &content) override;
    void clear() override;
    void prefetch(const std::vector<std::filesystem::path> &) override {}
    QList<ToolInfo> tools() const override;
    void setTool(const QByteArray &id) override;
    QByteArray tool() const override;
    void setCurrentLabel(core::LabelId label) override;
    bool useLabel(core::LabelId label) override;
    QString selectedText() const override;
    void setSelection(const QList<core::AnnotationId> &selection) override;
    QList<core::AnnotationId> selection() const override;
    void setSelectedRelation(core::RelationId relation) override;
    bool inGesture() const override;
    bool cancelGesture() override;
    bool act(const QByteArray &id) override;
    QList<QByteArray> acts() const override;
    QStringList statusTexts() const override;
    QByteArray saveView() const override;
    void restoreView(const QByteArray &saved) override;
    QByteArray saveOptions() const override;
    void restoreOptions(const QByteArray &saved) override;

    EntityView &view() { return *m_view; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void propose(const core::TextAct &act);
    void showHint();
    void retranslate();

    core::JobKind m_kind;
    EntityView *m_view;
    FindBar *m_find;
    QLabel *m_hint;
    EditorContent m_content;
};

}  // namespace widgets
