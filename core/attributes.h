// Named values an annotation carries beside its geometry.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

// Sorted by name, names unique. A name without '@' is the user's own (the label says which there are).
// Built-in names start with '@' (below). "@x:NAME" keeps the JSON text of a key some format has and we do not know,
// so that it survives import and export.
using Attributes = std::vector<std::pair<std::string, std::string>>;

namespace builtin {
inline constexpr std::string_view Truncated = "@truncated";               // "1"
inline constexpr std::string_view Occluded = "@occluded";                 // "1"
inline constexpr std::string_view Difficult = "@difficult";               // "1": hard, of one object
inline constexpr std::string_view HardCoefficient = "@hard-coefficient";  // decimal 0…1, of one annotation
inline constexpr std::string_view Pose = "@pose";                         // free text of VOC xml
inline constexpr std::string_view Parts = "@parts";                       // JSON array: parts of a VOC object
inline constexpr std::string_view Hidden = "@hidden";                     // "1": not drawn
inline constexpr std::string_view Locked = "@locked";                     // "1": tools do not grab it
inline constexpr std::string_view Content = "@content";                   // what is said, of a clip or a segment
inline constexpr std::string_view Speaker = "@speaker";                   // who says it
inline constexpr std::string_view LowHertz = "@low-hz";                   // decimal: a segment's band of frequencies
inline constexpr std::string_view HighHertz = "@high-hz";                 // decimal
inline constexpr std::string_view UnknownPrefix = "@x:";
}  // namespace builtin

const std::string *valueOf(const Attributes &attributes, std::string_view name);
bool isSet(const Attributes &attributes, std::string_view name);  // present and "1"
void set(Attributes &attributes, std::string_view name, std::string value);
void unset(Attributes &attributes, std::string_view name);

// One compact JSON object of strings, keys sorted; "{}" when empty. parse keeps non-string values as JSON text.
std::string toJson(const Attributes &attributes);
std::optional<Attributes> attributesFromJson(std::string_view json);

}  // namespace core
