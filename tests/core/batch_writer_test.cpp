#include "core/project.h"
#include "core/store/open_file.h"
#include "core/store/purge.h"
#include "core/store/sqlite.h"
#include "core/store/sweeper.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"
#include <thread>

using namespace core;
using tests::dumpOf;
using tests::Folder;

class BatchWriterTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsSeenUntilTheEditThatShowsIt();
    void undoHidesTheBatchAndRedoShowsItAgain();
    void droppingItRemovesEveryRow();
    void replacedRowsGiveWayAndComeBack();
    void aLabelerGoesOnEditingRowsTheBatchHides();
    void aBatchOfACrashedProcessIsPurgedOnOpening();
    void aLargeDeadBatchIsSweptBesideTheWork();
    void aSweepEndsWithTheProjectAndTheNextGoesOn();
    void anUndoneBatchIsKeptForRedoAndPurgedAfterANewEdit();
    void findsUrisOfLiveAndOwnSamples();
    void refusesAUriTwice();
    void aUriTakenByHandMeanwhileRefusesTheBatch();
    void rowsOfASampleRemovedMeanwhileGoWithIt();
    void onlyOneBatchAtATime();
    void handWorkOnHiddenStatesStaysSingle();
    void labelersEditWhileAnotherThreadImports();
};

namespace {

struct Opened {
    Folder folder;
    std::unique_ptr<Project> project;

