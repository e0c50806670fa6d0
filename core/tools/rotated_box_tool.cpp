// Turned boxes: first one edge (a drag or two clicks; Shift: in steps of 15°), then the width (move, click).
// Backspace goes back to the edge. What is drawn can be turned and resized by its handles.
#include "core/boxes.h"
#include "core/tools/drawing.h"

namespace core {

namespace {

class RotatedBoxGesture : public Gesture {
public:
    RotatedBoxGesture(const Pointer &pointer, Sheet sheet) : m_sheet(std::move(sheet)), m_pressedAt(pointer)
    {
        m_begin = m_end = m_reach = clampedInto(pointer.at, m_sheet.width, m_sheet.height);
    }

    void move(const Pointer &pointer) override
    {
        m_pixel = pointer.pixel;
        if (m_widening) {
            m_reach = pointer.at;
            return;
        }
        m_dragged = m_dragged || isDrag(m_pressedAt, pointer);
        const Point to = pointer.shift ? snapped(m_begin, pointer.at, 15) : pointer.at;
        const double share = pointer.shift ? shareInside(m_begin, to, m_sheet.width, m_sheet.height) : 1;
        m_end = m_reach = clampedInto(m_begin + (to - m_begin) * share, m_sheet.width, m_sheet.height);
    }

    Progress press(const Pointer &pointer) override
    {
        m_clicked = true;
        move(pointer);
        return Progress::Going;
    }

    Progress doubleClick(const Pointer &pointer) override { return press(pointer); }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        if (m_widening)
            return m_clicked ? Progress::Done : Progress::Going;
        if (!m_dragged && !m_clicked)
            return Progress::Going;  // the first of two clicks
        if (distance(m_begin, m_end) < SmallestShape * m_pixel)
            return Progress::Cancelled;
        m_widening = true;
        m_dragged = m_clicked = false;
        return Progress::Going;
    }

    Progress stepBack() override
    {
        if (!m_widening)
            return Progress::Cancelled;
        m_widening = m_clicked = m_dragged = false;
        m_reach = m_end;
        return Progress::Going;
    }

    std::vector<Annotation> preview() const override { return {m_sheet.with(shape())}; }

    std::optional<Edit> finish() override
    {
        if (!isMeant(shape(), m_pixel))
            return std::nullopt;
        return Edit{"draw-rotated-box", "", {created(m_sheet.with(shape()))}};
    }

private:
    Box shape() const { return boxOverEdge(m_begin, m_end, m_reach, m_sheet.width, m_sheet.height); }

    Sheet m_sheet;
    Pointer m_pressedAt;
    double m_pixel = 1;
    Point m_begin, m_end, m_reach;
    bool m_widening = false;  // the edge is given
    bool m_dragged = false, m_clicked = false;
};

class RotatedBoxTool : public DrawingTool {
public:
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        return std::make_unique<RotatedBoxGesture>(pointer, sheetOf(scene));
    }
};

}  // namespace

std::unique_ptr<Tool> makeRotatedBoxTool()
{
    return std::make_unique<RotatedBoxTool>();
}

}  // namespace core
