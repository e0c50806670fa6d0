// A fruit or an animal on a table, in varied light and surroundings.
#pragma once
#include "app/demo/paint_kit.h"

namespace app::demo {

inline constexpr const char *stillLifeLabels[]{"苹果", "香蕉", "orange", "葡萄", "cat", "兔子"};

// subject: an index into stillLifeLabels; -1: an empty table.
QImage paintStillLife(QSize size, int subject, std::uint32_t seed);

}  // namespace app::demo
