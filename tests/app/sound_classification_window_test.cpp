#include "core/labelling.h"
#include "tests/app/sound_window.h"
#include "widgets/lists/sample_grid.h"
#include "widgets/lists/tile_view.h"
#include <QComboBox>
#include <QDockWidget>
#include <QMenuBar>
#include <QSlider>

using namespace core;
using Names = std::vector<std::string>;

class SoundClassificationWindowTest : public QObject {
    Q_OBJECT
private slots:
    void eachClipIsLabeledAtOneKey();
    void severalLabelsToggleAndCtrlEnterGoesOn();
    void openingAClipPlaysIt();
    void aClipOpensSilentlyWhenOneLikesItSo();
    void spacePlaysAndPausesAndNeverGoesOn();
    void keysGoBackAndForwardAndChangeTheSpeed();
    void theGridLabelsAllSelectedInOneStep();
    void theGridPlaysTheCurrentClip();
    void undoWorksAfterReopening();
    void speedAndVolumeAreKeptPerJob();
    void menusOfferWhatSoundsHave();
    void panelsOfObjectsAreNotOffered();
    void aLostSoundSaysSoAndKeepsItsLabels();
    void aRateThatIsLearntRescalesSpansOfAllJobs();
    void whatAClipTellsOfItselfIsNoStepToUndo();
};

namespace {

struct Clips : tests::SoundWindow {
    explicit Clips(bool many = false, bool plays = false)
        : SoundWindow(JobKind::SoundClassification, 5, {"chime", "drum", "bird"}, rulesFor(many), plays)
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

bool offers(const QMainWindow &window, const char *action)
{
    for (const QAction *menu : window.menuBar()->actions())
        for (const QAction *each : menu->menu()->actions())
            if (each->objectName() == QLatin1String(action))
                return true;
    return false;
}

}  // namespace

void SoundClassificationWindowTest::eachClipIsLabeledAtOneKey()
{
    Clips f;
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_1})
        f.key(key);
    QCOMPARE(f.at(), 4);
    const Names wanted[] = {{"chime"}, {"drum"}, {"bird"}, {"chime"}};
    for (int clip = 0; clip < 4; ++clip) {
        QCOMPARE(f.labelsAt(clip), wanted[clip]);
        QVERIFY(f.stored(clip).state() == State::Labeled);
        QVERIFY(std::holds_alternative<WholeSample>(f.stored(clip).annotations[0]->geometry));
    }
    QVERIFY(f.stored(4).state() == State::Unlabeled);
}

void SoundClassificationWindowTest::severalLabelsToggleAndCtrlEnterGoesOn()
{
    Clips f(true);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_3, Qt::Key_2, Qt::Key_3})
        f.key(key);
    QCOMPARE(f.at(), 0);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(f.at(), 1);
    QCOMPARE(f.labelsAt(0), (Names{"chime", "drum"}));
}

void SoundClassificationWindowTest::openingAClipPlaysIt()
{
    Clips f(false, true);
    QTRY_VERIFY(f.player().position() > 0);
    f.key(Qt::Key_1);
    QCOMPARE(f.at(), 1);
    QSignalSpy finished(&f.player(), &widgets::SoundPlayer::finished);
    QTRY_VERIFY(finished.size() == 1);
    f.key(Qt::Key_Z, Qt::ControlModifier);  // goes back to the first one
    QTRY_VERIFY(f.player().isPlaying());
}

void SoundClassificationWindowTest::aClipOpensSilentlyWhenOneLikesItSo()
{
    Clips f;
    QTRY_VERIFY(f.player().info());
    QVERIFY(!f.player().isPlaying());
    QCOMPARE(f.player().position(), 0);
}

void SoundClassificationWindowTest::spacePlaysAndPausesAndNeverGoesOn()
{
    Clips f;
    QTRY_VERIFY(f.player().info());
    f.key(Qt::Key_L, Qt::ShiftModifier);  // it goes round until told otherwise
    f.key(Qt::Key_Space);
    QTRY_VERIFY(f.player().isPlaying());
    f.key(Qt::Key_Space);
    QTRY_VERIFY(!f.player().isPlaying());
    QCOMPARE(f.at(), 0);
    QVERIFY(f.stored(0).state() == State::Unlabeled);
}

void SoundClassificationWindowTest::keysGoBackAndForwardAndChangeTheSpeed()
{
    Clips f;
    QTRY_VERIFY(f.player().info());
    f.key(Qt::Key_L);
    QTRY_COMPARE(f.player().position(), 4800);  // no further than the end
    f.key(Qt::Key_J);
    QTRY_COMPARE(f.player().position(), 0);
    f.key(Qt::Key_BracketRight);
    f.key(Qt::Key_BracketRight);
    QCOMPARE(f.player().speed(), 1.25);
    f.key(Qt::Key_BracketLeft);
    QCOMPARE(f.player().speed(), 1.1);
    f.key(Qt::Key_Backslash);
    QCOMPARE(f.player().speed(), 1.0);
}

void SoundClassificationWindowTest::theGridLabelsAllSelectedInOneStep()
{
    Clips f;
    f.key(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(f.window->isGridShown());
    f.key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(f.window->browser().grid()->selectedSamples().size(), 5);
    f.key(Qt::Key_2);
    for (int clip = 0; clip < 5; ++clip)
        QCOMPARE(f.labelsAt(clip), Names{"drum"});
    f.key(Qt::Key_Z, Qt::ControlModifier);
    for (int clip = 0; clip < 5; ++clip)
        QVERIFY(f.labelsAt(clip).empty());
}

void SoundClassificationWindowTest::theGridPlaysTheCurrentClip()
{
    Clips f;
    f.key(Qt::Key_G, Qt::ControlModifier);
    auto *grid = f.window->browser().grid();
    QTRY_VERIFY(f.list().loadedRow(1));
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Space);
    const auto *player = grid->findChild<widgets::SoundPlayer *>();
    QVERIFY(player);
    QTRY_VERIFY(player->info() && player->position() > 0);
    QCOMPARE(player->info()->length, 4800);
    QCOMPARE(f.at(), 1);
    QVERIFY(f.window->isGridShown());
    QVERIFY(f.stored(1).state() == State::Unlabeled);
    QVERIFY(!f.player().isPlaying());  // the editor's own is not heard from behind
}

