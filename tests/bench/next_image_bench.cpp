// From the key that asks for the next picture to the picture on the screen.
#include "tests/bench/bench.h"
#include "widgets/image/image_canvas.h"
#include "widgets/image/image_editor.h"
#include <QApplication>
#include <QImageReader>
#include <QTest>
#include <QTimer>
#include <fstream>
#include <random>

using namespace widgets;

namespace {

constexpr double prefetchedBudget = 50;  // ms
constexpr double decodeBudget = 1.2;     // of a bare decode

// About as hard to decode as a photograph: smooth areas, edges, noise.
void writePhotograph(const QString &file, QSize size, unsigned seed)
{
    std::mt19937 random(seed);
    QImage small(size / 8, QImage::Format_RGB32);
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x)
            reinterpret_cast<QRgb *>(small.scanLine(y))[x] = random() | 0xff000000;
    QImage image = small.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] ^= (random() & 0x070707);
    image.save(file, "JPG", 90);
}

std::shared_ptr<core::SampleContent> sampleOf(int id, QSize size)
{
    auto content = std::make_shared<core::SampleContent>();
    content->sample.id = {id};
    content->sample.media.width = size.width();
    content->sample.media.height = size.height();
    return content;
}

double bareDecode(const QString &file)
{
    return 1000 * bench::seconds([&] {
               QImageReader reader(file);
               reader.setAutoTransform(true);
               if (reader.read().isNull())
                   qFatal("cannot decode");
           });
}

}  // namespace

BENCHMARK(next_image, "next picture, key to painted: 12 and 24 MP JPEG, prefetched and not")
{
    const QString folder = QString::fromStdString(bench::scratchFolder());
    struct Picture {
        QString file;
        QSize size;
    };
    std::vector<Picture> pictures;
    for (int i = 0; i < 10; ++i) {
        const QSize size = i % 2 ? QSize(6000, 4000) : QSize(4000, 3000);
        pictures.push_back({folder + QString("/%1.jpg").arg(i), size});
        writePhotograph(pictures.back().file, size, unsigned(i));
    }
    const auto labels = std::make_shared<std::vector<core::Label>>();
    const auto showAll = [&](bool prefetch) {
        MediaService media(2, qint64{512} << 20);
        ImageEditor editor(media, core::JobKind::ObjectDetection);
        editor.resize(1600, 1000);
        editor.show();
        std::vector<double> ms;
        for (int i = 0; i < int(pictures.size()); ++i) {
            const Picture &picture = pictures[std::size_t(i)];
            if (prefetch) {
                editor.prefetch({picture.file.toStdString(), {}});
                (void)QTest::qWaitFor([&] { return editor.canvas().picture().isPrefetched(); }, 60'000);
            }
            ms.push_back(1000 * bench::seconds([&] {
                             editor.setContent({sampleOf(i + 1, picture.size), labels, picture.file.toStdString(), {}});
                             QEventLoop loop;
                             QObject::connect(&editor, &EditorView::settled, &loop, &QEventLoop::quit);
                             editor.canvas().repaint();
                             if (!editor.isSettled())
                                 loop.exec();
                         }));
        }
        return ms;
    };
    const auto prefetched = bench::percentiles(showAll(true));
    bench::report("prefetched, p95", prefetched.p95, "ms", prefetchedBudget);
    bench::note("prefetched, p50", prefetched.p50, "ms");
    const std::vector<double> cold = showAll(false);
    for (const std::size_t i : {std::size_t{2}, std::size_t{3}})
        bench::reportRatio(QString("%1 × %2, not prefetched")
                               .arg(pictures[i].size.width())
                               .arg(pictures[i].size.height())
                               .toStdString(),
                           cold[i], bareDecode(pictures[i].file), "ms", decodeBudget);
}
