#include "tests/app/text_window.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/lists/sample_list.h"
#include "widgets/lists/tile_view.h"
#include "widgets/panels/label_panel.h"
#include "widgets/text/text_view.h"
#include <QComboBox>
#include <QLineEdit>
#include <QStatusBar>
#include <QToolButton>

using namespace core;
using Names = std::vector<std::string>;

class TextClassificationWindowTest : public QObject {
    Q_OBJECT
private slots:
    void eachTextIsLabeledAtOneKey();
    void severalLabelsToggleAndSpaceGoesOn();
    void theGridLabelsAllSelectedInOneStep();
    void undoWorksAfterReopening();
    void aGridThatWasLeftOpenHasTheKeysWhenReopened();
    void aLabelIsFoundByTypingAndAddedWhenThereIsNone();
    void aProposalIsConfirmed();
    void theTitleTellsHowATextBegins();
    void textsAreNotMissing();
    void wordsToHighlightAreKept();
    void similarityIsNotOfferedForTexts();
    void labelKeysAreTextInTheHighlightField();
};

namespace {

const std::vector<std::string> someTexts{"很好，推荐", "broke on day one", "一般", "good 👍 value", "شكرا لكم"};

struct Moods : tests::TextWindow {
    explicit Moods(bool many = false)
        : TextWindow(JobKind::TextClassification, someTexts, {"good", "bad", "so-so"}, rulesFor(many))
    {
        openWindow();
    }
    static app::JobRules rulesFor(bool many)
    {
        app::JobRules rules;
        rules.manyLabels = many;
        return rules;
    }
};

}  // namespace

void TextClassificationWindowTest::eachTextIsLabeledAtOneKey()
{
    Moods f;
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_1})
        f.key(key);
    QCOMPARE(f.at(), QString("line.5"));
    const Names wanted[] = {{"good"}, {"bad"}, {"so-so"}, {"good"}};
    for (int line = 1; line <= 4; ++line) {
        QCOMPARE(f.labelsAt(line), wanted[line - 1]);
        QVERIFY(f.stored(line).state() == State::Labeled);
        QVERIFY(std::holds_alternative<WholeSample>(f.stored(line).annotations[0]->geometry));
    }
    QVERIFY(f.stored(5).state() == State::Unlabeled);
}

void TextClassificationWindowTest::severalLabelsToggleAndSpaceGoesOn()
{
    Moods f(true);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_3, Qt::Key_2, Qt::Key_3})
        f.key(key);
    QCOMPARE(f.at(), QString("line.1"));
    f.key(Qt::Key_Space);
    QCOMPARE(f.at(), QString("line.2"));
    QCOMPARE(f.labelsAt(1), (Names{"good", "bad"}));
}

void TextClassificationWindowTest::theGridLabelsAllSelectedInOneStep()
{
    Moods f;
    f.key(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(f.window->isGridShown());
    f.key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(f.window->browser().grid()->selectedSamples().size(), 5);
    f.key(Qt::Key_2);
    for (int line = 1; line <= 5; ++line)
        QCOMPARE(f.labelsAt(line), Names{"bad"});
    f.key(Qt::Key_Z, Qt::ControlModifier);
    for (int line = 1; line <= 5; ++line) {
        QVERIFY(f.labelsAt(line).empty());
        QVERIFY(f.stored(line).state() == State::Unlabeled);
    }
}

void TextClassificationWindowTest::undoWorksAfterReopening()
{
    Moods f;
    f.key(Qt::Key_1);
    f.key(Qt::Key_2);
    f.window->close();
    f.openWindow();
    QCOMPARE(f.at(), QString("line.3"));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.at(), QString("line.2"));
    QVERIFY(f.labelsAt(2).empty());
    QCOMPARE(f.labelsAt(1), Names{"good"});
}

void TextClassificationWindowTest::aGridThatWasLeftOpenHasTheKeysWhenReopened()
{
    Moods f;
    f.key(Qt::Key_G, Qt::ControlModifier);
    f.window->close();
    f.openWindow();
    QVERIFY(f.window->isGridShown());
    QTRY_VERIFY(f.window->browser().grid()->view()->hasFocus());
    f.key(Qt::Key_Right);
    f.key(Qt::Key_2);
    QCOMPARE(f.labelsAt(2), Names{"bad"});
}

