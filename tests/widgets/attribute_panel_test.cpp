#include "widgets/panels/attribute_panel.h"
#include "tests/widgets/fixtures.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace widgets;

class AttributePanelTest : public QObject {
    Q_OBJECT
private slots:
    void choosingAValueSetsTheAttributeOfAllSelected();
    void freeTextIsSetWhenDone();
    void flagsThatDifferAreShownAsMixedAndSetTogether();
    void aNumberTypedChangesTheGeometry();
    void valuesOfAnotherSelectionAreNotWrittenToIt();
};

namespace {

struct AttributeFields {
    AttributeFields()
    {
        auto with = *tests::someLabels({"car"});
        with[0].attributes = {{"colour", {"red", "blue"}, "blue"}, {"plate", {}, ""}};
        labels = std::make_shared<const std::vector<core::Label>>(with);
        content = tests::contentOf(3, *labels);
        panel.setContent(content, labels);
        panel.resize(300, 500);
        panel.show();
    }
    template <class Widget>
    Widget *field(const QString &name)
    {
        for (Widget *widget : panel.findChildren<Widget *>())
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        return nullptr;
    }
    QCheckBox *flag(const QString &title)
    {
        for (QCheckBox *box : panel.findChildren<QCheckBox *>())
            if (box->text() == title)
                return box;
        return nullptr;
    }
    core::SampleContent after() { return core::patched(*content, edits.constLast().at(0).value<core::Edit>()); }

    std::shared_ptr<const std::vector<core::Label>> labels;
    std::shared_ptr<const core::SampleContent> content;
    AttributePanel panel;
    QSignalSpy edits{&panel, &AttributePanel::editProposed};
};

}  // namespace

void AttributePanelTest::choosingAValueSetsTheAttributeOfAllSelected()
{
    AttributeFields panel;
    panel.panel.setSelection({{1}, {3}});
    auto *colour = panel.field<QComboBox>("colour");
    QVERIFY(colour);
    QCOMPARE(colour->currentIndex(), 0);
    QTest::keyClick(colour, Qt::Key_Down);
    QCOMPARE(panel.edits.count(), 1);
    const core::SampleContent after = panel.after();
    QCOMPARE(*core::valueOf(after.annotation({1})->attributes, "colour"), std::string("red"));
    QCOMPARE(*core::valueOf(after.annotation({3})->attributes, "colour"), std::string("red"));
    QVERIFY(!core::valueOf(after.annotation({2})->attributes, "colour"));
}

void AttributePanelTest::freeTextIsSetWhenDone()
{
    AttributeFields panel;
    panel.panel.setSelection({{2}});
    auto *plate = panel.field<QLineEdit>("plate");
    QVERIFY(plate);
    QTest::keyClicks(plate, "AB-1");
    QCOMPARE(panel.edits.count(), 0);
    QTest::keyClick(plate, Qt::Key_Return);
    QCOMPARE(panel.edits.count(), 1);
    QCOMPARE(*core::valueOf(panel.after().annotation({2})->attributes, "plate"), std::string("AB-1"));
}

void AttributePanelTest::flagsThatDifferAreShownAsMixedAndSetTogether()
{
    AttributeFields panel;
    const std::vector<core::AnnotationId> one{{1}};
    panel.content = std::make_shared<const core::SampleContent>(
        core::patched(*panel.content, core::setAttribute(*panel.content, one, core::builtin::Occluded, "1")));
    panel.panel.setContent(panel.content, panel.labels);
    panel.panel.setSelection({{1}, {2}});
    QCheckBox *occluded = panel.flag("Occluded");
    QVERIFY(occluded);
    QCOMPARE(occluded->checkState(), Qt::PartiallyChecked);
    QTest::mouseClick(occluded, Qt::LeftButton, {}, QPoint(8, occluded->height() / 2));
    QCOMPARE(panel.edits.count(), 1);
    QVERIFY(core::isSet(panel.after().annotation({2})->attributes, core::builtin::Occluded));
    QVERIFY(core::isSet(panel.after().annotation({1})->attributes, core::builtin::Occluded));
}

void AttributePanelTest::aNumberTypedChangesTheGeometry()
{
    AttributeFields panel;
    panel.panel.setSelection({{2}});
    auto *width = panel.field<QDoubleSpinBox>("W");
    QVERIFY(width);
    QCOMPARE(width->value(), 30.0);
    width->selectAll();
    QTest::keyClicks(width, "55.5");
    QTest::keyClick(width, Qt::Key_Return);
    QCOMPARE(panel.edits.count(), 1);
    const core::Geometry wanted = core::Box{10, 20, 55.5, 40, 0};
    QVERIFY(panel.after().annotation({2})->geometry == wanted);
}

void AttributePanelTest::valuesOfAnotherSelectionAreNotWrittenToIt()
{
    AttributeFields panel;
    panel.panel.setSelection({{2}});
    auto *plate = panel.field<QLineEdit>("plate");
    plate->setFocus();
    QTest::keyClicks(plate, "AB-1");
    panel.panel.setSelection({{3}});
    QTest::keyClick(panel.field<QLineEdit>("plate"), Qt::Key_Return);
    for (const auto &edit : panel.edits)
        QVERIFY(!core::valueOf(
            core::patched(*panel.content, edit.at(0).value<core::Edit>()).annotation({3})->attributes, "plate"));
}

REGISTER_TEST(AttributePanelTest);
#include "attribute_panel_test.moc"
