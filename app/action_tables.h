// The parts the table of actions is made of.
#pragma once
#include "app/actions.h"

namespace app {

std::span<const ActionSpec> editorActions();  // tools, labels, objects, masks

}  // namespace app
