// A picture too large for memory: how long the window stands still while it is opened, panned and zoomed.
#include "tests/bench/bench.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/image_editor.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <cstdio>
#include <png.h>
#include <random>

using namespace widgets;

namespace {

constexpr int hugeSide = 20'000;
constexpr double stallBudget = 50;        // ms; what a hand on the mouse takes for at once
constexpr double hugeMemoryBudget = 500;  // MB, of the whole process
constexpr int patienceMs = 120'000;

// Rows of flat runs, every 250 others: some 300 MB on disk.
void writeHugePng(const QString &file)
{
    std::FILE *out = std::fopen(file.toLocal8Bit().constData(), "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (!out || setjmp(png_jmpbuf(png)))  // NOLINT(cert-err52-cpp): libpng's way
        qFatal("cannot write the picture");
    png_init_io(png, out);
    png_set_compression_level(png, 1);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_set_IHDR(png, info, hugeSide, hugeSide, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    std::mt19937 random(1);
    std::vector<png_byte> row(std::size_t{hugeSide} * 3);
    for (int y = 0; y < hugeSide; ++y) {
        if (y % 250 == 0)
            for (int x = 0; x < hugeSide; ++x)
                for (int c = 0; c < 3; ++c)
                    row[std::size_t(x * 3 + c)] = x % 5 ? row[std::size_t(x * 3 + c - 3)] : png_byte(random());
        png_write_row(png, row.data());
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    std::fclose(out);
}

// The longest time between two beats of the event loop.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start();
    }
    double longestMs()
    {
        m_longest = std::max(m_longest, m_since.restart());
        return double(std::exchange(m_longest, 0));
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void settle(ImageEditor &editor)
{
    if (!QTest::qWaitFor([&] { return editor.isSettled(); }, patienceMs))
        qFatal("the picture does not settle");
}

// From a step of the hand to its picture on the screen, in ms.
double step(const std::function<void()> &move)
{
    return 1000 * bench::seconds([&] {
               move();
               QCoreApplication::processEvents();
           });
}

std::vector<double> pan(QWidget *canvas)
{
    std::vector<double> steps;
    const QPoint from = canvas->rect().center();
    QTest::mousePress(canvas, Qt::MiddleButton, {}, from);
    for (int i = 1; i <= 40; ++i)
        steps.push_back(step([&] { QTest::mouseMove(canvas, from + QPoint(-10 * i, -6 * i)); }));
    QTest::mouseRelease(canvas, Qt::MiddleButton, {}, from + QPoint(-400, -240));
    return steps;
}

std::vector<double> zoom(QWidget *canvas, int count, int angle)
{
    std::vector<double> steps;
    const QPointF at = canvas->rect().center();
    for (int i = 0; i < count; ++i)
        steps.push_back(step([&] {
            QWheelEvent wheel(at, canvas->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::ControlModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(canvas, &wheel);
        }));
    return steps;
}

void reportSteps(const std::string &what, const std::vector<double> &steps)
{
    const auto times = bench::percentiles(steps);
    bench::note(what + ", p50", times.p50, "ms");
    bench::report(what + ", longest", times.max, "ms", stallBudget);
}

}  // namespace

BENCHMARK(huge_image, "a PNG of 20,000 × 20,000: longest standstill of the window while opening, panning, zooming")
{
    const QString folder = QString::fromStdString(bench::scratchFolder()), file = folder + "/huge.png";
    writeHugePng(file);
    const auto labels = std::make_shared<std::vector<core::Label>>();
    MediaService media(2, qint64{512} << 20);
    media.setCacheFolder(folder + "/cache");
    ImageEditor editor(media, core::JobKind::ObjectDetection);
    editor.resize(1600, 1000);
    editor.show();
    QCoreApplication::processEvents();
    Heartbeat beat;
    auto sample = std::make_shared<core::SampleContent>();
    sample->sample.id = {1};
    bench::note("open to painted", bench::seconds([&] {
                    editor.setContent({sample, labels, file.toStdString(), {}});
                    settle(editor);
                }),
                "s");
    bench::report("longest standstill while opening", beat.longestMs(), "ms", stallBudget);
    QWidget *canvas = &editor.canvas();
    reportSteps("a step of zooming in", zoom(canvas, 30, 120));
    (void)beat.longestMs();
    bench::note("detail in sight", bench::seconds([&] { settle(editor); }), "s");
    bench::report("longest standstill while it comes", beat.longestMs(), "ms", stallBudget);
    std::vector<double> steps;
    for (int i = 0; i < 10; ++i)
        std::ranges::copy(pan(canvas), std::back_inserter(steps));
    reportSteps("a step of panning", steps);
    reportSteps("a step of zooming out", zoom(canvas, 30, -120));
    bench::report("memory of the process, peak", bench::megabytesPeak(), "MB", hugeMemoryBudget);
}
