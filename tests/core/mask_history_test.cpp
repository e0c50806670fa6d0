// Masks through the store: what the history keeps of them, and what undo and redo make of that.
#include "core/mask_clean.h"
#include "core/mask_edits.h"
#include "core/masks.h"
#include "core/store/geometry_codec.h"
#include "core/store/mask_difference.h"
#include "tests/core/bitmap.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class MaskHistoryTest : public QObject {
    Q_OBJECT
private slots:
    void differingRowsBringBothMasksBack();
    void checksumsTellMasksApart();
    void changedMasksAreKeptAsTheirDifferingRows();
    void historiesOfTheFirstVersionAreRead();
    void damagedHistoriesAreNoted();
    void strokesComeBackToTheByte();
    void strokesComeBackToTheByteInExclusiveJobs();
    void oneEditMayChangeAMaskTwice();
    void smallStrokesOnALargeMaskKeepTheHistorySmall();
    void aMaskChangedElsewhereIsAConflict();
};

namespace {

MaskRuns anyRuns(std::mt19937 &random)
{
    return runsOf(anyBitmap(random, Bitmap(0, 0, 60, 50)));
}

Annotation maskRow(std::int64_t id, MaskRuns runs)
{
    Annotation row;
    row.id = {id};
    row.job = {1};
    row.sample = {1};
    row.geometry = Mask{std::make_shared<const MaskRuns>(std::move(runs))};
    return row;
}

std::unique_ptr<Project> maskProject(const std::filesystem::path &file, int width, int height)
{
    auto made = Project::create(file, {JobKind::ImageSegmentation, "masks", {}});
    if (!made)
        qFatal("%s", describe(made.error()).c_str());
    auto project = std::move(*made);
    Sample sample;
    sample.uri = "a.jpg";
    sample.media.width = width;
    sample.media.height = height;
    if (!project->apply({"add", "", {created(sample)}}))
        qFatal("no sample");
    return project;
}

SampleContent contentOf(const Project &project)
{
    return *project.reader().load({1}, {1});
}

// What a labeler might do next.
Edit anyAct(std::mt19937 &random, const MaskCanvas &canvas)
{
    const auto &all = canvas.content.annotations;
    const auto any = [&]() -> AnnotationPtr {
        return all.empty() ? nullptr : all[std::size_t(anyInt(random, 0, int(all.size()) - 1))];
    };
    std::vector<AnnotationId> some;
    for (int i = 0; i < 2 && !all.empty(); ++i)
        some.push_back(any()->id);
    switch (anyInt(random, 0, 9)) {
    case 0: return eraseMask(canvas, all, capsule({double(anyInt(random, 0, 60)), 5}, {20, 40}, 6), "erase");
    case 1: return mergeMasks(canvas, some);
    case 2: return splitMask(canvas, some);
    case 3: return growMask(canvas, some, anyInt(random, -2, 3));
    case 4: return fillHoles(canvas, some);
    case 5: return dropSpecks(canvas, some, 4);
    default: return paintMask(canvas, anyInt(random, 0, 1) ? any() : nullptr, anyRuns(random), "paint");
    }
}

void strokesComeBack(bool exclusive, unsigned seed)
{
    const Folder folder;
    const auto file = folder / "p.labelwright";
    auto project = maskProject(file, 60, 50);
    const std::string start = dumpOf(file);
    std::mt19937 random(seed);
    int steps = 0;
    std::vector<std::string> dumps;
    const auto reopen = [&] {
        project.reset();
        project = std::move(*Project::open(file, OpenMode::Edit));
    };
    while (steps < 60) {
        const SampleContent content = contentOf(*project);
        const Edit edit = withImpliedState(anyAct(random, {content, {}, 60, 50, exclusive}), {&content, 1});
        if (isNothing(edit))
            continue;
        QVERIFY_OK(project->apply(edit));
        ++steps;
        if (steps % 20 == 0)
            reopen();
        dumps.push_back(dumpOf(file));
    }
    for (int step = steps - 1; step >= 0; --step) {
        QVERIFY_OK(project->undo());
        QCOMPARE(dumpOf(file), step > 0 ? dumps[std::size_t(step - 1)] : start);
        if (step % 25 == 0)
            reopen();
    }
    for (int step = 0; step < steps; ++step) {
        QVERIFY_OK(project->redo());
        QCOMPARE(dumpOf(file), dumps[std::size_t(step)]);
        if (step % 25 == 0)
            reopen();
    }
    QVERIFY(checkProject(file, false)->empty());
}

std::int64_t number(const std::filesystem::path &file, const char *sql)
{
    store::Connection connection(file, store::Access::Read);
    return connection.integer(sql);
}

}  // namespace

