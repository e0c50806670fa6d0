// A geometry as the bytes of annotation.geometry. The kind is stored beside it (annotation.kind, the variant's index).
#pragma once
#include "core/geometry.h"
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

std::string encodeGeometry(const Geometry &geometry);
// Bit-exact; empty when the bytes are not what encodeGeometry writes for that kind.
std::optional<Geometry> decodeGeometry(std::int64_t kind, std::string_view bytes);
// No NaN and no infinity: a row with them would never equal itself.
bool isFinite(const Geometry &geometry);

}  // namespace core::store
