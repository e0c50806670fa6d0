#include "core/project.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"

using namespace core;
using tests::dumpOf;
using tests::Folder;
using tests::RandomEdits;

class ProjectTest : public QObject {
    Q_OBJECT
private slots:
    void undoAndRedoGiveByteEqualTables_data();
    void undoAndRedoGiveByteEqualTables();
    void patchedContentEqualsAReload_data();
    void patchedContentEqualsAReload();
    void undoAndRedoSurviveReopening();
    void aRowBroughtBackAfterReopeningKeepsItsIdToItself();
    void aNewEditClearsTheRedo();
    void successiveNudgesAreOneUndoStep();
    void fillsInWhatANewRowLacks();
    void refusesAStaleEditAndWritesNothing();
    void refusesRowsThatNameNoLiveRow();
    void refusesASecondSampleOfTheSameUri();
    void refusesValuesThatWouldNotReadBack();
    void observersSeeTheEditAsWrittenUntilTheyUnsubscribe();
    void theHistoryIsBoundedInBytes();
    void settingsStayOutOfTheHistory();
    void creatingOverAnExistingFileIsRefused();
};

namespace {

std::unique_ptr<Project> newProject(const std::filesystem::path &file)
{
    NewProject what;
    what.kind = JobKind::ObjectDetection;
    what.labels.resize(2);
    what.labels[0].name = "car";
    what.labels[1].name = "船";
    return *Project::create(file, what);
}

Sample sampleNamed(std::string uri)
{
    Sample sample;
    sample.id = {-1};
    sample.uri = std::move(uri);
    return sample;
}

// One sample with one box in job 1; returns the box as stored.
Annotation addBox(Project &project)
{
    Annotation annotation;
    annotation.job = {1};
    annotation.sample = {-1};
    annotation.label = {1};
    annotation.geometry = Box{1, 2, 3, 4, 0};
    const auto done = *project.apply({"add", "", {created(sampleNamed("a.jpg")), created(annotation)}});
    return *std::get<RowChange<Annotation>>(done.edit->changes[1]).after;
}

Annotation movedTo(Annotation annotation, double x)
{
    std::get<Box>(annotation.geometry).x = x;
    return annotation;
}

void addSeeds()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("%u", seed) << seed;
}

}  // namespace

void ProjectTest::undoAndRedoGiveByteEqualTables_data()
{
    addSeeds();
}

void ProjectTest::undoAndRedoGiveByteEqualTables()
{
    QFETCH(unsigned, seed);
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    QVERIFY_OK(project->setSetting("key", "value"));
    RandomEdits random(seed);
    std::vector<std::string> states{dumpOf(project->file())};
    for (int i = 0; i < 60; ++i) {
        const Edit edit = random.next(*project);
        QVERIFY_OK(project->apply(edit));
        states.push_back(dumpOf(project->file()));
    }
    for (std::size_t i = states.size() - 1; i-- > 0;) {
        QVERIFY_OK(project->undo());
        QCOMPARE(dumpOf(project->file()), states[i]);
    }
    QCOMPARE(project->undo().error().code, Code::NotFound);
    for (std::size_t i = 1; i < states.size(); ++i) {
        QVERIFY_OK(project->redo());
        QCOMPARE(dumpOf(project->file()), states[i]);
    }
    QCOMPARE(project->redo().error().code, Code::NotFound);
}

void ProjectTest::patchedContentEqualsAReload_data()
{
    addSeeds();
}

void ProjectTest::patchedContentEqualsAReload()
{
    QFETCH(unsigned, seed);
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    RandomEdits random(seed);
    std::map<std::pair<JobId, SampleId>, SampleContent> shown;
    for (int i = 0; i < 80; ++i) {
        const auto done = i % 5 == 4 ? project->undo() : project->apply(random.next(*project));
        QVERIFY_OK(done);
        for (auto &[key, content] : shown)
            content = patched(content, *done->edit);
        const auto jobs = *project->reader().jobs();
        const auto ids = *project->reader().find({});
        for (const Job &job : jobs)
            for (const SampleId id : ids) {
                const SampleContent stored = *project->reader().load(job.id, id);
                if (const auto found = shown.find({job.id, id}); found != shown.end())
                    QVERIFY(found->second == stored);
                shown.insert_or_assign({job.id, id}, stored);
            }
    }
}

