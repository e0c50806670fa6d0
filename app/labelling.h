// What label keys and the keys of a sample's state do: to the sample in the editor, or to all that are selected in the
// grid, in one undo step.
#pragma once
#include "app/session.h"
#include "core/text/text_edits.h"

namespace app {

class EditorHost;
class Navigation;

class Labelling : public QObject {
    Q_OBJECT
public:
    // chosen: the samples selected in the grid; empty while the editor is in sight.
    using Chosen = std::function<QList<core::SampleId>()>;
    Labelling(Session &session, EditorHost &editor, Navigation &navigation, Chosen chosen, QObject *parent = nullptr);

    bool act(const QByteArray &id);  // label.1 …, sample.done-next …; false: not mine
    void useLabel(core::LabelId label);
    void relabel(const QList<core::AnnotationId> &objects, core::LabelId label);
    void apply(const core::TextAct &act);  // a refusal is told

signals:
    void told(const QString &note);  // why nothing happened

private:
    void labelChosen(const QList<core::SampleId> &samples, core::LabelId label);
    std::vector<std::size_t> numbered(const std::vector<core::Label> &labels) const;  // indexes by digit
    void labelSample(core::LabelId label);
    void done();
    void empty();
    void toggleHard();
    void unlabel();
    void confirm();
    std::vector<core::SampleContent> targets() const;

    Session &m_session;
    EditorHost &m_editor;
    Navigation &m_navigation;
    Chosen m_chosen;
};

}  // namespace app
