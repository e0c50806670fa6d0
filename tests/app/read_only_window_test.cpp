#include "tests/app/window_fixture.h"
#include "widgets/panels/message_bar.h"
#include "widgets/qt_text.h"
#include <QLabel>

using namespace core;

class ReadOnlyWindowTest : public QObject {
    Q_OBJECT
private slots:
    void aSecondWindowShowsEverythingAndChangesNothing();
};

void ReadOnlyWindowTest::aSecondWindowShowsEverythingAndChangesNothing()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 3, 2);
    const auto first = Project::open(widgets::toPath(f.file()), OpenMode::Edit);
    QVERIFY_OK(first);
    f.openWindow();
    QVERIFY(f.session().isReadOnly());
    QCOMPARE(f.window->messages().count(), 1);
    QVERIFY(f.window->findChild<QLabel *>("saved")->text() == "Read-only");
    for (const char *id : {"project.import", "project.publish", "project.relink", "edit.undo", "edit.delete",
                           "sample.done-next", "sample.hard", "label.1"})
        QVERIFY2(!f.window->actions().action(id)->isEnabled(), id);
    for (const char *id : {"project.export", "sample.next", "view.fit", "quality.statistics"})
        QVERIFY2(f.window->actions().action(id)->isEnabled(), id);
    f.key(Qt::Key_1);
    f.key(Qt::Key_N);
    QVERIFY(f.labelsOf(0).empty());
    QCOMPARE(f.current(), QString("img_0.png"));
    f.key(Qt::Key_D);
    QCOMPARE(f.current(), QString("img_1.png"));
    QCOMPARE(f.reader().stateCounts(f.session().job().id)->labeled, 0);
}

REGISTER_TEST(ReadOnlyWindowTest);
#include "read_only_window_test.moc"
