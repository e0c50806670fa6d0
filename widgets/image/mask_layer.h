// All masks of a picture, painted from tiles of object numbers through a palette. A colour, an object or a class that
// is hidden or brought out changes the palette; a stroke changes the tiles it touched.
#pragma once
#include "core/mask_tiles.h"
#include "widgets/annotation_painter.h"
#include "widgets/image/view_sheet.h"
#include <set>

namespace widgets {

struct MaskLook {
    int opacity = 45;       // percent, of the fill
    bool outlines = false;  // the edge alone
    bool overlaps = false;  // mark where several lie
    bool gaps = false;      // mark where nothing lies
    bool operator==(const MaskLook &) const = default;
};

class MaskLayer {
public:
    MaskLayer(const core::SpatialIndex &index, const AnnotationPainter &painter) : m_tiles(index), m_painter(painter) {}

    void forget();  // another picture
    // The index was brought up to date. Returns what is to be painted again, in the scene.
    std::vector<core::Rect> show(std::span<const core::AnnotationPtr> annotations);
    void setLabelsChanged() { m_paletteDue = true; }
    void setLook(const MaskLook &look);
    const MaskLook &look() const { return m_look; }
    // Both are not shown; neither do they hide what lies below.
    std::vector<core::Rect> setLeftOut(std::vector<core::AnnotationId> ids);
    std::vector<core::Rect> setHiddenLabels(std::set<core::LabelId> labels);
    void setScene(QSizeF size);

    bool isEmpty() const { return m_tiles.numbers() <= 1 && !m_look.gaps; }
    bool work(const View &view, QSize viewport, double ratio, ViewSheet::Moment until);  // true: there is more to do
    void paint(QPainter &painter) const;

private:
    struct Ink {
        core::AnnotationId object;
        QRgb fill = 0, edge = 0;  // premultiplied
        bool dotted = false;      // the edge of a proposal
        bool operator==(const Ink &) const = default;
    };
    class Part;
    std::vector<core::Rect> showAgain();
    bool isSunken(const core::Annotation &annotation) const;
    void fillPalette();
    void paintPart(QImage &image, const QRect &part, const View &view);

    core::MaskTiles m_tiles;
    const AnnotationPainter &m_painter;
    ViewSheet m_sheet{QImage::Format_ARGB32_Premultiplied};
    std::vector<core::AnnotationPtr> m_shown;   // the masks
    std::vector<core::AnnotationId> m_leftOut;  // sorted
    std::set<core::LabelId> m_hiddenLabels;
    MaskLook m_look;
    std::vector<Ink> m_palette;
    bool m_paletteDue = true;
    QSizeF m_scene;
};

}  // namespace widgets
