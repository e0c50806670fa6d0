// COCO files as other tools write them, and what becomes of them.
#include "core/mask_rle.h"
#include "core/masks.h"
#include "formats/json_elements.h"
#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"
#include <nlohmann/json.hpp>
#include <set>

using namespace formats;
using namespace tests;
using nlohmann::json;

class CocoTest : public QObject {
    Q_OBJECT
private slots:
    void elementsSayWhereTheyStand();
    void aForeignFileComesBackEqual();
    void annotationsMayComeBeforeTheirImages();
    void boxesOnlyWhenAsked();
    void partsAreOneMaskOrSplit();
    void aTurnedPictureIsTold();
    void runLengthsAreWrittenAsTold();
    void idsOfTheProjectNeverCollide();
    void holesBecomeAMask();

private:
    static Collected read(const std::filesystem::path &file, core::JobKind kind, const Options &options = {});
};

namespace {

// Ids with gaps and beyond 32 bits, category 0, a crowd, unknown keys everywhere, both run length forms.
const char *foreign = R"({
 "info": {"year": 2017, "description": "d \u00e4"},
 "licenses": [{"id": 1, "name": "L"}, {"id": 2}],
 "images": [
  {"id": 5000000000, "file_name": "b.png", "width": 4, "height": 3, "license": 2, "date_captured": "2013"},
  {"id": 0, "file_name": "a.png", "width": 4, "height": 3}],
 "annotations": [
  {"id": 1, "image_id": 0, "category_id": 90, "bbox": [1.5, 0, 2, 2.25], "area": 4.5, "iscrowd": 0, "segmentation": [],
   "attributes": {"color": "red", "occluded": true, "n": 3, "flag": false}, "extra": {"k": [1, 2.50]}},
  {"id": 2, "image_id": 5000000000, "category_id": 0, "bbox": [0, 0, 4, 1], "area": 4, "iscrowd": 1,
   "segmentation": {"size": [3, 4], "counts": [0, 1, 2, 1, 2, 1, 2, 1, 2]}},
  {"id": 3, "image_id": 0, "category_id": 0, "bbox": [0, 0, 3, 3], "area": 4.5, "iscrowd": 0,
   "segmentation": [[0, 0, 3, 0, 3, 3]], "score": 0.5}],
 "categories": [
  {"id": 90, "name": "toothbrush", "supercategory": "indoor"},
  {"id": 0, "name": "unused or not", "keypoints": ["a", "b"]}]
})";

json withoutOurs(json whole)
{
    for (const char *list : {"images", "annotations", "categories"})
        for (json &one : whole[list]) {
            for (auto it = one.begin(); it != one.end();)
                it = it.key().starts_with("@labelwright:") ? one.erase(it) : std::next(it);
            if (one.contains("segmentation") && one["segmentation"].is_object())
                one["segmentation"].erase("counts");  // either form
        }
    const auto key = [](const json &one) { return one["area"].get<double>() + one["bbox"][0].get<double>(); };
    std::sort(whole["annotations"].begin(), whole["annotations"].end(),
              [&](const json &a, const json &b) { return key(a) < key(b); });
    for (json &one : whole["annotations"])
        one.erase("id");
    return whole;
}

}  // namespace

Collected CocoTest::read(const std::filesystem::path &file, core::JobKind kind, const Options &options)
{
    Collected out;
    const Surroundings around{
        kind, {}, [file](std::string_view uri) { return core::locate(uri, file.parent_path(), {}); }, options};
    if (const auto status = formatById("coco-json")->newReader()->read(file, around, out); !status)
        qFatal("%s", core::describe(status.error()).c_str());
    return out;
}

void CocoTest::elementsSayWhereTheyStand()
{
    const TempFolder folder;
    writeFile(folder / "a.json",
              "\xEF\xBB\xBF{\"a\": [1,\n  {\"x\":\"]}\\\"\"} , ],\n \"b\":{\"c\":[{}]}, \"d\": [ ]}\n");
    auto elements = JsonElements::open(folder / "a.json");
    QVERIFY(elements);
    QStringList seen;
    for (;;) {
        const auto next = elements->next();
        QVERIFY(next);
        if (!*next)
            break;
        const JsonElement &one = **next;
        seen += QString("%1[%2] %3:%4 %5")
                    .arg(one.key.c_str())
                    .arg(one.index)
                    .arg(one.line)
                    .arg(one.column)
                    .arg(QString::fromUtf8(one.text.data(), qsizetype(one.text.size())));
        QCOMPARE(std::string(*elements->textAt(one.offset, one.length)), std::string(one.text));
    }
    QCOMPARE(seen, (QStringList{"a[0] 1:11 1", "a[1] 2:3 {\"x\":\"]}\\\"\"}", "b[-1] 3:6 {\"c\":[{}]}"}));
}

