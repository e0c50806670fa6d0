#include "core/media_location.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

using namespace core;
namespace fs = std::filesystem;

class MediaLocationTest : public QObject {
    Q_OBJECT
private slots:
    void relativeAndAbsoluteUrisStandForThemselves();
    void fileUrisAreDecoded();
    void remoteUrisNeedAMap();
    void oneBucketHasFourSchemes();
    void theLongestPrefixWinsAtWholeSegments();
    void nothingLeavesAMappedFolder();
    void storesPathsBelowTheProjectAsRelative();
    void seesThroughLinksToTheProjectsFolder();
    void keepsNamesOfLinksInsideTheProject();
    void whatUriForStoresIsFoundAgain();
    void mapsAreReadFromOptionsAndSettings();
    void readsTheLastPartAsFileName();
};

namespace {

const fs::path project = "/data/项目";

QString at(std::string_view uri, const std::vector<PathMap> &maps = {})
{
    const auto path = locate(uri, project, maps);
    return path ? QString::fromStdString(path->string()) : "-";
}

}  // namespace

void MediaLocationTest::relativeAndAbsoluteUrisStandForThemselves()
{
    QCOMPARE(at("a.jpg"), "/data/项目/a.jpg");
    QCOMPARE(at("图片/100%/a b.jpg"), "/data/项目/图片/100%/a b.jpg");
    QCOMPARE(at("a%20b.jpg"), "/data/项目/a%20b.jpg");
    QCOMPARE(at("./x/../a.jpg"), "/data/项目/a.jpg");
    QCOMPARE(at("../other/a.jpg"), "/data/other/a.jpg");
    QCOMPARE(at("/mnt/a.jpg"), "/mnt/a.jpg");
    QCOMPARE(at(""), "-");
    QCOMPARE(at(std::string_view("a\0b", 3)), "-");
}

void MediaLocationTest::fileUrisAreDecoded()
{
    QVERIFY(!isRemote("file:///a"));
    QCOMPARE(at("file:///mnt/a%20b%2f%E5%9B%BE.jpg"), "/mnt/a b/图.jpg");
    QCOMPARE(at("file:/mnt/a.jpg"), "/mnt/a.jpg");
    QCOMPARE(at("FILE://localhost/mnt/100%.jpg"), "/mnt/100%.jpg");
    QCOMPARE(at("file://elsewhere/mnt/a.jpg"), "-");
    QCOMPARE(at("file:///a%00b"), "-");
}

void MediaLocationTest::remoteUrisNeedAMap()
{
    for (const char *uri : {"s3://b/a", "S3A://b/a", "obs://b/a", "https://host/a", "content://text"})
        QVERIFY2(isRemote(uri), uri);
    for (const char *uri : {"a:b", "a/s3://b", "://b", "1s://b", "", "s3:/b", "图://b"})
        QVERIFY2(!isRemote(uri), uri);
    QCOMPARE(at("s3://bucket/a.jpg"), "-");
    QCOMPARE(at("s3://bucket/图/a.jpg", {{"s3://bucket", "/mnt"}}), "/mnt/图/a.jpg");
    QCOMPARE(at("s3://bucket/a%20b", {{"s3://bucket/", "/mnt"}}), "/mnt/a%20b");
    QCOMPARE(at("s3://bucket/a.jpg", {{"s3://bucket", "media"}}), "/data/项目/media/a.jpg");
    QCOMPARE(at("s3://bucket//a.jpg", {{"s3://bucket", "/mnt"}}), "/mnt/a.jpg");
    QCOMPARE(at("s3://bucket/", {{"s3://bucket", "/mnt"}}), "/mnt");
    QCOMPARE(at("s3://other/a.jpg", {{"s3://bucket", "/mnt"}}), "-");
}

void MediaLocationTest::oneBucketHasFourSchemes()
{
    for (const char *uri : {"s3://b/x/a", "s3a://b/x/a", "s3n://b/x/a", "obs://b/x/a", "OBS://b/x/a"})
        for (const char *prefix : {"s3://b/x", "s3a://b/x", "S3N://b/x/", "obs://b/x"})
            QCOMPARE(at(uri, {{prefix, "/mnt"}}), "/mnt/a");
    QCOMPARE(at("https://b/x/a", {{"s3://b/x", "/mnt"}}), "-");
    QCOMPARE(at("s3://B/x/a", {{"s3://b/x", "/mnt"}}), "-");
}

