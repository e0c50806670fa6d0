// The VOC xml dialect of ModelArts as values: one file per image, exactly one position element per object and part.
// Elements nobody knows survive: their text, or their raw xml when it is more than text (then it starts with '<').
#pragma once
#include "formats/format.h"

namespace formats {

inline constexpr std::string_view MaskMark = "@labelwright:mask";

struct VocObject {
    std::string name;
    std::string pose;  // empty: absent or "Unspecified"
    bool truncated = false, occluded = false, difficult = false;
    std::optional<double> hardCoefficient, confidence;  // 0…1
    core::Attributes attributes;                        // `properties`, either encoding
    core::Geometry geometry;                            // Box, Polygon, Polyline, Circle or Point
    std::optional<core::Rgb> maskColor;
    std::string maskMark;  // of ours, the property MaskMark: it is a mask, see segmentation_xml.h
    std::vector<VocObject> parts;
    core::Attributes unknown;
    bool operator==(const VocObject &) const = default;
};

struct VocFile {
    std::string folder, filename;
    core::Attributes source;               // children of `source` by name: database, annotation, image
    int width = 0, height = 0, depth = 0;  // 0: the file does not say
    bool segmented = false;
    std::string maskSource;
    std::vector<VocObject> objects;
    std::vector<int> numbers;  // of the objects as they stand in the file read, where some were refused
    core::Attributes unknown;
    bool operator==(const VocFile &) const = default;
};

// Returns false when reading must stop.
using IssueReport = std::function<bool(Issue)>;

// A bad object is reported and left out, the rest is read; whether that is enough is the caller's decision. An Error
// means the file as a whole: not xml, no `annotation`, an empty header element, a DOCTYPE, over the size limit.
// Fields read "object[2].bndbox.xmin", "size.width", "object[0].part[1].name".
core::Result<VocFile> readVoc(std::string_view bytes, const std::string &fileName, const IssueReport &report);

// Integers plainly, other numbers with the digits that read back as the same double; polygons open, closed when
// `segmented`. What VOC cannot hold is left out: see vocLosses in voc_annotations.h.
std::string writeVoc(const VocFile &file);

}  // namespace formats
