#include "widgets/image/mask_acts.h"

namespace widgets {

using namespace core;

QList<QByteArray> maskActs()
{
    return {"mask.fill-holes",  "mask.drop-specks", "mask.smooth",
            "mask.grow",        "mask.shrink",      "",
            "mask.merge",       "mask.split",       "",
            "mask.to-polygons", "mask.from-shapes"};
}

std::optional<Edit> maskEdit(const QByteArray &id, const MaskCanvas &canvas, std::span<const AnnotationId> selected,
                             const MaskOptions &options)
{
    if (id == "mask.fill-holes")
        return fillHoles(canvas, selected);
    if (id == "mask.drop-specks")
        return dropSpecks(canvas, selected, options.specks);
    if (id == "mask.smooth")
        return smoothMask(canvas, selected, options.radius);
    if (id == "mask.grow")
        return growMask(canvas, selected, options.radius);
    if (id == "mask.shrink")
        return growMask(canvas, selected, -options.radius);
    if (id == "mask.merge")
        return mergeMasks(canvas, selected);
    if (id == "mask.split")
        return splitMask(canvas, selected);
    return std::nullopt;
}

std::optional<Conversion> maskConversion(const QByteArray &id, const MaskCanvas &canvas,
                                         std::span<const AnnotationId> selected, double tolerance)
{
    if (id == "mask.to-polygons")
        return masksToPolygons(canvas, selected, tolerance);
    if (id == "mask.from-shapes")
        return polygonsToMasks(canvas, selected);
    return std::nullopt;
}

}  // namespace widgets
