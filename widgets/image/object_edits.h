// The edits behind the action ids of the image editor: pure functions from what is shown and selected.
#pragma once
#include "core/labelling.h"
#include <QByteArray>
#include <optional>

namespace widgets {

// "object.nudge-left" (by a pixel), "object.nudge-left-fast" (by ten), "object.edge-left" (the right edge of boxes goes
// left; edge-up: the bottom edge goes up), "object.front", "object.hide" … Empty: no such id. Without changes: nothing
// to do.
std::optional<core::Edit> objectEdit(const QByteArray &id, const core::SampleContent &content,
                                     std::span<const core::AnnotationId> selected);

}  // namespace widgets
