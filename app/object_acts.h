// What the keys for objects do: copy, paste, duplicate, delete, step from one to the next. The
// editor knows the others.
#pragma once
#include "app/session.h"

namespace app {

class EditorHost;
class Labelling;

class ObjectActs : public QObject {
    Q_OBJECT
public:
    // before: the sample that stands before the current one in the list; 0: none.
    using Neighbour = std::function<core::SampleId(int by)>;  // of the current sample; 0: none
    ObjectActs(Session &session, EditorHost &editor, Neighbour neighbour, QObject *parent = nullptr);

    bool act(const QByteArray &id);  // edit.copy …, object.next …; false: not mine
    // Acts that entities of a text have no use for: they do not leave their text and have no drawing order.
    static QList<QByteArray> acrossSamples();

signals:
    void told(const QString &note);

private:
    void copy();
    void copyText();
    void paste();
    void pastePrevious();
    void copyToNext();
    void duplicate();
    void remove(bool all);
    void step(int by);
    void place(std::span<const core::AnnotationPtr> objects, core::Point offset);
    std::vector<core::AnnotationId> selected() const;
    std::vector<core::AnnotationPtr> selectedObjects() const;

    Session &m_session;
    EditorHost &m_editor;
    Neighbour m_neighbour;
    std::vector<core::AnnotationPtr> m_copied;
    core::SampleId m_copiedFrom;
};

// The objects as one goes through them with Tab: proposals first, the least certain first, then by drawing order;
// entities as they stand in the text, segments as they follow each other.
std::vector<core::AnnotationId> tabOrder(const core::SampleContent &content);

}  // namespace app
