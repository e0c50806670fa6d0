// Where the program starts: sub-commands run without a window, anything else is for the window.
#pragma once
#include "app/cli/command.h"
#include <span>

namespace app::cli {

std::span<const Command> allCommands();
Command windowCommand();  // labelwright [PROJECT] and its options

bool isCommand(const QString &word);  // also "--help" and "--version"
// Needs a QCoreApplication and no display. words: without the program's name.
int runCommand(const QStringList &words);
// Starts the window or renders it. Needs a QApplication.
int runWindowCommand(const QStringList &words);

}  // namespace app::cli
