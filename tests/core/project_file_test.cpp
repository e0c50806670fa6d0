// Opening: untrusted and damaged files, the lock, backups, upgrades, journals.
#include "core/project.h"
#include "core/store/backup.h"
#include "core/store/open_file.h"
#include "core/store/write_gate.h"
#include "tests/core/random_edits.h"
#include "tests/paths.h"
#include "tests/test_registry.h"
#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace core;
using tests::dumpOf;
using tests::Folder;
using tests::RandomEdits;

class ProjectFileTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void whatIsNoProjectIsRefused_data();
    void whatIsNoProjectIsRefused();
    void aForeignSchemaIsRefused_data();
    void aForeignSchemaIsRefused();
    void textThatIsNotUtf8IsRefused();
    void aLaterVersionIsUnsupported();
    void truncatedFilesNeverCrashNorOpenAsBlank();
    void flippedBytesNeverCrashNorOpenAsBlank();
    void theSecondOpeningReadsOnly();
    void aProcessKilledWithTheLockLeavesItToTheNext();
    void anotherProcessHoldsTheLock();
    void viewingTakesNoLockAndWritesNothing();
    void backupsAreSoundAndThinned();
    void anOlderFileIsBackedUpAndUpgraded();
    void filesOfEachVersionStillOpen_data();
    void filesOfEachVersionStillOpen();
    void worksWithARollbackJournal();

private:
    Folder m_folder;
    std::filesystem::path m_file;  // a sound project, closed
    std::string m_bytes;
};

namespace {

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path &file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

bool has(const Project &project, OpenNotice::Kind kind)
{
    return std::ranges::any_of(project.notices(), [&](const OpenNotice &notice) { return notice.kind == kind; });
}

bool readsAll(const Reader &reader)
{
    bool good = true;
    const auto jobs = reader.jobs();
    good = good && jobs && !jobs->empty();
    for (const char *filter : {"", "label:a", "conf:<0.5"}) {
        const auto each =
            reader.each({{1}, *parseFilter(filter), SortKey::Added, false}, [](SampleContent &&) { return true; });
        good = good && each;
    }
    good = good && reader.labels({1}) && reader.stateCounts({1}) && reader.labelCounts({1}) && reader.versions();
    return good;
}

// Opens what is left of a project: an error, or something that is not blank.
void examine(const std::filesystem::path &file, std::size_t samples)
{
    const auto project = Project::open(file, OpenMode::Edit);
    if (!project) {
        const Code code = project.error().code;
        QVERIFY2(code == Code::Corrupt || code == Code::Unsupported, describe(project.error()).c_str());
        QVERIFY(!project.error().where.file.empty());
        return;
    }
    const Reader &reader = (*project)->reader();
    if (has(**project, OpenNotice::Kind::Damaged)) {
        QVERIFY((*project)->isReadOnly());
        (void)readsAll(reader);
        return;
    }
    const auto jobs = reader.jobs();
    QVERIFY(!jobs || !jobs->empty());
    const auto found = reader.find({});
    QVERIFY(!found || found->size() * 2 > samples);
    (void)readsAll(reader);
    (void)(*project)->undo();
}

// Runs act() in a child that lives until it is told or killed.
class Child {
public:
    template <class Act>
    explicit Child(Act &&act)
    {
        int ready[2];
        if (pipe(ready) != 0)
            qFatal("no pipe");
        m_pid = fork();
        if (m_pid == 0) {
            act();
            (void)!::write(ready[1], "r", 1);
            for (;;)
                pause();
        }
        char byte = 0;
        (void)!::read(ready[0], &byte, 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    void kill()
    {
        ::kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    std::int64_t pid() const { return m_pid; }

private:
    pid_t m_pid;
};

}  // namespace

void ProjectFileTest::initTestCase()
{
    m_file = m_folder / "sound.labelwright";
    {
        const auto project = *Project::create(m_file, {});
        RandomEdits random(3);
        for (int i = 0; i < 30; ++i)
            QVERIFY_OK(project->apply(random.next(*project)));
        QVERIFY(project->reader().find({})->size() > 4);
    }
    m_bytes = contentOf(m_file);
    QVERIFY(!std::filesystem::exists(m_file.string() + "-wal"));
    QVERIFY(!std::filesystem::exists(m_file.string() + ".lock"));
}

void ProjectFileTest::whatIsNoProjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    QByteArray other = QByteArray::fromStdString(m_bytes);
    other.replace(68, 4, "ABCD");
    QTest::newRow("other application id") << other;
}

void ProjectFileTest::whatIsNoProjectIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto file = m_folder / "none.labelwright";
    write(file, bytes.toStdString());
    for (const OpenMode mode : {OpenMode::Edit, OpenMode::View}) {
        const auto project = Project::open(file, mode);
        QVERIFY(!project);
        QCOMPARE(project.error().code, Code::Corrupt);
        QCOMPARE(project.error().where.file, file.string());
    }
    QCOMPARE(contentOf(file), bytes.toStdString());
    QCOMPARE(Project::open(m_folder / "missing.labelwright", OpenMode::Edit).error().code, Code::NotFound);
}

void ProjectFileTest::aForeignSchemaIsRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("trigger") << "create trigger t after insert on annotation begin delete from sample; end";
    QTest::newRow("extra table") << "create table extra(a)";
    QTest::newRow("view that shows nothing")
        << "drop view live_sample; create view live_sample as select 1 as id where 0";
    QTest::newRow("missing index") << "drop index annotation_sample";
}

