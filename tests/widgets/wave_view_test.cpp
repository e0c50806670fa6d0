#include "widgets/audio/wave_view.h"
#include "tests/core/wave_samples.h"
#include "tests/test_registry.h"
#include "widgets/audio/sound_service.h"
#include "widgets/audio/time_ruler.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace tests;
using namespace widgets;

namespace {

constexpr int rate = 16000;
using Range = WaveView::Range;

class MarkedView : public WaveView {
public:
    using WaveView::waveRect;
    using WaveView::WaveView;
    bool takes = false;
    int presses = 0, moves = 0, releases = 0;
    QRect painted;

protected:
    void paintMarks(QPainter &, const QRect &wave) override { painted = wave; }
    bool markPress(QMouseEvent *) override
    {
        presses += takes;
        return takes;
    }
    bool markMove(QMouseEvent *) override
    {
        moves += takes;
        return takes;
    }
    bool markRelease(QMouseEvent *) override
    {
        releases += takes;
        return takes;
    }
};

struct Shown {
    explicit Shown(const QString &file, QSize size = {800, 300}) : media(2, 1 << 24)
    {
        view.resize(size);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.showSound(file.toStdString());
        isShown = QTest::qWaitFor([this] { return view.info() && view.isSettled(); }, 60'000);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return view.isSettled(); }, 60'000);
    }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(&view, button, {}, from);
        for (const QPoint at : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, button, {});
            QApplication::sendEvent(&view, &move);
        }
        QTest::mouseRelease(&view, button, {}, to);
    }
    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, view.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }
    QPoint middle() const { return view.waveRect().center(); }
    // Does this pixel differ from the ground?
    bool isInked(const QImage &image, QPoint at) const
    {
        return image.pixelColor(at) != image.pixelColor(at.x(), view.waveRect().top() + 3);
    }

    MediaService media;
    MarkedView view{media};
    bool isShown = false;
};

}  // namespace

class WaveViewTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theWholeSoundIsShownFirst();
    void aClickSeeksAndADragSelects();
    void theWheelZoomsWhereThePointerIs();
    void theWheelScrollsWithShiftAndWhenItIsSetTo();
    void theMiddleButtonPans();
    void ctrlShiftWheelMakesItLarger();
    void aDoubleClickFits();
    void theFrameOfTheOverviewIsDragged();
    void theRulerSeeksWhileItIsDragged();
    void marksComeFirst();
    void aViewStaysWithinTheSound();
    void aDragBeyondTheEdgeMovesThePage();
    void followingTurnsThePage();
    void theViewIsRestored();
    void silenceIsALineAndSoundIsNot();
    void channelsHaveLanesWhileTheyFit();
    void aLongSoundIsSketchedBeforeItIsRead();
    void singleSamplesLieWhereTheyAre();
    void aSpectrogramShowsAToneAtItsHeight();
    void zeroCrossingsAreFound();
    void badFilesSayWhy();
    void theLastSoundAskedForIsTheOneShown();
    void keptPeaksAreFoundAgainAfterAMove();
    void aWithdrawnWishDoesNotSpoilTheNext();
    void theThemeChangesTheWave();
    void thumbnailsOfSoundsAreTheirWaveform();
    void ticksAreRoundAndApart_data();
    void ticksAreRoundAndApart();
    void theTileCacheKeepsToItsBytes();

private:
    QString path(const char *name) const { return m_folder.filePath(name); }
    QString sound(const char *name, int channels, const Samples &samples)
    {
        writeWav(path(name).toStdString(), channels, rate, samples);
        return path(name);
    }
    QString m_tone;  // 10 s of 440 Hz
    QTemporaryDir m_folder;
};

void WaveViewTest::initTestCase()
{
    m_tone = sound("tone.wav", 1, sine(rate * 10, 440, rate, 0.5));
}

void WaveViewTest::theWholeSoundIsShownFirst()
{
    MediaService media(2, 1 << 24);
    MarkedView view(media);
    QSignalSpy opened(&view, &WaveView::opened), settled(&view, &WaveView::settled);
    view.resize(800, 300);
    view.show();
    QVERIFY(!view.info());
    QVERIFY(!view.isSettled());
    view.showSound(m_tone.toStdString());
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(view.info()->length, rate * 10);
    QVERIFY(view.isFitted());
    QCOMPARE(view.timeView(), (TimeView{0, rate * 10 / 800.0}));
    QCOMPARE(view.sampleAt(400), rate * 5);
    QCOMPARE(view.xOf(rate * 5), 400.0);
    view.clear();
    QVERIFY(!view.info());
}

