// Segments of a sound in the window by its own keys: made, split, merged, taken back, drafted, and there again when the
// project is opened anew.
#include "app/actions.h"
#include "app/dialogs/silences_dialog.h"
#include "app/job_rules.h"
#include "tests/app/window_fixture.h"
#include "tests/wav_file.h"
#include "widgets/audio/segment_editor.h"
#include "widgets/audio/segment_table.h"
#include "widgets/audio/segment_view.h"
#include "widgets/audio/sound_pane.h"
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace core;

namespace {

constexpr int rate = 8000;
using Times = std::vector<std::pair<double, double>>;

struct SegmentsWindow : tests::WindowFixture {
    explicit SegmentsWindow(SegmentRule rule = SegmentRule::Free)
    {
        app::JobRules rules;
        rules.segments = rule;
        rules.content = true;
        Job job;
        job.kind = JobKind::SpeechSegmentation;
        NewProject what{job.kind, "job", *app::labelsOf(job.kind, {"speech", "music"})};
        what.options = app::withRules(job, rules).options;
        auto project = Project::create(file().toStdString(), what);
        QVERIFY_OK(project);
        Edit edit{"import", "", {}};
        for (int i = 0; i < 2; ++i) {
            Sample sample;
            sample.id = {-1 - i};
            sample.uri = "talk_" + std::to_string(i) + ".wav";
            sample.position = i;
            tests::writeWave(folder.filePath(QString::fromStdString(sample.uri)).toStdString(),
                             tests::toneSamples({{1, 0}, {2, 0.5}, {2, 0}, {2, 0.4}, {3, 0}}, rate), rate);
            edit.changes.push_back(created(sample));
        }
        QVERIFY_OK((*project)->apply(edit));
        project->reset();
        open();
    }
    void open()
    {
        openWindow();
        QVERIFY(QTest::qWaitFor([this] { return editor().pane().playback().info() && editor().view().info(); }));
        editor().view().setFocus();
    }
    widgets::SegmentEditor &editor() { return *static_cast<widgets::SegmentEditor *>(window->editor().view()); }
    void seek(double seconds) { editor().pane().playback().seek(qRound64(seconds * rate)); }
    void tap(double from, double to)
    {
        seek(from);
        key(Qt::Key_I);
        seek(to);
        key(Qt::Key_O);
    }
    // Asks for a draft and answers when the sound is measured.
    void draft(const std::function<void(app::SilencesDialog &)> &answer)
    {
        bool came = false;
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, window.get(), [&] {
            auto *dialog = qobject_cast<app::SilencesDialog *>(QApplication::activeModalWidget());
            if (!dialog || came)
                return;
            came = true;
            answer(*dialog);
            if (dialog->isVisible())
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        });
        watch.start(5);
        window->actions().action("segment.draft")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return came && !QApplication::activeModalWidget(); }));
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
        editor().view().setFocus();
    }
    Times times()
    {
        Times all;
        for (const AnnotationPtr &each : session().content()->annotations)
            if (const TimeSpan *span = timeSpanOf(*each))
                all.emplace_back(double(span->begin) / rate, double(span->end) / rate);
        std::ranges::sort(all);
        return all;
    }
};

}  // namespace

class SegmentsWindowTest : public QObject {
    Q_OBJECT
private slots:
    void segmentsAreMadeSplitMergedAndTakenBack();
    void allIsThereWhenItIsOpenedAnew();
    void aDragMakesOneAndADigitRelabelsIt();
    void arrowsNudgeAndAltMovesTheEdge();
    void lettersTypedInAFieldAreNoKeys();
    void silencesAreDraftedAsProposals();
    void anotherThresholdMakesAnotherDraft();
    void aFullTilingHasNoRoomForADraft();
};

void SegmentsWindowTest::segmentsAreMadeSplitMergedAndTakenBack()
{
    SegmentsWindow window;
    window.tap(1, 3);
    QCOMPARE(window.times(), (Times{{1, 3}}));
    QCOMPARE(window.session().content()->state(), State::Labeled);
    window.seek(2);
    window.key(Qt::Key_S);
    QCOMPARE(window.times(), (Times{{1, 2}, {2, 3}}));
    window.session().setSelection({window.session().content()->annotations[0]->id});  // the new part is
    window.key(Qt::Key_M);
    QCOMPARE(window.times(), (Times{{1, 3}}));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.times(), (Times{{1, 2}, {2, 3}}));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.times(), Times{});
    window.key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(window.times(), (Times{{1, 3}}));
}

