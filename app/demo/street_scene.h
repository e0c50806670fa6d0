// Street scenes in one-point perspective, at any hour, with the true boxes of what is on them.
#pragma once
#include "app/demo/paint_kit.h"
#include "core/mask_runs.h"
#include <QPolygonF>
#include <QString>

namespace app::demo {

enum class Hour { Morning, Noon, Overcast, Dusk, Night };

struct PaintedThing {
    const char *label;  // one of streetLabels
    QRectF box;         // pixels, inside the picture
    bool truncated = false, occluded = false;
    QString color;        // of vehicles
    QPolygonF outline;    // where a box would say too little: of crossings
    bool hidden = false;  // too little of it is seen for a box
    core::MaskRuns mask;  // the pixels of it that can be seen; empty where there is an outline
};
inline constexpr const char *streetLabels[]{"汽车", "公交车", "行人", "bicycle", "traffic_light", "树", "斑马线"};

struct PaintedScene {
    QImage image;
    std::vector<PaintedThing> things;  // far ones first
};

// populated: false leaves the street without anything that has a label.
PaintedScene paintStreet(QSize size, Hour hour, bool populated, std::uint32_t seed);

}  // namespace app::demo
