#include "widgets/text/text_view.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include "widgets/qt_text.h"
#include <QApplication>
#include <QScrollBar>
#include <random>

using namespace core;
using widgets::TextView;

namespace {

struct Shown {
    explicit Shown(const std::string &text, QSize size = {800, 500})
    {
        view.resize(size);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.setText(SharedText(text));
        view.setFocus();
    }
    QPoint pointAt(std::int64_t codePoint) { return view.rectOf({codePoint, codePoint + 1}).center().toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }

    TextView view;
};

}  // namespace

class TextViewTest : public QObject {
    Q_OBJECT
private slots:
    void aDragSelectsWords();
    void withAltItSelectsCharacters();
    void aDoubleClickSelectsAWordOfTheDictionary();
    void aTripleClickSelectsTheLine();
    void aClickPlacesTheCaretAndSelectsNothing();
    void shiftAndArrowsSelectByCharacterAndWord();
    void upAndDownKeepTheColumn();
    void placesOfMixedDirectionsAreFoundAgain();
    void randomDragsNeverSplitACharacter();
    void whatHasNoLookIsShownAndCounted();
    void aLineOfMegabytesIsReachedAtItsEnd();
    void scrollingThereAndBackComesToTheSameRow();
    void learningHeightsMovesNothingInSight();
    void resizingKeepsTheTopRow();
    void theViewIsRestored();
    void withoutACaretArrowsScroll();
};

void TextViewTest::aDragSelectsWords()
{
    Shown shown("Ada Lovelace met Charles Babbage.");
    QSignalSpy selected(&shown.view, &TextView::selected);
    shown.drag(shown.pointAt(1), shown.pointAt(6));
    QCOMPARE(shown.view.selectedText(), QString("Ada Lovelace"));
    QCOMPARE(selected.size(), 1);
}

void TextViewTest::withAltItSelectsCharacters()
{
    Shown shown("Ada Lovelace met Charles Babbage.");
    shown.drag(shown.view.rectOf({1, 2}).toRect().topLeft() + QPoint(1, 10),
               shown.view.rectOf({6, 7}).toRect().topLeft() + QPoint(1, 10), Qt::AltModifier);
    QCOMPARE(shown.view.selectedText(), QString("da Lo"));
}

void TextViewTest::aDoubleClickSelectsAWordOfTheDictionary()
{
    Shown shown("数据标注软件让人们标记文字");
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.pointAt(1));
    QCOMPARE(shown.view.selectedText(), QString("数据"));
}

void TextViewTest::aTripleClickSelectsTheLine()
{
    Shown shown("first line\r\nthe second one\nthird");
    const QPoint at = shown.pointAt(16);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, at);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(shown.view.selectedText(), QString("the second one"));
}

void TextViewTest::aClickPlacesTheCaretAndSelectsNothing()
{
    Shown shown("Ada Lovelace");
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {},
                      shown.view.rectOf({4, 5}).toRect().topLeft() + QPoint(1, 9));
    QVERIFY(!shown.view.hasSelection());
    QCOMPARE(shown.view.caret(), std::int64_t{4});
}

void TextViewTest::shiftAndArrowsSelectByCharacterAndWord()
{
    Shown shown("e\u0301tude 👩‍👩‍👧‍👦 for piano");
    shown.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(shown.view.selection(), TextRange(0, 2));
    shown.key(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    QCOMPARE(shown.view.selectedText(), QString("e\u0301tude"));
    shown.key(Qt::Key_Right);
    shown.key(Qt::Key_Right);
    shown.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(shown.view.selectedText(), QString("👩‍👩‍👧‍👦"));
    shown.key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.caret(), shown.view.map().codePoints());
}

void TextViewTest::upAndDownKeepTheColumn()
{
    Shown shown("a long first line\nshort\nanother long line");
    shown.view.select({12, 12});
    shown.key(Qt::Key_Down);
    QCOMPARE(shown.view.caret(), std::int64_t{23});  // the end of the short one
    shown.key(Qt::Key_Down);
    QVERIFY(std::abs(shown.view.rectOf({shown.view.caret(), shown.view.caret()}).left()
                     - shown.view.rectOf({12, 12}).left())
            < 6);
    shown.key(Qt::Key_Up);
    shown.key(Qt::Key_Up);
    QCOMPARE(shown.view.caret(), std::int64_t{12});
}

void TextViewTest::placesOfMixedDirectionsAreFoundAgain()
{
    Shown shown("שלום Ada עולם and 数据 e\u0301 مرحبا 👍🏽!\nplain line\n");
    for (std::int64_t at = 0; at < shown.view.map().codePoints(); ++at) {
        const auto [begin, end] = shown.view.boundaries().clusters({at, at + 1});
        const QRectF rect = shown.view.rectOf({begin, end});
        if (rect.width() < 1)
            continue;  // a line break
        const std::int64_t under = shown.view.placeAt(rect.center()).under;
        QVERIFY2(begin <= under && under < end, qPrintable(QString("%1 is at %2").arg(under).arg(begin)));
    }
}

