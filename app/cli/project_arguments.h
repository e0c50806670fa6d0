// What several commands read from their arguments: the project, the job, path maps, options of a format.
#pragma once
#include "app/cli/command.h"
#include "core/media_location.h"
#include "core/project.h"
#include "formats/format.h"
#include <QCoreApplication>

namespace app::cli {

inline constexpr const char *projectHelp = QT_TRANSLATE_NOOP("cli", "the project file, NAME.labelwright");
inline constexpr const char *jobHelp = QT_TRANSLATE_NOOP("cli", "the labelling job; without it, the first");
inline constexpr const char *jsonHelp = QT_TRANSLATE_NOOP("cli", "prints JSON");

struct OpenedProject {
    std::unique_ptr<core::Project> project;
    core::Job job;
};

// Edit: a project that cannot be written is Code::ReadOnly, with who holds it.
core::Result<OpenedProject> openProject(const Arguments &arguments, core::OpenMode mode);
std::filesystem::path folderOf(const core::Project &project);

core::Result<const formats::Format *> formatArgument(const Arguments &arguments,
                                                     const char *option);  // null: not given
core::Result<std::vector<core::PathMap>> mapArguments(const Arguments &arguments);
enum class Way { Reading, Writing };
// --opt key=value, each a known option of the format with one of its values. format null: any key.
core::Result<formats::Options> optArguments(const Arguments &arguments, const formats::Format *format, Way way,
                                            const char *option = "opt");
core::Result<core::Filter> queryArgument(const Arguments &arguments);
core::Result<core::JobKind> kindArgument(const Arguments &arguments);

// Path maps of the project's own settings.
std::vector<core::PathMap> pathMaps(const core::Reader &reader);

}  // namespace app::cli
