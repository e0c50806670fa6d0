#include "app/held_select.h"
#include "app/editor_host.h"
#include "widgets/editor_view.h"
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <algorithm>

namespace app {

HeldSelect::HeldSelect(EditorHost &editor, const QAction &action, QObject *window)
    : QObject(window),
      m_editor(editor),
      m_action(action)
{
}

void HeldSelect::hold()
{
    const auto *view = m_editor.view();
    if (!m_before.isEmpty() || !view || !m_editor.isDrawing() || view->inGesture() || view->tool() == "select")
        return;
    m_before = view->tool();
    m_released = false;
    m_editor.act("tool.select");
    qApp->installEventFilter(this);
}

bool HeldSelect::isRelease(const QEvent &event) const
{
    if (event.type() == QEvent::ApplicationDeactivate || event.type() == QEvent::WindowDeactivate)
        return true;
    if (event.type() != QEvent::KeyRelease)
        return false;
    const auto &released = static_cast<const QKeyEvent &>(event);
    const auto keys = m_action.shortcuts();
    return !released.isAutoRepeat() && std::ranges::any_of(keys, [&](const QKeySequence &key) {
        return !key.isEmpty() && key[0].key() == released.key();
    });
}

bool HeldSelect::eventFilter(QObject *, QEvent *event)
{
    m_released = m_released || isRelease(*event);
    const bool dropped = event->type() == QEvent::MouseButtonRelease || QGuiApplication::mouseButtons() == Qt::NoButton;
    if (m_released && dropped) {
        qApp->removeEventFilter(this);
        QMetaObject::invokeMethod(this, &HeldSelect::release, Qt::QueuedConnection);  // behind this event
    }
    return false;
}

void HeldSelect::release()
{
    const QByteArray before = std::exchange(m_before, {});
    if (const auto *view = m_editor.view(); view && view->tool() == "select")
        m_editor.act("tool." + before);
}

}  // namespace app