void CocoTest::aForeignFileComesBackEqual()
{
    const TempFolder folder;
    writeFile(folder / "p" / "in.json", foreign);
    for (const char *name : {"a.png", "b.png"})
        writeFile(folder / "p" / name, "\x89PNG");
    TestProject project(folder / "p", core::JobKind::ImageSegmentation);
    auto options = project.importOptions();
    options.probe = {};
    QVERIFY_OK(project.import(folder / "p" / "in.json", options));
    QCOMPARE(project.report.rejected + project.report.warnings, 0);
    QCOMPARE(project.report.samples, 2);
    QCOMPARE(project.report.annotations, 3);
    auto exporting = project.exportOptions(formatById("coco-json"));
    exporting.probe = {};
    QVERIFY_OK(project.exportTo(folder / "p" / "out.json", exporting));
    const json expected = withoutOurs(json::parse(foreign)),
               got = withoutOurs(json::parse(readFile(folder / "p" / "out.json")));
    QCOMPARE(QString::fromStdString(got.dump(1)), QString::fromStdString(expected.dump(1)));
}

void CocoTest::annotationsMayComeBeforeTheirImages()
{
    const TempFolder folder;
    writeFile(folder / "a.json", R"({"annotations":[{"id":1,"image_id":2,"category_id":1,"bbox":[0,0,1,1]},
{"id":2,"image_id":1,"category_id":1,"bbox":[0,0,2,2]},{"id":3,"image_id":2,"category_id":1,"bbox":[0,0,3,3]}],
"categories":[{"id":1,"name":"cat"}],"images":[{"id":1,"file_name":"1.png"},{"id":2,"file_name":"2.png"}]})");
    const Collected out = read(folder / "a.json", core::JobKind::ObjectDetection);
    QVERIFY(out.issues.empty());
    std::vector<double> widths;
    for (const AnnotationRecord &record : out.annotations())
        widths.push_back(std::get<core::Box>(record.geometry).w);
    QVERIFY((widths == std::vector<double>{2, 1, 3}));
    QVERIFY(out.annotations()[2].sampleUri.ends_with("/2.png"));
}

void CocoTest::boxesOnlyWhenAsked()
{
    const TempFolder folder;
    writeFile(folder / "in.json", foreign);
    const Collected all = read(folder / "in.json", core::JobKind::ObjectDetection, {{"geometry", "box"}});
    QCOMPARE(all.annotations().size(), 3u);
    for (const AnnotationRecord &record : all.annotations())
        QVERIFY(std::holds_alternative<core::Box>(record.geometry));
}

void CocoTest::partsAreOneMaskOrSplit()
{
    const TempFolder folder;
    writeFile(folder / "a.json",
              R"({"images":[{"id":1,"file_name":"1.png","width":20,"height":20}],"categories":[{"id":1,"name":"c"}],
"annotations":[{"id":1,"image_id":1,"category_id":1,"segmentation":[[0,0,4,0,4,4,0,4],[2,2,8,2,8,8,2,8]]}]})");
    const auto one = read(folder / "a.json", core::JobKind::ImageSegmentation).annotations();
    QCOMPARE(one.size(), 1u);
    QCOMPARE(core::area(*std::get<core::Mask>(one[0].geometry).runs), 16.0 + 36 - 4);  // union, not even-odd
    const auto two = read(folder / "a.json", core::JobKind::ImageSegmentation, {{"parts", "split"}}).annotations();
    QCOMPARE(two.size(), 2u);
    QVERIFY(std::holds_alternative<core::Polygon>(two[1].geometry));
}

void CocoTest::aTurnedPictureIsTold()
{
    const TempFolder folder;
    writeFile(folder / "1.png", "x");
    writeFile(folder / "a.json",
              R"({"images":[{"id":1,"file_name":"1.png","width":480,"height":640}],"categories":[],"annotations":[]})");
    Collected out;
    const Surroundings around{core::JobKind::ObjectDetection, fixtureProbe(), {}, {}};
    QVERIFY_OK(formatById("coco-json")->newReader()->read(folder / "a.json", around, out));
    QCOMPARE(out.issues.size(), 1u);
    QVERIFY(out.issues[0].severity == Severity::Warning);
    QVERIFY2(out.issues[0].error.detail.find("before it is turned") != std::string::npos,
             out.issues[0].error.detail.c_str());
    QCOMPARE(out.issues[0].error.where.field, "images[0].width");
}