void ProjectFileTest::aForeignSchemaIsRefused()
{
    QFETCH(QString, sql);
    const auto file = m_folder / "foreign.labelwright";
    write(file, m_bytes);
    SQLite::Database(file, SQLite::OPEN_READWRITE).exec(sql.toStdString());
    const auto project = Project::open(file, OpenMode::Edit);
    QVERIFY(!project);
    QCOMPARE(project.error().code, Code::Corrupt);
    QCOMPARE(project.error().where.field, "schema");
}

void ProjectFileTest::textThatIsNotUtf8IsRefused()
{
    const auto file = m_folder / "utf16.labelwright";
    std::filesystem::remove(file);
    {
        store::Connection connection(file, store::Access::Create);
        connection.exec("pragma encoding = 'UTF-16le'");
        store::createSchema(connection);
    }
    QCOMPARE(Project::open(file, OpenMode::Edit).error().where.field, "encoding");
}

void ProjectFileTest::aLaterVersionIsUnsupported()
{
    const auto file = m_folder / "later.labelwright";
    write(file, m_bytes);
    SQLite::Database(file, SQLite::OPEN_READWRITE).exec("pragma user_version = 99");
    QCOMPARE(Project::open(file, OpenMode::Edit).error().code, Code::Unsupported);
}

void ProjectFileTest::truncatedFilesNeverCrashNorOpenAsBlank()
{
    const auto file = m_folder / "cut.labelwright";
    const std::size_t samples = (*Project::open(m_file, OpenMode::View))->reader().find({})->size();
    for (std::size_t i = 0; i < 200; ++i) {
        write(file, std::string_view(m_bytes).substr(0, i * m_bytes.size() / 200));
        const auto project = Project::open(file, OpenMode::Edit);
        QVERIFY(!project || has(**project, OpenNotice::Kind::Damaged));
        if (project)
            examine(file, samples);
    }
}

void ProjectFileTest::flippedBytesNeverCrashNorOpenAsBlank()
{
    const auto file = m_folder / "flipped.labelwright";
    const std::size_t samples = (*Project::open(m_file, OpenMode::View))->reader().find({})->size();
    RandomEdits random(11);
    for (int i = 0; i < 400; ++i) {
        std::string bytes = m_bytes;
        // Half of them in the headers of pages, where structure lies.
        const std::size_t at =
            i % 2 == 0 ? random.below(bytes.size()) : random.below(bytes.size() / 4096) * 4096 + random.below(100);
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        write(file, bytes);
        examine(file, samples);
        if (QTest::currentTestFailed())
            qFatal("byte %zu", at);
        for (const char *suffix : {"-wal", "-shm", "-journal"})
            std::filesystem::remove(file.string() + suffix);
    }
}

void ProjectFileTest::theSecondOpeningReadsOnly()
{
    const auto first = *Project::open(m_file, OpenMode::Edit);
    QVERIFY(!first->isReadOnly());
    const auto second = *Project::open(m_file, OpenMode::Edit);
    QVERIFY(second->isReadOnly());
    QVERIFY(has(*second, OpenNotice::Kind::LockedByOther));
    QCOMPARE(second->lockedBy()->pid, static_cast<std::int64_t>(getpid()));
    QCOMPARE(second->apply({"x", "", {created(Version{})}}).error().code, Code::ReadOnly);
    QCOMPARE(second->undo().error().code, Code::ReadOnly);
    QCOMPARE(second->newBatch("x").error().code, Code::ReadOnly);
    QVERIFY(readsAll(second->reader()));
}

void ProjectFileTest::aProcessKilledWithTheLockLeavesItToTheNext()
{
    Child child([&] { (void)(*Project::open(m_file, OpenMode::Edit)).release(); });
    child.kill();
    QVERIFY(std::filesystem::exists(m_file.string() + ".lock"));
    const auto project = *Project::open(m_file, OpenMode::Edit);
    QVERIFY(!project->isReadOnly());
    QVERIFY(has(*project, OpenNotice::Kind::StaleLockTaken));
}

void ProjectFileTest::anotherProcessHoldsTheLock()
{
    Child child([&] { (void)(*Project::open(m_file, OpenMode::Edit)).release(); });
    const auto project = *Project::open(m_file, OpenMode::Edit);
    QVERIFY(project->isReadOnly());
    QCOMPARE(project->lockedBy()->pid, child.pid());
    QVERIFY(!project->lockedBy()->host.empty());
    QVERIFY(readsAll(project->reader()));
    child.kill();
}

