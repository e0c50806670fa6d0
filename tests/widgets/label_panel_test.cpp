#include "widgets/panels/label_panel.h"
#include "tests/widgets/fixtures.h"
#include "widgets/panels/label_editor.h"
#include "widgets/panels/label_model.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace widgets;

class LabelPanelTest : public QObject {
    Q_OBJECT
private slots:
    void clickingALabelChoosesIt();
    void typingANewNameAndEnterAddsTheLabelAndChoosesIt();
    void typingPartOfANameAndEnterChoosesTheLastUsedMatch();
    void anExactNameIsNotAddedTwice();
    void altDownMovesALabelAndChangesOnlyTheRowsThatMove();
    void editingProposesTheLabelBeforeAndAfter();
    void whatALabelKeepsOfAFileIsNoFieldAndStays();
    void aKeyOfAnotherLabelCannotBeTaken();
    void aKeyThatDoesSomethingElseIsNamedWithWhatItDoes();
    void deletingAsksForThePolicyFirst();
    void readOnlyOffersNoNewLabel();
};

namespace {

struct LabelList {
    explicit LabelList(std::shared_ptr<const std::vector<core::Label>> all = tests::someLabels({"car", "person",
                                                                                                "bus"}))
        : labels(std::move(all)),
          search(panel.findChild<QLineEdit *>()),
          view(panel.findChild<QListView *>()),
          chosen(&panel, &LabelPanel::labelChosen),
          edits(&panel, &LabelPanel::editProposed)
    {
        core::Job job;
        job.id = {1};
        panel.setJob(job);
        panel.setLabels(labels);
        panel.resize(260, 300);
        panel.show();
    }
    core::LabelId lastChosen() { return chosen.constLast().at(0).value<core::LabelId>(); }
    core::Edit lastEdit() { return edits.constLast().at(0).value<core::Edit>(); }

    std::shared_ptr<const std::vector<core::Label>> labels;
    LabelPanel panel;
    QLineEdit *search;
    QListView *view;
    QSignalSpy chosen, edits;
};

}  // namespace

void LabelPanelTest::clickingALabelChoosesIt()
{
    LabelList panel;
    const QModelIndex second = panel.view->model()->index(1, 0);
    QTest::mouseClick(panel.view->viewport(), Qt::LeftButton, {}, panel.view->visualRect(second).center());
    QCOMPARE(panel.chosen.count(), 1);
    QCOMPARE(panel.lastChosen().value, 2);
}

void LabelPanelTest::typingANewNameAndEnterAddsTheLabelAndChoosesIt()
{
    LabelList panel;
    QTest::keyClicks(panel.search, "truck");
    QTest::keyClick(panel.search, Qt::Key_Return);
    QCOMPARE(panel.edits.count(), 1);
    const core::Edit edit = panel.lastEdit();
    QCOMPARE(edit.changes.size(), 1u);
    const auto &change = std::get<core::RowChange<core::Label>>(edit.changes[0]);
    QVERIFY(!change.before);
    QCOMPARE(toQString(change.after->name), QStringLiteral("truck"));
    QCOMPARE(change.after->job.value, 1);
    QCOMPARE(change.after->position, 3);
    QCOMPARE(change.after->rgb, nextLabelColor(*panel.labels));
    QVERIFY(panel.search->text().isEmpty());
    auto more = *panel.labels;
    more.push_back(*change.after);
    more.back().id = {44};
    panel.panel.setLabels(std::make_shared<const std::vector<core::Label>>(more));
    QCOMPARE(panel.lastChosen().value, 44);
}

void LabelPanelTest::typingPartOfANameAndEnterChoosesTheLastUsedMatch()
{
    LabelList panel(tests::someLabels({"red car", "blue car", "bus"}));
    panel.panel.setCurrentLabel({1});
    panel.panel.setCurrentLabel({2});
    panel.panel.setCurrentLabel({3});
    QTest::keyClicks(panel.search, "CAR");
    QTest::keyClick(panel.search, Qt::Key_Return);
    QCOMPARE(panel.lastChosen().value, 2);
    QCOMPARE(panel.edits.count(), 0);
}

void LabelPanelTest::anExactNameIsNotAddedTwice()
{
    LabelList panel;
    QTest::keyClicks(panel.search, "bus");
    QCOMPARE(panel.view->model()->rowCount(), 1);
    QTest::keyClick(panel.search, Qt::Key_Return);
    QCOMPARE(panel.lastChosen().value, 3);
    QCOMPARE(panel.edits.count(), 0);
}

