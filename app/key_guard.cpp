#include "app/key_guard.h"
#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace app {

namespace {

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

// Keys without Ctrl, Alt or Meta write text or move in it.
bool isTyping(const QKeyEvent &key)
{
    const bool commands = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool function = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return !commands && !function && key.key() != Qt::Key_Escape;
}

bool isPress(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Space || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

// Keys that move through the lines of a box or along a slider.
bool isStep(const QKeyEvent &key)
{
    const bool plain = !(key.modifiers() & ~Qt::KeypadModifier);
    return plain && key.key() >= Qt::Key_Home && key.key() <= Qt::Key_PageDown;
}

}  // namespace

KeyGuard::KeyGuard(QObject *window) : QObject(window)
{
    qApp->installEventFilter(this);
}

bool KeyGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !watched->isWidgetType())
        return false;
    const auto *widget = static_cast<QWidget *>(watched);
    const auto &key = *static_cast<QKeyEvent *>(event);
    const bool pressable = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget);
    const bool steps = qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSlider *>(widget);
    const bool ours = (pressable && isPress(key)) || (steps && isStep(key));
    if ((isTextField(widget) && isTyping(key)) || (ours && widget->hasFocus())) {
        event->accept();
        return true;
    }
    return false;
}

}  // namespace app
