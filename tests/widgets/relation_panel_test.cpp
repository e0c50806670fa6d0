#include "widgets/panels/relation_panel.h"
#include "tests/widgets/text_content.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/relation_model.h"
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace widgets;

class RelationPanelTest : public QObject {
    Q_OBJECT
private slots:
    void showsTriplesInTheOrderOfTheirHeads();
    void selectionGoesBothWays();
    void deleteProposesTheRelationGone();
    void turnsRoundOrSaysWhyNot();
    void offersTheLabelsThatFit();
    void relabelsByTheList();
    void misfitsAreMarkedWithTheirReason();
    void filtersInAllThreeColumns();
    void aContentKeepsPlaceAndSelection();
    void saysWhatToDoWhereThereAreNone();
    void textsOfTheDataAreNeverRichText();
};

namespace {

struct Panel {
    explicit Panel(core::SampleContent of = tests::triples(), core::Job ofJob = tests::tripleJob())
        : job(std::move(ofJob)),
          view(panel.findChild<QTreeView *>()),
          labels(tests::tripleLabels()),
          selected(&panel, &RelationPanel::relationSelected),
          edits(&panel, &RelationPanel::editProposed),
          told(&panel, &RelationPanel::told)
    {
        show(std::move(of));
        panel.resize(300, 400);
        panel.show();
    }
    void show(core::SampleContent of)
    {
        content = std::make_shared<const core::SampleContent>(std::move(of));
        panel.setContent(content, labels, job);
    }
    void click(int row)
    {
        const QPoint at = view->visualRect(view->model()->index(row, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    }
    QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return view->model()->index(row, column).data(role).toString();
    }
    core::SampleContent after() { return core::patched(*content, edits.constLast().at(0).value<core::Edit>()); }
    QToolButton *button(const char *name)
    {
        for (auto *each : panel.findChildren<QToolButton *>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }

    core::Job job;
    RelationPanel panel;
    QTreeView *view;
    std::shared_ptr<const core::SampleContent> content;
    std::shared_ptr<const std::vector<core::Label>> labels;
    QSignalSpy selected, edits, told;
};

}  // namespace

void RelationPanelTest::showsTriplesInTheOrderOfTheirHeads()
{
    Panel panel;
    QCOMPARE(panel.view->model()->rowCount(), 2);
    QCOMPARE(QStringList({panel.cell(0, 0), panel.cell(0, 1), panel.cell(0, 2)}), QStringList({"Ada", "knows", "Bob"}));
    QCOMPARE(QStringList({panel.cell(1, 0), panel.cell(1, 1), panel.cell(1, 2)}),
             QStringList({"Bob", "born in", "Paris"}));
}

void RelationPanelTest::selectionGoesBothWays()
{
    Panel panel;
    panel.panel.setSelected({12});
    QCOMPARE(panel.selected.count(), 0);
    QVERIFY(panel.view->selectionModel()->isRowSelected(1));
    panel.click(0);
    QCOMPARE(panel.selected.count(), 1);
    QVERIFY(panel.selected.constLast().at(0).value<core::RelationId>() == core::RelationId{11});
    QTest::keyClick(panel.view, Qt::Key_Down);
    QVERIFY(panel.panel.selected() == core::RelationId{12});
    panel.panel.setSelected({});
    QVERIFY(!panel.view->selectionModel()->hasSelection());
}

void RelationPanelTest::deleteProposesTheRelationGone()
{
    Panel panel;
    QVERIFY(!panel.button("Delete the selected relation")->isEnabled());
    panel.click(1);
    QTest::keyClick(panel.view, Qt::Key_Delete);
    QCOMPARE(panel.edits.count(), 1);
    QCOMPARE(panel.after().relations, std::vector{panel.content->relations[0]});
    QTest::mouseClick(panel.button("Delete the selected relation"), Qt::LeftButton);
    QCOMPARE(panel.edits.count(), 2);
}

void RelationPanelTest::turnsRoundOrSaysWhyNot()
{
    Panel panel;
    panel.click(0);
    QTest::mouseClick(panel.button("Turn the selected relation round"), Qt::LeftButton);
    QCOMPARE(panel.edits.count(), 1);
    QVERIFY(panel.after().relations[0].from == core::AnnotationId{2});
    panel.click(1);
    QTest::mouseClick(panel.button("Turn the selected relation round"), Qt::LeftButton);
    QCOMPARE(panel.edits.count(), 1);
    QCOMPARE(panel.told.constLast().at(0).toString(), QString("“born in” goes from “person” to “place”."));
}

void RelationPanelTest::offersTheLabelsThatFit()
{
    Panel panel;
    auto *box = panel.panel.findChild<QComboBox *>();
    QVERIFY(!box->isEnabled());
    panel.click(0);
    QCOMPARE(box->count(), 1);
    QCOMPARE(box->currentText(), QString("knows"));
    Panel flagging(tests::triples(), core::withFlaggedMisfits(tests::tripleJob(), true));
    flagging.click(0);
    QCOMPARE(flagging.panel.findChild<QComboBox *>()->count(), 2);
}

void RelationPanelTest::relabelsByTheList()
{
    Panel panel(tests::triples(), core::withFlaggedMisfits(tests::tripleJob(), true));
    panel.click(0);
    auto *box = panel.panel.findChild<QComboBox *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(panel.edits.count(), 1);
    QVERIFY(panel.after().relations[0].label == core::LabelId{tests::bornInLabel});
}

void RelationPanelTest::misfitsAreMarkedWithTheirReason()
{
    core::SampleContent content = tests::triples();
    content.relations.push_back(tests::relationOf(13, tests::bornInLabel, 1, 3));
    Panel panel(content);
    QCOMPARE(panel.cell(2, 0), QString("Paris"));
    QCOMPARE(panel.cell(2, 1, Qt::ToolTipRole), QString("“born in” goes from “person” to “place”."));
    const auto picture = [&](int row) {
        return panel.view->model()->index(row, 1).data(Qt::DecorationRole).value<QIcon>().pixmap(16, 16).toImage();
    };
    QVERIFY(picture(2) != picture(1));  // both “born in”: a warning instead of its colour
    QVERIFY(panel.cell(0, 1, Qt::ToolTipRole).isEmpty());
}

void RelationPanelTest::filtersInAllThreeColumns()
{
    Panel panel;
    auto *filter = panel.panel.findChild<QLineEdit *>();
    const auto shownFor = [&](const char *text) {
        filter->clear();
        QTest::keyClicks(filter, text);
        return panel.view->model()->rowCount();
    };
    QCOMPARE(shownFor("bob"), 2);
    QCOMPARE(shownFor("ada"), 1);
    QCOMPARE(shownFor("paris"), 1);
    QCOMPARE(shownFor("born"), 1);
    QCOMPARE(shownFor("nobody"), 0);
    QVERIFY(panel.panel.findChild<EmptyState *>()->isVisible());
    panel.panel.setSelected({11});  // filtered out: still the one the keys are for
    QTest::mouseClick(panel.button("Delete the selected relation"), Qt::LeftButton);
    QCOMPARE(panel.after().relations, std::vector{panel.content->relations[1]});
}

void RelationPanelTest::aContentKeepsPlaceAndSelection()
{
    core::SampleContent content = tests::triples();
    content.relations.clear();
    for (std::int64_t id = 1; id <= 500; ++id)
        content.relations.push_back(tests::relationOf(id, tests::knowsLabel, 3, 2));
    Panel panel(content);
    panel.panel.setSelected({400});
    const int before = panel.view->verticalScrollBar()->value();
    QVERIFY(before > 0);
    content.relations.erase(content.relations.begin() + 450);
    panel.show(content);
    QVERIFY(panel.panel.selected() == core::RelationId{400});
    QVERIFY(panel.view->selectionModel()->isRowSelected(399));
    QCOMPARE(panel.view->verticalScrollBar()->value(), before);
    content.relations.erase(content.relations.begin() + 399);
    panel.show(content);
    QVERIFY(!panel.panel.selected());
    QCOMPARE(panel.selected.count(), 0);
}

void RelationPanelTest::saysWhatToDoWhereThereAreNone()
{
    core::SampleContent content = tests::triples();
    content.relations.clear();
    Panel panel(content);
    QVERIFY(panel.panel.findChild<EmptyState *>()->isVisible());
    QVERIFY(!panel.view->isVisible());
}

void RelationPanelTest::textsOfTheDataAreNeverRichText()
{
    core::SampleContent content = tests::triples();
    content.sample.text = "<b>A</b> \n\t Bob in Paris.";
    content.annotations[2] = tests::entityOf(3, tests::personLabel, 0, 13);
    Panel panel(content);
    QCOMPARE(panel.cell(0, 0), QString("<b>A</b> B"));
    QVERIFY(panel.cell(0, 0, Qt::ToolTipRole).startsWith("&lt;b&gt;A"));
}

REGISTER_TEST(RelationPanelTest);
#include "relation_panel_test.moc"
