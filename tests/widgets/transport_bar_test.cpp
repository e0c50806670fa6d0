#include "widgets/audio/transport_bar.h"
#include "tests/test_registry.h"
#include <QLabel>
#include <QSlider>
#include <QToolButton>

using widgets::TransportBar;

class TransportBarTest : public QObject {
    Q_OBJECT
private slots:
    void speedGoesBySteps();
    void clicksTakeNoFocus();
    void muteGivesTheVolumeBack();
    void aNoticeSaysWhyNothingIsHeard();
    void withoutASoundThereIsNothingToPlay();
};

void TransportBarTest::speedGoesBySteps()
{
    QCOMPARE(TransportBar::faster(1), 1.1);
    QCOMPARE(TransportBar::slower(1), 0.9);
    QCOMPARE(TransportBar::faster(1.03), 1.1);
    QCOMPARE(TransportBar::slower(1.03), 1.0);
    QCOMPARE(TransportBar::faster(2), 2.0);
    QCOMPARE(TransportBar::slower(0.5), 0.5);
}

void TransportBarTest::clicksTakeNoFocus()
{
    TransportBar bar;
    bar.setSound(16000, 16000);
    QSignalSpy acted(&bar, &TransportBar::acted);
    for (QToolButton *button : bar.findChildren<QToolButton *>())
        QVERIFY(!(button->focusPolicy() & Qt::ClickFocus));
    QTest::mouseClick(bar.findChild<QToolButton *>("play"), Qt::LeftButton);
    QCOMPARE(acted.takeFirst().at(0).toByteArray(), QByteArray("sound.play"));
}

void TransportBarTest::muteGivesTheVolumeBack()
{
    TransportBar bar;
    bar.setVolume(0.7);
    QSignalSpy volume(&bar, &TransportBar::volumeChosen);
    QToolButton *mute = bar.findChild<QToolButton *>("mute");
    QTest::mouseClick(mute, Qt::LeftButton);
    QCOMPARE(volume.takeFirst().at(0).toDouble(), 0.0);
    QTest::mouseClick(mute, Qt::LeftButton);
    QCOMPARE(volume.takeFirst().at(0).toDouble(), 0.7);
}

void TransportBarTest::aNoticeSaysWhyNothingIsHeard()
{
    TransportBar bar;
    bar.resize(1000, 50);
    bar.show();
    const QLabel *notice = bar.findChild<QLabel *>("notice");
    QVERIFY(!notice->isVisible());
    bar.setNotice("No <b>device</b>", "Why <there> is none");
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->text(), QString("No <b>device</b>"));
    QVERIFY(notice->textFormat() == Qt::PlainText);
    QCOMPARE(notice->toolTip(), QString("<p>Why &lt;there&gt; is none</p>"));
    bar.setNotice({}, {});
    QVERIFY(!notice->isVisible());
}

void TransportBarTest::withoutASoundThereIsNothingToPlay()
{
    TransportBar bar;
    QToolButton *play = bar.findChild<QToolButton *>("play");
    QVERIFY(!play->isEnabled());
    bar.setSound(16000, 16000);
    QVERIFY(play->isEnabled());
}

REGISTER_TEST(TransportBarTest);
#include "transport_bar_test.moc"