void WaveViewTest::aClickSeeksAndADragSelects()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    QSignalSpy seeks(&shown.view, &WaveView::seekAsked), selections(&shown.view, &WaveView::selectionMade);
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {200, 100});
    QCOMPARE(seeks.size(), 1);
    QCOMPARE(seeks[0][0].toLongLong(), rate * 10 / 4);
    QCOMPARE(selections.size(), 0);
    shown.drag({400, 100}, {600, 120});
    QCOMPARE(seeks.size(), 1);
    QCOMPARE(selections.size(), 1);
    QCOMPARE(shown.view.selection(), std::optional(Range(rate * 5, rate * 75 / 10)));
    shown.drag({600, 100}, {500, 100});  // to the left as well
    QCOMPARE(shown.view.selection(), std::optional(Range(rate * 625 / 100, rate * 75 / 10)));
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {100, 100});
    QCOMPARE(shown.view.selection(), std::nullopt);
    QCOMPARE(selections.size(), 3);
}

void WaveViewTest::theWheelZoomsWhereThePointerIs()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    QSignalSpy changes(&shown.view, &WaveView::timeViewChanged);
    const qint64 kept = shown.view.sampleAt(600);
    shown.wheel({600, 100}, {0, 360});
    QCOMPARE(changes.size(), 1);
    QVERIFY(!shown.view.isFitted());
    QVERIFY(std::abs(shown.view.timeView().perPixel - 200 / std::pow(1.25, 3)) < 1e-9);
    QCOMPARE(shown.view.sampleAt(600), kept);
    for (int i = 0; i < 60; ++i)
        shown.wheel({600, 100}, {0, 120});
    QCOMPARE(shown.view.timeView().perPixel, 1 / 16.0);
    QVERIFY(std::abs(shown.view.sampleAt(600) - kept) <= 1);
    for (int i = 0; i < 60; ++i)
        shown.wheel({600, 100}, {0, -120});
    QVERIFY(shown.view.isFitted());
}

void WaveViewTest::theWheelScrollsWithShiftAndWhenItIsSetTo()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({1000, 20});
    shown.wheel(shown.middle(), {0, -120}, Qt::ShiftModifier);
    QCOMPARE(shown.view.timeView(), (TimeView{1000 + 80 * 20, 20}));
    shown.wheel(shown.middle(), {120, 0});
    QCOMPARE(shown.view.timeView(), (TimeView{1000, 20}));
    shown.view.setWheelZooms(false);
    shown.wheel(shown.middle(), {0, -120});
    QCOMPARE(shown.view.timeView(), (TimeView{1000 + 80 * 20, 20}));
    shown.wheel(shown.middle(), {0, 120}, Qt::ControlModifier);
    QCOMPARE(shown.view.timeView().perPixel, 16.0);
}

