#include "widgets/image/adjustments.h"
#include "tests/test_registry.h"

using namespace widgets;

class AdjustmentsTest : public QObject {
    Q_OBJECT
private slots:
    void plainOnesChangeNothing();
    void theWindowMapsItsEndsToBlackAndWhite();
    void brightnessContrastAndGammaGoTheRightWay();
    void autoLeavesOutliersAside();
    void sixteenBitsBecomeEightThroughTheTable();
};

void AdjustmentsTest::plainOnesChangeNothing()
{
    const auto table = lookUpTable(plainAdjustments(false), false);
    for (int i = 0; i < 256; ++i)
        QCOMPARE(int(table[std::size_t(i)]), i);
    QCOMPARE(int(lookUpTable(plainAdjustments(true), true)[0x8080]), 0x80);
}

void AdjustmentsTest::theWindowMapsItsEndsToBlackAndWhite()
{
    const auto table = lookUpTable({1000, 3000, 0, 0, 1}, true);
    QCOMPARE(int(table[999]), 0);
    QCOMPARE(int(table[1000]), 0);
    QCOMPARE(int(table[2000]), 128);
    QCOMPARE(int(table[3000]), 255);
    QCOMPARE(int(table[60000]), 255);
}

void AdjustmentsTest::brightnessContrastAndGammaGoTheRightWay()
{
    QVERIFY(lookUpTable({0, 255, 30, 0, 1}, false)[100] > 100);
    QVERIFY(lookUpTable({0, 255, 0, 40, 1}, false)[60] < 60);
    QVERIFY(lookUpTable({0, 255, 0, 40, 1}, false)[200] > 200);
    QVERIFY(lookUpTable({0, 255, 0, -100, 1}, false)[0] > 120);  // all gray
    QVERIFY(lookUpTable({0, 255, 0, 0, 2}, false)[60] > 60);
}

void AdjustmentsTest::autoLeavesOutliersAside()
{
    QImage image(100, 100, QImage::Format_Grayscale16);
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 100; ++x)
            reinterpret_cast<quint16 *>(image.scanLine(y))[x] = static_cast<quint16>(20000 + 100 * y + x);
    reinterpret_cast<quint16 *>(image.scanLine(0))[0] = 65535;  // one hot pixel
    const Adjustments found = autoAdjustments(image);
    QVERIFY(found.low >= 20000 && found.low < 20200);
    QVERIFY(found.high > 29700 && found.high < 30000);
    image.fill(7);
    QCOMPARE(autoAdjustments(image), plainAdjustments(true));
}

void AdjustmentsTest::sixteenBitsBecomeEightThroughTheTable()
{
    QImage image(4, 1, QImage::Format_Grayscale16);
    for (int x = 0; x < 4; ++x)
        reinterpret_cast<quint16 *>(image.scanLine(0))[x] = static_cast<quint16>(1000 * x);
    const QImage shown = adjusted(image, {1, 0, 3, 1}, lookUpTable({1000, 3000, 0, 0, 1}, true));
    QCOMPARE(shown.size(), QSize(3, 1));
    QCOMPARE(shown.pixelColor(0, 0), QColor(0, 0, 0));
    QCOMPARE(shown.pixelColor(2, 0), QColor(255, 255, 255));
}

REGISTER_TEST(AdjustmentsTest);
#include "adjustments_test.moc"
