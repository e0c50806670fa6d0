// The editors there are. A new editor is one folder and one line here.
#include "widgets/audio/segment_editor.h"
#include "widgets/audio/sound_classification_editor.h"
#include "widgets/audio/speech_content_editor.h"
#include "widgets/editor_view.h"
#include "widgets/image/classification_editor.h"
#include "widgets/image/image_editor.h"
#include "widgets/text/entity_editor.h"
#include "widgets/text/text_classification_editor.h"
#include <algorithm>

namespace widgets {

namespace {

template <class Editor>
EditorView *make(MediaService &media, core::JobKind kind, QWidget *parent)
{
    if constexpr (std::is_constructible_v<Editor, MediaService &, core::JobKind, QWidget *>)
        return new Editor(media, kind, parent);
    else
        return new Editor(media, parent);
}

}  // namespace

const std::vector<EditorKind> &allEditorKinds()
{
    using core::JobKind;
    static const std::vector<EditorKind> all{
        {"classification", {JobKind::ImageClassification}, make<ClassificationEditor>},
        {"sound-classification", {JobKind::SoundClassification}, make<SoundClassificationEditor>},
        {"speech-content", {JobKind::SpeechContent}, make<SpeechContentEditor>},
        {"segments", {JobKind::SpeechSegmentation}, make<SegmentEditor>},
        {"text-classification", {JobKind::TextClassification}, make<TextClassificationEditor>},
        {"image", {JobKind::ObjectDetection, JobKind::ImageSegmentation}, make<ImageEditor>},
        {"entities", {JobKind::NamedEntity, JobKind::TextTriplet}, make<EntityEditor>},
    };
    return all;
}

const EditorKind *editorFor(core::JobKind kind)
{
    for (const EditorKind &editor : allEditorKinds())
        if (std::ranges::find(editor.jobs, kind) != editor.jobs.end())
            return &editor;
    return nullptr;
}

}  // namespace widgets
