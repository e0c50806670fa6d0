#include "core/span_index.h"
#include "tests/widgets/text_editor_bench.h"
#include <QLabel>
#include <QLineEdit>

using namespace core;
using namespace widgets;

namespace {

constexpr auto story = "Ada Lovelace met Charles Babbage in London.\nShe wrote the first notes on his engine.\n";

}  // namespace

class EntityEditorTest : public QObject {
    Q_OBJECT
private slots:
    void selectedTextAndALabelMakeAnEntity();
    void withMarkADragMakesAnEntityAtOnce();
    void aClickSelectsTheSmallestAndThenTheLarger();
    void aClickBesideThemSelectsNothing();
    void controlClickAddsToTheSelection();
    void selectingTextLetsGoOfEntities();
    void aHandleStretchesByWords();
    void keysStretchByCharacterAndWord();
    void aDoubleClickAndEnterGiveItOtherText();
    void controlDragAddsAPart();
    void aRefusalIsToldAndChangesNothing();
    void entitiesOfChineseTextAreMadeByCharacter();
    void rightToLeftTextIsMarkedWhereItIsSeen();
    void aProposalIsAcceptedByMarkingItsText();
    void findingSelectsOneAfterTheOther();
    void escapeStepsOut();
    void anotherEntityTouchesItsLinesAlone();
    void statusSaysPlaceAndCounts();
    void aSampleWithoutTextSaysSo();
    void textIsNeverRich();
};

void EntityEditorTest::selectedTextAndALabelMakeAnEntity()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.drag(bench.pointAt("Ada"), bench.pointAt("Lovelace"));
    QCOMPARE(bench.view().selectedText(), QString("Ada Lovelace"));
    QVERIFY(bench.editor().useLabel(bench.labelOf("Person")));
    QCOMPARE(bench.entities(), QStringList{"Person: Ada Lovelace"});
    QVERIFY(!bench.view().hasSelection());
    QVERIFY(!bench.editor().useLabel(bench.labelOf("Person")));  // no text is selected: the window's matter
}

void EntityEditorTest::withMarkADragMakesAnEntityAtOnce()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.editor().setTool("mark");
    bench.editor().setCurrentLabel(bench.labelOf("Place"));
    bench.drag(bench.pointAt("London"), bench.pointAt("London") + QPoint(6, 0));
    bench.drag(bench.pointAt("Charles"), bench.pointAt("Babbage"));
    QCOMPARE(bench.entities(), (QStringList{"Place: London", "Place: Charles Babbage"}));
}

void EntityEditorTest::aClickSelectsTheSmallestAndThenTheLarger()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    const AnnotationId large = bench.mark("Ada Lovelace met Charles Babbage", "Work"),
                       small = bench.mark("Charles", "Person"), middle = bench.mark("Charles Babbage", "Person");
    bench.click("Charles");
    QCOMPARE(bench.editor().selection(), QList{small});
    bench.click("Charles");
    QCOMPARE(bench.editor().selection(), QList{middle});
    bench.click("Charles");
    QCOMPARE(bench.editor().selection(), QList{large});
    bench.click("Charles");
    QCOMPARE(bench.editor().selection(), QList{small});
}

void EntityEditorTest::aClickBesideThemSelectsNothing()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    const AnnotationId ada = bench.mark("Ada", "Person");
    bench.editor().setSelection({ada});
    bench.click("engine");
    QVERIFY(bench.editor().selection().isEmpty());
}

void EntityEditorTest::controlClickAddsToTheSelection()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    const AnnotationId ada = bench.mark("Ada", "Person"), london = bench.mark("London", "Place");
    bench.click("Ada");
    bench.click("London", Qt::ControlModifier);
    QCOMPARE(bench.editor().selection(), (QList{ada, london}));
    bench.click("Ada", Qt::ControlModifier);
    QCOMPARE(bench.editor().selection(), QList{london});
}

