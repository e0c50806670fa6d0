// What the mouse does on WaveView.
#include "widgets/audio/wave_view.h"
#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace widgets {

namespace {

constexpr double timeZoomPerNotch = 1.25, gainPerNotch = 1.25;
constexpr double scrollPerNotch = 0.1;  // of the width

}  // namespace

void WaveView::mousePressEvent(QMouseEvent *event)
{
    if (m_hand != Hand::None || length() == 0)
        return;
    m_pressed = event->position();
    m_grabbed = m_view.begin;
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::MiddleButton) {
        m_hand = Hand::Panning;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && overviewRect().contains(at)) {
        m_hand = Hand::Overview;
        const double perPixel = double(length()) / overviewRect().width();
        const double inFrame = at.x() * perPixel - m_view.begin, width = waveRect().width() * m_view.perPixel;
        m_grabbed = inFrame >= 0 && inFrame <= width ? inFrame : width / 2;
        overviewTo(event->position().x());
    } else if (event->button() == Qt::LeftButton && rulerRect().contains(at)) {
        m_hand = Hand::Scrubbing;
        emit seekAsked(sampleAt(event->position().x()));
    } else if (markPress(event)) {
        m_hand = Hand::Marks;
    } else if (event->button() == Qt::LeftButton) {
        m_hand = Hand::Deciding;
    } else {
        event->ignore();
    }
}

void WaveView::overviewTo(double x)
{
    const double perPixel = double(length()) / overviewRect().width();
    setTimeView({x * perPixel - m_grabbed, m_view.perPixel});
}

void WaveView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    switch (m_hand) {
    case Hand::None:
        (void)markMove(event);
        setCursor(waveRect().contains(event->position().toPoint()) ? markCursor() : QCursor(Qt::PointingHandCursor));
        return;
    case Hand::Marks: (void)markMove(event); return;
    case Hand::Panning: setTimeView({m_grabbed - (x - m_pressed.x()) * m_view.perPixel, m_view.perPixel}); return;
    case Hand::Overview: overviewTo(x); return;
    case Hand::Scrubbing: emit seekAsked(sampleAt(x)); return;
    case Hand::Deciding:
        if (std::abs(x - m_pressed.x()) < QApplication::startDragDistance() / 2)
            return;
        m_hand = Hand::Selecting;
        m_grabbed = double(sampleAt(m_pressed.x()));
        [[fallthrough]];
    case Hand::Selecting: {
        const double beyond = x - std::clamp(x, double(waveRect().left()), double(waveRect().right()));
        if (beyond != 0)  // the page follows the hand
            setTimeView({m_view.begin + beyond * m_view.perPixel, m_view.perPixel});
        const auto from = qint64(m_grabbed), to = sampleAt(x - beyond);
        setSelection(Range{std::min(from, to), std::max(from, to)});
        return;
    }
    }
}

void WaveView::mouseReleaseEvent(QMouseEvent *event)
{
    const Hand hand = std::exchange(m_hand, Hand::None);
    switch (hand) {
    case Hand::Marks: (void)markRelease(event); return;
    case Hand::Panning: setCursor(markCursor()); return;
    case Hand::Deciding:
        if (std::exchange(m_selection, std::nullopt)) {
            update();
            emit selectionMade(std::nullopt);
        }
        emit seekAsked(sampleAt(event->position().x()));
        return;
    case Hand::Selecting:
        if (m_selection && m_selection->first == m_selection->second)
            m_selection.reset();
        emit selectionMade(m_selection);
        return;
    case Hand::None:
    case Hand::Overview:
    case Hand::Scrubbing: return;
    }
}

void WaveView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (markDoubleClick(event)) {
        m_hand = Hand::Marks;
        return;
    }
    if (event->button() == Qt::LeftButton && waveRect().contains(event->position().toPoint()))
        fit();
    else
        mousePressEvent(event);
}

void WaveView::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
    const bool ctrl = event->modifiers() & Qt::ControlModifier, shift = event->modifiers() & Qt::ShiftModifier;
    if (ctrl && shift)
        setAmplitude(m_gain * std::pow(gainPerNotch, notches));
    else if (ctrl || (m_wheelZooms && !shift && angle.y() != 0))
        zoomBy(std::pow(timeZoomPerNotch, notches), event->position().x());
    else
        setTimeView({m_view.begin - notches * scrollPerNotch * waveRect().width() * m_view.perPixel, m_view.perPixel});
    event->accept();
}

}  // namespace widgets