void TextClassificationWindowTest::aLabelIsFoundByTypingAndAddedWhenThereIsNone()
{
    Moods f;
    f.key(Qt::Key_Slash);
    auto *search = f.window->findChild<widgets::LabelPanel *>()->findChild<QLineEdit *>();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, "so-");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(f.labelsAt(1), Names{"so-so"});
    QTest::keyClicks(search, "ironic");
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(f.labelsAt(2), Names{"ironic"});
    QVERIFY(f.session().labels()->back().role == LabelRole::Plain);
}

void TextClassificationWindowTest::aProposalIsConfirmed()
{
    Moods f;
    Annotation proposal;
    proposal.id = {-1};
    proposal.job = f.session().job().id;
    proposal.sample = f.stored(1).sample.id;
    proposal.label = f.session().labels()->front().id;
    proposal.proposed = true;
    proposal.confidence = 0.8;
    QVERIFY_OK(f.session().apply({"import", "", {created(proposal)}}));
    QVERIFY(f.stored(1).state() == State::ToConfirm);
    f.key(Qt::Key_Return);
    QVERIFY(f.stored(1).state() == State::Labeled);
    QVERIFY(!f.stored(1).annotations[0]->proposed);
}

void TextClassificationWindowTest::theTitleTellsHowATextBegins()
{
    Moods f;
    QVERIFY2(f.window->windowTitle().contains("很好，推荐"), qPrintable(f.window->windowTitle()));
    QVERIFY(!f.window->windowTitle().contains("line.1"));
    QVERIFY(!f.window->windowTitle().contains("content:"));
}

void TextClassificationWindowTest::textsAreNotMissing()
{
    Moods f;
    const auto counts = f.reader().stateCounts(f.session().job().id);
    QVERIFY_OK(counts);
    QCOMPARE(counts->missing, 0);
    const QModelIndex first = f.list().index(0);
    QTRY_COMPARE(first.data(widgets::SampleListModel::TextRole).toString(), QString("很好，推荐"));
    QCOMPARE(first.data(widgets::SampleListModel::MissingRole).toBool(), false);
    QVERIFY(first.data(widgets::SampleListModel::MediaRole).toString().isEmpty());
}

void TextClassificationWindowTest::wordsToHighlightAreKept()
{
    Moods f;
    auto *words = f.window->findChild<QLineEdit *>("words");
    words->setFocus();
    QTest::keyClicks(words, "good, day");
    QTest::keyClick(words, Qt::Key_Return);
    f.window->findChild<QToolButton *>("labelNames")->click();
    f.window->close();
    f.openWindow();
    QCOMPARE(f.window->findChild<QLineEdit *>("words")->text(), QString("good, day"));
    QVERIFY(f.window->findChild<QToolButton *>("labelNames")->isChecked());
}

void TextClassificationWindowTest::similarityIsNotOfferedForTexts()
{
    Moods f;
    const auto *sort = f.window->browser().grid()->findChild<QComboBox *>();
    QCOMPARE(sort->count(), 5);
    tests::WindowFixture pictures;
    pictures.makeProject(JobKind::ImageClassification, 1, 1);
    pictures.openWindow();
    QCOMPARE(pictures.window->browser().grid()->findChild<QComboBox *>()->count(), 6);
}

void TextClassificationWindowTest::labelKeysAreTextInTheHighlightField()
{
    Moods f;
    auto *words = f.window->findChild<QLineEdit *>("words");
    words->setFocus();
    QTest::keyClicks(words, "1d n");
    QCOMPARE(words->text(), QString("1d n"));
    QCOMPARE(f.at(), QString("line.1"));
    QVERIFY(f.labelsAt(1).empty());
    QTest::keyClick(words, Qt::Key_Return);
    f.key(Qt::Key_1);
    QCOMPARE(f.labelsAt(1), Names{"good"});
}

REGISTER_TEST(TextClassificationWindowTest);
#include "text_classification_window_test.moc"
