// The plain annotations as one cached image. Panning moves it, zooming scales it until the fresh one is ready, which is
// painted in slices; a change repaints its rectangle.
#pragma once
#include "core/spatial_index.h"
#include "widgets/annotation_painter.h"
#include <QImage>
#include <chrono>
#include <set>

namespace widgets {

class AnnotationLayer {
public:
    AnnotationLayer(const core::SpatialIndex &index, AnnotationPainter &painter) : m_index(index), m_painter(painter) {}

    void reset();                                          // nothing painted so far is right
    void change(std::span<const core::Rect> stale);        // in the scene: what was or is there
    void setLeftOut(std::vector<core::AnnotationId> ids);  // painted live instead
    void setHiddenLabels(std::set<core::LabelId> labels);  // their objects are not shown
    void setShown(bool objects, bool names);
    bool showsObjects() const { return m_objects; }
    bool showsNames() const { return m_names; }

    // Goes on painting until about then. True: there is more to do.
    using Moment = std::chrono::steady_clock::time_point;
    bool work(const View &view, QSize viewport, double ratio, Moment until);
    void paint(QPainter &painter, const View &view) const;
    void paintTags(QPainter &painter, const View &view) const;

private:
    struct Sheet {
        QImage image;
        View view;    // of the image's own pixels, before the device ratio
        QSizeF size;  // logical
        double ratio = 1;
        bool smooth = false, stale = false;
        bool blank = false;  // nothing is on it, and the image is not cleared yet
    };
    struct Tag {
        core::AnnotationId id;
        core::Point anchor;  // the bounds' top left in the scene
        QPointF offset;
        QPixmap pixmap;
    };
    bool fits(const Sheet &sheet, const View &view, QSize viewport, double ratio, double spare) const;
    void begin(const View &view, QSize viewport, double ratio);
    bool slice(Moment until);
    void repaint(Sheet &sheet, const core::Rect &scene);
    void preparePainter(QPainter &painter, const Sheet &sheet);
    bool isLeftOut(core::AnnotationId id) const;
    bool isShown(const core::Annotation &annotation) const;
    static void clear(Sheet &sheet);
    void placeTags();

    const core::SpatialIndex &m_index;
    AnnotationPainter &m_painter;
    Sheet m_sheet, m_fresh;
    std::vector<core::AnnotationPtr> m_todo;
    std::size_t m_next = 0;
    bool m_building = false, m_tagsDue = false, m_objects = true, m_names = true;
    bool m_putOff = false;
    std::vector<core::AnnotationId> m_leftOut;  // sorted
    std::set<core::LabelId> m_hiddenLabels;
    std::vector<Tag> m_tags;
};

}  // namespace widgets
