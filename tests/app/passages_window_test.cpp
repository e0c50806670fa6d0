// Entities and relations in the window: label keys, the panel of relations, marking the same, drafts.
#include "app/actions.h"
#include "app/labelling.h"
#include "core/labelling.h"
#include "core/text/passages.h"
#include "core/text/text_spans.h"
#include "tests/app/text_window.h"
#include "widgets/panels/label_panel.h"
#include "widgets/panels/object_panel.h"
#include "widgets/panels/relation_panel.h"
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>

using namespace core;

class PassagesWindowTest : public QObject {
    Q_OBJECT
private slots:
    void objectsAndRelationsAreNotSelectedTogether();
    void aLabelKeyChangesTheSelectedRelation();
    void aLabelOfTheOtherKindIsRefusedInWords();
    void relabellingAnEntityKeepsItsRelationsFitting();
    void deleteTakesTheSelectedRelation();
    void tabGoesOnFromTheRelation();
    void enterOnARelationConfirmsNothing();
    void theTableOfRelationsIsForTriplesAlone();
    void copyingTakesTheTextAndPastingIsNotOffered();
    void marksTheSameInThisText();
    void marksTheSameInTheWholeProjectInOneStep();
    void draftsOfADictionaryWaitForEnter();
    void aWrongPatternSaysWhere();
};

namespace {

using tests::bornIn, tests::knows, tests::person, tests::place;

std::vector<Label> tripleLabels()
{
    std::vector<Label> labels(4);
    const char *const names[] = {"person", "place", "born in", "knows"};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i].name = names[i];
        labels[i].position = int(i);
        labels[i].role = i < 2 ? LabelRole::Entity : LabelRole::Relation;
    }
    return labels;
}

struct PassageWindow : tests::WindowFixture {
    explicit PassageWindow(JobKind kind,
                           std::vector<std::string> texts = {"Ada met Bob in Paris.", "Bob and Ada", "Paris"})
    {
        makeTexts(kind, texts, tripleLabels());
        openWindow();
        restrict(bornIn, person, place);
        restrict(knows, person, person);
    }
    // What the label joins.
    void restrict(LabelId relation, LabelId from, LabelId to)
    {
        const Label before = *std::ranges::find(*session().labels(), relation, &Label::id);
        Label after = before;
        after.fromLabel = from;
        after.toLabel = to;
        (void)session().apply({"edit-label", "", {changed(before, after)}});
    }
    AnnotationId mark(std::int64_t begin, std::int64_t end, LabelId label)
    {
        const auto content = session().content();
        const TextMap map(*content->sample.text);
        const TextRange part{begin, end};
        perform(addEntity(*content, rules(), Boundaries(map), {&part, 1}, label));
        return session().selection().front();
    }
    RelationId join(LabelId label, AnnotationId from, AnnotationId to)
    {
        perform(addRelation(*session().content(), rules(), label, from, to));
        return session().selectedRelation();
    }
    void perform(const TextAct &act) { QVERIFY_OK(session().apply(std::get<Edit>(act))); }
    TextRules rules() { return {session().job(), *session().labels()}; }
    void act(const char *id) { window->actions().action(id)->trigger(); }
    QString status() { return window->statusBar()->currentMessage(); }
    int entities(int text) { return int(this->text(text).annotations.size()); }
    QStringList surfaces(int index)
    {
        QStringList all;
        const SampleContent content = text(index);
        const TextMap map(*content.sample.text);
        for (const AnnotationPtr &each : content.annotations) {
            const auto [begin, end] = hullOf(textSpanOf(*each)->parts);
            all << QString::fromStdString(std::string(map.slice(begin, end)));
        }
        return all;
    }
};

QPushButton *okOf(QDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

void choose(QDialog &dialog, const char *box, const QString &entry)
{
    auto *combo = dialog.findChild<QComboBox *>(box);
    combo->setFocus();
    while (combo->currentText() != entry && combo->currentIndex() < combo->count() - 1)
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), entry);
}

}  // namespace

void PassagesWindowTest::objectsAndRelationsAreNotSelectedTogether()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    const RelationId relation = w.join(knows, ada, bob);
    QVERIFY(relation && w.session().selection().isEmpty());
    w.session().setSelection({bob});
    QVERIFY(!w.session().selectedRelation());
    w.session().setSelectedRelation(relation);
    QVERIFY(w.session().selection().isEmpty());
    const auto content = w.session().content();
    QVERIFY_OK(w.session().apply(setHard({content.get(), 1}, true)));
    QVERIFY(w.session().selectedRelation() == relation);
    QVERIFY_OK(w.session().apply(removeAnnotations(*w.session().content(), {&bob, 1})));
    QVERIFY(!w.session().selectedRelation());
}

void PassagesWindowTest::aLabelKeyChangesTheSelectedRelation()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    w.restrict(bornIn, person, {});
    w.join(knows, ada, bob);
    w.key(Qt::Key_1);  // the first of the relations, as long as one is selected
    QVERIFY(w.text(0).relations[0].label == bornIn);
    QVERIFY_OK(w.session().undo());
    QVERIFY(w.text(0).relations[0].label == knows);
}

