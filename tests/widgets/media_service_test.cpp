#include "widgets/media_service.h"
#include "tests/test_registry.h"
#include "tests/widgets/pictures.h"
#include <QImageWriter>
#include <QTemporaryDir>
#include <QThread>

using namespace widgets;

class MediaServiceTest : public QObject {
    Q_OBJECT
private slots:
    void answersInTheAskingThreadAndNeverInsideTheCall();
    void aDroppedTicketIsNotAnswered();
    void equalWishesShareOneAnswer();
    void aReducedDecodeKeepsTheAspectAndTellsTheFullSize();
    void everyExifOrientationIsShownUpright_data();
    void everyExifOrientationIsShownUpright();
    void aRegionOfATurnedPictureIsTheDisplayedOne_data();
    void aRegionOfATurnedPictureIsTheDisplayedOne();
    void sixteenBitsStaySixteenBits();
    void badFilesAreErrors_data();
    void badFilesAreErrors();
    void aHugePngComesReducedAndInRegions();
    void cachedAnswersAtOnceAndForgetsAChangedFile();
    void theCacheKeepsToItsBytes();
    void thumbnailsAreKeptOnDisk();
    void theProbeReadsSizesAsDisplayed();

private:
    core::Result<Picture> ask(MediaService &service, const ImageWish &wish)
    {
        std::optional<core::Result<Picture>> answer;
        const auto ticket = service.image(wish, Urgency::Visible, [&](auto result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000))
            return core::Error{core::Code::Busy, "no answer", {}};
        return *answer;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

bool looksLike(const QImage &image, QPoint at, QColor color)
{
    const QColor seen = image.pixelColor(at);
    return qAbs(seen.red() - color.red()) < 40 && qAbs(seen.green() - color.green()) < 40
           && qAbs(seen.blue() - color.blue()) < 40;
}

bool showsQuarters(const QImage &image)
{
    const int w = image.width(), h = image.height();
    return looksLike(image, {w / 4, h / 4}, Qt::red) && looksLike(image, {w * 3 / 4, h / 4}, Qt::green)
           && looksLike(image, {w / 4, h * 3 / 4}, Qt::blue) && looksLike(image, {w * 3 / 4, h * 3 / 4}, Qt::white);
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

}  // namespace

void MediaServiceTest::answersInTheAskingThreadAndNeverInsideTheCall()
{
    tests::quarters({40, 30}).save(path("a.png"));
    MediaService service(2, 1 << 20);
    QThread *answeredIn = nullptr;
    for (int round = 0; round < 2; ++round) {  // decoded, then from the cache
        answeredIn = nullptr;
        const auto ticket = service.image({path("a.png"), {}, {}}, Urgency::Visible,
                                          [&](auto) { answeredIn = QThread::currentThread(); });
        QVERIFY(!answeredIn);
        QTRY_COMPARE(answeredIn, QThread::currentThread());
    }
}

void MediaServiceTest::aDroppedTicketIsNotAnswered()
{
    tests::quarters({40, 30}).save(path("a.png"));
    MediaService service(1, 1 << 20);
    bool answered = false;
    auto dropped = service.image({path("a.png"), {}, {}}, Urgency::Visible, [&](auto) { answered = true; });
    dropped.reset();
    QVERIFY_OK(ask(service, {path("a.png"), {20, 20}, {}}));  // the one thread has passed by
    QVERIFY(!answered);
}

void MediaServiceTest::equalWishesShareOneAnswer()
{
    tests::quarters({400, 300}).save(path("b.png"));
    MediaService service(1, 1 << 20);
    std::vector<qint64> keys;
    const auto keep = [&](core::Result<Picture> result) { keys.push_back(result->image.cacheKey()); };
    const ImageWish wish{path("b.png"), {}, {}};
    const auto first = service.image(wish, Urgency::Prefetch, keep);
    const auto second = service.image(wish, Urgency::Visible, keep);
    QTRY_COMPARE(keys.size(), 2u);
    QCOMPARE(keys[0], keys[1]);
}

void MediaServiceTest::aReducedDecodeKeepsTheAspectAndTellsTheFullSize()
{
    tests::quarters({800, 400}).save(path("c.jpg"));
    MediaService service(1, 1 << 20);
    const auto picture = ask(service, {path("c.jpg"), {200, 200}, {}});
    QVERIFY_OK(picture);
    QCOMPARE(picture->image.size(), QSize(200, 100));
    QCOMPARE(picture->fullSize, QSize(800, 400));
    const auto small = ask(service, {path("c.jpg"), {2000, 2000}, {}});
    QCOMPARE(small->image.size(), QSize(800, 400));  // never larger than it is
}

void MediaServiceTest::everyExifOrientationIsShownUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int i = 1; i <= 8; ++i)
        QTest::newRow(qPrintable(QString::number(i))) << i;
}