    Opened()
    {
        NewProject what;
        what.labels.resize(2);
        what.labels[0].name = "cat";
        what.labels[1].name = "dog";
        project = *Project::create(folder / "p.labelwright", what);
    }
    void reopen()
    {
        const auto file = project->file();
        project.reset();
        project = *Project::open(file, OpenMode::Edit);
    }
    const Reader &reader() const { return project->reader(); }
    std::size_t samples() const { return reader().find({})->size(); }
    SampleContent content(SampleId id) const { return *reader().load({1}, id); }
    std::int64_t rowsIn(const char *table) const
    {
        store::Connection connection(project->file(), store::Access::Read);
        return connection.integer("select count(*) from " + std::string(table));
    }
};

Sample sampleAt(std::string uri)
{
    Sample sample;
    sample.uri = std::move(uri);
    return sample;
}

Annotation labelOn(SampleId sample, LabelId label)
{
    Annotation annotation;
    annotation.job = {1};
    annotation.sample = sample;
    annotation.label = label;
    annotation.author = "import";
    return annotation;
}

WorkState labeled(SampleId sample)
{
    WorkState work;
    work.job = {1};
    work.sample = sample;
    work.state = State::Labeled;
    return work;
}

// `count` labelled samples NAME0 … under a batch.
void fill(BatchWriter &writer, const std::string &name, int count)
{
    for (int i = 0; i < count; ++i) {
        const SampleId id = *writer.put(sampleAt(name + std::to_string(i)));
        QVERIFY_OK(writer.put(labelOn(id, {1 + i % 2})));
        QVERIFY_OK(writer.put(labeled(id)));
    }
}

void import(Project &project, const std::string &name, int count)
{
    const auto writer = *project.newBatch(name);
    fill(*writer, name, count);
    QVERIFY_OK(project.apply(*writer->close("import")));
}

// A copy of a project with 5 samples, a dead batch of 12,000 that hides one of them, and a sample made later.
std::filesystem::path crashed(Opened &opened)
{
    import(*opened.project, "a", 5);
    const auto writer = *opened.project->newBatch("crash");
    fill(*writer, "b", 12'000);
    if (!writer->hide(SampleId{1}) || !writer->close("never applied")
        || !opened.project->apply({"later", "", {created(sampleAt("later"))}}))
        qFatal("no batch");
    auto copy = opened.folder / "crashed.labelwright";
    SQLite::Database(opened.project->file(), SQLite::OPEN_READONLY).exec("vacuum into '" + copy.string() + "'");
    return copy;
}

QString rowsOf(store::Connection &connection)
{
    QStringList words;
    for (const char *table : {"batch", "sample", "work", "annotation"})
        words << QString("%1 %2").arg(table).arg(connection.integer(std::string("select count(*) from ") + table));
    words << QString("hidden %1").arg(connection.integer("select count(*) from sample where hidden_by is not null"));
    return words.join(", ");
}

}  // namespace

void BatchWriterTest::nothingIsSeenUntilTheEditThatShowsIt()
{
    Opened opened;
    auto writer = *opened.project->newBatch("folder", "images");
    fill(*writer, "a", 3000);
    Label bird;
    bird.job = {1};
    bird.name = "bird";
    QVERIFY_OK(writer->put(bird));
    QCOMPARE(opened.samples(), 0u);
    QCOMPARE(opened.reader().stateCounts({1})->all, 0);
    const Edit edit = *writer->close("import");
    QCOMPARE(opened.samples(), 0u);
    QCOMPARE(opened.reader().labels({1})->size(), 2u);
    const auto shown = *opened.project->apply(edit);
    QVERIFY(shown.everything);
    QCOMPARE(opened.samples(), 3000u);
    QCOMPARE(opened.reader().labels({1})->size(), 3u);
    const StateCounts counts = *opened.reader().stateCounts({1});
    QCOMPARE(counts.labeled, 3000);
    QCOMPARE(counts.unlabeled, 0);
    const auto labels = *opened.reader().labelCounts({1});
    QCOMPARE(labels.size(), 2u);
    QCOMPARE(labels[0].annotations, 1500);
    QCOMPARE(labels[1].samples, 1500);
    QCOMPARE(opened.reader().batches()->back().source, "folder");
}

void BatchWriterTest::undoHidesTheBatchAndRedoShowsItAgain()
{
    Opened opened;
    import(*opened.project, "a", 10);
    QVERIFY_OK(opened.project->undo());
    QCOMPARE(opened.samples(), 0u);
    QCOMPARE(opened.reader().labelCounts({1})->size(), 0u);
    opened.reopen();
    QCOMPARE(opened.samples(), 0u);
    QVERIFY_OK(opened.project->redo());
    QCOMPARE(opened.samples(), 10u);
}

void BatchWriterTest::droppingItRemovesEveryRow()
{
    Opened opened;
    import(*opened.project, "kept", 20);
    const std::string before = dumpOf(opened.project->file());
    auto writer = *opened.project->newBatch("dropped");
    fill(*writer, "b", 6000);
    QVERIFY_OK(writer->hide(AnnotationId{1}));
    QVERIFY_OK(writer->put(labeled({2})));
    QVERIFY(opened.rowsIn("sample") > 5000);
    writer.reset();
    QCOMPARE(dumpOf(opened.project->file()), before);
    QVERIFY_OK(opened.project->newBatch("next"));
}

void BatchWriterTest::replacedRowsGiveWayAndComeBack()
{
    Opened opened;
    import(*opened.project, "a", 3);
    const SampleContent before = opened.content({2});
    const auto writer = *opened.project->newBatch("again");
    QVERIFY_OK(writer->hide(before.annotations.front()->id));
    QVERIFY_OK(writer->put(labelOn({2}, {1})));
    WorkState work = labeled({2});
    work.state = State::ToConfirm;
    QVERIFY_OK(writer->put(work));
    QVERIFY_OK(writer->hide(SampleId{3}));
    const Edit edit = *writer->close("replace");
    QVERIFY(opened.content({2}) == before);
    QVERIFY_OK(opened.project->apply(edit));
    QCOMPARE(opened.content({2}).annotations.size(), 1u);
    QVERIFY(opened.content({2}).annotations.front()->batch == writer->id());
    QVERIFY(opened.content({2}).state() == State::ToConfirm);
    QCOMPARE(opened.reader().stateCounts({1})->toConfirm, 1);
    QCOMPARE(opened.reader().stateCounts({1})->all, 2);
    QCOMPARE(opened.reader().load({1}, {3}).error().code, Code::NotFound);
    QVERIFY_OK(opened.project->undo());
    QVERIFY(opened.content({2}) == before);
    QCOMPARE(opened.samples(), 3u);
    QCOMPARE(opened.reader().stateCounts({1})->labeled, 3);
}

void BatchWriterTest::aLabelerGoesOnEditingRowsTheBatchHides()
{
    Opened opened;
    import(*opened.project, "a", 1);
    const auto writer = *opened.project->newBatch("again");
    const Annotation before = *opened.content({1}).annotations.front();
    QVERIFY_OK(writer->hide(before.id));
    const Edit edit = *writer->close("replace");
    Annotation after = before;
    after.label = {2};
    QVERIFY_OK(opened.project->apply({"relabel", "", {changed(before, after)}}));
    QVERIFY_OK(opened.project->apply(edit));
    QVERIFY(opened.content({1}).annotations.empty());
    QVERIFY_OK(opened.project->undo());
    QVERIFY(*opened.content({1}).annotations.front() == after);
    QVERIFY_OK(opened.project->undo());
    QVERIFY(*opened.content({1}).annotations.front() == before);
}

void BatchWriterTest::aBatchOfACrashedProcessIsPurgedOnOpening()
{
    Opened opened;
    import(*opened.project, "a", 5);
    const std::string before = dumpOf(opened.project->file());
    const auto copy = opened.folder / "crashed.labelwright";
    {
        const auto writer = *opened.project->newBatch("crash");
        fill(*writer, "b", 3000);
        QVERIFY_OK(writer->hide(SampleId{1}));
        QVERIFY_OK(writer->close("never applied"));
        SQLite::Database connection(opened.project->file(), SQLite::OPEN_READONLY);
        connection.exec("vacuum into '" + copy.string() + "'");
    }
    const auto project = *Project::open(copy, OpenMode::Edit);
    QCOMPARE(dumpOf(copy), before);
}

void BatchWriterTest::aLargeDeadBatchIsSweptBesideTheWork()
{
    Opened opened;
    const auto copy = crashed(opened);
    store::OpenedFile file = store::openFile(copy, OpenMode::Edit);
    const auto gate = std::make_shared<store::WriteGate>(std::move(file.writer));
    const auto garbage = store::deadBatches(*gate->connection);
    QCOMPARE(garbage.size(), 1u);
    store::Sweeper(gate, garbage).finish();
    QCOMPARE(rowsOf(*gate->connection), QString("batch 2, sample 6, work 5, annotation 5, hidden 0"));
}

void BatchWriterTest::aSweepEndsWithTheProjectAndTheNextGoesOn()
{
    Opened opened;
    const auto copy = crashed(opened);
    {
        const auto project = *Project::open(copy, OpenMode::Edit);
        QCOMPARE(project->reader().find({})->size(), 6u);
        QVERIFY_OK(project->apply({"one", "", {created(sampleAt("one"))}}));
    }
    store::OpenedFile file = store::openFile(copy, OpenMode::Edit);
    const auto gate = std::make_shared<store::WriteGate>(std::move(file.writer));
    QVERIFY(gate->connection->integer("select count(*) from sample") > 7);
    store::Sweeper(gate, store::deadBatches(*gate->connection)).finish();
    QCOMPARE(rowsOf(*gate->connection), QString("batch 2, sample 7, work 5, annotation 5, hidden 0"));
}

void BatchWriterTest::anUndoneBatchIsKeptForRedoAndPurgedAfterANewEdit()
{
    Opened opened;
    import(*opened.project, "a", 5);
    QVERIFY_OK(opened.project->undo());
    opened.reopen();
    QCOMPARE(opened.rowsIn("sample"), 5);
    QVERIFY_OK(opened.project->apply({"one", "", {created(sampleAt("a1"))}}));
    QCOMPARE(opened.samples(), 1u);
    opened.reopen();
    QCOMPARE(opened.rowsIn("sample"), 1);
    QCOMPARE(opened.rowsIn("batch"), 1);
}

void BatchWriterTest::findsUrisOfLiveAndOwnSamples()
{
    Opened opened;
    import(*opened.project, "a", 2);
    import(*opened.project, "undone", 2);
    QVERIFY_OK(opened.project->undo());
    const auto writer = *opened.project->newBatch("b");
    QCOMPARE(*writer->sampleByUri("a1"), std::optional(SampleId{2}));
    QCOMPARE(*writer->sampleByUri("undone1"), std::optional<SampleId>());
    std::vector<SampleId> ids;
    for (int i = 0; i < 5000; ++i)
        ids.push_back(*writer->put(sampleAt("undone" + std::to_string(i))));
    for (const int i : {0, 1, 2500, 4998, 4999})
        QCOMPARE(*writer->sampleByUri("undone" + std::to_string(i)), std::optional(ids[static_cast<std::size_t>(i)]));
    QCOMPARE(*writer->sampleByUri("undone5000"), std::optional<SampleId>());
}

void BatchWriterTest::refusesAUriTwice()
{
    Opened opened;
    import(*opened.project, "a", 1);
    const auto writer = *opened.project->newBatch("b");
    QVERIFY_OK(writer->put(sampleAt("b0")));
    QCOMPARE(writer->put(sampleAt("b0")).error().code, Code::Exists);
    QCOMPARE(writer->put(sampleAt("a0")).error().code, Code::Exists);
    QVERIFY_OK(writer->put(sampleAt("b1")));
    QVERIFY_OK(opened.project->apply(*writer->close("import")));
    QCOMPARE(opened.samples(), 3u);
}

void BatchWriterTest::aUriTakenByHandMeanwhileRefusesTheBatch()
{
    Opened opened;
    const auto writer = *opened.project->newBatch("b");
    QVERIFY_OK(writer->put(sampleAt("b0")));
    QVERIFY_OK(opened.project->apply({"add", "", {created(sampleAt("b0")), created(sampleAt("b1"))}}));
    QVERIFY(*writer->sampleByUri("b1"));
    const Edit edit = *writer->close("import");
    QCOMPARE(opened.project->apply(edit).error().code, Code::Exists);
    QCOMPARE(opened.samples(), 2u);
}

void BatchWriterTest::rowsOfASampleRemovedMeanwhileGoWithIt()
{
    Opened opened;
    QVERIFY_OK(opened.project->apply({"add", "", {created(sampleAt("a"))}}));
    const auto writer = *opened.project->newBatch("b");
    QVERIFY_OK(writer->put(labelOn({1}, {1})));
    QVERIFY_OK(writer->put(labeled({1})));
    const Edit edit = *writer->close("import");
    QVERIFY_OK(opened.project->undo());
    QVERIFY_OK(opened.project->apply(edit));
    QCOMPARE(opened.rowsIn("annotation"), 0);
    QCOMPARE(opened.rowsIn("work"), 0);
}

void BatchWriterTest::onlyOneBatchAtATime()
{
    Opened opened;
    auto writer = *opened.project->newBatch("a");
    QCOMPARE(opened.project->newBatch("b").error().code, Code::Busy);
    QVERIFY_OK(writer->close("a"));
    writer.reset();
    QVERIFY_OK(opened.project->newBatch("b"));
}

void BatchWriterTest::handWorkOnHiddenStatesStaysSingle()
{
    Opened opened;
    QVERIFY_OK(opened.project->apply({"add", "", {created(sampleAt("a"))}}));
    WorkState work = labeled({1});
    QVERIFY_OK(opened.project->apply({"state", "", {created(work)}}));
    const auto writer = *opened.project->newBatch("b");
    QVERIFY_OK(writer->put(labeled({1})));
    QVERIFY_OK(opened.project->apply(*writer->close("import")));
    const std::string before = dumpOf(opened.project->file());
    QVERIFY_OK(opened.project->apply({"clear", "", {removed(*opened.content({1}).work)}}));
    QVERIFY(!opened.content({1}).work);
    QVERIFY_OK(opened.project->apply({"again", "", {created(work)}}));
    QVERIFY(opened.content({1}).work);
    QCOMPARE(opened.project->apply({"twice", "", {created(work)}}).error().code, Code::Conflict);
    QVERIFY_OK(opened.project->undo());
    QVERIFY_OK(opened.project->undo());
    QCOMPARE(dumpOf(opened.project->file()), before);
}

void BatchWriterTest::labelersEditWhileAnotherThreadImports()
{
    Opened opened;
    QVERIFY_OK(opened.project->apply({"add", "", {created(sampleAt("mine"))}}));
    auto writer = *opened.project->newBatch("b");
    std::optional<Edit> edit;
    std::thread importer([&] {
        fill(*writer, "b", 5000);
        edit = *writer->close("import");
        writer.reset();
    });
    for (int i = 0; i < 40; ++i)
        QVERIFY_OK(opened.project->apply({"label", "", {created(labelOn({1}, {1 + i % 2}))}}));
    importer.join();
    QVERIFY_OK(opened.project->apply(*edit));
    QCOMPARE(opened.samples(), 5001u);
    QCOMPARE(opened.content({1}).annotations.size(), 40u);
}

REGISTER_TEST(BatchWriterTest);
#include "batch_writer_test.moc"
