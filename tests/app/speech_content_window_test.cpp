#include "core/audio/transcript.h"
#include "core/labelling.h"
#include "tests/app/sound_window.h"
#include "widgets/audio/transcript_box.h"
#include "widgets/qt_text.h"
#include <QDockWidget>

using namespace core;

class SpeechContentWindowTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsTypedIsKeptAndCtrlEnterGoesOn();
    void aPauseOfTypingKeepsTheText();
    void emptyAndDoneIsVerifiedEmpty();
    void keysThatPlayTypeNothing();
    void lettersAndDigitsDoNothingElse();
    void goingOnAfterAPauseRewinds();
    void undoTakesBackWhatWasTyped();
    void undoWorksAfterReopening();
    void closingTheWindowLosesNothing();
    void leavingTheFieldKeepsTheText();
    void anotherClipByTheMouseKeepsTheTextAndTheFocus();
    void anInputMethodIsLeftAlone();
    void whatElseChangesLeavesTheTypedText();
    void theListShowsHowItBeginsAndFindsIt();
    void lettersAreZoomedAndKept();
    void thereAreNoLabelsToChoose();
    void oddCharactersSurvive();
};

namespace {

struct Speech : tests::SoundWindow {
    explicit Speech(int clips = 3) : SoundWindow(JobKind::SpeechContent, clips, {}) { openWindow(); }
    widgets::TranscriptBox &box() { return *window->editor().view()->findChild<widgets::TranscriptBox *>(); }
    void type(const QString &text) { QTest::keyClicks(&box(), text); }
    QString said(int clip) { return widgets::toQString(transcriptOf(stored(clip))); }
    void compose(const QString &preedit, const QString &commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(&box(), &event);
    }
};

}  // namespace

void SpeechContentWindowTest::whatIsTypedIsKeptAndCtrlEnterGoesOn()
{
    Speech f;
    QVERIFY(f.box().hasFocus());
    f.type("hello, 1 world");
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.at(), 1);
    QCOMPARE(f.said(0), QString("hello, 1 world"));
    QVERIFY(f.stored(0).state() == State::Labeled);
    QCOMPARE(f.stored(0).annotations.size(), 1u);
    QVERIFY(!f.stored(0).annotations[0]->label);
    QVERIFY(f.box().hasFocus());
    QCOMPARE(f.box().text(), QString());
    f.key(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(f.at(), 0);
    QCOMPARE(f.box().text(), QString("hello, 1 world"));
}

void SpeechContentWindowTest::aPauseOfTypingKeepsTheText()
{
    Speech f;
    f.type("so");
    QTRY_COMPARE(f.said(0), QString("so"));
    f.type(" it goes");
    QTRY_COMPARE(f.said(0), QString("so it goes"));
    QCOMPARE(f.box().text(), QString("so it goes"));
}

void SpeechContentWindowTest::emptyAndDoneIsVerifiedEmpty()
{
    Speech f;
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.at(), 1);
    QVERIFY(f.stored(0).state() == State::Labeled);
    QVERIFY(f.stored(0).annotations.empty());
    f.type("x");
    f.key(Qt::Key_Backspace);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(f.stored(1).state() == State::Labeled);
    QVERIFY(f.stored(1).annotations.empty());
}

void SpeechContentWindowTest::keysThatPlayTypeNothing()
{
    Speech f;
    QTRY_VERIFY(f.player().info());
    f.key(Qt::Key_F6);  // loop: it plays until it is told otherwise
    f.type("a");
    QTest::keyClick(&f.box(), Qt::Key_Tab);
    QTRY_VERIFY(f.player().isPlaying());
    QTest::keyClick(&f.box(), Qt::Key_Tab);
    QTRY_VERIFY(!f.player().isPlaying());
    f.key(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(f.player().isPlaying());
    f.key(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(!f.player().isPlaying());
    f.player().seek(4000);
    QTest::keyClick(&f.box(), Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_COMPARE(f.player().position(), 0);
    f.key(Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(f.player().speed(), 1.1);
    f.key(Qt::Key_Backslash, Qt::ControlModifier);
    QCOMPARE(f.player().speed(), 1.0);
    QVERIFY(f.box().hasFocus());
    QCOMPARE(f.box().text(), QString("a"));
}

void SpeechContentWindowTest::lettersAndDigitsDoNothingElse()
{
    Speech f;
    const QString all = "abcdefghijklmnopqrstuvwxyz 0123456789 ,./[]\\-=+ ABCDLPSH";
    f.type(all);
    QCOMPARE(f.box().text(), all);
    QCOMPARE(f.at(), 0);
    QVERIFY(!f.player().isPlaying());
    QCOMPARE(f.player().speed(), 1.0);
    QVERIFY(!f.window->isGridShown());
    QVERIFY(!f.stored(0).work || !f.stored(0).work->hard);
}

void SpeechContentWindowTest::goingOnAfterAPauseRewinds()
{
    Speech f;
    QTRY_VERIFY(f.player().info());
    app::Preferences habits = f.settings.preferences();
    habits.playback.rewindMs = 100;
    f.settings.setPreferences(habits);
    QTest::keyClick(&f.box(), Qt::Key_Tab);
    QTRY_VERIFY(f.player().position() > 2400);
    QTest::keyClick(&f.box(), Qt::Key_Tab);
    QTRY_VERIFY(!f.player().isPlaying());
    const qint64 paused = f.player().position();
    QSignalSpy positions(&f.player(), &widgets::SoundPlayer::positionChanged);
    QTest::keyClick(&f.box(), Qt::Key_Tab);
    QTRY_VERIFY(!positions.isEmpty());
    if (paused < 4800)  // else it was at the end and begins anew
        QVERIFY2(positions.first().first().toLongLong() < paused, qPrintable(QString::number(paused)));
}

void SpeechContentWindowTest::undoTakesBackWhatWasTyped()
{
    Speech f;
    f.type("one");
    f.key(Qt::Key_Return, Qt::ControlModifier);
    f.type("two");
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.at(), 1);
    QCOMPARE(f.box().text(), QString());
    QVERIFY(f.stored(1).annotations.empty());
    QVERIFY(f.stored(1).state() == State::Unlabeled);
    f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.box().text(), QString("two"));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.at(), 0);
    QCOMPARE(f.box().text(), QString());
}

void SpeechContentWindowTest::undoWorksAfterReopening()
{
    Speech f;
    f.type("good morning");
    f.window->close();
    f.openWindow();
    QCOMPARE(f.box().text(), QString("good morning"));
    QVERIFY(f.box().hasFocus());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.box().text(), QString());
    QVERIFY(f.stored(0).annotations.empty());
}

