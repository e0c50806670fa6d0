// One function per sub-command; command_line.cpp lists them.
#pragma once
#include "app/cli/command.h"

namespace app::cli {

Command checkCommand();
Command convertCommand();
Command demoCommand();
Command exportCommand();
Command formatsCommand();
Command importCommand();
Command listCommand();
Command newCommand();
Command publishCommand();
Command statsCommand();

}  // namespace app::cli
