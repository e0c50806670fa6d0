#include "core/save_file.h"
#include "tests/test_registry.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace core;
namespace fs = std::filesystem;

class SaveFileTest : public QObject {
    Q_OBJECT
private slots:
    void writesWhatItWasGiven();
    void keepsTheOldFileUntilFinished();
    void leavesNothingWhenDropped();
    void makesMissingFoldersAndTakesThemBack();
    void keepsPermissions();
    void newFilesFollowTheUmask();
    void replacesWhatALinkPointsTo();
    void refusesFoldersAndUnreachablePlaces();
    void theFirstFailureStays();
    void movesWithItsOwner();
};

namespace {

QByteArray contents(const fs::path &file)
{
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("(none)");
}

QStringList everythingIn(const fs::path &folder)
{
    return QDir(QString::fromStdString(folder.string()))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

mode_t modeOf(const fs::path &file)
{
    struct stat info {};
    ::stat(file.c_str(), &info);
    return info.st_mode & 07777;
}

struct SaveFolder {
    QTemporaryDir dir;
    fs::path path = dir.path().toStdString();
};

}  // namespace

void SaveFileTest::writesWhatItWasGiven()
{
    const SaveFolder folder;
    const fs::path target = folder.path / "图片 标注.txt";
    auto file = SaveFile::begin(target);
    QVERIFY_OK(file);
    std::string all;
    for (int i = 0; i < 100000; ++i) {
        const std::string line = std::to_string(i) + '\n';
        all += line;
        QVERIFY_OK(file->write(line));
    }
    QVERIFY_OK(file->write(std::string_view("\0\xff", 2)));
    QVERIFY_OK(file->finish());
    QVERIFY(contents(target) == QByteArray::fromStdString(all) + QByteArray("\0\xff", 2));
    QCOMPARE(everythingIn(folder.path).size(), 1);
    QVERIFY_OK(saveWhole(target, ""));
    QCOMPARE(contents(target), "");
}

void SaveFileTest::keepsTheOldFileUntilFinished()
{
    const SaveFolder folder;
    QVERIFY_OK(saveWhole(folder.path / "a", "old"));
    auto file = SaveFile::begin(folder.path / "a");
    QVERIFY_OK(file);
    QVERIFY_OK(file->write(std::string(1 << 20, 'x')));
    QCOMPARE(contents(folder.path / "a"), "old");
    QVERIFY_OK(file->finish());
    QCOMPARE(contents(folder.path / "a").size(), 1 << 20);
}

void SaveFileTest::leavesNothingWhenDropped()
{
    const SaveFolder folder;
    QVERIFY_OK(saveWhole(folder.path / "a", "old"));
    {
        auto file = SaveFile::begin(folder.path / "a");
        QVERIFY_OK(file);
        QVERIFY_OK(file->write("new"));
    }
    QCOMPARE(contents(folder.path / "a"), "old");
    QCOMPARE(everythingIn(folder.path), QStringList{"a"});
}

void SaveFileTest::makesMissingFoldersAndTakesThemBack()
{
    const SaveFolder folder;
    QVERIFY_OK(SaveFile::begin(folder.path / "x/y/z"));
    QCOMPARE(everythingIn(folder.path), QStringList{});
    QVERIFY_OK(saveWhole(folder.path / "图/y/z", "deep"));
    QCOMPARE(contents(folder.path / "图/y/z"), "deep");
}

void SaveFileTest::keepsPermissions()
{
    const SaveFolder folder;
    for (const mode_t mode : {0600u, 0640u, 0755u}) {
        QVERIFY_OK(saveWhole(folder.path / "a", "old"));
        ::chmod((folder.path / "a").c_str(), mode);
        QVERIFY_OK(saveWhole(folder.path / "a", "new"));
        QCOMPARE(modeOf(folder.path / "a"), mode);
    }
}

void SaveFileTest::newFilesFollowTheUmask()
{
    const SaveFolder folder;
    const mode_t before = ::umask(027);
    const auto saved = saveWhole(folder.path / "a", "x");
    ::umask(before);
    QVERIFY_OK(saved);
    QCOMPARE(modeOf(folder.path / "a"), mode_t(0640));
}

void SaveFileTest::replacesWhatALinkPointsTo()
{
    const SaveFolder folder;
    fs::create_directories(folder.path / "real");
    QVERIFY_OK(saveWhole(folder.path / "real/a", "old"));
    fs::create_symlink("real/a", folder.path / "link");
    QVERIFY_OK(saveWhole(folder.path / "link", "new"));
    QVERIFY(fs::is_symlink(folder.path / "link"));
    QCOMPARE(contents(folder.path / "real/a"), "new");
    fs::create_symlink("real/fresh", folder.path / "dangling");
    QVERIFY_OK(saveWhole(folder.path / "dangling", "made"));
    QCOMPARE(contents(folder.path / "real/fresh"), "made");
}

void SaveFileTest::refusesFoldersAndUnreachablePlaces()
{
    const SaveFolder folder;
    fs::create_directories(folder.path / "dir");
    QVERIFY(!SaveFile::begin(folder.path / "dir").has_value());
    QVERIFY(!SaveFile::begin(folder.path / "dir/").has_value());
    QVERIFY_OK(saveWhole(folder.path / "a", "a file"));
    const auto below = SaveFile::begin(folder.path / "a/b/c");
    QVERIFY(!below.has_value());
    QVERIFY(!below.error().where.file.empty());
    QCOMPARE(everythingIn(folder.path), (QStringList{"a", "dir"}));
    QVERIFY(!SaveFile::begin("").has_value());
}

void SaveFileTest::theFirstFailureStays()
{
    const SaveFolder folder;
    QVERIFY_OK(saveWhole(folder.path / "a", "old"));
    struct rlimit old {};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{100000, old.rlim_max};
    const auto handler = ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    auto file = SaveFile::begin(folder.path / "a");
    const bool begun = file.has_value();
    const Status first = begun ? file->write(std::string(1 << 20, 'x')) : ok();
    ::setrlimit(RLIMIT_FSIZE, &old);
    ::signal(SIGXFSZ, handler);
    QVERIFY(begun);
    QVERIFY(!first.has_value());
    QCOMPARE(first.error().code, Code::Io);
    QVERIFY(!file->write("more").has_value());
    const Status last = file->finish();
    QVERIFY(!last.has_value());
    QVERIFY(last.error() == first.error());
    file = SaveFile::begin(folder.path / "b");
    QCOMPARE(contents(folder.path / "a"), "old");
    QCOMPARE(everythingIn(folder.path).size(), 2);  // "a" and the temp file of "b"
}

void SaveFileTest::movesWithItsOwner()
{
    const SaveFolder folder;
    auto begun = SaveFile::begin(folder.path / "a");
    QVERIFY_OK(begun);
    QVERIFY_OK(begun->write("one "));
    SaveFile moved = std::move(begun).value();
    QVERIFY_OK(moved.write("two"));
    QVERIFY_OK(moved.finish());
    QCOMPARE(contents(folder.path / "a"), "one two");
}

REGISTER_TEST(SaveFileTest);
#include "save_file_test.moc"
