// Detection: the objects of a VOC xml together with what the manifest line says of them, both ways.
#pragma once
#include "formats/modelarts_manifest_text.h"
#include "formats/voc_annotations.h"

namespace formats::manifest {

// The annotations of an entry from its xml; size and header go into `sample`. Faults go to `report`; an unreadable
// xml is one and gives none.
std::vector<AnnotationRecord> readObjects(const AnnotationEntry &entry, const Surroundings &around,
                                          const core::Location &line, SampleRecord &sample, const IssueReport &report);

struct Objects {
    VocFile file;
    std::string members;  // of the annotation object in the line, without type and location
};
Objects toObjects(const core::SampleContent &content, const LabelNames &names);  // no objects: nothing to write
std::vector<std::string> objectLosses(const core::SampleContent &content);

}  // namespace formats::manifest