void ProjectTest::undoAndRedoSurviveReopening()
{
    const Folder folder;
    auto project = newProject(folder / "p.labelwright");
    RandomEdits random(77);
    std::vector<std::string> states{dumpOf(project->file())};
    const auto reopen = [&] {
        const auto file = project->file();
        project.reset();
        project = *Project::open(file, OpenMode::Edit);
    };
    for (int i = 0; i < 15; ++i) {
        QVERIFY_OK(project->apply(random.next(*project)));
        states.push_back(dumpOf(project->file()));
    }
    for (std::size_t i = states.size() - 1; i-- > 5;) {
        reopen();
        QVERIFY_OK(project->undo());
        QCOMPARE(dumpOf(project->file()), states[i]);
    }
    for (std::size_t i = 6; i < states.size(); ++i) {
        reopen();
        QVERIFY_OK(project->redo());
        QCOMPARE(dumpOf(project->file()), states[i]);
    }
}

void ProjectTest::aRowBroughtBackAfterReopeningKeepsItsIdToItself()
{
    const Folder folder;
    auto project = newProject(folder / "p.labelwright");
    const Annotation box = addBox(*project);
    QVERIFY_OK(project->apply({"delete", "", {removed(box)}}));
    project.reset();
    project = *Project::open(folder / "p.labelwright", OpenMode::Edit);
    QVERIFY_OK(project->undo());
    Annotation another = box;
    another.id = {-1};
    another.uuid = {};
    QVERIFY_OK(project->apply({"draw-box", "", {created(another)}}));
}

void ProjectTest::aNewEditClearsTheRedo()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    const Annotation box = addBox(*project);
    QVERIFY_OK(project->apply({"move", "", {changed(box, movedTo(box, 5))}}));
    QVERIFY_OK(project->undo());
    QCOMPARE(project->nextRedo()->name, "move");
    QVERIFY_OK(project->apply({"other", "", {changed(box, movedTo(box, 6))}}));
    QVERIFY(!project->nextRedo());
    QCOMPARE(project->nextUndo()->name, "other");
    QCOMPARE(project->history(10)->size(), 2u);
    QCOMPARE(project->nextUndo()->sample, box.sample);
}

void ProjectTest::successiveNudgesAreOneUndoStep()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    const Annotation box = addBox(*project);
    for (int x = 1; x < 20; ++x)
        QVERIFY_OK(project->apply({"nudge", "nudge:1", {changed(movedTo(box, x), movedTo(box, x + 1))}}));
    QCOMPARE(project->history(10)->size(), 2u);
    QVERIFY_OK(project->undo());
    QVERIFY(*project->reader().load({1}, box.sample)->annotations.front() == box);
    QVERIFY_OK(project->redo());
    QVERIFY(*project->reader().load({1}, box.sample)->annotations.front() == movedTo(box, 20));
    QVERIFY_OK(project->apply({"nudge", "nudge:1", {changed(movedTo(box, 20), movedTo(box, 21))}}));
    QCOMPARE(project->history(10)->size(), 3u);  // after an undo or redo a new step begins
}

void ProjectTest::fillsInWhatANewRowLacks()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    project->setAuthor("human/li");
    const Annotation box = addBox(*project);
    QVERIFY(box.id.isStored());
    QCOMPARE(box.sample, SampleId{1});
    QCOMPARE(box.batch, BatchId{1});
    QCOMPARE(box.author, "human/li");
    QVERIFY(box.uuid != Uuid{});
    QVERIFY(box.created > 0);
    QVERIFY(*project->reader().load({1}, {1})->annotations.front() == box);
}

