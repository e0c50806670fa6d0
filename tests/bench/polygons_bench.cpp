// Frames of the detection editor with 10,000 polygons in sight: pan, zoom, hover, one change among many.
#include "tests/bench/bench.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/image_editor.h"
#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <random>

using namespace core;
using namespace widgets;

namespace {

constexpr int sceneWidth = 4000, sceneHeight = 3000;
constexpr double frameBudget = 16;  // ms

std::shared_ptr<SampleContent> manyPolygons(int count, int points)
{
    std::mt19937 random(1);
    const auto number = [&](double low, double high) { return std::uniform_real_distribution(low, high)(random); };
    auto content = std::make_shared<SampleContent>();
    content->sample.id = {1};
    content->job = {1};
    for (int i = 1; i <= count; ++i) {
        Annotation row;
        row.id = {i};
        row.job = {1};
        row.sample = {1};
        row.label = {1 + i % 8};
        row.order = i;
        const core::Point centre{number(0, sceneWidth), number(0, sceneHeight)};
        const double radius = std::exp(number(2, 4.5));
        Ring ring;
        for (int k = 0; k < points; ++k) {
            const double angle = 2 * M_PI * k / points, r = radius * number(0.7, 1);
            ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
        }
        row.geometry = Polygon{{std::move(ring)}};
        content->annotations.push_back(std::make_shared<const Annotation>(std::move(row)));
    }
    return content;
}

std::shared_ptr<std::vector<Label>> eightLabels()
{
    auto labels = std::make_shared<std::vector<Label>>();
    for (int i = 1; i <= 8; ++i) {
        Label label;
        label.id = {i};
        label.job = {1};
        label.name = "label " + std::to_string(i);
        label.rgb = static_cast<Rgb>(0x2040ff * i & 0xffffff);
        labels->push_back(label);
    }
    return labels;
}

class Frames {
public:
    explicit Frames(ImageCanvas &canvas) : m_canvas(canvas) {}
    void after(const std::function<void()> &event)
    {
        m_ms.push_back(1000 * bench::seconds([&] {
                           event();
                           m_canvas.repaint();
                       }));
    }
    void move(QPointF to, Qt::MouseButtons buttons = Qt::NoButton)
    {
        after([&] {
            QMouseEvent event(QEvent::MouseMove, to, m_canvas.mapToGlobal(to), Qt::NoButton, buttons, {});
            QApplication::sendEvent(&m_canvas, &event);
        });
    }
    void wheel(int delta, QPointF at)
    {
        after([&] {
            QWheelEvent event(at, m_canvas.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&m_canvas, &event);
        });
    }
    void settle()
    {
        for (int i = 0; i < 400 && !m_canvas.isSettled(); ++i)
            after([] {});
    }
    void report(const std::string &what, double baseline)
    {
        const auto p = bench::percentiles(m_ms);
        bench::report(what + ", p99 of a frame", p.p99, "ms", frameBudget);
        bench::note(what + ", p50", p.p50, "ms");
        bench::note(what + ", longest", p.max, "ms");
        bench::note(what + ", p99 as share of a plain full repaint", p.p99 / baseline, "");
        m_ms.clear();
    }
    void forget() { m_ms.clear(); }

private:
    ImageCanvas &m_canvas;
    std::vector<double> m_ms;
};

double plainRepaint(const SampleContent &content, const std::vector<Label> &labels, const View &view, QSize size)
{
    AnnotationPainter painter;
    painter.setLabels(labels);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> ms;
    for (int i = 0; i < 5; ++i)
        ms.push_back(1000 * bench::seconds([&] {
                         QPainter onto(&image);
                         for (const AnnotationPtr &each : content.annotations)
                             painter.paint(onto, *each, view, Emphasis::Plain);
                     }));
    return bench::percentiles(ms).p50;
}

}  // namespace

BENCHMARK(polygons, "frames with 10,000 polygons of 30 points in sight: pan, zoom, hover, one edit")
{
    const QString file = QString::fromStdString(bench::scratchFolder()) + "/picture.jpg";
    QImage picture(sceneWidth, sceneHeight, QImage::Format_RGB32);
    picture.fill(QColor(90, 110, 120));
    picture.save(file);
    const auto content = manyPolygons(10'000, 30);
    const auto labels = eightLabels();
    MediaService media(2, qint64{256} << 20);
    ImageEditor editor(media, JobKind::ObjectDetection);
    editor.resize(1600, 1000);
    editor.setContent({content, labels, file.toStdString(), {}});
    editor.show();
    (void)QTest::qWaitFor([&] { return editor.isSettled(); }, 60'000);
    ImageCanvas &canvas = editor.canvas();
    Frames frames(canvas);

    const double baseline = plainRepaint(*content, *labels, canvas.view(), canvas.size());
    bench::note("plain full repaint of the shapes alone", baseline, "ms");

    canvas.zoomBy(1.6, QPointF(800, 500));
    frames.settle();
    frames.forget();
    QTest::mousePress(&canvas, Qt::MiddleButton, {}, {1200, 700});
    for (int i = 1; i <= 120; ++i)
        frames.move(QPointF(1200 - 6 * i, 700 - 3 * i), Qt::MiddleButton);
    for (int i = 120; i >= 1; --i)
        frames.move(QPointF(1200 - 6 * i, 700 - 3 * i), Qt::MiddleButton);
    QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, {1200, 700});
    frames.report("pan", baseline);

    canvas.fit();
    frames.settle();
    frames.forget();
    for (int i = 0; i < 48; ++i) {
        frames.wheel(i % 24 < 12 ? 120 : -120, {700, 450});
        frames.after([] {});
        frames.after([] {});
    }
    frames.settle();
    frames.report("zoom", baseline);

    canvas.fit();
    frames.settle();
    frames.forget();
    for (int i = 0; i < 300; ++i)
        frames.move({300 + 3.0 * i, 200 + 2.0 * i});
    frames.report("hover", baseline);

    Annotation changed = *content->annotations[5000];
    std::get<Polygon>(changed.geometry).rings[0][0].x += 5;
    const auto after = std::make_shared<SampleContent>(
        patched(*content, {"move", "", {core::changed(*content->annotations[5000], changed)}}));
    for (int i = 0; i < 20; ++i)
        frames.after([&] { editor.setContent({i % 2 ? content : after, labels, file.toStdString(), {}}); });
    frames.report("one of them edited", baseline);
}