void MediaServiceTest::everyExifOrientationIsShownUpright()
{
    QFETCH(int, orientation);
    tests::writeTurnedJpeg(path("turned.jpg"), {160, 80}, orientation);
    MediaService service(1, 1 << 20);
    const auto full = ask(service, {path("turned.jpg"), {}, {}});
    QVERIFY_OK(full);
    QCOMPARE(full->image.size(), QSize(160, 80));
    QVERIFY(showsQuarters(full->image));
    const auto reduced = ask(service, {path("turned.jpg"), {40, 40}, {}});
    QCOMPARE(reduced->image.size(), QSize(40, 20));
    QVERIFY(showsQuarters(reduced->image));
}

void MediaServiceTest::aRegionOfATurnedPictureIsTheDisplayedOne_data()
{
    everyExifOrientationIsShownUpright_data();
}

void MediaServiceTest::aRegionOfATurnedPictureIsTheDisplayedOne()
{
    QFETCH(int, orientation);
    tests::writeTurnedJpeg(path("turned.jpg"), {160, 80}, orientation);
    MediaService service(1, 1 << 20);
    const auto right = ask(service, {path("turned.jpg"), {}, QRect(100, 0, 60, 80)});
    QVERIFY_OK(right);
    QCOMPARE(right->image.size(), QSize(60, 80));
    QVERIFY(looksLike(right->image, {30, 20}, Qt::green));
    QVERIFY(looksLike(right->image, {30, 60}, Qt::white));
    const auto bottom = ask(service, {path("turned.jpg"), {40, 10}, QRect(0, 40, 160, 40)});
    QVERIFY_OK(bottom);
    QCOMPARE(bottom->image.size(), QSize(40, 10));
    QVERIFY(looksLike(bottom->image, {8, 6}, Qt::blue));
    QVERIFY(looksLike(bottom->image, {30, 6}, Qt::white));
}

void MediaServiceTest::sixteenBitsStaySixteenBits()
{
    tests::writeDeepPng(path("deep.png"), {100, 50});
    QImage(path("deep.png")).save(path("deep.tif"), "TIFF");
    MediaService service(1, 1 << 20);
    for (const QString &name : {path("deep.png"), path("deep.tif")}) {
        const auto full = ask(service, {name, {}, {}});
        QVERIFY_OK(full);
        QCOMPARE(full->image.format(), QImage::Format_Grayscale16);
        QCOMPARE(reinterpret_cast<const quint16 *>(full->image.constScanLine(7))[90], 16 * 90 + 7);
        const auto half = ask(service, {name, {50, 25}, {}});
        QCOMPARE(half->image.format(), QImage::Format_Grayscale16);
        QCOMPARE(reinterpret_cast<const quint16 *>(half->image.constScanLine(0))[1], 16 * 2 + 9);  // mean of four
    }
}

void MediaServiceTest::badFilesAreErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    tests::quarters({300, 200}).save(path("good.jpg"), "JPG");
    tests::quarters({300, 200}).save(path("good.png"), "PNG");
    const QByteArray jpeg = bytesOf(path("good.jpg")), png = bytesOf(path("good.png"));
    QTest::newRow("empty") << QByteArray() << int(core::Code::Corrupt);
    QTest::newRow("text") << QByteArray("hello, this is no picture") << int(core::Code::Unsupported);
    QTest::newRow("cut jpeg") << jpeg.left(jpeg.size() / 2) << int(core::Code::Corrupt);
    QTest::newRow("cut jpeg header") << jpeg.left(100) << int(core::Code::Corrupt);
    QTest::newRow("cut png") << png.left(png.size() / 2) << int(core::Code::Corrupt);
    QTest::newRow("bomb") << tests::pngSaying(png, {1'000'000, 1'000'000}) << int(core::Code::TooLarge);
    QTest::newRow("large and cut") << tests::pngSaying(png, {30'000, 30'000}) << int(core::Code::Corrupt);
}

