#include "formats/class_values.h"
#include <algorithm>
#include <set>

namespace formats {

std::vector<ClassValue> classValues(std::span<const core::Label> labels)
{
    std::vector<ClassValue> out;
    std::set<int> taken;
    for (const core::Label &label : labels)
        out.push_back(
            {label.id, label.name, label.rgb, label.gray > 0 && taken.insert(label.gray).second ? label.gray : 0});
    int next = 1;
    for (ClassValue &one : out) {
        if (one.value > 0)
            continue;
        while (!taken.insert(next).second)
            ++next;
        one.value = next;
    }
    return out;
}

const ClassValue *valueOf(std::span<const ClassValue> classes, core::LabelId label)
{
    const auto at = std::ranges::find(classes, label, &ClassValue::label);
    return at == classes.end() ? nullptr : &*at;
}

std::vector<core::Rgb> paletteOf(std::span<const ClassValue> classes)
{
    std::vector<core::Rgb> palette(256, 0);
    for (const ClassValue &one : classes)
        if (one.value < 256)
            palette[std::size_t(one.value)] = one.rgb;
    return palette;
}

}  // namespace formats
