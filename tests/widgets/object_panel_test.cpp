#include "widgets/panels/object_panel.h"
#include "tests/widgets/fixtures.h"
#include "widgets/lists/tile_view.h"
#include "widgets/panels/object_model.h"
#include <QComboBox>
#include <QSignalSpy>

using namespace widgets;

class ObjectPanelTest : public QObject {
    Q_OBJECT
private slots:
    void topOfTheDrawingOrderStandsFirst();
    void selectionGoesBothWays();
    void deleteProposesTheSelectedObjectsGone();
    void theEyeHidesTheWholeSelection();
    void sortsByLabelAndByConfidence();
    void oneEditAmongFiftyThousandTouchesOneLine();
    void aRemovedObjectLeavesTheSelection();
};

namespace {

struct ObjectList {
    explicit ObjectList(int count)
        : labels(tests::someLabels({"car", "person"})),
          content(tests::contentOf(count, *labels)),
          view(panel.findChild<TileView *>()),
          selected(&panel, &ObjectPanel::selectionChanged),
          edits(&panel, &ObjectPanel::editProposed)
    {
        panel.setContent(content, labels);
        panel.resize(280, 400);
        panel.show();
    }
    core::AnnotationId idAt(int row) { return static_cast<ObjectModel *>(view->model())->at(row)->id; }
    QPoint center(int row) { return view->visualRect(view->model()->index(row, 0)).center(); }
    core::Edit lastEdit() { return edits.constLast().at(0).value<core::Edit>(); }

    std::shared_ptr<const std::vector<core::Label>> labels;
    std::shared_ptr<const core::SampleContent> content;
    ObjectPanel panel;
    TileView *view;
    QSignalSpy selected, edits;
};

}  // namespace

void ObjectPanelTest::topOfTheDrawingOrderStandsFirst()
{
    ObjectList panel(5);
    QCOMPARE(panel.view->model()->rowCount(), 5);
    QCOMPARE(panel.idAt(0).value, 5);
    QCOMPARE(panel.idAt(4).value, 1);
}

void ObjectPanelTest::selectionGoesBothWays()
{
    ObjectList panel(5);
    panel.panel.setSelection({{2}, {4}});
    QCOMPARE(panel.selected.count(), 0);
    QVERIFY(panel.view->selectionModel()->isSelected(panel.view->model()->index(1, 0)));
    QVERIFY(panel.view->selectionModel()->isSelected(panel.view->model()->index(3, 0)));
    QTest::mouseClick(panel.view->viewport(), Qt::LeftButton, {}, panel.center(0));
    QCOMPARE(panel.selected.count(), 1);
    QVERIFY(panel.panel.selection() == QList<core::AnnotationId>({{5}}));
    QTest::mouseClick(panel.view->viewport(), Qt::LeftButton, Qt::ShiftModifier, panel.center(2));
    QCOMPARE(panel.panel.selection().size(), 3);
}

void ObjectPanelTest::deleteProposesTheSelectedObjectsGone()
{
    ObjectList panel(5);
    panel.panel.setSelection({{2}, {4}});
    QTest::keyClick(panel.view, Qt::Key_Delete);
    QCOMPARE(panel.edits.count(), 1);
    const core::SampleContent after = core::patched(*panel.content, panel.lastEdit());
    QCOMPARE(after.annotations.size(), 3u);
    QVERIFY(!after.annotation({2}) && !after.annotation({4}));
}

void ObjectPanelTest::theEyeHidesTheWholeSelection()
{
    ObjectList panel(4);
    panel.panel.setSelection({{4}, {1}});
    const QRect line = panel.view->visualRect(panel.view->model()->index(0, 0));
    QTest::mouseClick(panel.view->viewport(), Qt::LeftButton, {}, ObjectDelegate::eyeRect(line).center());
    QCOMPARE(panel.edits.count(), 1);
    const core::SampleContent after = core::patched(*panel.content, panel.lastEdit());
    for (const core::AnnotationPtr &object : after.annotations)
        QCOMPARE(core::isSet(object->attributes, core::builtin::Hidden),
                 object->id.value == 4 || object->id.value == 1);
    QVERIFY(panel.panel.selection().size() == 2);
}

void ObjectPanelTest::sortsByLabelAndByConfidence()
{
    ObjectList panel(4);
    auto *sort = panel.panel.findChild<QComboBox *>();
    sort->setFocus();
    QTest::keyClick(sort, Qt::Key_Down);  // by label: car has 3 and 1, person 4 and 2
    QCOMPARE(panel.idAt(0).value, 3);
    QCOMPARE(panel.idAt(1).value, 1);
    QCOMPARE(panel.idAt(2).value, 4);
    QTest::keyClick(sort, Qt::Key_Down);  // least sure first
    QCOMPARE(panel.idAt(0).value, 1);
    QCOMPARE(panel.idAt(3).value, 4);
}

void ObjectPanelTest::oneEditAmongFiftyThousandTouchesOneLine()
{
    ObjectList panel(50000);
    QSignalSpy changed(panel.view->model(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(panel.view->model(), &QAbstractItemModel::modelReset);
    const std::vector<core::AnnotationId> one{{777}};
    auto after = std::make_shared<const core::SampleContent>(
        core::patched(*panel.content, core::setAttribute(*panel.content, one, core::builtin::Locked, "1")));
    panel.panel.setContent(after, panel.labels);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 50000 - 777);
    QTest::keyClick(panel.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(panel.panel.selection().size(), 50000);
}

void ObjectPanelTest::aRemovedObjectLeavesTheSelection()
{
    ObjectList panel(3);
    panel.panel.setSelection({{1}, {2}});
    const std::vector<core::AnnotationId> one{{2}};
    panel.panel.setContent(std::make_shared<const core::SampleContent>(
                               core::patched(*panel.content, core::removeAnnotations(*panel.content, one))),
                           panel.labels);
    QVERIFY(panel.panel.selection() == QList<core::AnnotationId>({{1}}));
    panel.panel.setContent(nullptr, panel.labels);
    QVERIFY(panel.panel.selection().isEmpty());
}

REGISTER_TEST(ObjectPanelTest);
#include "object_panel_test.moc"
