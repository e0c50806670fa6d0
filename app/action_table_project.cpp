// Actions on the project, on its quality, and help.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec projectTable[] = {
    {"project.new", QT_TRANSLATE_NOOP("app::Actions", "&New project…"), "file-plus", same("Ctrl+N")},
    {"project.open", QT_TRANSLATE_NOOP("app::Actions", "&Open project…"), "folder-open", same("Ctrl+O")},
    edits({"project.import", QT_TRANSLATE_NOOP("app::Actions", "&Import…"), "file-input", same("Ctrl+I")}),
    {"project.export", QT_TRANSLATE_NOOP("app::Actions", "&Export…"), "file-output", same("Ctrl+E")},
    edits({"project.publish", QT_TRANSLATE_NOOP("app::Actions", "&Publish version…"), "package", noKey}),
    {"project.jobs", QT_TRANSLATE_NOOP("app::Actions", "Labeling &jobs…"), "briefcase", noKey},
    edits({"project.relink", QT_TRANSLATE_NOOP("app::Actions", "&Find missing media…"), "link", noKey}),
    {"project.close", QT_TRANSLATE_NOOP("app::Actions", "&Close project"), "x", same("Ctrl+W")},
    {"project.settings", QT_TRANSLATE_NOOP("app::Actions", "&Settings…"), "settings", same("Ctrl+,")},
    {"project.quit", QT_TRANSLATE_NOOP("app::Actions", "&Quit"), "log-out", same("Ctrl+Q")},
};

constexpr ActionSpec qualityTable[] = {
    {"quality.statistics", QT_TRANSLATE_NOOP("app::Actions", "&Statistics…"), "chart-bar", noKey},
    {"quality.check", QT_TRANSLATE_NOOP("app::Actions", "&Check the project file"), "shield-check", noKey},
    {"quality.hard", QT_TRANSLATE_NOOP("app::Actions", "Show &hard examples"), "flag", noKey},
    {"quality.missing", QT_TRANSLATE_NOOP("app::Actions", "Show samples with &missing media"), "image-off", noKey},
    {"quality.doubtful", QT_TRANSLATE_NOOP("app::Actions", "Show &doubtful machine labels"), "sparkles", noKey},
};

constexpr ActionSpec helpTable[] = {
    {"help.keys", QT_TRANSLATE_NOOP("app::Actions", "&Keys…"), "keyboard", same("F1")},
    {"help.about", QT_TRANSLATE_NOOP("app::Actions", "&About Labelwright"), "info", noKey},
};

}  // namespace

std::span<const ActionSpec> projectActions()
{
    return projectTable;
}

std::span<const ActionSpec> qualityActions()
{
    return qualityTable;
}

std::span<const ActionSpec> helpActions()
{
    return helpTable;
}

}  // namespace app
