// Detection and segmentation: the objects of a VOC xml together with what the manifest line says of them, both ways.
#pragma once
#include "formats/modelarts_manifest_text.h"
#include "formats/segmentation_xml.h"

namespace formats::manifest {

struct ObjectsRead {
    std::vector<LabelRecord> labels;
    std::vector<AnnotationRecord> annotations;
};
// The annotations of an entry from its xml; size and header go into `sample`. Faults go to `report`; an unreadable
// xml is one and gives none.
ObjectsRead readObjects(const AnnotationEntry &entry, const Surroundings &around, const core::Location &line,
                        SampleRecord &sample, const IssueReport &report);

struct Objects {
    VocFile file;
    std::string members;  // of the annotation object in the line, without type and location
    std::string png;      // segmentation
};
// No objects: nothing to write. The size is for segmentation; 0: not known.
core::Result<Objects> toObjects(const core::SampleContent &content, core::JobKind kind,
                                std::span<const ClassValue> classes, std::pair<int, int> size);
std::vector<std::string> objectLosses(const core::SampleContent &content, core::JobKind kind);

}  // namespace formats::manifest
