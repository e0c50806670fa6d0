// Acts of the label panel that go through the whole project.
#include "app/side_panels.h"
#include "tests/app/window_fixture.h"
#include "widgets/panels/label_panel.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>

using namespace core;
using Names = std::vector<std::string>;

class LabelsWindowTest : public QObject {
    Q_OBJECT
private slots:
    void aRenamedLabelKeepsItsAnnotations();
    void aMergedLabelGivesItsAnnotationsAway();
    void deletingALabelLeavesTheSamples();
    void deletingALabelWithItsSamplesLeavesThoseWithOthers();
};

namespace {

struct LabelsWindow : tests::WindowFixture {
    // l1 on the first two images, l1 and l2 on the third.
    LabelsWindow()
    {
        makeProject(JobKind::ImageClassification, 3, 2, true);
        openWindow();
        for (const Qt::Key each : {Qt::Key_1, Qt::Key_D, Qt::Key_1, Qt::Key_D, Qt::Key_1, Qt::Key_2})
            key(each);
        view = window->findChild<widgets::LabelPanel *>()->findChild<QListView *>();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(0, 0));
    }
    QDialog *dialog()  // the label panel's: not modal to the test
    {
        for (QDialog *each : window->findChildren<QDialog *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    void accept()
    {
        QTest::mouseClick(dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }
    Names labelNames()
    {
        Names names;
        for (const Label &label : *session().labels())
            names.push_back(label.name);
        return names;
    }
    QListView *view = nullptr;
};

}  // namespace

void LabelsWindowTest::aRenamedLabelKeepsItsAnnotations()
{
    LabelsWindow f;
    QTest::keyClick(f.view, Qt::Key_F2);
    QTRY_VERIFY(f.dialog());
    auto *name = f.dialog()->findChild<QLineEdit *>("name");
    name->selectAll();
    QTest::keyClicks(name, "cat");
    f.accept();
    QCOMPARE(f.labelNames(), (Names{"cat", "l2"}));
    QCOMPARE(f.labelsOf(0), Names{"cat"});
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.labelNames(), (Names{"l1", "l2"}));
}

void LabelsWindowTest::aMergedLabelGivesItsAnnotationsAway()
{
    LabelsWindow f;
    emit f.view->customContextMenuRequested(f.view->visualRect(f.view->model()->index(0, 0)).center());
    QAction *merge = nullptr;
    for (QAction *each : f.window->findChildren<QAction *>())
        merge = each->text() == "Merge into…" ? each : merge;
    QVERIFY(merge);
    merge->trigger();
    QTRY_VERIFY(f.dialog());
    QCOMPARE(f.dialog()->findChild<QComboBox *>()->currentText(), QString("l2"));
    f.accept();
    QTRY_COMPARE(f.labelNames(), Names{"l2"});
    QCOMPARE(f.labelsOf(0), Names{"l2"});
    QCOMPARE(f.labelsOf(2), Names{"l2"});  // once
}

void LabelsWindowTest::deletingALabelLeavesTheSamples()
{
    LabelsWindow f;
    QTest::keyClick(f.view, Qt::Key_Delete);
    QTRY_VERIFY(f.dialog());
    f.accept();
    QTRY_COMPARE(f.labelNames(), Names{"l2"});
    QVERIFY(f.labelsOf(0).empty());
    QVERIFY(f.content(0).state() == State::Unlabeled);
    QCOMPARE(f.labelsOf(2), Names{"l2"});
    QCOMPARE(f.reader().stateCounts(f.session().job().id)->all, 3);
}

void LabelsWindowTest::deletingALabelWithItsSamplesLeavesThoseWithOthers()
{
    LabelsWindow f;
    QTest::keyClick(f.view, Qt::Key_Delete);
    QTRY_VERIFY(f.dialog());
    f.dialog()->findChildren<QRadioButton *>()[1]->click();
    f.accept();
    QTRY_COMPARE(f.labelNames(), Names{"l2"});
    QCOMPARE(f.reader().stateCounts(f.session().job().id)->all, 1);
    QCOMPARE(f.labelsOf(2), Names{"l2"});
    QVERIFY(QFile::exists(f.folder.filePath("img_0.png")));
    QVERIFY_OK(f.session().undo());
    QCOMPARE(f.reader().stateCounts(f.session().job().id)->all, 3);
    QCOMPARE(f.labelsOf(1), Names{"l1"});
}

REGISTER_TEST(LabelsWindowTest);
#include "labels_window_test.moc"
