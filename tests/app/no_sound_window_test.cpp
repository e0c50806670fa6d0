// Without an audio device all but the hearing works. A program of its own: SDL asks for its driver once.
#include "tests/app/sound_window.h"
#include <QLabel>

using namespace core;

class NoSoundWindowTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("SDL_AUDIODRIVER", "nonesuch"); }
    void theWindowSaysWhyNothingIsHeard();
    void theClipRunsByTheClockAndIsLabeled();
};

void NoSoundWindowTest::theWindowSaysWhyNothingIsHeard()
{
    tests::SoundWindow f(JobKind::SoundClassification, 2, {"a", "b"});
    f.openWindow();
    QTRY_VERIFY(f.player().info());
    f.key(Qt::Key_Space);
    const auto *notice = f.window->editor().view()->findChild<QLabel *>("notice");
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->text(), QString("No sound device"));
    QVERIFY(notice->toolTip().contains("there is no sound device"));
}

void NoSoundWindowTest::theClipRunsByTheClockAndIsLabeled()
{
    tests::SoundWindow f(JobKind::SoundClassification, 2, {"a", "b"}, {}, true);
    f.openWindow();
    QTRY_VERIFY(f.player().position() > 0);
    f.key(Qt::Key_2);
    QCOMPARE(f.labelsAt(0), std::vector<std::string>{"b"});
    QCOMPARE(f.at(), 1);
}

REGISTER_TEST(NoSoundWindowTest);
#include "no_sound_window_test.moc"
