#include "core/store/label_grays.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class LabelGraysTest : public QObject {
    Q_OBJECT
private slots:
    void freeValuesFollowTheLargestAndThenFillGaps();
    void newLabelsGetAValueOfTheirOwn();
    void labelsOfANewJobGetValues();
    void otherJobsNeedNone();
    void aGivenValueIsNeverChanged();
    void aValueIsNeverGivenTwice();
    void valuesThatNoPictureHoldsAreRefused();
    void importedLabelsGetValuesToo();
    void labelsOfOlderFilesGetValuesWithTheirNextEdit();
};

namespace {

Label named(const char *name, int gray = 0)
{
    Label label;
    label.job = {1};
    label.name = name;
    label.gray = gray;
    return label;
}

std::unique_ptr<Project> graysProject(const std::filesystem::path &file, std::vector<Label> labels = {},
                                      JobKind kind = JobKind::ImageSegmentation)
{
    auto made = Project::create(file, {kind, "masks", std::move(labels)});
    if (!made)
        qFatal("%s", describe(made.error()).c_str());
    return std::move(*made);
}

std::map<std::string, int> grays(const Project &project, JobId job = {1})
{
    std::map<std::string, int> found;
    const auto labels = *project.reader().labels(job);
    for (const Label &label : labels)
        found[label.name] = label.gray;
    return found;
}

using Grays = std::map<std::string, int>;

}  // namespace

void LabelGraysTest::freeValuesFollowTheLargestAndThenFillGaps()
{
    QCOMPARE(store::freeGray({}), 1);
    QCOMPARE(store::freeGray({4}), 5);
    QCOMPARE(store::freeGray({1, 2, 255}), 3);
    std::set<int> taken;
    for (int value = 1; value <= 255; ++value)
        taken.insert(value);
    QCOMPARE(store::freeGray(taken), 256);
    for (int value = 256; value <= 65535; ++value)
        taken.insert(value);
    QVERIFY_EXCEPTION_THROWN((void)store::freeGray(taken), store::Failure);
}

void LabelGraysTest::newLabelsGetAValueOfTheirOwn()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright", {named("road"), named("car", 9), named("sky")});
    QVERIFY((grays(*project) == Grays{{"road", 10}, {"car", 9}, {"sky", 11}}));
    QVERIFY_OK(project->apply({"add", "", {created(named("tree")), created(named("bus", 3))}}));
    QVERIFY((grays(*project) == Grays{{"road", 10}, {"car", 9}, {"sky", 11}, {"tree", 12}, {"bus", 3}}));
    QVERIFY_OK(project->undo());
    QVERIFY_OK(project->redo());
    QCOMPARE(grays(*project)["tree"], 12);
}

void LabelGraysTest::labelsOfANewJobGetValues()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright", {}, JobKind::ObjectDetection);
    Job job;
    job.id = {-5};
    job.name = "parts";
    job.kind = JobKind::ImageSegmentation;
    Label label = named("road");
    label.job = job.id;
    QVERIFY_OK(project->apply({"add", "", {created(label), created(job)}}));
    QCOMPARE(grays(*project, {2})["road"], 1);
}

void LabelGraysTest::otherJobsNeedNone()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright", {named("car")}, JobKind::ObjectDetection);
    QVERIFY_OK(project->apply({"add", "", {created(named("bus", 4)), created(named("bike", 4))}}));
    QVERIFY((grays(*project) == Grays{{"car", 0}, {"bus", 4}, {"bike", 4}}));
}

void LabelGraysTest::aGivenValueIsNeverChanged()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright", {named("road")});
    const Label before = project->reader().labels({1})->front();
    for (const int gray : {0, 2}) {
        Label after = before;
        after.gray = gray;
        const auto refused = project->apply({"gray", "", {changed(before, after)}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::BadValue);
        QCOMPARE(refused.error().where.field, std::string("label.gray"));
    }
    Label renamed = before;
    renamed.name = "street";
    QVERIFY_OK(project->apply({"rename", "", {changed(before, renamed)}}));
    QVERIFY((grays(*project) == Grays{{"street", 1}}));
}

void LabelGraysTest::aValueIsNeverGivenTwice()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright", {named("road", 7)});
    QCOMPARE(project->apply({"add", "", {created(named("car", 7))}}).error().code, Code::Exists);
    QCOMPARE(project->apply({"add", "", {created(named("a", 8)), created(named("b", 8))}}).error().code, Code::Exists);
    QVERIFY((grays(*project) == Grays{{"road", 7}}));
}

void LabelGraysTest::valuesThatNoPictureHoldsAreRefused()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright");
    for (const int gray : {-1, 65536})
        QCOMPARE(project->apply({"add", "", {created(named("a", gray))}}).error().code, Code::BadValue);
    QVERIFY_OK(project->apply({"add", "", {created(named("a", 65535))}}));
}

void LabelGraysTest::importedLabelsGetValuesToo()
{
    const Folder folder;
    const auto project = graysProject(folder / "p.labelwright", {named("road", 2)});
    {
        auto batch = std::move(*project->newBatch("import"));
        QVERIFY_OK(batch->put(named("sky")));
        QVERIFY_OK(batch->put(named("car", 2)));  // taken
        QVERIFY_OK(batch->put(named("bus", 1)));
        QVERIFY_OK(project->apply({"meanwhile", "", {created(named("tree"))}}));
        const auto shown = batch->close("import");
        QVERIFY_OK(shown);
        QVERIFY_OK(project->apply(*shown));
    }
    QVERIFY((grays(*project) == Grays{{"road", 2}, {"tree", 3}, {"sky", 4}, {"car", 5}, {"bus", 1}}));
}

void LabelGraysTest::labelsOfOlderFilesGetValuesWithTheirNextEdit()
{
    const Folder folder;
    const auto file = folder / "p.labelwright";
    graysProject(file, {named("road"), named("car")}).reset();
    {
        store::Connection connection(file, store::Access::Write);
        connection.exec("update label set gray = 0");
    }
    const auto project = std::move(*Project::open(file, OpenMode::Edit));
    const Label before = project->reader().labels({1})->front();
    Label after = before;
    after.rgb = 0x112233;
    QVERIFY_OK(project->apply({"colour", "", {changed(before, after)}}));
    QVERIFY((grays(*project) == Grays{{"road", 1}, {"car", 0}}));
    QVERIFY_OK(project->undo());
    QVERIFY(project->reader().labels({1})->front() == before);
}

REGISTER_TEST(LabelGraysTest);
#include "label_grays_test.moc"