void LabelPanelTest::altDownMovesALabelAndChangesOnlyTheRowsThatMove()
{
    LabelList panel;
    panel.view->setCurrentIndex(panel.view->model()->index(0, 0));
    QTest::keyClick(panel.view, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(panel.edits.count(), 1);
    const core::Edit edit = panel.lastEdit();
    QCOMPARE(edit.changes.size(), 2u);
    const auto &first = std::get<core::RowChange<core::Label>>(edit.changes[0]);
    QCOMPARE(toQString(first.after->name), QStringLiteral("person"));
    QCOMPARE(first.after->position, 0);
    const auto &second = std::get<core::RowChange<core::Label>>(edit.changes[1]);
    QCOMPARE(toQString(second.after->name), QStringLiteral("car"));
    QCOMPARE(second.after->position, 1);
}

void LabelPanelTest::editingProposesTheLabelBeforeAndAfter()
{
    LabelList panel;
    panel.view->setCurrentIndex(panel.view->model()->index(1, 0));
    QTest::keyClick(panel.view, Qt::Key_F2);
    auto *editor = panel.panel.findChild<LabelEditor *>();
    QVERIFY(editor);
    auto *name = editor->findChild<QLineEdit *>("name");
    name->clear();
    QTest::keyClicks(name, "people");
    editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(panel.edits.count(), 1);
    const core::Edit edit = panel.lastEdit();
    const auto &change = std::get<core::RowChange<core::Label>>(edit.changes[0]);
    QVERIFY(change.before == panel.labels->at(1));
    core::Label wanted = panel.labels->at(1);
    wanted.name = "people";
    QVERIFY(change.after == wanted);
}

void LabelPanelTest::aKeyOfAnotherLabelCannotBeTaken()
{
    auto labels = *tests::someLabels({"car", "person"});
    labels[0].shortcut = "B";
    labels[1].shortcut = "B";
    LabelEditor clash(labels[1], labels, {}, nullptr);
    QVERIFY(!clash.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    labels[1].shortcut = "C";
    LabelEditor free(labels[1], labels, {}, nullptr);
    QVERIFY(free.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    auto *name = free.findChild<QLineEdit *>("name");
    name->setText("car");
    QVERIFY(!free.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
}

void LabelPanelTest::aKeyThatDoesSomethingElseIsNamedWithWhatItDoes()
{
    const auto labels = *tests::someLabels({"car", "person"});
    LabelEditor editor(labels[1], labels, {{QKeySequence("D"), "Next sample"}}, nullptr);
    editor.show();
    const auto *hint = editor.findChild<QLabel *>("keyHint");
    QVERIFY(!hint->isVisible());
    auto *key = editor.findChild<QKeySequenceEdit *>();
    QTest::keyClick(key, Qt::Key_D);
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(hint->text().contains("Next sample"));
    QVERIFY(editor.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    key->clear();
    QTest::keyClick(key, Qt::Key_B);
    QTRY_COMPARE(editor.label().shortcut, std::string("B"));
    QVERIFY(!hint->isVisible());
}

void LabelPanelTest::deletingAsksForThePolicyFirst()
{
    LabelList panel;
    QSignalSpy removed(&panel.panel, &LabelPanel::removeWanted);
    panel.panel.setCounts({{{2}, 1234, 321}});
    panel.view->setCurrentIndex(panel.view->model()->index(1, 0));
    QTest::keyClick(panel.view, Qt::Key_Delete);
    QCOMPARE(removed.count(), 0);
    auto *dialog = panel.panel.findChild<QDialog *>();
    QVERIFY(dialog);
    bool countShown = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        countShown = countShown || label->text().contains(QLocale().toString(1234));
    QVERIFY(countShown);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(0).value<core::LabelId>().value, 2);
    QVERIFY(removed.at(0).at(1).value<RemovePolicy>() == RemovePolicy::AnnotationsOnly);
    QCOMPARE(panel.edits.count(), 0);
}

void LabelPanelTest::readOnlyOffersNoNewLabel()
{
    LabelList panel;
    panel.panel.setReadOnly(true);
    QTest::keyClicks(panel.search, "truck");
    QCOMPARE(panel.view->model()->rowCount(), 0);
    QTest::keyClick(panel.search, Qt::Key_Return);
    QCOMPARE(panel.edits.count(), 0);
}

void LabelPanelTest::whatALabelKeepsOfAFileIsNoFieldAndStays()
{
    core::Label label;
    label.name = "dog";
    label.attributes = {{"@x:id", {}, "20"}, {"colour", {"red"}, ""}};
    LabelEditor editor(label, {}, {}, nullptr);
    QCOMPARE(editor.findChild<QTableWidget *>()->rowCount(), 1);
    QVERIFY(editor.label().attributes == label.attributes);
}

REGISTER_TEST(LabelPanelTest);
#include "label_panel_test.moc"
