#include "tests/widgets/text_editor_bench.h"
#include "widgets/text/label_offer.h"
#include <QToolButton>

using namespace core;
using namespace widgets;

namespace {

constexpr auto tripleStory = "Ada met Charles in London.\nAda wrote the Notes, and Charles read the Notes.\n";

struct Triples : tests::TextEditorBench {
    explicit Triples(bool flagsMisfits = false, const std::string &text = tripleStory)
        : TextEditorBench(JobKind::TextTriplet, text, flagsMisfits)
    {
        ada = mark("Ada", "Person");
        charles = mark("Charles", "Person");
        london = mark("London", "Place");
        notes = mark("Notes", "Work");
    }
    bool offers() { return editor().findChild<LabelOffer *>()->isVisible(); }
    AnnotationId ada, charles, london, notes;
};

}  // namespace

class TripleEditorTest : public QObject {
    Q_OBJECT
private slots:
    void aDragFromEntityToEntityJoinsThem();
    void whereSeveralLabelsFitTheyAreOffered();
    void aMisfitSaysWhyAndChangesNothing();
    void aMisfitIsKeptWhereTheJobFlagsIt();
    void fourKeysMakeATriple();
    void tabGoesAmongFittingTargetsAlone();
    void withOneFittingLabelTheDigitIsLeftOut();
    void escapeStepsBackFromTargetToLabelToNothing();
    void aClickNamesTheOtherEnd();
    void aClickOnAnArcSelectsTheRelation();
    void aClickOnAStubGoesToTheOtherEnd();
    void altDragSelectsTextWithinAnEntity();
    void manyArcsOfARowKeepTheirLabelsApart();
};

void TripleEditorTest::aDragFromEntityToEntityJoinsThem()
{
    Triples bench;
    bench.drag(bench.pointAt("Ada"), bench.pointAt("Charles"));
    QCOMPARE(bench.relations(), QStringList{"Ada knows Charles"});
    QVERIFY(bench.told.isEmpty());
}

void TripleEditorTest::whereSeveralLabelsFitTheyAreOffered()
{
    Triples bench;
    bench.drag(bench.pointAt("Ada"), bench.pointAt("Notes"));
    QVERIFY(bench.relations().isEmpty());
    QVERIFY(bench.offers());
    bench.key(Qt::Key_2);
    QCOMPARE(bench.relations(), QStringList{"Ada read Notes"});
    QVERIFY(!bench.offers());
    bench.drag(bench.pointAt("Charles"), bench.pointAt("Notes"));
    QTest::mouseClick(bench.editor().findChild<LabelOffer *>()->findChildren<QToolButton *>().first(), Qt::LeftButton);
    QCOMPARE(bench.relations(), (QStringList{"Ada read Notes", "Charles wrote Notes"}));
}

void TripleEditorTest::aMisfitSaysWhyAndChangesNothing()
{
    Triples bench;
    bench.drag(bench.pointAt("Ada"), bench.pointAt("London"));
    QVERIFY(bench.relations().isEmpty());
    QCOMPARE(bench.told.size(), 1);
    QVERIFY2(bench.told[0].contains("Person") || bench.told[0].contains("Work"), qPrintable(bench.told[0]));
}

void TripleEditorTest::aMisfitIsKeptWhereTheJobFlagsIt()
{
    Triples bench(true);
    bench.drag(bench.pointAt("Ada"), bench.pointAt("London"));
    QVERIFY(bench.offers());
    bench.key(Qt::Key_1);
    QCOMPARE(bench.relations(), QStringList{"Ada knows London"});
    const auto content = bench.stored();
    QVERIFY(bench.view().marks().isMisfit(*bench.view().marks().link(content.relations[0].id)));
}

void TripleEditorTest::fourKeysMakeATriple()
{
    Triples bench;
    bench.editor().setSelection({bench.ada});
    bench.editor().setTool("relate");  // R
    QVERIFY(bench.offers());
    bench.key(Qt::Key_1);
    bench.key(Qt::Key_Tab);
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.relations(), QStringList{"Ada knows Charles"});
    QCOMPARE(bench.editor().tool(), QByteArray("select"));
}

void TripleEditorTest::tabGoesAmongFittingTargetsAlone()
{
    Triples bench;
    bench.apply([&] {
        const TextRange second{27, 30};  // the other "Ada"
        const TextMap map(*bench.stored().sample.text);
        const Boundaries boundaries(map);
        const Job job;
        const auto labels = *bench.view().marks().content().labels;
        return std::get<Edit>(
            addEntity(bench.stored(), {job, labels}, boundaries, {&second, 1}, bench.labelOf("Person")));
    }());
    const AnnotationId other = bench.stored().annotations.back()->id;
    bench.editor().setSelection({bench.ada});
    bench.editor().setTool("relate");
    bench.key(Qt::Key_1);
    bench.key(Qt::Key_Tab);
    bench.key(Qt::Key_Tab);  // London is no person: it is skipped
    bench.key(Qt::Key_Return);
    const auto content = bench.stored();
    QCOMPARE(content.relations.size(), std::size_t{1});
    QCOMPARE(content.relations[0].to, other);
}

