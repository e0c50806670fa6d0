// Segmentation: the objects of a VOC xml together with the picture of classes it names, both ways.
//
// A polygon object stands in the xml, closed; the picture shows it filled with its outline. A mask stands in the
// picture; the xml has the outline of its largest island, for others to see, and the property "@labelwright:mask", by
// which we know it again: "VALUE X,Y X,Y …", its value in the picture and one pixel of each of its islands. So holes
// and islands come back to the pixel. Objects of one label that touch cannot be told apart in a picture of classes:
// then each island is cut along the outlines.
#pragma once
#include "formats/class_values.h"
#include "formats/mask_rows.h"
#include "formats/voc_annotations.h"

namespace formats {

OptionSpec masksOption();  // "masks": marked (those of ours), all (every object, from the picture), none

struct SegmentationFiles {
    VocFile xml;                       // without maskSource
    std::string png;                   // empty: no object has pixels
    std::vector<std::size_t> written;  // for each object of the xml: which annotation it is
};
// Unsupported: a label whose value is over 255 is used.
core::Result<SegmentationFiles> toSegmentation(const core::SampleContent &content, std::span<const ClassValue> classes,
                                               std::pair<int, int> size, std::string fileName);

struct SegmentationRead {
    std::vector<LabelRecord> labels;                       // colours and values the files show
    std::vector<std::optional<AnnotationRecord>> objects;  // for each of the xml; empty: refused
};
// Takes the mask source and the flag of segmentation from `file`. Faults go to `report`. A picture that cannot be used
// is one; masks are then taken from their outlines.
SegmentationRead readSegmentation(VocFile &file, const std::filesystem::path &xml, const Surroundings &around,
                                  const IssueReport &report);

// As vocLosses, and: "outline" (a rectangle or circle becomes a polygon), "mask-holes" and "mask-islands" (only the
// picture has them), "touching" (with another of the label: pixels may change hands), "covered" (what another lies over
// is lost), "outside".
std::vector<std::string> segmentationLosses(const core::SampleContent &content);

LabelNames namesOf(std::span<const ClassValue> classes);
core::Ring pixelOutline(const core::MaskRuns &runs);  // of the largest island; the coordinates name its edge pixels

}  // namespace formats