void TextViewTest::randomDragsNeverSplitACharacter()
{
    std::mt19937 random(17);
    const std::vector<std::string> samples = textSamples(20, 31);
    int drags = 0;
    for (const std::string &text : samples) {
        Shown shown(text);
        for (int i = 0; i < 50; ++i, ++drags) {
            const auto point = [&] { return QPoint(int(random() % 800), int(random() % 500)); };
            shown.drag(point(), point(), random() % 2 ? Qt::AltModifier : Qt::NoModifier);
            const auto [begin, end] = shown.view.selection();
            QVERIFY(shown.view.boundaries().isCluster(begin));
            QVERIFY(shown.view.boundaries().isCluster(end));
        }
    }
    QCOMPARE(drags, 1000);
}

void TextViewTest::whatHasNoLookIsShownAndCounted()
{
    using namespace std::string_literals;
    Shown shown("a\0b\x07"
                "c\u2028"
                "d\ufeff"
                "e"s);
    for (const std::int64_t at : {1, 3, 5, 7})
        QVERIFY(shown.view.rectOf({at, at + 1}).width() > 2);
    shown.drag(shown.view.rectOf({1, 2}).toRect().topLeft() + QPoint(1, 9),
               shown.view.rectOf({8, 9}).toRect().topLeft() + QPoint(1, 9), Qt::AltModifier);
    QCOMPARE(shown.view.selection(), TextRange(1, 8));
}

void TextViewTest::aLineOfMegabytesIsReachedAtItsEnd()
{
    std::string text;
    while (text.size() < 3'000'000)
        text += "some words without an end ";
    text += "最后";
    Shown shown(text);
    shown.key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.verticalScrollBar()->value(), shown.view.verticalScrollBar()->maximum());
    QVERIFY(shown.view.viewport()->rect().contains(shown.pointAt(shown.view.map().codePoints() - 1)));
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.pointAt(shown.view.map().codePoints() - 1));
    QCOMPARE(shown.view.selectedText(), QString("最后"));
}

namespace {

std::string unevenText()
{
    std::string text;
    std::mt19937 random(2);
    for (int line = 0; line < 3000; ++line) {
        for (std::size_t i = random() % 60; i > 0; --i)
            text += i % 7 ? "word " : "数据标注 ";
        text += '\n';
    }
    return text;
}

}  // namespace

void TextViewTest::scrollingThereAndBackComesToTheSameRow()
{
    Shown shown(unevenText());
    QScrollBar &bar = *shown.view.verticalScrollBar();
    for (int i = 0; i < 200; ++i)
        bar.triggerAction(QScrollBar::SliderSingleStepAdd);
    const std::int64_t top = shown.view.placeAt({0, 0}).under;
    for (int i = 0; i < 50; ++i)
        bar.triggerAction(QScrollBar::SliderPageStepAdd);
    for (int i = 0; i < 50; ++i)
        bar.triggerAction(QScrollBar::SliderPageStepSub);
    QCOMPARE(shown.view.placeAt({0, 0}).under, top);
}

void TextViewTest::learningHeightsMovesNothingInSight()
{
    Shown shown(unevenText());
    QScrollBar &bar = *shown.view.verticalScrollBar();
    bar.setValue(bar.maximum() / 2);
    const std::int64_t top = shown.view.placeAt({0, 0}).under;
    const int y = shown.pointAt(top).y();
    (void)shown.view.rectOf({0, 1});  // lays out what lies far above
    (void)shown.view.rectOf({2000, 2001});
    shown.view.viewport()->repaint();
    QCOMPARE(shown.view.placeAt({0, 0}).under, top);
    QCOMPARE(shown.pointAt(top).y(), y);
}

void TextViewTest::resizingKeepsTheTopRow()
{
    Shown shown(unevenText());
    shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum() / 3);
    const std::int64_t top = shown.view.placeAt({0, 0}).under;
    shown.view.resize(500, 500);
    QVERIFY(std::abs(shown.pointAt(top).y()) < 60);
    shown.view.setZoom(1.5);
    QVERIFY(std::abs(shown.pointAt(top).y()) < 90);
}

void TextViewTest::theViewIsRestored()
{
    Shown shown(unevenText());
    shown.view.setZoom(1.3);
    shown.view.verticalScrollBar()->setValue(20'000);
    const std::int64_t top = shown.view.placeAt({0, 0}).under;
    const QByteArray saved = shown.view.saveView();
    Shown again(unevenText());
    again.view.restoreView(saved);
    QCOMPARE(again.view.zoom(), 1.3);
    QVERIFY(again.pointAt(top).y() < 60);
    again.view.restoreView("nonsense");
    QCOMPARE(again.view.zoom(), 1.3);
}

void TextViewTest::withoutACaretArrowsScroll()
{
    Shown shown(unevenText());
    shown.view.setCaretShown(false);
    shown.key(Qt::Key_Right);
    QCOMPARE(shown.view.caret(), std::int64_t{0});
    shown.key(Qt::Key_PageDown);
    QVERIFY(shown.view.verticalScrollBar()->value() > 300);
}

REGISTER_TEST(TextViewTest);
#include "text_view_test.moc"