void ProjectTest::refusesAStaleEditAndWritesNothing()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    const Annotation box = addBox(*project);
    const std::string before = dumpOf(project->file());
    const auto refused =
        project->apply({"two", "", {created(sampleNamed("b.jpg")), changed(movedTo(box, 99), movedTo(box, 100))}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(dumpOf(project->file()), before);
    QCOMPARE(project->history(10)->size(), 1u);
    QVERIFY_OK(project->apply({"again", "", {changed(box, movedTo(box, 100))}}));
}

void ProjectTest::refusesRowsThatNameNoLiveRow()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    const Annotation box = addBox(*project);
    Annotation stray = box;
    stray.id = {};
    stray.sample = {99};
    QCOMPARE(project->apply({"stray", "", {created(stray)}}).error().code, Code::Conflict);
    const Sample sample = project->reader().load({1}, box.sample)->sample;
    QCOMPARE(project->apply({"remove", "", {removed(sample)}}).error().code, Code::Conflict);
    const Label car = project->reader().labels({1})->front();
    QCOMPARE(project->apply({"remove", "", {removed(car)}}).error().code, Code::Conflict);
    Annotation unknown = box;
    unknown.id = {};
    unknown.sample = {-7};
    QCOMPARE(project->apply({"unknown", "", {created(unknown)}}).error().code, Code::Usage);
    QVERIFY_OK(project->apply({"all", "", {removed(sample), removed(box)}}));
}

void ProjectTest::refusesASecondSampleOfTheSameUri()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    QVERIFY_OK(project->apply({"one", "", {created(sampleNamed("a.jpg"))}}));
    QCOMPARE(project->apply({"two", "", {created(sampleNamed("a.jpg"))}}).error().code, Code::Exists);
}

void ProjectTest::refusesValuesThatWouldNotReadBack()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    const Annotation box = addBox(*project);
    QCOMPARE(project->apply({"nan", "", {changed(box, movedTo(box, std::nan("")))}}).error().code, Code::BadValue);
    Annotation unsorted = box;
    unsorted.attributes = {{"b", "1"}, {"a", "1"}};
    QCOMPARE(project->apply({"unsorted", "", {changed(box, unsorted)}}).error().code, Code::BadValue);
    Annotation notText = box;
    notText.attributes = {{"a", "\xff"}};
    QCOMPARE(project->apply({"bytes", "", {changed(box, notText)}}).error().code, Code::BadValue);
}

void ProjectTest::observersSeeTheEditAsWrittenUntilTheyUnsubscribe()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    std::vector<ChangeSet> seen;
    Subscription subscription = project->onChange([&](const ChangeSet &changes) { seen.push_back(changes); });
    const Annotation box = addBox(*project);
    QVERIFY_OK(project->undo());
    QCOMPARE(seen.size(), 2u);
    QVERIFY(seen[0].annotations && seen[0].sampleRows && seen[0].everything);
    QVERIFY(std::get<RowChange<Annotation>>(seen[0].edit->changes[1]).after == box);
    QVERIFY(seen[1].cause == Cause::Undo);
    QVERIFY(*seen[1].edit == inverse(*seen[0].edit));
    subscription.reset();
    QVERIFY_OK(project->redo());
    QCOMPARE(seen.size(), 2u);
}

void ProjectTest::theHistoryIsBoundedInBytes()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    QVERIFY_OK(project->setSetting("history_bytes", "2000"));
    const Annotation box = addBox(*project);
    for (int x = 1; x < 100; ++x)
        QVERIFY_OK(project->apply({"move", "", {changed(movedTo(box, x), movedTo(box, x + 1))}}));
    const auto kept = project->history(1000)->size();
    QVERIFY(kept > 3 && kept < 20);
    std::size_t undone = 0;
    while (project->undo())
        ++undone;
    QCOMPARE(undone, kept);
    while (project->redo())
        --undone;
    QCOMPARE(undone, 0u);
    QVERIFY_OK(project->apply({"move", "", {changed(movedTo(box, 100), movedTo(box, 1))}}));
}

void ProjectTest::settingsStayOutOfTheHistory()
{
    const Folder folder;
    const auto project = newProject(folder / "p.labelwright");
    QVERIFY_OK(project->setSetting("path_maps", "a"));
    QVERIFY_OK(project->setSetting("path_maps", "b"));
    QCOMPARE(project->reader().setting("path_maps")->value(), "b");
    QVERIFY(!project->reader().setting("other")->has_value());
    QVERIFY(!project->nextUndo());
}

void ProjectTest::creatingOverAnExistingFileIsRefused()
{
    const Folder folder;
    const auto file = newProject(folder / "p.labelwright")->file();
    const auto twice = Project::create(file, {});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, Code::Exists);
    QVERIFY_OK(Project::open(file, OpenMode::Edit));
}

REGISTER_TEST(ProjectTest);
#include "project_test.moc"