void ProjectFileTest::viewingTakesNoLockAndWritesNothing()
{
    const std::string before = contentOf(m_file);
    const auto viewer = *Project::open(m_file, OpenMode::View);
    QVERIFY(viewer->isReadOnly());
    QVERIFY(viewer->notices().empty());
    QVERIFY(readsAll(viewer->reader()));
    QVERIFY(!(*Project::open(m_file, OpenMode::Edit))->isReadOnly());
    QCOMPARE(contentOf(m_file), before);
}

void ProjectFileTest::backupsAreSoundAndThinned()
{
    const Folder folder;
    const auto project = *Project::create(folder / "p.labelwright", {});
    RandomEdits random(4);
    for (int i = 0; i < 14; ++i) {
        QVERIFY_OK(project->apply(random.next(*project)));
        QVERIFY_OK(project->backup("import/../x"));
    }
    std::vector<std::filesystem::path> backups;
    for (const auto &entry : std::filesystem::directory_iterator(folder / "p.backups"))
        backups.push_back(entry.path());
    std::ranges::sort(backups);
    QVERIFY(backups.size() >= 10 && backups.size() <= 12);  // a day may have ended meanwhile
    QCOMPARE(dumpOf(backups.back()), dumpOf(project->file()));
    QVERIFY(checkProject(backups.back(), false)->empty());
    using Names = std::vector<std::string>;
    Names names;
    for (const char *day : {"20260101-1", "20260101-2", "20260102-1"})
        names.push_back(day);
    for (char c = 'a'; c < 'k'; ++c)
        names.push_back(std::string("20260103-") + c);
    QCOMPARE(store::tooOld(names), Names{"20260101-1"});
}

void ProjectFileTest::anOlderFileIsBackedUpAndUpgraded()
{
    const Folder folder;
    const auto file = folder / "old.labelwright";
    write(file, m_bytes);
    std::vector<store::UpgradeStep> steps(store::upgradeSteps().begin(), store::upgradeSteps().end());
    const std::int64_t now = store::currentVersion(steps);
    steps.push_back(
        [](store::Connection &connection) { connection.exec("create table added(id integer primary key) strict"); });
    QVERIFY_OK(store::guarded(file, [&]() -> Status {
        store::OpenedFile opened = store::openFile(file, OpenMode::Edit, steps);
        if (opened.notices.size() != 1 || opened.notices[0].kind != OpenNotice::Kind::Upgraded)
            return Error{Code::BadValue, "no notice", {}};
        if (opened.writer->integer("pragma user_version") != now + 1)
            return Error{Code::BadValue, "old version", {}};
        opened.writer->exec("insert into added values (1)");
        return ok();
    }));
    const auto backup = *std::filesystem::directory_iterator(folder / "old.backups");
    QCOMPARE(dumpOf(backup.path()), dumpOf(m_file));
    QCOMPARE(dumpOf(file), dumpOf(m_file));
    QCOMPARE(Project::open(file, OpenMode::Edit).error().code, Code::Unsupported);
}

void ProjectFileTest::filesOfEachVersionStillOpen_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= store::currentVersion(store::upgradeSteps()); ++version)
        QTest::addRow("version %d", version) << version;
}

void ProjectFileTest::filesOfEachVersionStillOpen()
{
    QFETCH(int, version);
    const std::string name = "version" + std::to_string(version);
    const Folder folder;
    const auto file = folder / "old.labelwright";
    write(file, contentOf(LABELWRIGHT_SOURCE_DIR "/tests/data/projects/" + name + ".labelwright"));
    const auto project = *Project::open(file, OpenMode::Edit);
    QVERIFY(!project->isReadOnly());
    const bool isOld = version < store::currentVersion(store::upgradeSteps());
    QCOMPARE(has(*project, OpenNotice::Kind::Upgraded), isOld);
    QCOMPARE(std::filesystem::exists(folder / "old.backups"), isOld);
    QCOMPARE(project->reader().find({})->size(), 3u);
    const auto content = *project->reader().load({1}, {1});
    QCOMPARE(content.sample.uri, "a.jpg");
    QCOMPARE(content.annotations.size(), 2u);
    QVERIFY(content.annotations[0]->geometry == Geometry(Box{1.5, 2, 30, 40, 12.5}));
    QVERIFY(content.state() == State::Labeled);
    const Filter byAuthor{HasAuthor{content.annotations[0]->author}};
    QVERIFY(*project->reader().find({{1}, byAuthor}) == std::vector<SampleId>{{1}});
    while (project->undo())
        continue;
    QCOMPARE(project->reader().find({})->size(), 0u);
    while (project->redo())
        continue;
    QVERIFY(*project->reader().load({1}, {1}) == content);
}

void ProjectFileTest::worksWithARollbackJournal()
{
    const auto file = m_folder / "journal.labelwright";
    write(file, m_bytes);
    SQLite::Database(file, SQLite::OPEN_READWRITE).exec("pragma journal_mode = delete");
    store::Connection writer(file, store::Access::Write);
    store::Connection reader(file, store::Access::Read);
    writer.exec("insert into setting values ('a', 'b')");
    QCOMPARE(reader.integer("select count(*) from setting"), 1);
    QVERIFY(!std::filesystem::exists(file.string() + "-wal"));
}

REGISTER_TEST(ProjectFileTest);
#include "project_file_test.moc"
