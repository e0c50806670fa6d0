#include "tests/app/cli_run.h"
#include "tests/test_registry.h"
#include <QDir>
#include <QFile>
#include <QImage>

using tests::labelwright;
using tests::Said;

class CliProjectTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void newMakesAProjectOnce();
    void importCountsAndListsWhatWasRefused();
    void strictImportChangesNothing();
    void mapsFindRemoteMediaAndAreKept();
    void statsAndListKeepTheirContract();
    void exportedManifestsImportTheSame();
    void exportRefusesLossUnlessAllowed();
    void convertNeedsNoProject();
    void checkSaysWhetherAProjectIsSound();
    void publishSplitsAndRecords();
    void publishRefusesRareLabelsAndTakenNames();
    void segmentationGoesThroughEveryCommand();
    void cocoKeepsItsCategories();
    void theDemoHasAProjectOfMasks();

private:
    QString file(const QString &name) const { return m_dir->filePath(name); }
    QString project() const { return file("项目.labelwright"); }
    void writeManifest(const QString &name, int lines, const QByteArray &more = {});
    void makeProject(const QString &kind = "image_classification");

    std::unique_ptr<QTemporaryDir> m_dir;
};

void CliProjectTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

// Two labels in turn over small pictures beside the manifest.
void CliProjectTest::writeManifest(const QString &name, int lines, const QByteArray &more)
{
    QDir().mkpath(file("图片"));
    QFile manifest(file(name));
    QVERIFY(manifest.open(QIODevice::WriteOnly));
    for (int i = 0; i < lines; ++i) {
        const QString picture = QString("图片/%1.png").arg(i, 3, 10, QChar('0'));
        QImage image(8, 6, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(i * 7 % 360, 200, 200));
        QVERIFY(image.save(file(picture)));
        manifest.write(
            QString(R"({"source":"%1","annotation":[{"type":"modelarts/image_classification","name":"%2"}]})")
                .arg(picture, i % 2 ? "猫" : "dog")
                .toUtf8()
            + "\n");
    }
    manifest.write(more);
}

void CliProjectTest::makeProject(const QString &kind)
{
    const Said made = labelwright({"new", project(), "--kind", kind});
    RAN(made, 0);
}

void CliProjectTest::newMakesAProjectOnce()
{
    const Said made =
        labelwright({"new", project(), "--kind", "object_detection", "--job", "first", "--labels", "car, 公交车"});
    RAN(made, 0);
    const auto stats = labelwright({"stats", project(), "--json"}).json();
    QCOMPARE(stats["kind"], "object_detection");
    QCOMPARE(stats["jobs"][0]["name"], "first");
    QCOMPARE(stats["labels"].size(), 2u);
    QCOMPARE(stats["labels"][1]["name"], "公交车");
    const Said again = labelwright({"new", project(), "--kind", "object_detection"});
    RAN(again, 1);
    QVERIFY(again.err.contains("exists"));
}

