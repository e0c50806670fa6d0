// What a job's options (a JSON object) say.
#pragma once
#include "core/rows.h"

namespace core {

bool allowsManyLabels(const Job &job);  // "multi_label": a sample may have several labels
bool isExclusive(const Job &job);       // "exclusive": masks do not overlap, painting takes the pixels from the others
Job withExclusive(Job job, bool exclusive);  // the other options stay

}  // namespace core