void WaveViewTest::theMiddleButtonPans()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    QSignalSpy seeks(&shown.view, &WaveView::seekAsked);
    shown.view.setTimeView({10'000, 20});
    shown.drag({300, 100}, {200, 100}, Qt::MiddleButton);
    QCOMPARE(shown.view.timeView(), (TimeView{12'000, 20}));
    QCOMPARE(seeks.size(), 0);
    QCOMPARE(shown.view.selection(), std::nullopt);
}

void WaveViewTest::ctrlShiftWheelMakesItLarger()
{
    Shown shown(sound("quiet.wav", 1, sine(rate * 4, 440, rate, 0.1)));
    QVERIFY(shown.isShown);
    const QPoint above = shown.middle() - QPoint(0, shown.view.waveRect().height() / 4);
    QVERIFY(!shown.isInked(shown.view.grab().toImage(), above));
    const TimeView before = shown.view.timeView();
    shown.wheel(shown.middle(), {0, 120 * 6}, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(std::abs(shown.view.amplitude() - std::pow(1.25, 6)) < 1e-9);
    QCOMPARE(shown.view.timeView(), before);
    shown.view.setAmplitude(8);
    QVERIFY(shown.isInked(shown.view.grab().toImage(), above));
    shown.wheel(shown.middle(), {0, -12000}, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.view.amplitude(), 1.0);
}

void WaveViewTest::aDoubleClickFits()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({10'000, 20});
    QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, shown.middle());
    QVERIFY(shown.view.isFitted());
}

void WaveViewTest::theFrameOfTheOverviewIsDragged()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({rate, 20});  // one second, 80 of 800 pixels of the overview
    const int y = shown.view.height() - 10;
    shown.drag({100, y}, {300, y});
    QCOMPARE(shown.view.timeView(), (TimeView{rate * 3.5, 20}));
    QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {700, y});  // beside the frame: it comes there
    QCOMPARE(shown.view.timeView(), (TimeView{rate * 8.25, 20}));
}

void WaveViewTest::theRulerSeeksWhileItIsDragged()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    QSignalSpy seeks(&shown.view, &WaveView::seekAsked);
    shown.drag({100, 5}, {300, 5});
    QCOMPARE(seeks.size(), 3);
    QCOMPARE(seeks.last()[0].toLongLong(), rate * 10 * 3 / 8);
    QCOMPARE(shown.view.selection(), std::nullopt);
}

void WaveViewTest::marksComeFirst()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    QSignalSpy seeks(&shown.view, &WaveView::seekAsked), selections(&shown.view, &WaveView::selectionMade);
    shown.view.takes = true;
    shown.drag({100, 100}, {300, 100});
    QCOMPARE(shown.view.presses, 1);
    QCOMPARE(shown.view.moves, 2);
    QCOMPARE(shown.view.releases, 1);
    QCOMPARE(seeks.size() + selections.size(), 0);
    shown.view.grab();
    QCOMPARE(shown.view.painted, shown.view.waveRect());
}

void WaveViewTest::aViewStaysWithinTheSound()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({-500, 10});
    QCOMPARE(shown.view.timeView(), (TimeView{0, 10}));
    shown.view.setTimeView({1e9, 10});
    QCOMPARE(shown.view.timeView(), (TimeView{rate * 10 - 8000.0, 10}));
    shown.view.setTimeView({0, 1e9});
    QVERIFY(shown.view.isFitted());
    shown.view.setTimeView({std::nan(""), 10});
    QCOMPARE(shown.view.timeView(), (TimeView{0, 10}));
    shown.view.showRange(rate, rate * 2);
    QVERIFY(shown.view.xOf(rate) > 0 && shown.view.xOf(rate * 2) < 800);
    QVERIFY(shown.view.xOf(rate * 2) - shown.view.xOf(rate) > 700);
    shown.view.resize(400, 300);
    QCOMPARE(shown.view.sampleAt(100'000), rate * 10);
    shown.view.fit();
    shown.view.resize(1000, 300);
    QCOMPARE(shown.view.timeView(), (TimeView{0, 160}));
}

void WaveViewTest::aDragBeyondTheEdgeMovesThePage()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({10'000, 10});
    QTest::mousePress(&shown.view, Qt::LeftButton, {}, {700, 100});
    for (const int x : {780, 850, 900}) {
        QMouseEvent move(QEvent::MouseMove, QPoint(x, 100), shown.view.mapToGlobal(QPoint(x, 100)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&shown.view, &move);
    }
    QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {900, 100});
    QVERIFY(shown.view.timeView().begin > 11'000);
    QCOMPARE(shown.view.selection()->first, 17'000);
    QVERIFY(shown.view.selection()->second > 19'000);
}

void WaveViewTest::followingTurnsThePage()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({10'000, 10});
    shown.view.setPlayhead(17'000, true);
    QCOMPARE(shown.view.timeView(), (TimeView{10'000, 10}));
    shown.view.setPlayhead(18'001, true);
    QVERIFY(shown.view.xOf(18'001) > 0 && shown.view.xOf(18'001) < 100);
    const TimeView page = shown.view.timeView();
    shown.view.setPlayhead(100'000, false);
    QCOMPARE(shown.view.timeView(), page);
    QCOMPARE(shown.view.playhead(), 100'000);
}

void WaveViewTest::theViewIsRestored()
{
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    shown.view.setTimeView({12'345, 7});
    shown.view.setAmplitude(3);
    const QByteArray saved = shown.view.saveView();
    shown.view.fit();
    shown.view.setAmplitude(1);
    shown.view.restoreView(saved);
    QCOMPARE(shown.view.timeView(), (TimeView{12'345, 7}));
    QCOMPARE(shown.view.amplitude(), 3.0);
    shown.view.restoreView("nonsense");
    QVERIFY(shown.view.isFitted());
}

void WaveViewTest::silenceIsALineAndSoundIsNot()
{
    Samples samples(rate * 2, 0);
    const Samples loud = sine(rate * 2, 300, rate, 0.8);
    samples.insert(samples.end(), loud.begin(), loud.end());
    Shown shown(sound("half.wav", 1, samples));
    QVERIFY(shown.isShown);
    const QImage image = shown.view.grab().toImage();
    const QPoint silent(200, shown.middle().y()), heard(600, shown.middle().y());
    const int quarter = shown.view.waveRect().height() / 4;
    int inked = 0;
    for (int y = -quarter; y <= quarter; ++y)
        inked += shown.isInked(image, silent + QPoint(0, y));
    QVERIFY2(inked >= 1 && inked <= 3, qPrintable(QString::number(inked)));
    for (int y = -quarter; y <= quarter; ++y)
        QVERIFY(shown.isInked(image, heard + QPoint(0, y)));
}

void WaveViewTest::channelsHaveLanesWhileTheyFit()
{
    const Samples tone = sine(rate * 2, 300, rate, 0.8);
    Samples samples;
    for (const std::int16_t value : tone)
        samples.insert(samples.end(), {value, 0});
    Shown shown(sound("left.wav", 2, samples), {800, 300});
    QVERIFY(shown.isShown);
    const QRect wave = shown.view.waveRect();
    const auto inkedAt = [&](double share) {
        return shown.isInked(shown.view.grab().toImage(), {400, wave.top() + int(wave.height() * share)});
    };
    QVERIFY(inkedAt(0.15) && inkedAt(0.35));    // left, all over its lane
    QVERIFY(!inkedAt(0.65) && !inkedAt(0.85));  // right
    shown.view.resize(800, 130);                // one lane for both
    QVERIFY(shown.settle());
    QCOMPARE(shown.view.waveRect().height() / 2 < 44, true);
    const QRect low = shown.view.waveRect();
    const QImage image = shown.view.grab().toImage();
    QVERIFY(shown.isInked(image, {400, low.top() + low.height() / 4}));
    QVERIFY(shown.isInked(image, {400, low.bottom() - low.height() / 4}));
}

void WaveViewTest::aLongSoundIsSketchedBeforeItIsRead()
{
    const QString file = sound("long.wav", 1, noise(9'000'000, 4));
    MediaService media(1, 1 << 20);
    std::vector<std::shared_ptr<const core::Peaks>> told;
    const auto ticket = media.sounds().peaks(file.toStdString(), std::make_shared<std::atomic<qint64>>(0),
                                             [&](const PeaksAnswer &answer) { told.push_back(*answer); });
    QVERIFY(QTest::qWaitFor([&] { return !told.empty() && told.back()->isWhole(); }, 60'000));
    QVERIFY(told.size() >= 3);
    QVERIFY(!told[0]->isSketched() && told[0]->known() == 0);
    QVERIFY(told[1]->isSketched() && told[1]->known() == 0);
    QVERIFY(!told.back()->isSketched());
}

void WaveViewTest::singleSamplesLieWhereTheyAre()
{
    Samples samples(rate, 0);
    samples[8000] = 26000;
    Shown shown(sound("click.wav", 1, samples));
    QVERIFY(shown.isShown);
    shown.view.setTimeView({7990, 1 / 20.0});
    QCOMPARE(shown.view.timeView().perPixel, 1 / 16.0);
    QVERIFY(shown.settle());
    const QImage image = shown.view.grab().toImage();
    const QRect wave = shown.view.waveRect();
    const int y = wave.center().y() - int(26000 / 32767.0 * (wave.height() / 2.0 - 1));
    QVERIFY(shown.isInked(image, {int(shown.view.xOf(8000)), y + 1}));
    QVERIFY(!shown.isInked(image, {int(shown.view.xOf(8000)) + 12, y + 1}));
    QVERIFY(!shown.isInked(image, {int(shown.view.xOf(8000)) - 12, y + 1}));
}

void WaveViewTest::aSpectrogramShowsAToneAtItsHeight()
{
    Shown shown(sound("high.wav", 1, sine(rate * 4, 6000, rate, 0.5)));
    QVERIFY(shown.isShown);
    SpectrogramSettings settings;
    settings.place = SpectrogramSettings::Place::Instead;
    shown.view.setSpectrogram(settings);
    QVERIFY(!shown.view.isSettled());
    QVERIFY(shown.settle());
    const QImage image = shown.view.grab().toImage();
    const QRect wave = shown.view.waveRect();
    const auto contrastTo = [&](double share) {
        const QColor tone = image.pixelColor(500, wave.bottom() - int(wave.height() * share));
        return contrast(tone, image.pixelColor(500, wave.bottom() - wave.height() / 4));
    };
    QVERIFY(contrastTo(0.75) > 5);  // 6 of 8 kHz
    QVERIFY(contrastTo(0.5) < 1.2);
    settings.lowDecibels = -5;  // the tone has -6
    settings.highDecibels = 0;
    shown.view.setSpectrogram(settings);
    QVERIFY(shown.view.isSettled());  // colours alone change
    settings.shape.length = 2048;
    shown.view.setSpectrogram(settings);
    QVERIFY(!shown.view.isSettled());
    QVERIFY(shown.settle());
    settings.place = SpectrogramSettings::Place::Hidden;
    shown.view.setSpectrogram(settings);
    QVERIFY(shown.view.isSettled());
}

void WaveViewTest::zeroCrossingsAreFound()
{
    Shown shown(sound("cross.wav", 1, sine(rate * 30, 100, rate, 0.5)));  // crosses every 80 samples
    QVERIFY(shown.isShown);
    const auto near = [&](qint64 sample, qint64 within) { return shown.view.zeroCrossingNear(sample, within); };
    QCOMPARE(near(160'030, 800), std::nullopt);  // not known yet, and it does not wait
    QTRY_VERIFY(near(160'030, 800).has_value());
    QVERIFY(std::abs(*near(160'030, 800) - 160'000) <= 1);
    QVERIFY(std::abs(*near(160'045, 800) - 160'080) <= 1);
    QCOMPARE(near(160'040, 20), std::nullopt);  // none so close
    shown.view.setTimeView({0, 2});
    QVERIFY(shown.settle());
    QVERIFY(near(300, 100).has_value());  // what is in sight is known
}

void WaveViewTest::badFilesSayWhy()
{
    QFile nonsense(path("nonsense.wav"));
    QVERIFY(nonsense.open(QIODevice::WriteOnly));
    nonsense.write(QByteArray(5000, 'x'));
    nonsense.close();
    for (const char *name : {"none.wav", "nonsense.wav"}) {
        MediaService media(1, 1 << 20);
        MarkedView view(media);
        view.resize(600, 200);
        view.show();
        QSignalSpy failed(&view, &WaveView::failed);
        view.showSound(path(name).toStdString());
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed[0][0].value<core::Error>();
        QVERIFY(name == QByteArray("none.wav") ? error.code == core::Code::NotFound
                                               : error.code != core::Code::NotFound);
        QVERIFY(!view.info());
        QVERIFY(view.isSettled());
        view.grab();
    }
}

void WaveViewTest::theLastSoundAskedForIsTheOneShown()
{
    const QString other = sound("other.wav", 2, noise(rate * 2, 1));
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    for (int i = 0; i < 20; ++i)
        shown.view.showSound((i % 2 ? other : m_tone).toStdString());
    QTRY_VERIFY(shown.view.info());
    QVERIFY(shown.settle());
    QCOMPARE(shown.view.info()->channels, 2);
    QCOMPARE(shown.view.info()->length, rate);
}

void WaveViewTest::keptPeaksAreFoundAgainAfterAMove()
{
    const QString cache = path("cache"), file = sound("kept.wav", 1, noise(rate * 3, 2)), moved = path("moved.wav");
    const auto peaksOf = [&](const QString &of) {
        MediaService media(1, 1 << 20);
        media.setCacheFolder(cache);
        std::vector<std::shared_ptr<const core::Peaks>> told;
        const auto ticket = media.sounds().peaks(of.toStdString(), std::make_shared<std::atomic<qint64>>(0),
                                                 [&](const PeaksAnswer &answer) {
                                                     if (answer)
                                                         told.push_back(*answer);
                                                 });
        (void)QTest::qWaitFor([&] { return !told.empty() && told.back()->isWhole(); }, 60'000);
        return told;
    };
    const auto first = peaksOf(file);
    QVERIFY(first.size() > 1);  // nothing, then all
    QVERIFY(QFile::rename(file, moved));
    const auto second = peaksOf(moved);
    QCOMPARE(second.size(), 1u);
    QCOMPARE(*second[0]->block(0), *first.back()->block(0));
}

// The file stays open between the two, and was opened for the first.
void WaveViewTest::aWithdrawnWishDoesNotSpoilTheNext()
{
    MediaService media(1, 1 << 20);
    for (int i = 0; i < 3; ++i) {
        std::optional<TileAnswer> answer;
        const auto ticket = media.sounds().tile(m_tone.toStdString(), {"key", {}, {0, 64, i}},
                                                [&](const TileAnswer &arrived) { answer = arrived; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 60'000));
        QVERIFY_OK(*answer);
    }
}

void WaveViewTest::theThemeChangesTheWave()
{
    applyTheme(Theme::Light);
    Shown shown(m_tone);
    QVERIFY(shown.isShown);
    const QColor light = shown.view.grab().toImage().pixelColor(shown.middle());
    applyTheme(Theme::Dark);
    QCoreApplication::processEvents();
    const QImage dark = shown.view.grab().toImage();
    QVERIFY(dark.pixelColor(shown.middle()) != light);
    QVERIFY(dark.pixelColor(400, shown.view.waveRect().top() + 2).lightness() < 80);
    applyTheme(Theme::Light);
    QCoreApplication::processEvents();
    QCOMPARE(shown.view.grab().toImage().pixelColor(shown.middle()), light);
}

void WaveViewTest::thumbnailsOfSoundsAreTheirWaveform()
{
    MediaService media(1, 1 << 20);
    media.setCacheFolder(path("thumbnails"));
    for (int round = 0; round < 2; ++round) {  // the second time from the cache
        std::optional<core::Result<Picture>> answer;
        const auto ticket = media.thumbnail(m_tone, [&](auto result) { answer = std::move(result); });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 60'000));
        QVERIFY_OK(*answer);
        const QImage &image = (*answer)->image;
        QCOMPARE(image.pixelColor(100, image.height() / 2).alpha(), 255);
        QCOMPARE(image.pixelColor(100, 0).alpha(), 0);
    }
    std::optional<core::Result<Picture>> answer;
    const auto ticket = media.thumbnail(path("none.wav"), [&](auto result) { answer = std::move(result); });
    QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 60'000));
    QCOMPARE(answer->error().code, core::Code::NotFound);
}

void WaveViewTest::ticksAreRoundAndApart_data()
{
    QTest::addColumn<double>("perPixel");
    QTest::addColumn<QStringList>("labels");
    QTest::addRow("ten hours") << 16000 * 36000 / 800.0
                               << QStringList{"0:00", "2:00:00", "4:00:00", "6:00:00", "8:00:00", "10:00:00"};
    QTest::addRow("a minute") << 16000 * 60 / 800.0
                              << QStringList{"0:00", "0:10", "0:20", "0:30", "0:40", "0:50", "1:00"};
    QTest::addRow("a second") << 20.0 << QStringList{"0:00.0", "0:00.2", "0:00.4", "0:00.6", "0:00.8", "0:01.0"};
    QTest::addRow("single samples") << 1 / 16.0 << QStringList{"0:00.0000", "0:00.0005", "0:00.0010", "0:00.0015",
                                                               "0:00.0020", "0:00.0025", "0:00.0030"};
}

void WaveViewTest::ticksAreRoundAndApart()
{
    QFETCH(double, perPixel);
    QFETCH(QStringList, labels);
    QStringList seen;
    double last = -1000;
    for (const TimeTick &tick : timeTicks({0, perPixel}, 800, rate, 90)) {
        if (tick.label.isEmpty())
            continue;
        QVERIFY(tick.x - last >= 90);
        last = tick.x;
        seen << tick.label;
    }
    QCOMPARE(seen, labels);
}

void WaveViewTest::theTileCacheKeepsToItsBytes()
{
    TileCache cache(1000);
    for (int i = 0; i < 10; ++i)
        cache.insert({"a", {}, {0, 64, i}},
                     std::make_shared<core::SpectrogramTile>(core::SpectrogramTile{1, std::vector<std::uint8_t>(300)}));
    QCOMPARE(cache.bytes(), std::size_t(900));
    QVERIFY(!cache.find({"a", {}, {0, 64, 6}}));
    QVERIFY(cache.find({"a", {}, {0, 64, 7}}));
    QVERIFY(!cache.find({"b", {}, {0, 64, 7}}));
    cache.insert({"a", {}, {0, 64, 10}},
                 std::make_shared<core::SpectrogramTile>(core::SpectrogramTile{1, std::vector<std::uint8_t>(300)}));
    QVERIFY(cache.find({"a", {}, {0, 64, 7}}));  // used last
    QVERIFY(!cache.find({"a", {}, {0, 64, 8}}));
}

REGISTER_TEST(WaveViewTest);
#include "wave_view_test.moc"
