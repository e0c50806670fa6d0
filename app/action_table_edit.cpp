// Actions of the Edit and View menus.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec editTable[] = {
    edits({"edit.undo", QT_TRANSLATE_NOOP("app::Actions", "&Undo"), "undo-2", same("Ctrl+Z")}),
    edits({"edit.redo", QT_TRANSLATE_NOOP("app::Actions", "&Redo"), "redo-2", same("Ctrl+Shift+Z; Ctrl+Y")}),
    {"edit.copy", QT_TRANSLATE_NOOP("app::Actions", "&Copy objects"), "copy", same("Ctrl+C")},
    edits({"edit.paste", QT_TRANSLATE_NOOP("app::Actions", "&Paste objects"), "clipboard-paste", same("Ctrl+V")}),
    edits({"edit.paste-previous", QT_TRANSLATE_NOOP("app::Actions", "Paste all of the pre&vious sample"), "clipboard",
           same("Ctrl+Shift+V")}),
    edits({"edit.copy-to-next", QT_TRANSLATE_NOOP("app::Actions", "Copy to the ne&xt sample"), "copy",
           same("Ctrl+Shift+D")}),
    edits({"edit.duplicate", QT_TRANSLATE_NOOP("app::Actions", "&Duplicate"), "layers-2", same("Ctrl+D")}),
    edits({"edit.delete", QT_TRANSLATE_NOOP("app::Actions", "De&lete"), "trash-2", same("Del; Backspace")}),
    edits({"edit.delete-all", QT_TRANSLATE_NOOP("app::Actions", "Delete &all objects"), nullptr, same("Shift+Del")}),
    inEditor({"edit.select-all", QT_TRANSLATE_NOOP("app::Actions", "&Select all"), nullptr, same("Ctrl+A")}),
    {"edit.find",
     QT_TRANSLATE_NOOP("app::Actions", "&Filter samples"),
     "search",
     {"Ctrl+Shift+F; Ctrl+K", "Ctrl+Shift+F", "Ctrl+Shift+F"}},
};

constexpr ActionSpec viewTable[] = {
    checkable({"view.grid", QT_TRANSLATE_NOOP("app::Actions", "&Grid of samples"), "layout-grid", same("Ctrl+G")}),
    {"view.fit", QT_TRANSLATE_NOOP("app::Actions", "&Fit the window"), "maximize", same("Ctrl+F")},
    {"view.actual-size", QT_TRANSLATE_NOOP("app::Actions", "&Actual size"), "actual-size", same("Ctrl+=")},
    {"view.zoom-in", QT_TRANSLATE_NOOP("app::Actions", "Zoom &in"), "zoom-in", same("+; =")},
    {"view.zoom-out", QT_TRANSLATE_NOOP("app::Actions", "Zoom &out"), "zoom-out", same("-")},
    checkable({"view.hide-objects",
               QT_TRANSLATE_NOOP("app::Actions", "&Hide all objects"),
               "eye",
               {"Shift+H", "T", "Shift+H"}}),
    {"view.toggle-names", QT_TRANSLATE_NOOP("app::Actions", "Hide or show &names"), "type", same("Ctrl+T")},
    {"view.adjust", QT_TRANSLATE_NOOP("app::Actions", "&Brightness and contrast…"), "contrast", same("Ctrl+B")},
    {"view.hide-label", QT_TRANSLATE_NOOP("app::Actions", "Hide or show objects of the current &label"), "tag",
     same("Ctrl+H")},
    {"view.only-label", QT_TRANSLATE_NOOP("app::Actions", "Show only objects of the &current label"), "funnel",
     same("Ctrl+Shift+H")},
    {"view.mask-outlines", QT_TRANSLATE_NOOP("app::Actions", "&Outlines of masks only"), "square-dashed",
     same("Shift+O")},
    {"view.mask-overlaps", QT_TRANSLATE_NOOP("app::Actions", "Show where masks o&verlap"), "layers-2", noKey},
    {"view.mask-gaps", QT_TRANSLATE_NOOP("app::Actions", "Show where nothing is la&beled"), "circle-dashed", noKey},
    checkable({"view.full-screen", QT_TRANSLATE_NOOP("app::Actions", "Full &screen"), "fullscreen", same("F11")}),
};

}  // namespace

std::span<const ActionSpec> editActions()
{
    return editTable;
}

std::span<const ActionSpec> viewActions()
{
    return viewTable;
}

}  // namespace app
