// What a sample or an annotation has beyond a foreign format: members "@labelwright:…" of its JSON, which other
// programs pass over, written when there is something to say.
#pragma once
#include "formats/format.h"
#include "formats/json_line.h"
#include "formats/media_name.h"

namespace formats {

// Usage, state, note and the like. Each member with a comma in front.
void appendOwnSample(std::string &out, const core::SampleContent &content, bool withNote = true);
// False: none of these keys, and nothing was read.
bool takeOwnSample(JsonLine &line, std::string_view name, JsonLine::Value &value, SampleRecord &record);
bool isOwnSampleKey(std::string_view name);

// Where a text is from, so that the next import meets it again: "@labelwright:source", and the outer id where that does
// not say it.
inline constexpr std::string_view sourceKey = "@labelwright:source", idKey = "@labelwright:id";
struct Origin {
    std::string source, id;
};
void appendOrigin(std::string &out, const core::Sample &sample, const MediaNaming &naming, const Surroundings &around);
bool takeOrigin(JsonLine &line, std::string_view name, JsonLine::Value &value, Origin &origin);
// Uri and outer id; those of `own` (the id) where the file does not say.
void setOrigin(core::Sample &sample, const Origin &origin, const std::string &own, const std::filesystem::path &folder);

// Author, time, that it is proposed; and the attributes that are given, members of one object.
void appendOwnAnnotation(std::string &out, const core::Annotation &annotation, std::string_view attributes);
bool takeOwnAnnotation(JsonLine &line, std::string_view name, JsonLine::Value &value, AnnotationRecord &record);

void addMember(std::string &object, std::string_view key, std::string_view json);  // before its closing brace
// A member with a comma in front.
void appendMember(std::string &out, std::string_view key, std::string_view value);
// What another program stored may not be JSON: then it is taken as the text it is.
void appendRawMember(std::string &out, std::string_view key, std::string_view json);

}  // namespace formats
