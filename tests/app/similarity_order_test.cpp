#include "app/similarity_order.h"
#include "tests/app/window_fixture.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QFile>
#include <QToolButton>

using namespace core;

class SimilarityOrderTest : public QObject {
    Q_OBJECT
private slots:
    void theMostAlikeComeFirstAndThoseWithoutAPictureLast();
    void theSecondTimeNothingIsDecoded();
    void theGridIsSortedFromTheCurrentSample();
    void anotherSortGoesBackToTheQuery();
};

namespace {

// Images 0 … 5: red, blue, red with a mark, blue with a mark, green, none.
struct Pictures : tests::WindowFixture {
    Pictures()
    {
        makeProject(JobKind::ImageClassification, 6, 1);
        const QColor colours[] = {Qt::red, Qt::blue, Qt::red, Qt::blue, Qt::green};
        for (int i = 0; i < 5; ++i) {
            QImage image(400, 300, QImage::Format_RGB32);
            image.fill(colours[i]);
            if (i == 2 || i == 3)
                for (int y = 100; y < 160; ++y)
                    for (int x = 100; x < 160; ++x)
                        image.setPixelColor(x, y, Qt::white);
            QVERIFY(image.save(picture(i)));
        }
        QVERIFY(QFile::remove(picture(5)));
    }
    QString picture(int i) const { return folder.filePath(QString("img_%1.png").arg(i)); }
    Result<std::vector<SampleId>> orderFrom(int image, bool descending = false)
    {
        ProgressState progress;
        TaskContext task({}, progress);
        return app::similarityOrder(reader(), {{session().job().id, {}}, sample(image), descending},
                                    {session().folder(), {}, widgets::pathText(session().project()->cacheDir())}, task);
    }
    std::vector<SampleId> samples(std::initializer_list<int> images)
    {
        std::vector<SampleId> ids;
        for (const int image : images)
            ids.push_back(sample(image));
        return ids;
    }
    std::vector<SampleId> listed()
    {
        std::vector<SampleId> ids;
        for (int row = 0; row < list().rowCount(); ++row)
            ids.push_back(list().idAt(row));
        return ids;
    }
    // Chooses the line of the grid's box with the keyboard.
    void sortBy(const QString &line)
    {
        auto *box = window->browser().grid()->findChild<QComboBox *>();
        box->setFocus();
        const int at = box->findText(line);
        QVERIFY(at >= 0);
        while (box->currentIndex() != at)
            QTest::keyClick(box, box->currentIndex() < at ? Qt::Key_Down : Qt::Key_Up);
    }
};

}  // namespace

void SimilarityOrderTest::theMostAlikeComeFirstAndThoseWithoutAPictureLast()
{
    Pictures f;
    f.openWindow();
    const auto order = f.orderFrom(3);
    QVERIFY_OK(order);
    QCOMPARE(order->size(), std::size_t(6));
    QCOMPARE(order->at(0), f.sample(3));
    QCOMPARE(order->at(1), f.sample(1));
    QCOMPARE(order->at(5), f.sample(5));
    const auto reversed = f.orderFrom(3, true);
    QCOMPARE(reversed->at(4), f.sample(3));
    QCOMPARE(reversed->at(5), f.sample(5));
    const auto none = f.orderFrom(5);
    QVERIFY(!none && none.error().code == Code::NotFound);
}

void SimilarityOrderTest::theSecondTimeNothingIsDecoded()
{
    Pictures f;
    f.openWindow();
    const auto first = f.orderFrom(0);
    const QString cache = widgets::pathText(f.session().project()->cacheDir());
    QDir thumbnails(cache);
    for (const QString &each : thumbnails.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY(QDir(thumbnails.filePath(each)).removeRecursively());
    QCOMPARE(*f.orderFrom(0), *first);
    QVERIFY(thumbnails.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    QVERIFY(QFile::remove(cache + "/looks"));  // the cache may go at any time
    QCOMPARE(*f.orderFrom(0), *first);
}

void SimilarityOrderTest::theGridIsSortedFromTheCurrentSample()
{
    Pictures f;
    f.openWindow();
    f.key(Qt::Key_D);
    f.key(Qt::Key_G, Qt::ControlModifier);
    f.sortBy("Similarity to the current sample");
    QTRY_COMPARE(f.list().idAt(1), f.sample(3));
    QCOMPARE(f.list().idAt(0), f.sample(1));
    QCOMPARE(f.list().idAt(5), f.sample(5));
}

void SimilarityOrderTest::anotherSortGoesBackToTheQuery()
{
    Pictures f;
    f.openWindow();
    f.key(Qt::Key_G, Qt::ControlModifier);
    f.sortBy("Similarity to the current sample");
    QTRY_COMPARE(f.list().idAt(1), f.sample(2));
    f.sortBy("Order of import");
    QTRY_COMPARE(f.listed(), f.samples({0, 1, 2, 3, 4, 5}));
}

REGISTER_TEST(SimilarityOrderTest);
#include "similarity_order_test.moc"
