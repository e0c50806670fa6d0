// Shapes of COCO: boxes, rings and run lengths, both ways.
#pragma once
#include "formats/coco.h"

namespace formats::coco {

struct ImageSize {
    int width = 0, height = 0;  // 0: not known
};

struct ShapeOptions {
    bool boxesOnly = false;   // the box, where there is one, also of an object with a segmentation
    bool splitParts = false;  // a polygon of several parts becomes one object each, not one mask
};
ShapeOptions shapeOptions(const Options &options);

struct Shapes {
    std::vector<core::Geometry> geometries;
    bool wasMultipart = false;  // polygons of several parts, now one mask
    bool isTurned = false;      // the rotation went into the box
};
// The Error has a field below the annotation.
core::Result<Shapes> shapesOf(const Object &object, ImageSize size, const ShapeOptions &options);

// Appends "bbox":…,"area":…,"segmentation":… without a comma behind. False: a shape COCO has nothing for.
bool appendShape(std::string &out, const core::Geometry &geometry, ImageSize size, bool compressed);
// "shape": left out; "outline": a circle becomes a polygon; "mask-raster": a polygon with holes becomes a mask;
// "outside": what of a mask lies outside the image is cut.
void addShapeLoss(std::vector<std::string> &losses, const core::Geometry &geometry, const core::MediaInfo &media);

}  // namespace formats::coco