void PassagesWindowTest::aLabelOfTheOtherKindIsRefusedInWords()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    w.join(knows, ada, bob);
    w.key(Qt::Key_1);
    QCOMPARE(w.status(), QString("“born in” goes from “person” to “place”."));
    emit w.window->findChild<widgets::LabelPanel *>()->labelChosen(place);
    QCOMPARE(w.status(), QString("“place” is a label for text, not for relations."));
    QVERIFY(w.text(0).relations[0].label == knows);
}

void PassagesWindowTest::relabellingAnEntityKeepsItsRelationsFitting()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    w.join(knows, ada, bob);
    auto *objects = w.window->findChild<widgets::ObjectPanel *>();
    emit objects->labelWanted({ada}, place);
    QCOMPARE(w.status(), QString("“knows” goes from “person” to “person”."));
    QVERIFY(w.text(0).annotations[0]->label == person);
    w.act("edit.delete");
    emit objects->labelWanted({ada}, place);
    QVERIFY(w.text(0).annotations[0]->label == place);
}

void PassagesWindowTest::deleteTakesTheSelectedRelation()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    w.join(knows, ada, bob);
    w.key(Qt::Key_Delete);
    QVERIFY(w.text(0).relations.empty());
    QCOMPARE(w.entities(0), 2);
    QVERIFY_OK(w.session().undo());
    QVERIFY(w.session().selectedRelation() == w.text(0).relations[0].id);
    w.session().setSelection({ada});
    w.key(Qt::Key_Delete);
    QVERIFY(w.text(0).relations.empty());
    QCOMPARE(w.entities(0), 1);
}

void PassagesWindowTest::tabGoesOnFromTheRelation()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId paris = w.mark(15, 20, place), bob = w.mark(8, 11, person), ada = w.mark(0, 3, person);
    w.join(bornIn, bob, paris);
    w.act("object.next");
    QVERIFY(w.session().selection() == QList<AnnotationId>{paris});  // as they stand in the text: Ada, Bob, Paris
    w.act("object.next");
    QVERIFY(w.session().selection() == QList<AnnotationId>{ada});
}

void PassagesWindowTest::enterOnARelationConfirmsNothing()
{
    PassageWindow w(JobKind::TextTriplet);
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    const auto content = w.session().content();
    const std::vector<Passage> drafts{{{15, 20}, place}};
    QVERIFY_OK(w.session().apply(markPassages(*content, drafts, {"draft-entities", true, "labelwright/pattern"})));
    w.join(knows, ada, bob);
    w.act("object.confirm");
    QVERIFY(w.text(0).annotations[2]->proposed);
    w.session().setSelectedRelation({});
    w.act("object.confirm");
    QVERIFY(!w.text(0).annotations[2]->proposed);
}

void PassagesWindowTest::theTableOfRelationsIsForTriplesAlone()
{
    {
        PassageWindow w(JobKind::NamedEntity);
        QVERIFY(w.window->findChild<QDockWidget *>("relations")->isHidden());
        QVERIFY(!w.window->findChild<QDockWidget *>("objects")->isHidden());
    }
    PassageWindow w(JobKind::TextTriplet);
    QVERIFY(!w.window->findChild<QDockWidget *>("relations")->isHidden());
    const AnnotationId ada = w.mark(0, 3, person), bob = w.mark(8, 11, person);
    const RelationId relation = w.join(knows, ada, bob);
    auto *panel = w.window->findChild<widgets::RelationPanel *>();
    w.window->findChild<QDockWidget *>("relations")->raise();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(panel->selected() == relation);
    w.session().setSelection({ada});
    QVERIFY(!panel->selected());
    auto *view = panel->findChild<QTreeView *>();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(0, 0)).center());
    QVERIFY(w.session().selectedRelation() == relation && w.session().selection().isEmpty());
}

void PassagesWindowTest::copyingTakesTheTextAndPastingIsNotOffered()
{
    PassageWindow w(JobKind::NamedEntity);
    w.mark(15, 20, place);
    w.act("edit.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("Paris"));
    QVERIFY(!w.window->actions().action("edit.paste")->isVisible());
    QVERIFY(w.window->actions().action("passage.mark-same")->isVisible());
    w.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.entities(0), 1);
}

void PassagesWindowTest::marksTheSameInThisText()
{
    PassageWindow w(JobKind::NamedEntity, {"Ada Ada Adam Ada"});
    w.mark(0, 3, person);
    const bool asked = w.inDialog([&] { w.act("passage.mark-same"); },
                                  [&](QDialog &dialog) {
                                      QCOMPARE(dialog.findChild<QLineEdit *>("surface")->text(), QString("Ada"));
                                      QTRY_VERIFY(okOf(dialog)->isEnabled());
                                      QTest::mouseClick(okOf(dialog), Qt::LeftButton);
                                  });
    QVERIFY(asked);
    QCOMPARE(w.surfaces(0), QStringList({"Ada", "Ada", "Ada", "Ada"}));
    QCOMPARE(w.text(0).annotations[1]->author, w.text(0).annotations[0]->author);
    QVERIFY_OK(w.session().undo());
    QCOMPARE(w.entities(0), 1);
}