void CliProjectTest::importCountsAndListsWhatWasRefused()
{
    makeProject();
    writeManifest("m.manifest", 3, "{\"usage\":\"TRAIN\"}\nno json\n");
    const Said said = labelwright({"import", project(), file("m.manifest"), "--report", file("r.json")});
    RAN(said, 3);
    QVERIFY2(said.out.contains("3 of 3 samples are in the labeled state."), qPrintable(said.out));
    QVERIFY2(said.err.contains("m.manifest:4"), qPrintable(said.err));
    QVERIFY2(said.err.contains("source: missing-field"), qPrintable(said.err));
    QVERIFY2(said.err.contains("m.manifest:5"), qPrintable(said.err));
    QFile report(file("r.json"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const auto json = nlohmann::json::parse(report.readAll().toStdString());
    QCOMPARE(json["format"], "modelarts-manifest");
    QCOMPARE(json["samples"], 3);
    QCOMPARE(json["annotations"], 3);
    QCOMPARE(json["labels"], 2);
    QCOMPARE(json["rejected"], 2);
    for (const char *key : {"severity", "code", "file", "line", "column", "field", "detail"})
        QVERIFY2(json["issues"][0].contains(key), key);
}

void CliProjectTest::strictImportChangesNothing()
{
    makeProject();
    writeManifest("m.manifest", 3, "no json\n");
    const Said said = labelwright({"import", project(), file("m.manifest"), "--strict"});
    RAN(said, 1);
    QVERIFY2(said.err.contains("m.manifest:4"), qPrintable(said.err));
    const auto stats = labelwright({"stats", project(), "--json"}).json();
    QCOMPARE(stats["samples"], 0);
    QCOMPARE(stats["labels"].size(), 0u);
}

void CliProjectTest::mapsFindRemoteMediaAndAreKept()
{
    makeProject();
    writeManifest("local.manifest", 1);
    QFile remote(file("remote.manifest"));
    QVERIFY(remote.open(QIODevice::WriteOnly));
    remote.write("{\"source\":\"s3://bucket/x/000.png\"}\n{\"source\":\"obs://bucket/x/gone.png\"}\n");
    remote.close();
    const Said said =
        labelwright({"import", project(), "remote.manifest", "--map", "s3://bucket/x=图片"}, m_dir->path());
    RAN(said, 0);
    const auto list = labelwright({"list", project(), "--json"}).json();
    QCOMPARE(list.size(), 2u);
    QCOMPARE(list[0]["media"], "present");
    QCOMPARE(list[1]["media"], "missing");
    const Said missing = labelwright({"list", project(), "--query", "media:missing"});
    QCOMPARE(missing.out.count('\n'), 1);
}

void CliProjectTest::statsAndListKeepTheirContract()
{
    makeProject();
    writeManifest("m.manifest", 5);
    RAN(labelwright({"import", project(), file("m.manifest")}), 0);
    const auto stats = labelwright({"stats", project(), "--json"}).json();
    QCOMPARE(stats.dump(), (nlohmann::json{{"kind", "image_classification"},
                                           {"samples", 5},
                                           {"labeled", 5},
                                           {"unlabeled", 0},
                                           {"to_confirm", 0},
                                           {"missing", 0},
                                           {"annotations", 5},
                                           {"relations", 0},
                                           {"labels", stats["labels"]},
                                           {"jobs", stats["jobs"]}}
                                .dump()));
    QCOMPARE(stats["labels"][0].dump(), (nlohmann::json{{"name", "dog"}, {"annotations", 3}, {"samples", 3}}.dump()));
    QCOMPARE(stats["jobs"].size(), 1u);
    const auto list = labelwright({"list", project(), "--query", "label:猫", "--json"}).json();
    QCOMPARE(list.size(), 2u);
    QCOMPARE(list[0]["uri"], "图片/001.png");
    QCOMPARE(list[0]["state"], "labeled");
    QCOMPARE(list[0]["labels"].dump(), nlohmann::json{"猫"}.dump());
    for (const char *key :
         {"id", "uri", "state", "hard", "usage", "media", "width", "height", "annotations", "labels", "confidence"})
        QVERIFY2(list[0].contains(key), key);
    QCOMPARE(labelwright({"list", project(), "--query", "label:none", "--json"}).json().size(), 0u);
    QVERIFY(labelwright({"list", project()}).out.startsWith("图片/000.png\tlabeled\t1\n"));
    RAN(labelwright({"stats", project(), "--job", "none"}), 1);
}

void CliProjectTest::exportedManifestsImportTheSame()
{
    makeProject();
    writeManifest("m.manifest", 6);
    RAN(labelwright({"import", project(), file("m.manifest")}), 0);
    const Said given = labelwright({"export", project(), file("out/o.manifest"), "--format", "modelarts-manifest"});
    RAN(given, 0);
    const QString again = file("again.labelwright");
    RAN(labelwright({"new", again, "--kind", "image_classification"}), 0);
    RAN(labelwright({"import", again, file("out/o.manifest")}), 0);
    const auto first = labelwright({"stats", project(), "--json"}).json(),
               second = labelwright({"stats", again, "--json"}).json();
    QCOMPARE(QString::fromStdString(first.dump()), QString::fromStdString(second.dump()));
    RAN(labelwright(
            {"export", project(), file("cats.manifest"), "--format", "modelarts-manifest", "--query", "label:猫"}),
        0);
    QFile cats(file("cats.manifest"));
    QVERIFY(cats.open(QIODevice::ReadOnly));
    QCOMPARE(cats.readAll().count('\n'), 3);
}

void CliProjectTest::exportRefusesLossUnlessAllowed()
{
    makeProject();
    writeManifest("m.manifest", 1,
                  "{\"source\":\"图片/000.png\",\"annotation\":[{\"type\":\"modelarts/"
                  "image_classification\",\"name\":\"猫\"}]}\n");
    RAN(labelwright({"import", project(), file("m.manifest")}), 0);
    const QStringList words{"export", project(), file("tree"), "--format", "modelarts-imagenet-dir"};
    const Said refused = labelwright(words);
    RAN(refused, 1);
    QVERIFY2(refused.err.contains("second-label"), qPrintable(refused.err));
    QVERIFY(!QFile::exists(file("tree")));
    RAN(labelwright(words + QStringList{"--allow-loss"}), 0);
    QVERIFY(QFile::exists(file("tree")));
}

void CliProjectTest::convertNeedsNoProject()
{
    writeManifest("m.manifest", 4);
    const Said said = labelwright({"convert", file("m.manifest"), file("txt"), "--from", "modelarts-manifest", "--to",
                                   "modelarts-classification-txt"});
    RAN(said, 0);
    QVERIFY2(said.out.contains("4 samples, 4 annotations."), qPrintable(said.out));
    QCOMPARE(QDir(file("txt")).entryList({"*.txt"}, QDir::Files).size()
                 + QDir(file("txt/图片")).entryList({"*.txt"}, QDir::Files).size(),
             4);
}

void CliProjectTest::checkSaysWhetherAProjectIsSound()
{
    makeProject();
    RAN(labelwright({"check", project()}), 0);
    const Said json = labelwright({"check", project(), "--json"});
    QVERIFY(json.json().is_array() && json.json().empty());
    QFile broken(project());
    QVERIFY(broken.open(QIODevice::ReadWrite));
    broken.seek(broken.size() / 2);
    broken.write(QByteArray(4096, 'x'));
    broken.close();
    QVERIFY(labelwright({"check", project()}).status == 1);
}

void CliProjectTest::publishSplitsAndRecords()
{
    makeProject();
    writeManifest("m.manifest", 20);
    RAN(labelwright({"import", project(), file("m.manifest")}), 0);
    const Said said = labelwright(
        {"publish", project(), "V001", file("out"), "--train", "0.8", "--seed", "7", "--description", "first"});
    RAN(said, 0);
    QVERIFY2(said.out.contains("20 samples, 16 to train, 4 to evaluate."), qPrintable(said.out));
    QFile manifest(file("out/annotation/V001/V001.manifest"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    int train = 0, eval = 0;
    for (const QByteArray &line : manifest.readAll().split('\n')) {
        const auto json = nlohmann::json::parse(line.toStdString(), nullptr, false);
        if (!json.is_object())
            continue;
        QVERIFY(!json["annotation"].empty());
        train += json["usage"] == "train" || json["usage"] == "TRAIN";
        eval += json["usage"] == "eval" || json["usage"] == "EVAL";
    }
    QCOMPARE(train, 16);
    QCOMPARE(eval, 4);
    // The split is a matter of the version: the samples of the project keep their usage.
    QCOMPARE(labelwright({"list", project(), "--query", "usage:train", "--json"}).json().size(), 0u);
}

void CliProjectTest::publishRefusesRareLabelsAndTakenNames()
{
    makeProject();
    writeManifest("m.manifest", 6);
    RAN(labelwright({"import", project(), file("m.manifest")}), 0);
    const Said rare = labelwright({"publish", project(), "V001", file("out"), "--train", "0.8"});
    RAN(rare, 1);
    QVERIFY2(rare.err.contains("label "), qPrintable(rare.err));
    QVERIFY(!QFile::exists(file("out")));
    RAN(labelwright({"publish", project(), "V001", file("out")}), 0);
    const Said taken = labelwright({"publish", project(), "V001", file("other")});
    RAN(taken, 1);
    QVERIFY(taken.err.contains("exists"));
    RAN(labelwright({"publish", project(), "no/name", file("out")}), 1);
}

namespace {

// One picture with a mask with a hole, a box and a polygon.
constexpr const char *cocoText = R"({"images":[{"id":7,"file_name":"a.png","width":8,"height":6}],
"annotations":[
{"id":1,"image_id":7,"category_id":20,"bbox":[0,0,3,3],"segmentation":{"size":[6,8],"counts":[0,3,3,1,1,1,3,3,33]}},
{"id":2,"image_id":7,"category_id":3,"segmentation":[[4,1,7,1,7,4]]}],
"categories":[{"id":20,"name":"dog","supercategory":"animal"},{"id":3,"name":"猫"}]})";

void writeCoco(const QString &folder)
{
    QImage image(8, 6, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(folder + "/a.png"));
    QFile coco(folder + "/c.json");
    QVERIFY(coco.open(QIODevice::WriteOnly));
    coco.write(cocoText);
}

}  // namespace

void CliProjectTest::segmentationGoesThroughEveryCommand()
{
    makeProject("image_segmentation");
    writeCoco(m_dir->path());
    RAN(labelwright({"import", project(), file("c.json")}), 0);
    const auto stats = labelwright({"stats", project(), "--json"}).json();
    QCOMPARE(stats["kind"], "image_segmentation");
    QCOMPARE(stats["annotations"], 2);
    const QStringList words{"export", project(), file("v/o.manifest"), "--format", "modelarts-manifest"};
    const Said refused = labelwright(words);
    RAN(refused, 1);
    QVERIFY2(refused.err.contains("mask-holes"), qPrintable(refused.err));
    RAN(labelwright(words + QStringList{"--allow-loss"}), 0);
    QVERIFY(QFile::exists(file("v/annotations/a.xml")));
    const QImage picture(file("v/segmentationClass/a.png"));
    QCOMPARE(picture.format(), QImage::Format_Indexed8);
    QCOMPARE(picture.pixelIndex(1, 1), 0);  // the hole
    QVERIFY(picture.pixelIndex(0, 0) > 0);
    const QString again = file("again.labelwright");
    RAN(labelwright({"new", again, "--kind", "image_segmentation"}), 0);
    RAN(labelwright({"import", again, file("v/o.manifest")}), 0);
    RAN(labelwright({"export", again, file("again.json"), "--format", "coco-json", "--opt", "rle=counts"}), 0);
    QFile coco(file("again.json"));
    QVERIFY(coco.open(QIODevice::ReadOnly));
    const auto json = nlohmann::json::parse(coco.readAll().toStdString());
    QCOMPARE(json["annotations"][0]["segmentation"]["counts"].dump(), "[0,3,3,1,1,1,3,3,33]");
    QCOMPARE(json["annotations"][1]["segmentation"].dump(), "[[4,1,7,1,7,4]]");
    RAN(labelwright({"convert", file("c.json"), file("masks"), "--from", "coco-json", "--to", "mask-png-dir", "--kind",
                     "image_segmentation", "--allow-loss"}),
        0);
    QVERIFY(QFile::exists(file("masks/masks/a.png")));
    RAN(labelwright({"publish", project(), "V001", file("out")}), 0);
    QVERIFY(QFile::exists(file("out/annotation/V001/segmentationClass/a.png")));
}

void CliProjectTest::cocoKeepsItsCategories()
{
    makeProject("object_detection");
    writeCoco(m_dir->path());
    RAN(labelwright({"import", project(), file("c.json"), "--opt", "geometry=box"}), 0);
    RAN(labelwright({"export", project(), file("o.json"), "--format", "coco-json"}), 0);
    QFile coco(file("o.json"));
    QVERIFY(coco.open(QIODevice::ReadOnly));
    const auto json = nlohmann::json::parse(coco.readAll().toStdString());
    QCOMPARE(json["images"][0]["id"], 7);
    QCOMPARE(json["categories"][0]["id"], 20);
    QCOMPARE(json["categories"][0]["supercategory"], "animal");
    QCOMPARE(json["categories"][1]["id"], 3);
    QCOMPARE(json["annotations"][0]["bbox"].dump(), "[0,0,3,3]");
}

void CliProjectTest::theDemoHasAProjectOfMasks()
{
    RAN(labelwright({"demo", file("demo")}), 0);
    const auto stats = labelwright({"stats", file("demo/image_segmentation.labelwright"), "--json"}).json();
    QCOMPARE(stats["kind"], "image_segmentation");
    QCOMPARE(stats["samples"], 24);
    QCOMPARE(stats["missing"], 0);
    QVERIFY(stats["labeled"] > 0 && stats["unlabeled"] > 0 && stats["to_confirm"] > 0);
    QCOMPARE(stats["labels"].size(), 7u);
    for (const auto &label : stats["labels"])
        QVERIFY2(label["annotations"] > 0, label.dump().c_str());
    RAN(labelwright(
            {"export", file("demo/image_segmentation.labelwright"), file("demo/o.json"), "--format", "coco-json"}),
        0);
}

REGISTER_TEST(CliProjectTest);
#include "cli_project_test.moc"