void EntityEditorTest::selectingTextLetsGoOfEntities()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.editor().setSelection({bench.mark("Ada", "Person")});
    bench.drag(bench.pointAt("notes"), bench.pointAt("engine"));
    QVERIFY(bench.editor().selection().isEmpty());
    QCOMPARE(bench.view().selectedText(), QString("notes on his engine"));
}

void EntityEditorTest::aHandleStretchesByWords()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.editor().setSelection({bench.mark("Charles", "Person")});
    const QRectF rect = bench.view().rectOf(bench.rangeOf("Charles"));
    bench.drag(QPoint(int(rect.right()), int(rect.center().y())), bench.pointAt("Babbage") + QPoint(18, 0));
    QCOMPARE(bench.entities(), QStringList{"Person: Charles Babbage"});
    const QRectF now = bench.view().rectOf(bench.rangeOf("Charles"));
    bench.drag(QPoint(int(now.left()), int(now.center().y())), bench.pointAt("met") - QPoint(10, 0));
    QCOMPARE(bench.entities(), QStringList{"Person: met Charles Babbage"});
    QVERIFY(!bench.view().hasSelection());
}

void EntityEditorTest::keysStretchByCharacterAndWord()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.editor().setSelection({bench.mark("Charles", "Person")});
    QVERIFY(bench.editor().act("text.end-out-word"));
    QCOMPARE(bench.entities(), QStringList{"Person: Charles Babbage"});
    QVERIFY(bench.editor().act("text.begin-in"));
    QCOMPARE(bench.entities(), QStringList{"Person: harles Babbage"});
    bench.editor().setSelection({});
    bench.view().select(bench.rangeOf("first"));
    QVERIFY(bench.editor().act("text.end-out-word"));
    QVERIFY(bench.editor().act("text.begin-in"));
    QCOMPARE(bench.view().selectedText(), QString("irst notes"));
}

void EntityEditorTest::aDoubleClickAndEnterGiveItOtherText()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.mark("Charles", "Person");
    bench.click("Charles");
    QTest::mouseDClick(bench.view().viewport(), Qt::LeftButton, {}, bench.pointAt("Charles"));
    QCOMPARE(bench.view().selectedText(), QString("Charles"));
    QVERIFY(!bench.view().hint().isEmpty());
    bench.key(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.entities(), QStringList{"Person: Charles Babbage"});
    QVERIFY(bench.view().hint().isEmpty());
}

void EntityEditorTest::controlDragAddsAPart()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.editor().setSelection({bench.mark("first notes", "Work")});
    bench.drag(bench.pointAt("engine"), bench.pointAt("engine") + QPoint(5, 0), Qt::ControlModifier);
    QCOMPARE(bench.entities(), QStringList{"Work: first notes + engine"});
}

void EntityEditorTest::aRefusalIsToldAndChangesNothing()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.mark("London", "Place");
    bench.view().select(bench.rangeOf("London"));
    QVERIFY(bench.editor().useLabel(bench.labelOf("Place")));
    QCOMPARE(bench.entities(), QStringList{"Place: London"});
    QCOMPARE(bench.told.size(), 1);
    QVERIFY(bench.view().hasSelection());
}

void EntityEditorTest::entitiesOfChineseTextAreMadeByCharacter()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, "北京大学的王五负责审核。");
    bench.editor().setTool("mark");
    bench.editor().setCurrentLabel(bench.labelOf("Person"));
    const QRectF rect = bench.view().rectOf(bench.rangeOf("王五"));
    bench.drag(QPoint(int(rect.left()) + 2, int(rect.center().y())),
               QPoint(int(rect.right()) - 2, int(rect.center().y())));
    QCOMPARE(bench.entities(), QStringList{"Person: 王五"});
}

void EntityEditorTest::rightToLeftTextIsMarkedWhereItIsSeen()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, "שלום עולם 👩‍👩‍👧‍👦 e\u0301tude\n");
    bench.editor().setTool("mark");
    bench.editor().setCurrentLabel(bench.labelOf("Place"));
    bench.drag(bench.pointAt("עולם"), bench.pointAt("עולם") + QPoint(4, 0));
    bench.drag(bench.pointAt("e\u0301"), bench.pointAt("ude"));
    QCOMPARE(bench.entities(), (QStringList{"Place: עולם", "Place: e\u0301tude"}));
}

