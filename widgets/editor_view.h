// One modality's editor. It shows a sample and proposes edits; it never touches the project.
#pragma once
#include "core/sample_content.h"
#include "core/result.h"
#include <QIcon>
#include <QKeySequence>
#include <QWidget>
#include <filesystem>

namespace widgets {

class MediaService;

struct ToolInfo {
    QByteArray id;  // "box", "polygon"…: also the id of the action that arms it ("tool.box")
    QString title;
    QIcon icon;
    bool startsGroup = false;  // a separator before it in the toolbar
};

// How the user likes sounds to be played.
struct PlaybackHabits {
    bool playsOnOpening = true;  // a clip that is opened to be classified
    int rewindMs = 500;          // how far back it goes on after a pause, while one transcribes
    bool operator==(const PlaybackHabits &) const = default;
};

struct EditorContent {
    std::shared_ptr<const core::SampleContent> sample;
    std::shared_ptr<const std::vector<core::Label>> labels;
    std::filesystem::path media;  // empty: cannot be found
    core::Job job;                // its options
};

class EditorView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setContent(const EditorContent &content) = 0;  // same sample: keeps zoom and gesture
    virtual void clear() = 0;                                   // no sample
    virtual void prefetch(const std::vector<std::filesystem::path> &neighbours) = 0;  // most wanted first
    virtual QList<ToolInfo> tools() const = 0;                                        // empty: none, no toolbar section
    virtual void setTool(const QByteArray &id) = 0;
    virtual QByteArray tool() const = 0;
    virtual void setCurrentLabel(core::LabelId label) = 0;
    // A label was chosen by key or click: true when it meant something here (the selected text became an entity).
    virtual bool useLabel(core::LabelId) { return false; }
    virtual void setSelection(const QList<core::AnnotationId> &selection) = 0;
    virtual QList<core::AnnotationId> selection() const = 0;
    virtual QString selectedText() const { return {}; }  // the text marked with the mouse or the keys, not an entity's
    virtual void setSelectedRelation(core::RelationId) {}  // 0: none
    virtual bool inGesture() const { return false; }       // a drawing or a drag is under way
    virtual bool cancelGesture() = 0;                      // Esc; false: nothing to cancel
    // An act of this editor by its action id ("view.fit", "object.nudge-left"…); false: not mine.
    virtual bool act(const QByteArray &id) = 0;
    virtual QList<QByteArray> acts() const { return {}; }   // of this editor alone, for menus; empty ids separate
    virtual QStringList statusTexts() const { return {}; }  // zoom, position
    virtual bool isSettled() const { return true; }         // all wished media are painted
    virtual QByteArray saveView() const { return {}; }      // zoom and position, restored on reopen
    virtual void restoreView(const QByteArray &) {}
    virtual void finishTyping() {
    }  // the sample is about to be left or used: proposes what is typed and not yet proposed
    virtual void setPlaybackHabits(const PlaybackHabits &) {}
    virtual QByteArray saveOptions() const { return {}; }  // how its tools and its view are set: kept per job
    virtual void restoreOptions(const QByteArray &) {}

signals:
    void editProposed(const core::Edit &edit);
    void selectionChanged(const QList<core::AnnotationId> &selection);
    void relationSelected(core::RelationId relation);  // 0: none; objects and relations are not selected together
    void told(const QString &note);                    // why nothing happened
    void toolChanged(const QByteArray &id);
    void statusChanged();
    void mediaFound(core::SampleId sample, const core::MediaInfo &info);  // sizes learnt by decoding, missing files
    void settled();
};

struct EditorKind {
    QByteArray id;  // "image", "audio"…
    std::vector<core::JobKind> jobs;
    std::function<EditorView *(MediaService &, core::JobKind, QWidget *parent)> create;
};

const std::vector<EditorKind> &allEditorKinds();
const EditorKind *editorFor(core::JobKind kind);  // null: this kind has no editor

}  // namespace widgets