void SpeechContentWindowTest::closingTheWindowLosesNothing()
{
    Speech f;
    f.type("the last wor");
    f.window->close();
    const auto project = Project::open(f.file().toStdString(), OpenMode::View);
    QVERIFY_OK(project);
    const auto id = *(*project)->reader().sampleByUri("clip_0.wav");
    QCOMPARE(transcriptOf(*(*project)->reader().load({1}, *id)), std::string("the last wor"));
}

void SpeechContentWindowTest::leavingTheFieldKeepsTheText()
{
    Speech f;
    f.type("abc");
    f.key(Qt::Key_K, Qt::ControlModifier);  // the filter
    QVERIFY(!f.box().hasFocus());
    QCOMPARE(f.said(0), QString("abc"));
}

void SpeechContentWindowTest::anotherClipByTheMouseKeepsTheTextAndTheFocus()
{
    Speech f;
    f.type("first");
    QVERIFY_OK(f.session().goTo(f.stored(2).sample.id));
    QCOMPARE(f.said(0), QString("first"));
    QCOMPARE(f.box().text(), QString());
    QVERIFY(f.box().hasFocus());
    f.type("third");
    QTRY_COMPARE(f.said(2), QString("third"));
    QCOMPARE(f.said(0), QString("first"));
}

void SpeechContentWindowTest::anInputMethodIsLeftAlone()
{
    Speech f;
    f.type("a");
    f.compose("ni");
    f.compose("nihao");
    QTRY_COMPARE(f.said(0), QString("a"));  // kept while one composes, without what is composed
    QVERIFY(f.box().isComposing());
    f.key(Qt::Key_Return, Qt::ControlModifier);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    f.key(Qt::Key_Space, Qt::ControlModifier);
    QTest::keyClick(&f.box(), Qt::Key_Tab);
    QCOMPARE(f.at(), 0);
    QVERIFY(f.box().isComposing());
    QVERIFY(!f.player().isPlaying());
    const auto content = f.stored(0);
    QVERIFY_OK(f.session().apply(setHard({&content, 1}, true)));  // from elsewhere
    QVERIFY(f.box().isComposing());
    f.compose("", "你好");
    QVERIFY(!f.box().isComposing());
    QCOMPARE(f.box().text(), QString("a你好"));
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.at(), 1);
    QCOMPARE(f.said(0), QString("a你好"));
}

void SpeechContentWindowTest::whatElseChangesLeavesTheTypedText()
{
    Speech f;
    f.type("half a sen");
    const auto content = f.stored(0);
    QVERIFY_OK(f.session().apply(setHard({&content, 1}, true)));
    QCOMPARE(f.box().text(), QString("half a sen"));
    f.type("tence");
    QTRY_COMPARE(f.said(0), QString("half a sentence"));
    QVERIFY(f.stored(0).work->hard);
}

void SpeechContentWindowTest::theListShowsHowItBeginsAndFindsIt()
{
    Speech f;
    f.type("Guten Tag");
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.list().index(0).data(widgets::SampleListModel::ContentRole).toString(), QString("Guten Tag"));
    QCOMPARE(f.list().index(0).data(widgets::SampleListModel::LengthRole).toString(), QString("0:00.3"));
    f.session().setFilter(*parseFilter("text:guten"));
    QTRY_COMPARE(f.list().rowCount(), 1);
    QCOMPARE(f.list().idAt(0), f.stored(0).sample.id);
}

void SpeechContentWindowTest::lettersAreZoomedAndKept()
{
    Speech f;
    const double before = f.box().points();
    f.key(Qt::Key_Plus, Qt::ControlModifier);
    const double after = f.box().points();
    QVERIFY(after > before);
    QCOMPARE(f.box().text(), QString());
    f.window->close();
    f.openWindow();
    QVERIFY(std::abs(f.box().points() - after) < 0.1);
}

void SpeechContentWindowTest::thereAreNoLabelsToChoose()
{
    Speech f;
    for (const char *name : {"labels", "objects", "attributes", "relations"})
        QVERIFY2(f.window->findChild<QDockWidget *>(name)->isHidden(), name);
    QVERIFY(f.window->findChild<QDockWidget *>("sample")->isVisible());
}

void SpeechContentWindowTest::oddCharactersSurvive()
{
    Speech f;
    const QString odd = QString::fromUtf8("a\u00a0b\u2028c\n\u202eשלום\u202c 👍🏽 é");
    const auto content = f.stored(0);
    QVERIFY_OK(f.session().apply(transcribe(content, widgets::toUtf8(odd))));
    QCOMPARE(f.box().text(), odd);
    f.box().moveCursor(QTextCursor::End);
    f.type("!");
    QTRY_COMPARE(f.said(0), odd + "!");
}

REGISTER_TEST(SpeechContentWindowTest);
#include "speech_content_window_test.moc"
