// The menu bar and the toolbar, from the table of actions.
#pragma once
#include "core/rows.h"
#include <QByteArray>
#include <QList>

class QAction;
class QMainWindow;
class QToolBar;

namespace widgets {
class EditorView;
}

namespace app {

class Actions;

// Anew: call again after the language or the kind of job changed. `panels`: the toggles of the docks.
void fillMenus(QMainWindow &window, const Actions &actions, const widgets::EditorView *editor, core::JobKind kind,
               const QList<QAction *> &panels);
void fillToolBar(QToolBar &bar, const Actions &actions, const widgets::EditorView *editor, core::JobKind kind);

}  // namespace app
