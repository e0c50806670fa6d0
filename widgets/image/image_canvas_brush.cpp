// What the canvas does for the tools that paint: the stroke, the ring, the picture they look at.
#include "core/tools/tools.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/picture_window.h"
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

bool isMaskTool(const QByteArray &id)
{
    static constexpr const char *all[] = {"brush", "eraser",   "mask-polygon", "lasso",
                                          "fill",  "scissors", "grabcut",      "extreme"};
    return std::ranges::any_of(all, [&id](const char *each) { return id == each; });
}

void ImageCanvas::connectBench()
{
    m_bench.pixels = [this](const Rect &area, int mostPixels) { return pixelWindow(picture(), area, mostPixels); };
    m_bench.wake = calledFromAnywhere(this, [this] {
        if (m_gesture)
            advance(m_gesture->poll());
    });
}

void ImageCanvas::setToolOptions(const ToolOptions &options)
{
    m_bench.options = options;
    updateCursor();
    update();
}

void ImageCanvas::setMaskLook(const MaskLook &look)
{
    m_masks.setLook(look);
    update();
}

void ImageCanvas::setHiddenLabels(std::set<LabelId> labels)
{
    const bool changes = labels != m_hiddenLabels || !labels.empty();
    m_hiddenLabels = std::move(labels);
    if (!changes)
        return;
    std::vector<AnnotationPtr> shown;
    if (m_content)
        std::ranges::copy_if(m_content->annotations, std::back_inserter(shown),
                             [this](const AnnotationPtr &each) { return isShown(*each); });
    m_shownIndex.show(shown);
    m_masks.setHiddenLabels(m_hiddenLabels);
    m_layer.setHiddenLabels(m_hiddenLabels);
    update();
}

bool ImageCanvas::isShown(const Annotation &annotation) const
{
    return !widgets::isHidden(annotation) && !m_hiddenLabels.contains(annotation.label);
}

std::optional<double> ImageCanvas::ringRadius() const
{
    if (!m_tool || !m_content || sceneSize().isEmpty())
        return std::nullopt;
    return m_tool->ring(m_pointer.value_or(Pointer{}), scene());
}

QRect ImageCanvas::ringPlace() const
{
    const auto radius = ringRadius();
    if (!radius || !m_pointer)
        return {};
    const double r = *radius * view().scale + 3;
    return QRectF(view().toScreen(m_pointer->at) - QPointF(r, r), QSizeF(2 * r, 2 * r)).toAlignedRect();
}

void ImageCanvas::paintRing(QPainter &painter) const
{
    const double radius = ringRadius().value_or(0) * view().scale;
    const QPointF at = view().toScreen(m_pointer->at);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 3));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(Qt::white, 1.2));
    painter.drawEllipse(at, radius, radius);
}

void ImageCanvas::stroked()
{
    leaveOut(m_gesture->hides());
    if (!m_stroke.isActive()) {
        m_stroke.begin(m_painter.color(strokeLabel()), m_gesture->erases());
        update();  // what is selected is not brought out meanwhile
    }
    update(m_stroke.take(m_gesture->dabs(), view(), size(), devicePixelRatioF()));
}

LabelId ImageCanvas::strokeLabel() const
{
    const AnnotationPtr only = m_selection.size() == 1 ? m_index.find(m_selection[0]) : nullptr;
    return only && std::holds_alternative<Mask>(only->geometry) ? only->label : m_currentLabel;
}

void ImageCanvas::wheelEvent(QWheelEvent *event)
{
    const int steps = event->angleDelta().y() > 0 ? 1 : event->angleDelta().y() < 0 ? -1 : 0;
    if (event->modifiers() == Qt::ControlModifier && steps != 0 && isBrushArmed()) {
        emit brushResized(steps);
        event->accept();
        return;
    }
    PictureCanvas::wheelEvent(event);
}

}  // namespace widgets
