#include "app/dialogs/import_options.h"
#include "app/dialogs/jobs_dialog.h"
#include "app/dialogs/new_project_dialog.h"
#include "app/dialogs/publish_dialog.h"
#include "app/import_flow.h"
#include "app/label_acts.h"
#include "app/session_query.h"
#include "core/job_options.h"
#include "tests/app/window_fixture.h"
#include "widgets/panels/message_bar.h"
#include <QFile>
#include <QLabel>
#include <QMenuBar>

using namespace core;
using Names = std::vector<std::string>;

class FlowsTest : public QObject {
    Q_OBJECT
private slots:
    void pastedLabelsAreSplitTrimmedAndKeptOnce();
    void theNextVersionFollowsTheHighest();
    void aQueryIsKeptAsText();
    void aSecondJobBringsItsOwnLabels();
    void aSegmentationJobMayBeExclusive();
    void mergingLabelsIsOneStepThatCanBeUndone();
    void anImportShowsItsSamplesWhenItIsDone();
    void theRecentEntryKeepsTheCountsOfTheList();
    void theLanguageChangesAtOnce();
};

void FlowsTest::pastedLabelsAreSplitTrimmedAndKeptOnce()
{
    QCOMPARE(app::labelNames(" cat, dog\nbird ;cat\n\n风景，夜景"),
             (QStringList{"cat", "dog", "bird", "风景", "夜景"}));
}

void FlowsTest::theNextVersionFollowsTheHighest()
{
    Version first, other;
    first.name = "V007";
    other.name = "draft";
    QCOMPARE(app::nextVersionName({}), QString("V001"));
    QCOMPARE(app::nextVersionName({first, other}), QString("V008"));
}

void FlowsTest::aQueryIsKeptAsText()
{
    const app::View view{State::ToConfirm, SortKey::Confidence, true};
    QVERIFY(app::viewFromText(app::toText(view)) == view);
    QVERIFY(app::viewFromText("something else") == app::View{});
}

void FlowsTest::aSecondJobBringsItsOwnLabels()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 2, 1);
    f.openWindow();
    const auto jobs = f.session().jobs();
    const auto edit = app::jobsEdit(jobs, {"first"}, {"boxes", JobKind::ObjectDetection, {"car", "bus"}, {}});
    QVERIFY_OK(edit);
    QVERIFY_OK(f.session().apply(*edit));
    QCOMPARE(f.session().job().name, std::string("first"));
    QCOMPARE(f.session().jobs().size(), std::size_t(2));
    f.session().setJob(f.session().jobs().back().id);
    QCOMPARE(f.session().labels()->size(), std::size_t(2));
    QCOMPARE(f.session().labels()->front().name, std::string("car"));
    QVERIFY(f.window->editor().isDrawing());
}

void FlowsTest::aSegmentationJobMayBeExclusive()
{
    app::JobRules rules;
    rules.exclusive = true;
    const auto edit = app::jobsEdit({}, {}, {"masks", JobKind::ImageSegmentation, {"car"}, rules});
    QVERIFY_OK(edit);
    const auto &job = std::get<RowChange<Job>>(edit->changes.front()).after.value();
    QVERIFY(core::isExclusive(job));
}

void FlowsTest::mergingLabelsIsOneStepThatCanBeUndone()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 3, 2);
    f.openWindow();
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_1})
        f.key(key);
    const auto labels = *f.session().labels();
    ProgressState progress;
    TaskContext task({}, progress);
    auto edit = app::mergeLabels(f.reader(), f.session().job(), labels[0], labels[1].id, task);
    QVERIFY_OK(edit);
    QVERIFY_OK(f.session().apply(std::move(*edit)));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(f.labelsOf(i), Names{"l2"});
    QCOMPARE(f.session().labels()->size(), std::size_t(1));
    QVERIFY_OK(f.session().undo());
    QCOMPARE(f.labelsOf(0), Names{"l1"});
    QCOMPARE(f.session().labels()->size(), std::size_t(2));
}

void FlowsTest::anImportShowsItsSamplesWhenItIsDone()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 1, 1);
    const QDir source(f.folder.filePath("more"));
    QVERIFY(QDir().mkpath(source.filePath("cat")) && QDir().mkpath(source.filePath("dog")));
    for (const char *name : {"cat/a.png", "cat/b.png", "dog/c.png"})
        QVERIFY(QFile::copy(f.folder.filePath("img_0.png"), source.filePath(name)));
    f.openWindow();
    app::ImportFlow flow(f.session(), f.settings, f.jobs, f.media, f.window->messages(), f.window.get());
    QSignalSpy ended(&flow, &app::ImportFlow::ended);
    app::ImportRequest request{source.absolutePath(), {}};
    request.options.job = f.session().job().id;
    request.options.format = formats::formatById("modelarts-imagenet-dir");
    QVERIFY(request.options.format);
    flow.start(request);
    QVERIFY(ended.wait());
    QCOMPARE(ended.front().front().toBool(), true);
    QTRY_COMPARE(f.list().rowCount(), 4);
    const auto counts = f.reader().stateCounts(f.session().job().id);
    QCOMPARE(counts->labeled, std::int64_t(3));
    QVERIFY_OK(f.session().undo());
    QTRY_COMPARE(f.list().rowCount(), 1);
}

void FlowsTest::theRecentEntryKeepsTheCountsOfTheList()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 3, 2);
    f.openWindow();
    QTRY_VERIFY(f.settings.recent() == (QList<app::RecentProject>{{f.file(), 0, 3}}));
    f.key(Qt::Key_1);
    QCOMPARE(f.list().counts().labeled, 1);
    f.window->projects().close();
    QVERIFY(f.settings.recent() == (QList<app::RecentProject>{{f.file(), 1, 3}}));
    QVERIFY(f.window->projects().open(f.file()));
    QVERIFY(f.settings.recent() == (QList<app::RecentProject>{{f.file(), 1, 3}}));
}

void FlowsTest::theLanguageChangesAtOnce()
{
    tests::WindowFixture f;
    f.makeProject(JobKind::ImageClassification, 1, 1);
    f.openWindow();
    app::Preferences preferences = f.settings.preferences();
    preferences.language = app::Language::Chinese;
    f.settings.setPreferences(preferences);
    QVERIFY(QLocale().language() == QLocale::Chinese);
    preferences.language = app::Language::English;
    f.settings.setPreferences(preferences);
    QVERIFY(QLocale().language() == QLocale::English);
    QCOMPARE(f.window->menuBar()->actions().front()->text(), QString("&Project"));
}

REGISTER_TEST(FlowsTest);
#include "flows_test.moc"
