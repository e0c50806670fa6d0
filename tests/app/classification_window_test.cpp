#include "tests/app/window_fixture.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/lists/tile_view.h"

using namespace core;
using Names = std::vector<std::string>;

class ClassificationWindowTest : public QObject {
    Q_OBJECT
private slots:
    void fiveImagesAreLabeledWithFiveKeys();
    void aLabelOfASingleLabelJobIsReplacedByTheNext();
    void severalLabelsToggleAndSpaceGoesOn();
    void undoGoesBackToTheSampleItTouches();
    void nothingHereIsVerifiedEmpty();
    void doneOnAnUntouchedSampleGoesOnAndMarksNothing();
    void theGridLabelsAllSelectedInOneStep();
    void arrowsAndEnterAreTheGridsOwn();
    void hardIsToggledByItsKey();
    void keysAreTextInTheFilterBox();
    void aProjectOpensWhereItWasLeft();
};

void ClassificationWindowTest::fiveImagesAreLabeledWithFiveKeys()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 6, 3);
    f.openWindow();
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_1, Qt::Key_2})
        f.key(key);
    QCOMPARE(f.current(), QString("img_5.png"));
    const Names wanted[] = {{"l1"}, {"l2"}, {"l3"}, {"l1"}, {"l2"}};
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(f.labelsOf(i), wanted[i]);
        QVERIFY(f.content(i).state() == State::Labeled);
    }
    QVERIFY(f.content(5).state() == State::Unlabeled);
}

void ClassificationWindowTest::aLabelOfASingleLabelJobIsReplacedByTheNext()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 2, 3);
    f.openWindow();
    f.key(Qt::Key_1);
    f.key(Qt::Key_A);
    f.key(Qt::Key_3);
    QCOMPARE(f.labelsOf(0), Names{"l3"});
}

void ClassificationWindowTest::severalLabelsToggleAndSpaceGoesOn()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 2, 3, true);
    f.openWindow();
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_3, Qt::Key_2, Qt::Key_3})
        f.key(key);
    QCOMPARE(f.current(), QString("img_0.png"));
    f.key(Qt::Key_Space);
    QCOMPARE(f.current(), QString("img_1.png"));
    QCOMPARE(f.labelsOf(0), (Names{"l1", "l2"}));
}

void ClassificationWindowTest::undoGoesBackToTheSampleItTouches()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 3, 2);
    f.openWindow();
    f.key(Qt::Key_1);
    f.key(Qt::Key_2);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.current(), QString("img_1.png"));
    QVERIFY(f.labelsOf(1).empty());
    QVERIFY(f.content(1).state() == State::Unlabeled);
    f.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(f.labelsOf(1), Names{"l2"});
}

void ClassificationWindowTest::nothingHereIsVerifiedEmpty()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 2, 2);
    f.openWindow();
    f.key(Qt::Key_N);
    QCOMPARE(f.current(), QString("img_1.png"));
    QVERIFY(f.content(0).annotations.empty());
    QVERIFY(f.content(0).state() == State::Labeled);
}

void ClassificationWindowTest::doneOnAnUntouchedSampleGoesOnAndMarksNothing()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 2, 2);
    f.openWindow();
    f.key(Qt::Key_Space);
    QCOMPARE(f.current(), QString("img_1.png"));
    QVERIFY(f.content(0).state() == State::Unlabeled);
}

void ClassificationWindowTest::theGridLabelsAllSelectedInOneStep()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 8, 2);
    f.openWindow();
    f.key(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(f.window->isGridShown());
    f.key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(f.window->browser().grid()->selectedSamples().size(), 8);
    f.key(Qt::Key_2);
    for (int i = 0; i < 8; ++i)
        QCOMPARE(f.labelsOf(i), Names{"l2"});
    f.key(Qt::Key_Z, Qt::ControlModifier);
    for (int i = 0; i < 8; ++i)
        QVERIFY(f.labelsOf(i).empty());
}

void ClassificationWindowTest::arrowsAndEnterAreTheGridsOwn()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 8, 2);
    app::Preferences preferences = f.settings.preferences();
    preferences.profile = app::KeyProfile::Cvat;  // where Right is the next sample not done
    f.settings.setPreferences(preferences);
    f.openWindow();
    f.key(Qt::Key_G, Qt::ControlModifier);
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(f.window->browser().grid()->selectedSamples(), (QList{f.sample(1), f.sample(2)}));
    f.key(Qt::Key_Return);
    QVERIFY(!f.window->isGridShown());
    QCOMPARE(f.current(), QString("img_2.png"));
}

void ClassificationWindowTest::hardIsToggledByItsKey()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 1, 1);
    f.openWindow();
    f.key(Qt::Key_H);
    QVERIFY(f.content(0).work && f.content(0).work->hard);
    f.key(Qt::Key_H);
    QVERIFY(!f.content(0).work->hard);
}

void ClassificationWindowTest::keysAreTextInTheFilterBox()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 3, 2);
    f.openWindow();
    f.key(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "d1 n");
    QCOMPARE(f.current(), QString("img_0.png"));
    QVERIFY(f.labelsOf(0).empty());
    QVERIFY(f.content(0).state() == State::Unlabeled);
}

void ClassificationWindowTest::aProjectOpensWhereItWasLeft()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 5, 2);
    f.openWindow();
    f.key(Qt::Key_D);
    f.key(Qt::Key_D);
    f.window->close();
    f.openWindow();
    QCOMPARE(f.current(), QString("img_2.png"));
}

REGISTER_TEST(ClassificationWindowTest);
#include "classification_window_test.moc"