void TripleEditorTest::withOneFittingLabelTheDigitIsLeftOut()
{
    Triples bench;
    const auto label = bench.labelOf("read");
    bench.editor().setSelection({bench.ada});
    QVERIFY(bench.editor().useLabel(label));  // its own key chooses it
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.relations(), QStringList{"Ada read Notes"});
    bench.editor().setSelection({bench.london});
    bench.editor().setTool("relate");
    QCOMPARE(bench.told.size(), 1);  // nothing begins at a place
    QVERIFY(!bench.view().isRelating());
}

void TripleEditorTest::escapeStepsBackFromTargetToLabelToNothing()
{
    Triples bench;
    bench.editor().setSelection({bench.ada});
    bench.editor().setTool("relate");
    bench.key(Qt::Key_1);
    QVERIFY(!bench.offers());
    QVERIFY(bench.editor().cancelGesture());
    QVERIFY(bench.offers());
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.view().isRelating());
    QCOMPARE(bench.editor().selection(), QList{bench.ada});
    QVERIFY(bench.relations().isEmpty());
}

void TripleEditorTest::aClickNamesTheOtherEnd()
{
    Triples bench;
    bench.editor().setSelection({bench.ada});
    bench.editor().setTool("relate");
    bench.key(Qt::Key_2);
    bench.click("Notes");
    QCOMPARE(bench.relations(), QStringList{"Ada wrote Notes"});
}

void TripleEditorTest::aClickOnAnArcSelectsTheRelation()
{
    Triples bench;
    bench.drag(bench.pointAt("Ada"), bench.pointAt("Charles"));
    const RelationId made = bench.stored().relations[0].id;
    const QPoint from = bench.pointAt("Ada"), to = bench.pointAt("Charles");
    // Its label is above the middle: one row up from the tags.
    for (int y = from.y(); y > from.y() - 60 && !bench.relation; y -= 4)
        QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, {(from.x() + to.x()) / 2, y});
    QCOMPARE(bench.relation, made);
}

void TripleEditorTest::aClickOnAStubGoesToTheOtherEnd()
{
    std::string text = "Ada begins here.\n";
    for (int i = 0; i < 200; ++i)
        text += "Nothing happens in this line.\n";
    text += "Charles in London made Notes.";
    Triples bench(false, text);
    bench.editor().setSelection({bench.ada});
    QVERIFY(bench.editor().useLabel(bench.labelOf("knows")));
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.relations(), QStringList{"Ada knows Charles"});
    bench.view().reveal({0, 3});
    QVERIFY(!bench.view().viewport()->rect().contains(bench.pointAt("Charles")));
    const QPoint at = bench.pointAt("Ada");
    for (int y = at.y(); y > at.y() - 60 && !bench.relation; y -= 4)
        QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, {at.x() + 50, y});
    QVERIFY(bool(bench.relation));
    QVERIFY(bench.view().viewport()->rect().contains(bench.pointAt("Charles")));
}

void TripleEditorTest::altDragSelectsTextWithinAnEntity()
{
    Triples bench;
    const QRectF rect = bench.view().rectOf(bench.rangeOf("Charles"));
    const auto y = int(rect.center().y());
    bench.drag({int(rect.left()) + 1, y}, {int(rect.right()) - 1, y}, Qt::AltModifier);
    QCOMPARE(bench.view().selectedText(), QString("Charles"));
    QVERIFY(bench.relations().isEmpty());
}

void TripleEditorTest::manyArcsOfARowKeepTheirLabelsApart()
{
    Triples bench;
    for (const AnnotationId to : {bench.charles, bench.notes})
        for (const char *label : {"knows", "wrote", "read"}) {
            Relation relation;
            relation.id = {-1};
            relation.job = bench.stored().job;
            relation.sample = bench.stored().sample.id;
            relation.label = bench.labelOf(label);
            relation.from = bench.ada;
            relation.to = to;
            bench.apply({"relate", "", {created(relation)}});
        }
    // The row has grown: its text stands below all arcs.
    QVERIFY(bench.view().rectOf(bench.rangeOf("Ada")).top() > 6 * 14);
    QCOMPARE(bench.view().marks().relationCount(), std::size_t{6});
}

REGISTER_TEST(TripleEditorTest);
#include "triple_editor_test.moc"
