// The edits behind the action ids of masks, and which of them there are.
#pragma once
#include "core/mask_edits.h"
#include "widgets/image/mask_options.h"
#include <QList>

namespace widgets {

QList<QByteArray> maskActs();  // as menus list them; empty ids separate

// "mask.fill-holes", "mask.drop-specks", "mask.smooth", "mask.grow", "mask.shrink", "mask.merge", "mask.split".
// Empty: no such id. Without changes: nothing to do.
std::optional<core::Edit> maskEdit(const QByteArray &id, const core::MaskCanvas &canvas,
                                   std::span<const core::AnnotationId> selected, const MaskOptions &options);

// The conversions, "mask.to-polygons" and "mask.from-shapes": asked about first, for they lose.
std::optional<core::Conversion> maskConversion(const QByteArray &id, const core::MaskCanvas &canvas,
                                               std::span<const core::AnnotationId> selected, double tolerance);

}  // namespace widgets
