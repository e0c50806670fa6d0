// Masks on an image of 8192 × 8192 pixels in the real editor: what a labeler waits for, from the event to the paint.
#include "core/mask_edits.h"
#include "core/masks.h"
#include "tests/bench/bench.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/image_editor.h"
#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QTest>
#include <cmath>
#include <random>

using namespace core;
using namespace widgets;

namespace {

constexpr int paintedSide = 8192;
constexpr double frame = 16;  // ms
constexpr double fillBudget = 33, paintedOpenBudget = 300, paintedMemoryBudget = 600;
constexpr double brushRadius = 200;

// A disc with a wavy edge, holes and an island.
MaskRuns blob(std::mt19937 &random, double x, double y, double radius)
{
    const double phase = std::uniform_real_distribution(0.0, 6.0)(random);
    MaskBuilder builder;
    for (int row = int(y - radius); row < int(y + radius); ++row) {
        const double rest = radius * radius - (row - y) * (row - y);
        const double half = std::sqrt(std::max(0.0, rest)) * (0.9 + 0.1 * std::sin(row / 9.0 + phase));
        const double hole = row % 40 < 12 ? half * 0.2 : 0;
        builder.add(row, Span{int(x - half), int(x - hole)});
        builder.add(row, Span{int(x + hole), int(x + half)});
        builder.add(row, Span{int(x + half + 8), int(x + half + 12)});
    }
    return cut(builder.take(), paintedSide, paintedSide);
}

std::shared_ptr<SampleContent> masks(int count)
{
    std::mt19937 random(3);
    auto content = std::make_shared<SampleContent>();
    content->sample.id = {count};
    content->sample.media.width = content->sample.media.height = paintedSide;
    content->job = {1};
    const auto number = [&](double low, double high) { return std::uniform_real_distribution(low, high)(random); };
    for (int i = 1; i <= count; ++i) {
        Annotation row;
        row.id = {i};
        row.job = {1};
        row.sample = content->sample.id;
        row.label = {1 + i % 8};
        row.order = i;
        row.geometry = Mask{std::make_shared<const MaskRuns>(
            blob(random, number(0, paintedSide), number(0, paintedSide), number(80, 8000 / std::sqrt(count))))};
        content->annotations.push_back(std::make_shared<const Annotation>(std::move(row)));
    }
    return content;
}

std::shared_ptr<std::vector<Label>> eightLabels(Rgb shift)
{
    auto labels = std::make_shared<std::vector<Label>>();
    for (int i = 1; i <= 8; ++i) {
        Label label;
        label.id = {i};
        label.job = {1};
        label.name = "label " + std::to_string(i);
        label.rgb = static_cast<Rgb>((0x2040ff * i + shift) & 0xffffff);
        labels->push_back(label);
    }
    return labels;
}

// Squares of one colour each, so that a fill ends somewhere.
void writePicture(const QString &file)
{
    QImage picture(paintedSide, paintedSide, QImage::Format_Grayscale8);
    for (int y = 0; y < paintedSide; ++y)
        for (int x = 0; x < paintedSide; ++x)
            picture.scanLine(y)[x] = static_cast<uchar>((x / 700 * 37 + y / 500 * 61) % 200 + 20);
    picture.save(file, "JPG", 90);
}

class Window : public QObject {
public:
    explicit Window(const QString &file) : m_file(file)
    {
        m_editor.resize(1600, 1000);
        canvas().installEventFilter(this);
        m_editor.show();
    }
    ImageEditor &editor() { return m_editor; }
    ImageCanvas &canvas() { return m_editor.canvas(); }
    void show(std::shared_ptr<const SampleContent> content, std::shared_ptr<const std::vector<Label>> labels)
    {
        m_editor.setContent({std::move(content), std::move(labels), m_file.toStdString(), {}});
    }
    // From now to the end of the paint that shows it all.
    double painted(const std::function<void()> &event)
    {
        return 1000 * bench::seconds([&] {
                   m_paints = 0;
                   event();
                   do
                       QCoreApplication::processEvents();
                   while (m_paints == 0 || !m_editor.isSettled());
               });
    }
    double moved(QPointF to, Qt::MouseButtons buttons)
    {
        return painted([&] {
            QMouseEvent event(QEvent::MouseMove, to, canvas().mapToGlobal(to), Qt::NoButton, buttons, {});
            QApplication::sendEvent(&canvas(), &event);
        });
    }
    void settle()
    {
        (void)QTest::qWaitFor([&] { return m_editor.isSettled(); }, 120'000);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    QString m_file;
    int m_paints = 0;
    MediaService m_media{2, qint64{128} << 20};
    ImageEditor m_editor{m_media, JobKind::ImageSegmentation};
};

void stroke(Window &window, const char *name, double scale)
{
    ImageCanvas &canvas = window.canvas();
    canvas.setView({scale, QPointF(800, 500) - QPointF(4000, 4000) * scale});
    window.settle();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {400, 300});
    std::vector<double> ms;
    for (int i = 1; i <= 200; ++i)
        ms.push_back(window.moved({400 + 4.0 * i, 300 + 100 * std::sin(i / 12.0)}, Qt::LeftButton));
    canvas.cancelGesture();
    window.settle();
    const auto p = bench::percentiles(ms);
    bench::report(std::string("brush move to screen, ") + name + ", p95", p.p95, "ms", frame);
    bench::note(std::string("  the same, p50"), p.p50, "ms");
}

}  // namespace

BENCHMARK(segmentation, "masks on 8192 x 8192: stroke, recolour, hide, undo, fill, opening 1,000 objects")
{
    const QString file = QString::fromStdString(bench::scratchFolder()) + "/large.jpg";
    writePicture(file);
    const auto content = masks(200);
    const auto labels = eightLabels(0), others = eightLabels(0x3355aa);
    Window window(file);
    window.show(content, labels);
    window.settle();
    ImageCanvas &canvas = window.canvas();
    window.editor().setCurrentLabel({1});
    window.editor().restoreOptions(R"({"brush":200})");
    window.editor().setTool("brush");
    bench::note("radius of the brush", brushRadius, "px");
    stroke(window, "fitted", canvas.fitScale());
    stroke(window, "at 100 %", 1);
    stroke(window, "at 400 %", 4);

    canvas.fit();
    window.settle();
    std::vector<double> recolour, hide, undo;
    for (int i = 0; i < 30; ++i) {
        recolour.push_back(window.painted([&] { window.show(content, i % 2 ? labels : others); }));
        hide.push_back(window.painted([&] { window.editor().act("view.hide-label"); }));
    }
    bench::report("recolour, p95", bench::percentiles(recolour).p95, "ms", frame);
    bench::note("  the same, p50", bench::percentiles(recolour).p50, "ms");
    bench::report("hide or show a class, p95", bench::percentiles(hide).p95, "ms", frame);

    std::mt19937 random(9);
    const MaskRuns dab = blob(random, 4000, 4000, brushRadius);
    const Edit edit =
        paintMask({*content, {1}, paintedSide, paintedSide, true}, content->annotations[100], dab, "paint");
    const auto after = std::make_shared<SampleContent>(patched(*content, edit));
    for (const double scale : {canvas.fitScale(), 1.0}) {
        canvas.setView({scale, QPointF(800, 500) - QPointF(4000, 4000) * scale});
        window.show(content, labels);
        window.settle();
        for (int i = 0; i < 20; ++i)
            undo.push_back(window.painted([&] { window.show(i % 2 ? content : after, labels); }));
    }
    bench::report("undo of a stroke to painted, p95", bench::percentiles(undo).p95, "ms", frame);

    bench::note("  the same, p50", bench::percentiles(undo).p50, "ms");

    window.editor().setTool("fill");
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {800, 500});
    std::vector<double> fill;
    for (int i = 1; i <= 60; ++i)
        fill.push_back(window.moved({800 + 4.0 * i, 500}, Qt::LeftButton));
    canvas.cancelGesture();
    bench::report("fill preview, p95", bench::percentiles(fill).p95, "ms", fillBudget);

    canvas.fit();
    const auto thousand = masks(1000);
    window.settle();
    std::vector<double> open;
    for (int i = 0; i < 6; ++i)  // the picture stays: what is timed is all but its decoding
        open.push_back(window.painted([&] { window.show(i % 2 ? content : thousand, labels); }));
    bench::report("opening 1,000 objects, content to painted", *std::ranges::max_element(open), "ms",
                  paintedOpenBudget);
    bench::report("memory at its peak", bench::megabytesPeak(), "MB", paintedMemoryBudget);
}
