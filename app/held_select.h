// A key that selects while it is held: pressed it arms the select tool, released it goes back to drawing.
#pragma once
#include <QByteArray>
#include <QObject>

class QAction;

namespace app {

class EditorHost;

class HeldSelect : public QObject {
    Q_OBJECT
public:
    HeldSelect(EditorHost &editor, const QAction &action, QObject *window);  // action: its keys are those that are held

    void hold();  // the key was pressed; again while it is held: nothing

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isRelease(const QEvent &event) const;
    void release();

    EditorHost &m_editor;
    const QAction &m_action;
    QByteArray m_before;      // the tool to go back to; empty: the key is not held
    bool m_released = false;  // but a mouse button is still down: back when the drag has ended
};

}  // namespace app