void MediaLocationTest::theLongestPrefixWinsAtWholeSegments()
{
    const std::vector<PathMap> maps{{"s3://b", "/all"}, {"obs://b/pets/cats", "/cats"}, {"s3://b/pets", "/pets"}};
    QCOMPARE(at("s3://b/pets/cats/1.jpg", maps), "/cats/1.jpg");
    QCOMPARE(at("s3://b/pets/dogs/1.jpg", maps), "/pets/dogs/1.jpg");
    QCOMPARE(at("s3://b/petsitters/1.jpg", maps), "/all/petsitters/1.jpg");
    QCOMPARE(at("s3://bb/1.jpg", maps), "-");
}

void MediaLocationTest::nothingLeavesAMappedFolder()
{
    const std::vector<PathMap> maps{{"s3://b", "/mnt/media"}};
    QCOMPARE(at("s3://b/../secret", maps), "-");
    QCOMPARE(at("s3://b/x/../../media2/a", maps), "-");
    QCOMPARE(at("s3://b//etc/passwd", maps), "/mnt/media/etc/passwd");
    QCOMPARE(at("s3://b/x/../a", maps), "/mnt/media/a");
    QCOMPARE(at("s3://b/..a/b..", maps), "/mnt/media/..a/b..");
}

void MediaLocationTest::storesPathsBelowTheProjectAsRelative()
{
    QCOMPARE(uriFor("/data/项目/图/a.jpg", project), "图/a.jpg");
    QCOMPARE(uriFor("/data/项目/x/../a.jpg", project), "a.jpg");
    QCOMPARE(uriFor("/data/项目/a.jpg", "/data/项目/"), "a.jpg");
    QCOMPARE(uriFor("/data/项目2/a.jpg", project), "/data/项目2/a.jpg");
    QCOMPARE(uriFor("/data/项目/../a.jpg", project), "/data/a.jpg");
    QCOMPARE(uriFor("/x.jpg", "/"), "x.jpg");
    QCOMPARE(uriFor("a.jpg", fs::current_path()), "a.jpg");
}

void MediaLocationTest::seesThroughLinksToTheProjectsFolder()
{
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    fs::create_directories(root / "real/图");
    fs::create_directory_symlink(root / "real", root / "link");
    QCOMPARE(uriFor(root / "real/图/a.jpg", root / "link"), "图/a.jpg");
    QCOMPARE(uriFor(root / "link/图/a.jpg", root / "real"), "图/a.jpg");
}

void MediaLocationTest::keepsNamesOfLinksInsideTheProject()
{
    QTemporaryDir dir;
    const fs::path root = fs::canonical(dir.path().toStdString());
    fs::create_directories(root / "project");
    fs::create_directories(root / "elsewhere");
    fs::create_directory_symlink(root / "elsewhere", root / "project/media");
    QCOMPARE(uriFor(root / "project/media/a.jpg", root / "project"), "media/a.jpg");
    QCOMPARE(uriFor(root / "elsewhere/a.jpg", root / "project"), (root / "elsewhere/a.jpg").string());
}

void MediaLocationTest::whatUriForStoresIsFoundAgain()
{
    for (const char *file : {"/data/项目/a%20b.jpg", "/data/项目/c/d: e.jpg", "/other/100%/#?.jpg"})
        QCOMPARE(at(uriFor(file, project)), QString(file));
}

void MediaLocationTest::mapsAreReadFromOptionsAndSettings()
{
    QVERIFY(parsePathMap("s3://b/p=/mnt/图=1") == (PathMap{"s3://b/p", "/mnt/图=1"}));
    for (const char *text : {"", "s3://b", "s3://b=", "b=/mnt", "=/mnt", "file:///b=/mnt"})
        QVERIFY2(!parsePathMap(text), text);
    const std::vector<PathMap> maps{{"s3://b/p", "/mnt/图"}, {"obs://\"q\"", "rel"}};
    QVERIFY(pathMapsFromJson(toJson(maps)) == maps);
    QVERIFY(pathMapsFromJson("").empty());
    QVERIFY(pathMapsFromJson("{}").empty());
    const char *damaged =
        "[1,{\"prefix\":2,\"folder\":\"/a\"},{\"prefix\":\"s3://b\"},{\"prefix\":\"x\",\"folder\":\"/a\"}]";
    QVERIFY(pathMapsFromJson(damaged).empty());
}

void MediaLocationTest::readsTheLastPartAsFileName()
{
    QVERIFY(fileName("a/b/图.jpg") == "图.jpg");
    QVERIFY(fileName("图.jpg") == "图.jpg");
    QVERIFY(fileName("s3://b/x") == "x");
    QVERIFY(fileName("a/").empty());
}

REGISTER_TEST(MediaLocationTest);
#include "media_location_test.moc"