void CocoTest::runLengthsAreWrittenAsTold()
{
    const TempFolder folder;
    core::MaskBuilder builder;
    builder.add(1, core::Span{1, 3});
    const core::MaskRuns runs = builder.take();
    Fixture fixture = makeFixture(*formatById("coco-json"), core::JobKind::ImageSegmentation, folder / "p", 1, 1);
    auto annotation = std::make_shared<core::Annotation>();
    annotation->label = fixture.labels[0].id;
    annotation->geometry = core::Mask{std::make_shared<core::MaskRuns>(runs)};
    fixture.contents[0].annotations = {annotation};
    for (const char *form : {"text", "counts"}) {
        const auto writer = formatById("coco-json")->newWriter();
        auto around = surroundings(fixture);
        around.options = {{"rle", form}};
        QVERIFY_OK(writer->begin(folder / "o.json", around, fixture.labels));
        QVERIFY_OK(writer->write(fixture.contents[0], {}));
        QVERIFY_OK(writer->finish());
        const json one = json::parse(readFile(folder / "o.json"))["annotations"][0];
        QCOMPARE(one["area"], 2);
        QVERIFY(one["bbox"] == json::array({1, 1, 2, 1}));
        QCOMPARE(one["segmentation"]["size"].dump(), "[480,640]");
        const json &counts = one["segmentation"]["counts"];
        if (counts.is_string())
            QVERIFY(*core::fromCocoText(counts.get<std::string>(), 640, 480) == runs);
        else
            QCOMPARE(counts.dump(), "[481,1,479,1,306238]");
        QCOMPARE(counts.is_string(), std::string_view(form) == "text");
    }
}

void CocoTest::idsOfTheProjectNeverCollide()
{
    const TempFolder folder;
    Fixture fixture = makeFixture(*formatById("coco-json"), core::JobKind::ObjectDetection, folder / "p", 1, 4);
    const char *outer[]{"", "1", "", "0f3c"};
    for (std::size_t i = 0; i < 4; ++i)
        fixture.contents[i].sample.externalId = outer[i];
    fixture.labels[1].attributes = {{"@x:id", {}, "1"}, {"@x:supercategory", {}, "\"animal\""}, {"color", {}, ""}};
    QVERIFY_OK(write(fixture, *formatById("coco-json"), folder / "o.json"));
    const json whole = json::parse(readFile(folder / "o.json"));
    std::set<std::int64_t> images, categories;
    for (const json &image : whole["images"])
        images.insert(image["id"].get<std::int64_t>());
    for (const json &category : whole["categories"])
        categories.insert(category["id"].get<std::int64_t>());
    QCOMPARE(images.size(), 4u);
    QCOMPARE(categories.size(), 4u);
    QCOMPARE(whole["categories"][1]["id"], 1);
    QCOMPARE(whole["categories"][1]["supercategory"], "animal");
    QVERIFY(!whole["categories"][1].contains("color"));
    const auto samples = read(folder / "o.json", core::JobKind::ObjectDetection).samples();
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(samples[i].sample.externalId, outer[i]);
}

void CocoTest::holesBecomeAMask()
{
    const TempFolder folder;
    Fixture fixture = makeFixture(*formatById("coco-json"), core::JobKind::ImageSegmentation, folder / "p", 1, 1);
    auto annotation = std::make_shared<core::Annotation>();
    annotation->label = fixture.labels[0].id;
    annotation->geometry = core::Polygon{{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{2, 2}, {4, 2}, {4, 4}, {2, 4}}}};
    fixture.contents[0].annotations = {annotation};
    QCOMPARE(formatById("coco-json")->losses(fixture.contents[0], fixture.kind, {}),
             std::vector<std::string>{"mask-raster"});
    QVERIFY_OK(write(fixture, *formatById("coco-json"), folder / "o.json"));
    const auto back = read(folder / "o.json", core::JobKind::ImageSegmentation).annotations();
    QCOMPARE(core::area(*std::get<core::Mask>(back.at(0).geometry).runs), 96.0);
}

REGISTER_TEST(CocoTest);
#include "coco_test.moc"