void MaskHistoryTest::differingRowsBringBothMasksBack()
{
    std::mt19937 random(31);
    for (int i = 0; i < 1500; ++i) {
        const MaskRuns before = anyRuns(random);
        const MaskRuns after =
            i % 3 ? united(before, capsule({5, 9}, {double(anyInt(random, 0, 70)), 30}, 3)) : anyRuns(random);
        const auto [was, is] = store::differingRows(before, after);
        QVERIFY2(store::exchanged(before, was, is) == after, qPrintable(QString::number(i)));
        QVERIFY(store::exchanged(after, is, was) == before);
        for (std::int32_t y = 0; y < 50; ++y)
            QVERIFY(was.row(y).empty() == is.row(y).empty() || before.row(y).empty() || after.row(y).empty());
    }
    const MaskRuns runs = runsOf({"##"});
    QVERIFY(store::differingRows(runs, runs).before.isEmpty());
    QVERIFY(store::exchanged(runs, {}, {}) == runs);
}

void MaskHistoryTest::checksumsTellMasksApart()
{
    std::mt19937 random(32);
    std::map<std::uint64_t, MaskRuns> seen;
    for (int i = 0; i < 2000; ++i) {
        const MaskRuns runs = translated(anyRuns(random), anyInt(random, -3, 3), anyInt(random, -3, 3));
        const auto [known, isNew] = seen.emplace(store::checksum(runs), runs);
        QVERIFY(isNew || known->second == runs);
    }
    QCOMPARE(store::checksum({}), std::uint64_t{0});
    QCOMPARE(store::checksum(translated(runsOf({"##.#", "#"}), -1, 2)), std::uint64_t{0x3213da208937ff62ULL});
}

void MaskHistoryTest::changedMasksAreKeptAsTheirDifferingRows()
{
    const MaskRuns large = disk({500, 500}, 400), more = united(large, disk({900, 500}, 5));
    Annotation renamed = maskRow(3, large);
    renamed.label = {7};
    const std::vector<Change> changes{created(maskRow(1, large)), changed(maskRow(2, large), maskRow(2, more)),
                                      changed(maskRow(3, large), renamed), removed(maskRow(4, large))};
    const auto read = store::decodeChanges(store::encodeChanges(changes));
    QVERIFY(read);
    QCOMPARE(read->masks.size(), 2u);
    QCOMPARE(read->masks[0].change, 1u);
    QCOMPARE(read->masks[0].afterSum, store::checksum(more));
    QVERIFY(read->changes[0] == changes[0] && read->changes[3] == changes[3]);
    const auto &rows = std::get<RowChange<Annotation>>(read->changes[1]);
    QCOMPARE(std::get<Mask>(rows.after->geometry).runs->spans().size(), 10u);
    QVERIFY(store::encodeChanges({changes[1], changes[2]}).size() < 300);
}

void MaskHistoryTest::historiesOfTheFirstVersionAreRead()
{
    const Annotation before = maskRow(2, runsOf({"##", "#"})), after = maskRow(2, runsOf({"##", "##"}));
    const std::string first = store::encodeChanges({removed(before)}), second = store::encodeChanges({created(after)});
    constexpr std::size_t header = 4;  // version, count, row type, which sides
    std::string old = first.substr(0, header) + first.substr(header) + second.substr(header);
    old[0] = 1;
    old[3] = 3;
    const auto read = store::decodeChanges(old);
    QVERIFY(read && read->masks.empty());
    QVERIFY(read->changes == std::vector<Change>{changed(before, after)});
    old[0] = 4;
    QVERIFY(!store::decodeChanges(old));
}

void MaskHistoryTest::damagedHistoriesAreNoted()
{
    std::mt19937 random(33);
    const std::string good = store::encodeChanges({changed(maskRow(2, anyRuns(random)), maskRow(2, anyRuns(random)))});
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string bad = good;
        bad[std::size_t(anyInt(random, 0, int(bad.size()) - 1))] = static_cast<char>(anyInt(random, 0, 255));
        if (i % 3 == 0)
            bad.resize(std::size_t(anyInt(random, 0, int(bad.size()) - 1)));
        const auto read = store::decodeChanges(bad);
        refused += !read;
        if (read)
            for (const auto &difference : read->masks)
                QVERIFY(std::get<RowChange<Annotation>>(read->changes.at(difference.change)).before.has_value());
    }
    QVERIFY(refused > 1000);
}

