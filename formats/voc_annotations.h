// Between VOC values and annotations, for every format that keeps its objects in VOC xml.
// Parts become the attribute "@parts", unknown elements "@x:NAME" (a JSON string), the unknown rest of the header the
// sample property "@voc". "@hidden" and "@locked" belong to the view and are not written.
#pragma once
#include "formats/voc_xml.h"
#include <unordered_map>

namespace formats {

using LabelNames = std::unordered_map<core::LabelId, std::string>;
LabelNames namesOf(std::span<const core::Label> labels);

AnnotationRecord toRecord(const VocObject &object);
// Empty: no label of that id, or a geometry VOC has no element for.
std::optional<VocObject> toObject(const core::Annotation &annotation, const LabelNames &names);

// Size and header into the sample's media and property, and back. Objects are not touched by the first.
void keepHeader(const VocFile &file, core::Sample &sample);
VocFile toVoc(const core::SampleContent &content, const LabelNames &names, std::string fileName);

bool isVocHeader(const std::string &property);  // a sample's property that is the header and no more

// What writeVoc(toVoc()) cannot give back: "rotation" (a turned box comes back as the polygon of its corners), "holes"
// (the outline stays), "shape" (left out), "dashed" (a dashed path of more than two points is drawn through),
// "no-label", "confidence", "attributes", "unknown-keys", "to-confirm".
std::vector<std::string> vocLosses(const core::SampleContent &content);

std::string partsJson(const std::vector<VocObject> &parts);
std::optional<std::vector<VocObject>> partsFromJson(std::string_view json);

}  // namespace formats
