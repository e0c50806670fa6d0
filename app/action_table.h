// The parts of the table of actions, one function for each group, and words to write a row with. A new group is one
// function here and one line in action_table.cpp.
#pragma once
#include "app/actions.h"

namespace app {

std::span<const ActionSpec> projectActions();
std::span<const ActionSpec> editActions();
std::span<const ActionSpec> sampleActions();
std::span<const ActionSpec> toolActions();
std::span<const ActionSpec> labelActions();
std::span<const ActionSpec> objectActions();
std::span<const ActionSpec> brushActions();
std::span<const ActionSpec> maskActions();
std::span<const ActionSpec> textActions();
std::span<const ActionSpec> passageActions();
std::span<const ActionSpec> soundActions();
std::span<const ActionSpec> segmentActions();
std::span<const ActionSpec> viewActions();
std::span<const ActionSpec> qualityActions();
std::span<const ActionSpec> helpActions();

// Keys in the order of KeyProfile: Desktop (labelImg and labelme habits), CVAT, ModelArts.
using ProfileKeys = std::array<const char *, 3>;
constexpr ProfileKeys noKey{"", "", ""};

constexpr ProfileKeys same(const char *keys)
{
    return {keys, keys, keys};
}

constexpr ActionSpec edits(ActionSpec spec)
{
    spec.edits = true;
    return spec;
}

constexpr ActionSpec checkable(ActionSpec spec)
{
    spec.checkable = true;
    return spec;
}

constexpr ActionSpec inEditor(ActionSpec spec)
{
    spec.reach = Reach::Editor;
    return spec;
}

}  // namespace app