void MaskHistoryTest::strokesComeBackToTheByte()
{
    for (const unsigned seed : {41u, 42u, 43u})
        strokesComeBack(false, seed);
}

void MaskHistoryTest::strokesComeBackToTheByteInExclusiveJobs()
{
    for (const unsigned seed : {51u, 52u, 53u})
        strokesComeBack(true, seed);
}

void MaskHistoryTest::oneEditMayChangeAMaskTwice()
{
    const Folder folder;
    const auto project = maskProject(folder / "p.labelwright", 60, 50);
    QVERIFY_OK(project->apply({"paint", "", {created(maskRow(0, runsOf({"##"})))}}));
    const std::string before = dumpOf(project->file());
    const Annotation row = *contentOf(*project).annotations.front();
    const auto with = [&row](MaskRuns runs) {
        Annotation changed = row;
        changed.geometry = Mask{std::make_shared<const MaskRuns>(std::move(runs))};
        return changed;
    };
    const Annotation second = with(runsOf({"##", "##"})), third = with(runsOf({"###", "##"}));
    QVERIFY_OK(project->apply({"twice", "", {changed(row, second), changed(second, third)}}));
    const std::string after = dumpOf(project->file());
    QVERIFY_OK(project->undo());
    QCOMPARE(dumpOf(project->file()), before);
    QVERIFY_OK(project->redo());
    QCOMPARE(dumpOf(project->file()), after);
    Annotation anew = with(runsOf({"#"})), then = with(runsOf({"#", "#"}));
    QVERIFY_OK(project->apply({"again", "", {removed(third), created(anew), changed(anew, then)}}));
    QVERIFY_OK(project->undo());
    QCOMPARE(dumpOf(project->file()), after);
    QVERIFY_OK(project->redo());
    QVERIFY(*contentOf(*project).annotations.front() == then);
}

void MaskHistoryTest::smallStrokesOnALargeMaskKeepTheHistorySmall()
{
    const Folder folder;
    const auto file = folder / "p.labelwright";
    const auto project = maskProject(file, 8192, 8192);
    const SampleContent empty = contentOf(*project);
    QVERIFY_OK(project->apply(paintMask({empty, {}, 8192, 8192}, nullptr, disk({4096, 4096}, 3500), "paint")));
    const std::int64_t large = number(file, "select length(geometry) from annotation");
    const std::int64_t first = number(file, "select sum(size) from history");
    QVERIFY(large > 20'000);
    std::mt19937 random(34);
    for (int i = 0; i < 200; ++i) {
        const SampleContent content = contentOf(*project);
        const Point at{double(anyInt(random, 0, 8192)), double(anyInt(random, 0, 8192))};
        QVERIFY_OK(project->apply(paintMask({content, {}, 8192, 8192}, content.annotations.front(),
                                            capsule(at, {at.x + 30, at.y + 10}, 10), "paint")));
    }
    const std::int64_t strokes = number(file, "select sum(size) from history") - first;
    QVERIFY2(strokes < 200 * 700, qPrintable(QString::number(strokes)));
}

void MaskHistoryTest::aMaskChangedElsewhereIsAConflict()
{
    const Folder folder;
    const auto file = folder / "p.labelwright";
    auto project = maskProject(file, 60, 50);
    SampleContent content = contentOf(*project);
    QVERIFY_OK(project->apply(paintMask({content, {}, 60, 50}, nullptr, runsOf({"##", "##"}), "paint")));
    content = contentOf(*project);
    QVERIFY_OK(project->apply(paintMask({content, {}, 60, 50}, content.annotations.front(), runsOf({"###"}), "paint")));
    project.reset();
    {
        // The row that did not change in the last stroke.
        Annotation other = maskRow(1, runsOf({"###", "#"}));
        store::Connection connection(file, store::Access::Write);
        connection.exec("update annotation set geometry = x'"
                        + QByteArray::fromStdString(store::encodeGeometry(other.geometry)).toHex().toStdString() + "'");
    }
    project = std::move(*Project::open(file, OpenMode::Edit));
    const std::string before = dumpOf(file);
    const auto refused = project->undo();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(dumpOf(file), before);
    QCOMPARE(project->nextUndo()->name, std::string("paint"));
}

REGISTER_TEST(MaskHistoryTest);
#include "mask_history_test.moc"
