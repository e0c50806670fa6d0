// What lies in sight as one image that outlives the frame: panning moves it, a new scale stretches what it shows, and
// what is new or stale is painted in slices.
#pragma once
#include "widgets/view.h"
#include <QImage>
#include <QPainter>
#include <QRegion>
#include <chrono>
#include <functional>

namespace widgets {

class ViewSheet {
public:
    using Moment = std::chrono::steady_clock::time_point;
    // Paints a part of the image, both in its own pixels; `view` is of these pixels too.
    using Paint = std::function<void(QImage &image, const QRect &part, const View &view)>;

    explicit ViewSheet(QImage::Format format) : m_format(format) {}

    void forget();                               // nothing on it is right
    void renew();                                // all is stale; it stays in sight until it is painted again
    void renew(const core::Rect &scene);         // the same of a part
    QRect place(const core::Rect &scene) const;  // where that is on the widget, generously
    // Brings it to this view. What came into sight is made by `quick`, until work() does it; without `quick` it is
    // what the former image shows there, stretched.
    void follow(const View &view, QSize size, double ratio, const Paint &quick = {});
    bool work(Moment until, const Paint &paint);  // a little in any case. True: there is more to do
    bool isDone() const { return m_due.isEmpty(); }
    void paint(QPainter &painter) const;

private:
    void pan(const View &view, const Paint &quick);
    void scale(const View &view, QSize pixels, const Paint &quick);
    QRect onImage(const core::Rect &scene) const;

    QImage::Format m_format;
    QImage m_image, m_former;
    View m_view;
    double m_ratio = 1;
    QRegion m_due;
    bool m_forgotten = true;
};

}  // namespace widgets