void SegmentsWindowTest::allIsThereWhenItIsOpenedAnew()
{
    SegmentsWindow window;
    window.tap(1, 3);
    window.tap(5, 7);
    window.window.reset();
    window.open();
    QCOMPARE(window.times(), (Times{{1, 3}, {5, 7}}));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.times(), (Times{{1, 3}}));
}

void SegmentsWindowTest::aDragMakesOneAndADigitRelabelsIt()
{
    SegmentsWindow window;
    widgets::SegmentView &view = window.editor().view();
    const QPoint from(int(view.xOf(4 * rate)), view.height() / 2), to(int(view.xOf(6 * rate)), view.height() / 2);
    QTest::mousePress(&view, Qt::LeftButton, Qt::AltModifier, from);
    QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::AltModifier);
    QApplication::sendEvent(&view, &move);
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::AltModifier, to);
    QCOMPARE(window.times().size(), std::size_t{1});
    QCOMPARE(window.session().content()->annotations[0]->label, LabelId{1});
    window.key(Qt::Key_2);
    QCOMPARE(window.session().content()->annotations[0]->label, LabelId{2});
    window.key(Qt::Key_Delete);
    QCOMPARE(window.times(), Times{});
}

void SegmentsWindowTest::arrowsNudgeAndAltMovesTheEdge()
{
    SegmentsWindow window;
    window.tap(1, 3);
    window.key(Qt::Key_Right);
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(window.times(), (Times{{1.11, 3.11}}));
    window.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.times(), (Times{{1.11, 3.10}}));
    window.key(Qt::Key_Left, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(window.times(), (Times{{1.10, 3.10}}));
}

void SegmentsWindowTest::lettersTypedInAFieldAreNoKeys()
{
    SegmentsWindow window;
    window.tap(1, 3);
    window.key(Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QTest::keyClicks(line, "some io 1");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(window.times(), (Times{{1, 3}}));
    QCOMPARE(*valueOf(window.session().content()->annotations[0]->attributes, builtin::Content),
             std::string("some io 1"));
}

void SegmentsWindowTest::silencesAreDraftedAsProposals()
{
    SegmentsWindow window;
    window.draft(
        [](app::SilencesDialog &dialog) { QVERIFY(dialog.findChild<QLabel *>("found")->text().startsWith("2")); });
    QCOMPARE(window.times().size(), std::size_t{2});
    const auto content = window.session().content();
    for (const AnnotationPtr &each : content->annotations)
        QVERIFY(each->proposed && each->author == silencesAuthor);
    QCOMPARE(content->state(), State::ToConfirm);
    window.key(Qt::Key_Tab);
    window.key(Qt::Key_Return);
    QVERIFY(!window.session().content()->annotations[0]->proposed);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window.times(), Times{});
}

void SegmentsWindowTest::anotherThresholdMakesAnotherDraft()
{
    SegmentsWindow window;
    window.tap(4.5, 6);
    window.draft([](app::SilencesDialog &dialog) {
        dialog.findChild<QCheckBox *>("own")->setChecked(false);
        dialog.findChild<QDoubleSpinBox *>("threshold")->setValue(-10.5);  // between the two tones
    });
    QCOMPARE(window.times().size(), std::size_t{2});
    QVERIFY(window.times().front().second < 3.2);
    QCOMPARE(window.times().back(), (std::pair{4.5, 6.0}));
}

void SegmentsWindowTest::aFullTilingHasNoRoomForADraft()
{
    SegmentsWindow window(SegmentRule::Gapless);
    window.tap(1, 3);
    QCOMPARE(window.times(), (Times{{0, 1}, {1, 3}, {3, 10}}));
    window.window->actions().action("segment.draft")->trigger();
    QVERIFY(window.jobs.jobs().isEmpty());
    QCOMPARE(window.times().size(), std::size_t{3});
}

REGISTER_TEST(SegmentsWindowTest);
#include "segments_window_test.moc"
