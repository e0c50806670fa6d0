// The colour of a label as a small picture, for lists, menus and choices.
#pragma once
#include "core/rows.h"
#include <QIcon>

class QComboBox;

namespace widgets {

QIcon swatch(core::Rgb rgb);
void addLabel(QComboBox &box, const core::Label &label);  // its id is the data: idIn()
core::LabelId idIn(const QComboBox &box, int index);      // 0: there is none

}  // namespace widgets
