// The plain annotations as one cached image. Panning moves it, zooming scales it until the fresh one is ready, which is
// painted in slices; a change repaints its rectangle.
#pragma once
#include "core/spatial_index.h"
#include "widgets/annotation_painter.h"
#include <QImage>
#include <chrono>

namespace widgets {

class AnnotationLayer {
public:
    AnnotationLayer(const core::SpatialIndex &index, AnnotationPainter &painter) : m_index(index), m_painter(painter) {}

    void reset();                                          // nothing painted so far is right
    void change(std::span<const core::Rect> stale);        // in the scene: what was or is there
    void setLeftOut(std::vector<core::AnnotationId> ids);  // painted live instead
    void setShown(bool objects, bool names);
    bool showsObjects() const { return m_objects; }
    bool showsNames() const { return m_names; }

    // Goes on painting for about `budget`. True: there is more to do.
    bool work(const View &view, QSize viewport, double ratio, std::chrono::microseconds budget);
    void paint(QPainter &painter, const View &view) const;
    void paintTags(QPainter &painter, const View &view) const;

private:
    struct Sheet {
        QImage image;
        View view;    // of the image's own pixels, before the device ratio
        QSizeF size;  // logical
        double ratio = 1;
        bool smooth = false, stale = false;
    };
    struct Tag {
        core::AnnotationId id;
        core::Point anchor;  // the bounds' top left in the scene
        QPointF offset;
        QPixmap pixmap;
    };
    bool fits(const Sheet &sheet, const View &view, QSize viewport, double ratio, double spare) const;
    void begin(const View &view, QSize viewport, double ratio);
    bool slice(std::chrono::microseconds budget);
    void repaint(Sheet &sheet, const core::Rect &scene);
    void preparePainter(QPainter &painter, const Sheet &sheet);
    bool isLeftOut(core::AnnotationId id) const;
    void placeTags();

    const core::SpatialIndex &m_index;
    AnnotationPainter &m_painter;
    Sheet m_sheet, m_fresh;
    std::vector<core::AnnotationPtr> m_todo;
    std::size_t m_next = 0;
    bool m_building = false, m_tagsDue = false, m_objects = true, m_names = true;
    std::vector<core::AnnotationId> m_leftOut;  // sorted
    std::vector<Tag> m_tags;
};

}  // namespace widgets