void PassagesWindowTest::marksTheSameInTheWholeProjectInOneStep()
{
    PassageWindow w(JobKind::NamedEntity);
    w.mark(0, 3, person);
    const bool asked = w.inDialog([&] { w.act("passage.mark-same"); },
                                  [&](QDialog &dialog) {
                                      auto *text = dialog.findChild<QLineEdit *>("surface");
                                      text->setFocus();
                                      text->selectAll();
                                      QTest::keyClicks(text, "Bob");
                                      choose(dialog, "scope", "All texts of the project");
                                      auto *list = dialog.findChild<QTreeWidget *>();
                                      QTRY_COMPARE(list->topLevelItemCount(), 2);
                                      QCOMPARE(list->topLevelItem(0)->text(2), QString("Ada met ‹Bob› in Paris."));
                                      QTRY_VERIFY(okOf(dialog)->isEnabled());
                                      QTest::mouseClick(okOf(dialog), Qt::LeftButton);
                                  });
    QVERIFY(asked);
    QTRY_COMPARE(w.entities(1), 1);
    QCOMPARE(w.surfaces(0), QStringList({"Ada", "Bob"}));
    QCOMPARE(w.surfaces(1), QStringList{"Bob"});
    QCOMPARE(w.text(1).state(), State::Labeled);
    QCOMPARE(w.text(2).state(), State::Unlabeled);
    QVERIFY(w.text(1).annotations[0]->author.starts_with("human"));
    QTRY_COMPARE(w.session().content()->annotations.size(), 2u);
    QVERIFY_OK(w.session().undo());
    QCOMPARE(w.entities(0), 1);
    QCOMPARE(w.entities(1), 0);
    QCOMPARE(w.text(1).state(), State::Unlabeled);
}

void PassagesWindowTest::draftsOfADictionaryWaitForEnter()
{
    PassageWindow w(JobKind::NamedEntity);
    const bool asked = w.inDialog([&] { w.act("passage.draft"); },
                                  [&](QDialog &dialog) {
                                      auto *lines = dialog.findChild<QPlainTextEdit *>();
                                      lines->setFocus();
                                      QGuiApplication::clipboard()->setText("Paris\tplace\nAda");
                                      QTest::keyClick(lines, Qt::Key_V, Qt::ControlModifier);
                                      choose(dialog, "scope", "All texts of the project");
                                      QTRY_VERIFY(okOf(dialog)->isEnabled());
                                      QTest::mouseClick(okOf(dialog), Qt::LeftButton);
                                  });
    QVERIFY(asked);
    QTRY_COMPARE(w.session().content()->annotations.size(), 2u);
    QCOMPARE(w.surfaces(0), QStringList({"Ada", "Paris"}));
    QCOMPARE(w.surfaces(2), QStringList{"Paris"});
    QCOMPARE(w.text(0).state(), State::ToConfirm);
    QVERIFY(w.text(0).annotations[0]->proposed);
    QCOMPARE(w.text(0).annotations[0]->author, std::string("labelwright/dictionary"));
    w.window->editor().setFocus();
    w.act("object.next");
    w.key(Qt::Key_Return);
    QVERIFY(!w.text(0).annotations[0]->proposed && w.text(0).annotations[1]->proposed);
    w.act("object.next");
    w.act("edit.delete");
    QCOMPARE(w.surfaces(0), QStringList{"Ada"});
    QCOMPARE(w.text(0).state(), State::Labeled);
}

void PassagesWindowTest::aWrongPatternSaysWhere()
{
    PassageWindow w(JobKind::NamedEntity);
    const bool asked = w.inDialog([&] { w.act("passage.draft"); },
                                  [&](QDialog &dialog) {
                                      dialog.findChild<QTabWidget *>()->setCurrentIndex(1);
                                      auto *pattern = dialog.findChild<QTabWidget *>()->findChild<QLineEdit *>();
                                      pattern->setFocus();
                                      QTest::keyClicks(pattern, "P(");
                                      const auto says = [&] {
                                          for (const QLabel *label : dialog.findChildren<QLabel *>())
                                              if (label->text().startsWith("This is no regular expression"))
                                                  return true;
                                          return false;
                                      };
                                      QTRY_VERIFY(says());
                                      QVERIFY(!okOf(dialog)->isEnabled());
                                      pattern->clear();
                                      QTest::keyClicks(pattern, "P\\w+");
                                      QTRY_VERIFY(okOf(dialog)->isEnabled() && !says());
                                      dialog.reject();
                                  });
    QVERIFY(asked);
    QCOMPARE(w.entities(0), 0);
}

REGISTER_TEST(PassagesWindowTest);
#include "passages_window_test.moc"
