// Segments of a sound: on its waveform and in a table, behind the interface every editor has.
#pragma once
#include "core/audio/segment_edits.h"
#include "widgets/editor_view.h"

class QSplitter;

namespace widgets {

class SegmentTable;
class SegmentView;
class SoundPane;

class SegmentEditor : public EditorView {
    Q_OBJECT
public:
    explicit SegmentEditor(MediaService &media, QWidget *parent = nullptr);
    ~SegmentEditor() override;

    void setContent(const EditorContent &content) override;
    void clear() override;
    void prefetch(const std::vector<std::filesystem::path> &neighbours) override;
    QList<ToolInfo> tools() const override;
    void setTool(const QByteArray &id) override;
    QByteArray tool() const override;
    void setCurrentLabel(core::LabelId label) override;
    void setSelection(const QList<core::AnnotationId> &selection) override;
    QList<core::AnnotationId> selection() const override;
    bool inGesture() const override;
    bool cancelGesture() override;
    bool act(const QByteArray &id) override;
    QList<QByteArray> acts() const override;
    QStringList statusTexts() const override;
    bool isSettled() const override;
    void finishTyping() override;
    QByteArray saveView() const override;  // JSON: the part in sight, the splitter
    void restoreView(const QByteArray &saved) override;
    QByteArray saveOptions() const override;  // JSON: as sounds are played
    void restoreOptions(const QByteArray &saved) override;

    SegmentView &view() { return *m_view; }
    SegmentTable &table() { return *m_table; }
    SoundPane &pane() { return *m_pane; }

protected:
    void changeEvent(QEvent *event) override;

private:
    EditorContent inStep(EditorContent content) const;
    void found(core::SampleId sample, const core::MediaInfo &info);
    bool actOnSegments(const QByteArray &id);
    bool nudge(const QByteArray &id);
    void propose(const core::SegmentAct &act);
    void select(const QList<core::AnnotationId> &selected);
    void bringToView(const QList<core::AnnotationId> &segments);  // the last of them comes in sight
    void play(core::AnnotationId segment);
    void tapIn();
    void tapOut();
    void split();
    void merge();
    void copy();
    void step(int by);
    void loopSegment();
    void followLoop();
    core::AnnotationId underPlayhead() const;
    const core::SampleContent *content() const;
    void retranslate();

    SegmentView *m_view;
    SoundPane *m_pane;
    SegmentTable *m_table;
    QSplitter *m_splitter;
    std::vector<core::AnnotationId> m_new;  // what the last content brought
    bool m_loopsSegment = false;
};

}  // namespace widgets