void EntityEditorTest::aProposalIsAcceptedByMarkingItsText()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.mark("London", "Place", true);
    QVERIFY(bench.stored().annotations[0]->proposed);
    bench.view().select(bench.rangeOf("London"));
    QVERIFY(bench.editor().useLabel(bench.labelOf("Place")));
    QCOMPARE(bench.entities(), QStringList{"Place: London"});
    QVERIFY(!bench.stored().annotations[0]->proposed);
}

void EntityEditorTest::findingSelectsOneAfterTheOther()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, "One fish, two fish, red Fish");
    QVERIFY(bench.editor().act("text.find"));
    auto *words = bench.editor().findChild<QLineEdit *>();
    QTest::keyClicks(words, "fish");
    QCOMPARE(bench.view().matches().size(), std::size_t{3});
    QCOMPARE(bench.view().selection(), TextRange(4, 8));
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(bench.view().selection(), TextRange(14, 18));
    QVERIFY(bench.editor().act("text.find-next"));
    QVERIFY(bench.editor().act("text.find-next"));
    QCOMPARE(bench.view().selection(), TextRange(4, 8));
    QVERIFY(bench.editor().act("text.find-previous"));
    QCOMPARE(bench.view().selection(), TextRange(24, 28));
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(bench.view().matches().empty());
    QVERIFY(bench.view().hasFocus());
}

void EntityEditorTest::escapeStepsOut()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.view().select(bench.rangeOf("first"));
    QVERIFY(bench.editor().cancelGesture());
    QVERIFY(!bench.view().hasSelection());
    QVERIFY(!bench.editor().cancelGesture());
}

void EntityEditorTest::anotherEntityTouchesItsLinesAlone()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    TextMarks marks;
    const auto labels = std::make_shared<std::vector<Label>>();
    const auto before = std::make_shared<SampleContent>(bench.stored());
    (void)marks.setContent({before, labels, {}, {}});
    Annotation entity;
    entity.id = {900};
    entity.sample = before->sample.id;
    entity.job = before->job;
    entity.geometry = TextSpan{{{48, 53}}};
    const auto after = std::make_shared<SampleContent>(patched(*before, {"mark", "", {created(entity)}}));
    const TextMarks::Changes changes = marks.setContent({after, labels, {}, {}});
    QVERIFY(!changes.all);
    QCOMPARE(changes.stale, (std::vector<TextRange>{{48, 53}}));
    QCOMPARE(marks.spans().count(), std::size_t{1});
}

void EntityEditorTest::statusSaysPlaceAndCounts()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    bench.mark("London", "Place");
    bench.view().select(bench.rangeOf("She"));
    const QString status = bench.editor().statusTexts().join(" | ");
    QVERIFY2(status.contains("Line 2, character 4"), qPrintable(status));
    QVERIFY2(status.contains("3"), qPrintable(status));
}

void EntityEditorTest::aSampleWithoutTextSaysSo()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, story);
    auto content = std::make_shared<SampleContent>();
    content->sample.id = {77};
    bench.editor().setContent({content, std::make_shared<std::vector<Label>>(), {}, {}});
    QCOMPARE(bench.view().map().codePoints(), std::int64_t{0});
    QVERIFY(bench.editor().findChild<QLabel *>() != nullptr);
    bench.editor().clear();
    QVERIFY(bench.editor().statusTexts().isEmpty());
}

void EntityEditorTest::textIsNeverRich()
{
    tests::TextEditorBench bench(JobKind::NamedEntity, "<b>bold</b> &amp; <i>x</i>");
    bench.view().select({0, 11});
    QCOMPARE(bench.view().selectedText(), QString("<b>bold</b>"));
    QVERIFY(bench.view().rectOf({0, 3}).width() > 10);  // the tag is written out
}

REGISTER_TEST(EntityEditorTest);
#include "entity_editor_test.moc"
