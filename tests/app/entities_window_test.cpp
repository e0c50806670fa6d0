// Entities and triples in the window by its own keys.
#include "core/text/text_spans.h"
#include "tests/app/text_window.h"
#include "widgets/text/entity_editor.h"
#include "widgets/text/entity_view.h"
#include <QLineEdit>

using namespace core;

namespace {

using tests::bornIn, tests::knows, tests::person, tests::place;

struct Window : tests::TextWindow {
    explicit Window(JobKind kind = JobKind::TextTriplet)
        : TextWindow(kind, {"Ada met Bob in Paris.", "Nothing here"},
                     kind == JobKind::TextTriplet
                         ? QStringList{"person", "place", "born in(person>place)", "knows(person>person)"}
                         : QStringList{"person", "place"})
    {
        openWindow();
        view().setFocus();
    }
    widgets::EntityView &view() { return static_cast<widgets::EntityEditor *>(window->editor().view())->view(); }
    void drag(TextRange range)
    {
        const QRectF from = view().rectOf({range.first, range.first + 1}),
                     to = view().rectOf({range.second - 1, range.second});
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, from.center().toPoint());
        QMouseEvent move(QEvent::MouseMove, to.center(), view().viewport()->mapToGlobal(to.center()), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view().viewport(), &move);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, to.center().toPoint());
    }
    // The three names of the text, by a drag and a digit each.
    void markAll()
    {
        for (const auto &[range, digit] :
             {std::pair(TextRange(0, 3), Qt::Key_1), std::pair(TextRange(8, 11), Qt::Key_1),
              std::pair(TextRange(15, 20), Qt::Key_2)}) {
            drag(range);
            key(digit);
        }
        key(Qt::Key_Escape);
    }
    AnnotationId entity(std::size_t i) { return session().content()->annotations[i]->id; }
};

}  // namespace

class EntitiesWindowTest : public QObject {
    Q_OBJECT
private slots:
    void aDragAndADigitMarkAnEntity();
    void fourKeysMakeATriple();
    void digitsChooseAmongTheFittingRelations();
    void aDragJoinsAndDeleteTakesItAway();
    void escapeStepsOutOneAfterTheOther();
    void arrowsSelectTextAndStretchEntities();
    void controlFFindsInTheText();
};

void EntitiesWindowTest::aDragAndADigitMarkAnEntity()
{
    Window window(JobKind::NamedEntity);
    window.markAll();
    const auto content = window.session().content();
    QCOMPARE(content->annotations.size(), std::size_t{3});
    QCOMPARE(textSpanOf(*content->annotations[1])->parts, (std::vector<TextRange>{{8, 11}}));
    QCOMPARE(content->annotations[2]->label, place);
    QCOMPARE(content->state(), State::Labeled);
}

void EntitiesWindowTest::fourKeysMakeATriple()
{
    Window window;
    window.markAll();
    window.session().setSelection({window.entity(0)});
    window.key(Qt::Key_R);
    window.key(Qt::Key_2);  // the second of those that fit: knows
    window.key(Qt::Key_Tab);
    window.key(Qt::Key_Return);
    const auto content = window.session().content();
    QCOMPARE(content->relations.size(), std::size_t{1});
    QCOMPARE(content->relations[0].label, knows);
    QCOMPARE(content->relations[0].from, window.entity(0));
    QCOMPARE(content->relations[0].to, window.entity(1));
    QCOMPARE(window.session().selectedRelation(), content->relations[0].id);
}

void EntitiesWindowTest::digitsChooseAmongTheFittingRelations()
{
    Window window;
    window.markAll();
    window.session().setSelection({window.entity(0)});
    window.key(Qt::Key_R);
    window.key(Qt::Key_1);
    window.key(Qt::Key_Return);  // without Tab: the nearest
    const auto content = window.session().content();
    QCOMPARE(content->relations.size(), std::size_t{1});
    QCOMPARE(content->relations[0].label, bornIn);
    QCOMPARE(content->relations[0].to, window.entity(2));
    QCOMPARE(content->annotations[0]->label, person);  // the digit relabelled nothing
}

void EntitiesWindowTest::aDragJoinsAndDeleteTakesItAway()
{
    Window window;
    window.markAll();
    window.drag({1, 17});  // from Ada to Paris
    QCOMPARE(window.session().content()->relations.size(), std::size_t{1});
    QCOMPARE(window.session().content()->relations[0].label, bornIn);
    window.key(Qt::Key_Delete);
    QVERIFY(window.session().content()->relations.empty());
    window.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.session().content()->relations.size(), std::size_t{1});
}

void EntitiesWindowTest::escapeStepsOutOneAfterTheOther()
{
    Window window;
    window.markAll();
    window.session().setSelection({window.entity(0)});
    window.key(Qt::Key_R);
    window.key(Qt::Key_2);
    QVERIFY(!window.view().hint().isEmpty());
    window.key(Qt::Key_Escape);
    QVERIFY(window.view().isRelating());
    window.key(Qt::Key_Escape);
    QVERIFY(!window.view().isRelating());
    QCOMPARE(window.session().selection(), QList{window.entity(0)});
    window.key(Qt::Key_Escape);
    QVERIFY(window.session().selection().isEmpty());
}

void EntitiesWindowTest::arrowsSelectTextAndStretchEntities()
{
    Window window(JobKind::NamedEntity);
    window.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window.view().selectedText(), QString("Ada"));
    window.key(Qt::Key_1);
    QCOMPARE(window.session().selection(), QList{window.entity(0)});
    window.key(Qt::Key_Right, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(textSpanOf(*window.session().content()->annotations[0])->parts, (std::vector<TextRange>{{0, 7}}));
    window.key(Qt::Key_Right, Qt::ShiftModifier | Qt::AltModifier);
    QCOMPARE(textSpanOf(*window.session().content()->annotations[0])->parts, (std::vector<TextRange>{{0, 6}}));
}

void EntitiesWindowTest::controlFFindsInTheText()
{
    Window window(JobKind::NamedEntity);
    window.key(Qt::Key_F, Qt::ControlModifier);
    auto *words = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(words != nullptr);
    QTest::keyClicks(words, "n");  // in the text it would be a key of the sample
    QCOMPARE(window.view().matches().size(), std::size_t{1});
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(window.view().matches().empty());
    QCOMPARE(window.at(), QString("line.1"));
}

REGISTER_TEST(EntitiesWindowTest);
#include "entities_window_test.moc"