void MediaServiceTest::badFilesAreErrors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    write(path("bad"), bytes);
    MediaService service(1, 1 << 20);
    for (const QSize atMost : {QSize(), QSize(64, 64)}) {
        const auto picture = ask(service, {path("bad"), atMost, {}});
        QVERIFY(!picture);
        if (atMost.isEmpty() && bytes.contains(QByteArray("\0\0\x75\x30", 4)))
            QCOMPARE(picture.error().code, core::Code::TooLarge);  // whole, it would not fit
        else
            QCOMPARE(int(picture.error().code), code);
        QCOMPARE(picture.error().where.file, path("bad").toStdString());
    }
    QCOMPARE(ask(service, {path("missing.jpg"), {}, {}}).error().code, core::Code::NotFound);
}

void MediaServiceTest::aHugePngComesReducedAndInRegions()
{
    tests::writeHugePng(path("huge.png"), {9000, 8000});
    MediaService service(2, 64 << 20);
    const auto reduced = ask(service, {path("huge.png"), {1200, 1200}, {}});
    QVERIFY_OK(reduced);
    QCOMPARE(reduced->fullSize, QSize(9000, 8000));
    QVERIFY(reduced->image.width() >= 1200 && reduced->image.width() < 2400);
    QVERIFY(showsQuarters(reduced->image));
    const auto region = ask(service, {path("huge.png"), {}, QRect(4400, 3900, 200, 200)});
    QVERIFY_OK(region);
    QCOMPARE(region->image.size(), QSize(200, 200));
    QVERIFY(showsQuarters(region->image));
    const auto tile = ask(service, {path("huge.png"), {256, 256}, QRect(3476, 2976, 2048, 2048)});
    QCOMPARE(tile->image.size(), QSize(256, 256));
    QVERIFY(showsQuarters(tile->image));
}

void MediaServiceTest::cachedAnswersAtOnceAndForgetsAChangedFile()
{
    tests::quarters({40, 30}).save(path("d.png"));
    MediaService service(1, 1 << 20);
    const ImageWish wish{path("d.png"), {}, {}};
    QVERIFY(!service.cached(wish));
    QVERIFY_OK(ask(service, wish));
    QCOMPARE(service.cached(wish)->fullSize, QSize(40, 30));
    tests::quarters({50, 30}).save(path("d.png"));
    QVERIFY(!service.cached(wish));
    QCOMPARE(ask(service, wish)->fullSize, QSize(50, 30));
}

void MediaServiceTest::theCacheKeepsToItsBytes()
{
    MediaService service(1, 3 * 100 * 100 * 4);
    for (int i = 0; i < 4; ++i) {
        tests::quarters({100, 100}).save(path(QString("e%1.png").arg(i)));
        QVERIFY_OK(ask(service, {path(QString("e%1.png").arg(i)), {}, {}}));
    }
    QVERIFY(!service.cached({path("e0.png"), {}, {}}));
    QVERIFY(service.cached({path("e1.png"), {}, {}}));
    QVERIFY(service.cached({path("e3.png"), {}, {}}));
}

void MediaServiceTest::thumbnailsAreKeptOnDisk()
{
    tests::writeTurnedJpeg(path("f.jpg"), {800, 600}, 6);
    const auto thumbnail = [&] {
        MediaService service(1, 1 << 20);
        service.setCacheFolder(path("cache"));
        std::optional<core::Result<Picture>> answer;
        const auto ticket = service.thumbnail(path("f.jpg"), [&](auto result) { answer = std::move(result); });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return *answer;
    };
    const auto made = thumbnail(), kept = thumbnail();
    QVERIFY_OK(made);
    QVERIFY_OK(kept);
    QCOMPARE(made->image.size(), QSize(256, 192));
    QVERIFY(showsQuarters(kept->image));
    QCOMPARE(kept->fullSize, QSize(800, 600));
    QVERIFY(kept->image == made->image);
}

void MediaServiceTest::theProbeReadsSizesAsDisplayed()
{
    tests::writeTurnedJpeg(path("g.jpg"), {160, 80}, 8);
    const auto info = stillProbe()(path("g.jpg").toStdString());
    QVERIFY_OK(info);
    QCOMPARE(info->width, 160);
    QCOMPARE(info->height, 80);
    QCOMPARE(info->format, std::string("jpeg"));
    const auto raster = stillReader()(path("g.jpg").toStdString(), 80, 80);
    QVERIFY_OK(raster);
    QCOMPARE(raster->width, 80);
    QCOMPARE(raster->height, 40);
    QCOMPARE(raster->bytes.size(), std::size_t(80 * 40 * 4));
}

REGISTER_TEST(MediaServiceTest);
#include "media_service_test.moc"
