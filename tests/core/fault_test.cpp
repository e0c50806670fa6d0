// A disk that fails, fills up or loses power: what was acknowledged is there, nothing is there by half.
#include "core/project.h"
#include "tests/core/fault_vfs.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"
#include <set>

using namespace core;
using tests::Fault;
using tests::FaultVfs;
using tests::Folder;

Q_DECLARE_METATYPE(tests::Fault)

class FaultTest : public QObject {
    Q_OBJECT
private slots:
    void aFailingDiskLosesNothingAcknowledged_data();
    void aFailingDiskLosesNothingAcknowledged();
    void powerLossLosesNothingAcknowledged();
    void aFullDiskIsReportedAsSuch();
};

namespace {

// One gesture of five rows; whole when the sample has its two boxes and its state.
Edit gesture(int number)
{
    Edit edit{"add", {}, {}};
    Sample sample;
    sample.id = {-1};
    sample.uri = "s" + std::to_string(number);
    sample.property = "{\"filler\":\"" + std::string(3000, 'x') + "\"}";  // several pages an edit
    edit.changes.push_back(created(sample));
    for (std::int64_t i = 1; i <= 2; ++i) {
        Annotation box;
        box.id = {-i};
        box.job = {1};
        box.sample = sample.id;
        box.geometry = Box{double(number), double(i), 5, 5, 0};
        edit.changes.push_back(created(box));
    }
    edit.changes.push_back(created(WorkState{{1}, sample.id, {}, State::Labeled, false, {}, {}, {}}));
    return edit;
}

struct Outcome {
    std::set<std::string> acknowledged, failed;
};

Outcome label(Project &project, int from, int to)
{
    Outcome outcome;
    for (int i = from; i < to; ++i) {
        const bool done = project.apply(gesture(i)).has_value();
        (done ? outcome.acknowledged : outcome.failed).insert("s" + std::to_string(i));
    }
    return outcome;
}

// Every acknowledged sample is there; others only if their edit failed; each whole; and the history fits.
void verify(const std::filesystem::path &file, const Outcome &outcome)
{
    auto project = Project::open(file, OpenMode::Edit);
    QVERIFY_OK(project);
    QVERIFY(!(*project)->isReadOnly());
    std::set<std::string> found;
    bool whole = true;
    QVERIFY_OK((*project)->reader().each({{1}, {}, SortKey::Added, false}, [&](SampleContent &&content) {
        found.insert(content.sample.uri);
        whole = whole && content.annotations.size() == 2 && content.state() == State::Labeled;
        return true;
    }));
    QVERIFY(whole);
    QVERIFY(std::ranges::includes(found, outcome.acknowledged));
    for (const std::string &name : found)
        QVERIFY(outcome.acknowledged.contains(name) || outcome.failed.contains(name));
    QCOMPARE((*project)->history(10'000)->size(), found.size());
    const auto sound = checkProject(file, false);
    QVERIFY_OK(sound);
    QVERIFY2(sound->empty(), sound->empty() ? "" : sound->front().what.c_str());
    while ((*project)->undo())
        continue;
    QCOMPARE((*project)->reader().find({})->size(), 0u);
}

}  // namespace

void FaultTest::aFailingDiskLosesNothingAcknowledged_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("lasting");
    for (const auto &[name, fault] : {std::pair("write", Fault::Write), std::pair("sync", Fault::Sync),
                                      std::pair("truncate", Fault::Truncate), std::pair("full", Fault::Full)}) {
        QTest::addRow("%s once", name) << fault << false;
        QTest::addRow("%s for ever", name) << fault << true;
    }
}

void FaultTest::aFailingDiskLosesNothingAcknowledged()
{
    QFETCH(Fault, fault);
    QFETCH(bool, lasting);
    FaultVfs disk;
    for (int n = 1; n < 60; n += 1 + n / 3) {
        const Folder folder;
        const auto file = folder / "p.labelwright";
        auto project = *Project::create(file, {});
        Outcome outcome = label(*project, 0, 4);
        QVERIFY(outcome.failed.empty());
        disk.breakAt(fault, n, lasting);
        const Outcome broken = label(*project, 4, 24);
        outcome.acknowledged.insert(broken.acknowledged.begin(), broken.acknowledged.end());
        outcome.failed.insert(broken.failed.begin(), broken.failed.end());
        QVERIFY(outcome.failed.size() <= 1 || lasting);
        QVERIFY(disk.hasBroken() || n > 10 || fault == Fault::Truncate);
        project.reset();
        disk.mend();
        verify(file, outcome);
        if (QTest::currentTestFailed())
            qFatal("operation %d", n);
    }
}

void FaultTest::powerLossLosesNothingAcknowledged()
{
    tests::RandomEdits random(21);
    FaultVfs disk;
    for (int round = 0; round < 15; ++round) {
        const Folder folder;
        const auto file = folder / "p.labelwright", after = folder / "after.labelwright";
        auto project = *Project::create(file, {});
        Outcome outcome = label(*project, 0, 3 + round);
        // The last edit is not acknowledged: its sync fails, so that its writes are the unsynced ones.
        disk.breakAt(Fault::Sync, 1, true);
        const Outcome last = label(*project, 100, 101);
        QCOMPARE(last.failed.size(), 1u);
        outcome.failed.insert("s100");
        disk.losePower(file, after, [&] { return random.below(2) == 0; });
        disk.mend();
        project.reset();
        verify(after, outcome);
        if (QTest::currentTestFailed())
            qFatal("round %d", round);
    }
}

void FaultTest::aFullDiskIsReportedAsSuch()
{
    FaultVfs disk;
    const Folder folder;
    const auto project = *Project::create(folder / "p.labelwright", {});
    disk.breakAt(Fault::Full, 1, true);
    QCOMPARE(project->apply(gesture(1)).error().code, Code::DiskFull);
    disk.mend();
    QVERIFY_OK(project->apply(gesture(1)));
}

REGISTER_TEST(FaultTest);
#include "fault_test.moc"