void SoundClassificationWindowTest::undoWorksAfterReopening()
{
    Clips f;
    f.key(Qt::Key_1);
    f.key(Qt::Key_2);
    f.window->close();
    f.openWindow();
    QCOMPARE(f.at(), 2);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.at(), 1);
    QVERIFY(f.labelsAt(1).empty());
    QCOMPARE(f.labelsAt(0), Names{"chime"});
}

void SoundClassificationWindowTest::speedAndVolumeAreKeptPerJob()
{
    Clips f;
    f.window->editor().view()->findChild<QSlider *>()->setValue(40);
    f.key(Qt::Key_BracketLeft);
    f.window->close();
    f.openWindow();
    QCOMPARE(f.player().speed(), 0.9);
    QCOMPARE(f.player().volume(), 0.4);
    QCOMPARE(f.window->editor().view()->findChild<QComboBox *>()->currentData().toDouble(), 0.9);
}

void SoundClassificationWindowTest::menusOfferWhatSoundsHave()
{
    Clips f;
    for (const char *there :
         {"sound.play", "sound.back", "sound.faster", "view.fit", "view.zoom-in", "sample.done-next"})
        QVERIFY2(offers(*f.window, there), there);
    for (const char *ofPictures : {"view.adjust", "object.front", "edit.copy", "tool.box", "passage.draft"})
        QVERIFY2(!offers(*f.window, ofPictures), ofPictures);
}

void SoundClassificationWindowTest::panelsOfObjectsAreNotOffered()
{
    Clips f;
    QVERIFY(f.window->findChild<QDockWidget *>("labels")->isVisible());
    for (const char *name : {"objects", "attributes", "relations"})
        QVERIFY2(f.window->findChild<QDockWidget *>(name)->isHidden(), name);
}

void SoundClassificationWindowTest::aLostSoundSaysSoAndKeepsItsLabels()
{
    Clips f;
    f.key(Qt::Key_1);
    QVERIFY(QFile::remove(f.folder.filePath("clip_0.wav")));
    f.window->close();
    f.openWindow();
    f.key(Qt::Key_A);
    QCOMPARE(f.at(), 0);
    QTRY_VERIFY(f.window->editor().view()->isSettled());
    QVERIFY(!f.player().info());
    f.key(Qt::Key_2);
    QCOMPARE(f.labelsAt(0), Names{"drum"});
}

void SoundClassificationWindowTest::aRateThatIsLearntRescalesSpansOfAllJobs()
{
    tests::SoundWindow f(JobKind::SoundClassification, 2, {"a"});
    {
        auto project = Project::open(f.file().toStdString(), OpenMode::Edit);
        QVERIFY_OK(project);
        Job other;
        other.id = {-1};
        other.name = "segments";
        other.kind = JobKind::SpeechSegmentation;
        const auto id = *(*project)->reader().sampleByUri("clip_0.wav");
        const Sample before = (*project)->reader().load({1}, *id)->sample;
        Sample unseen = before;
        unseen.media = {};
        Annotation span;
        span.id = {-1};
        span.job = other.id;
        span.sample = *id;
        span.geometry = TimeSpan{100'000, 250'000, -1};  // microseconds: the file was never seen
        QVERIFY_OK((*project)->apply({"import", "", {created(other), changed(before, unseen), created(span)}}));
    }
    f.openWindow();
    QTRY_COMPARE(f.stored(0).sample.media.rate, 16000.0);
    const auto jobs = *f.reader().jobs();
    const auto content = f.reader().load(jobs.back().id, f.stored(0).sample.id);
    QVERIFY_OK(content);
    QVERIFY((std::get<TimeSpan>(content->annotations[0]->geometry) == TimeSpan{1600, 4000, -1}));
    f.key(Qt::Key_Z, Qt::ControlModifier);  // one step
    QCOMPARE(f.stored(0).sample.media.rate, 0.0);
}

void SoundClassificationWindowTest::whatAClipTellsOfItselfIsNoStepToUndo()
{
    tests::SoundWindow f(JobKind::SoundClassification, 2, {"a"});
    {
        auto project = Project::open(f.file().toStdString(), OpenMode::Edit);
        QVERIFY_OK(project);
        Edit forget{"import", "", {}};
        for (const int clip : {0, 1}) {
            const auto id = *(*project)->reader().sampleByUri(f.nameOf(clip));
            const Sample before = (*project)->reader().load({1}, *id)->sample;
            Sample unseen = before;
            unseen.media = {};
            forget.changes.push_back(changed(before, unseen));
        }
        QVERIFY_OK((*project)->apply(forget));
    }
    f.openWindow();
    QTRY_VERIFY(f.player().info());
    f.key(Qt::Key_1);
    QCOMPARE(f.at(), 1);
    QCOMPARE(f.stored(0).sample.media.rate, 16000.0);
    QTRY_VERIFY(f.player().info());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.at(), 0);
    QVERIFY(f.labelsAt(0).empty());
}

REGISTER_TEST(SoundClassificationWindowTest);
#include "sound_classification_window_test.moc"
