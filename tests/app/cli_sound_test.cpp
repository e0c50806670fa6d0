// Sound projects on the command line.
#include "core/audio/transcript.h"
#include "core/job_options.h"
#include "core/project.h"
#include "tests/app/cli_run.h"
#include "tests/test_registry.h"
#include <QFile>

using tests::labelwright;
using tests::Said;

class CliSoundTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void newTakesTheRulesOfSegments();
    void newRefusesWhatAKindDoesNotHave();
    void theDemoHoldsEveryStateAndEveryFile();
    void statsCountWhatIsSaid();
    void listTellsHowLongSoundsAre();
    void listFindsWhatIsSaid();
    void whatIsExportedComesBack_data();
    void whatIsExportedComesBack();
    void convertNeedsNoProject();
    void classifiedSoundsAreSplitByPublishing();
    void everyKindOfSoundIsPublished_data();
    void everyKindOfSoundIsPublished();
    void theWindowShowsASoundProject_data();
    void theWindowShowsASoundProject();

private:
    QString file(const QString &name) const { return m_dir.filePath(name); }
    QString demo(const char *kind) const { return file(QString("demo/%1.labelwright").arg(kind)); }
    std::unique_ptr<core::Project> opened(const QString &project) const
    {
        auto opened = core::Project::open(project.toStdString(), core::OpenMode::View);
        return opened ? std::move(*opened) : nullptr;
    }
    void kinds() const
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"sound_classification", "speech_content", "speech_segmentation"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    QTemporaryDir m_dir;
};

namespace {

using Rows = std::vector<std::tuple<std::string, std::string, core::Geometry, core::Attributes>>;

// What a project holds, told apart from where its files lie.
Rows rowsOf(const core::Project &project)
{
    Rows rows;
    const core::Job job = project.reader().jobs()->front();
    std::map<std::int64_t, std::string> names{{0, ""}};
    for (const core::Label &label : *project.reader().labels(job.id))
        names[label.id.value] = label.name;
    (void)project.reader().each({job.id, {}}, [&](core::SampleContent &&content) {
        for (const core::AnnotationPtr &each : content.annotations)
            rows.emplace_back(content.sample.uri.substr(content.sample.uri.rfind('/') + 1), names[each->label.value],
                              each->geometry, each->attributes);
        return true;
    });
    std::ranges::sort(rows, {}, [](const auto &row) {
        const auto *span = std::get_if<core::TimeSpan>(&std::get<2>(row));
        return std::tuple(std::get<0>(row), span ? span->begin : 0);
    });
    return rows;
}

}  // namespace

void CliSoundTest::initTestCase()
{
    RAN(labelwright({"demo", file("demo")}), 0);
}

void CliSoundTest::newTakesTheRulesOfSegments()
{
    const QString calls = file("calls.labelwright");
    RAN(labelwright({"new", calls, "--kind", "speech_segmentation", "--labels", "speech,music", "--overlap", "gapless",
                     "--content", "--label-class", "emotion: calm, angry", "--label-class", "language:zh,en"}),
        0);
    const auto project = opened(calls);
    QVERIFY(project);
    const core::Job job = project->reader().jobs()->front();
    QVERIFY(core::segmentRuleOf(job) == core::SegmentRule::Gapless);
    QVERIFY(core::hasContent(job));
    QVERIFY((core::labelClasses(job)
             == std::vector<core::AttributeSpec>{{"emotion", {"calm", "angry"}, ""}, {"language", {"zh", "en"}, ""}}));
    QCOMPARE(project->reader().labels(job.id)->size(), 2u);
    const QString clips = file("clips.labelwright");
    RAN(labelwright({"new", clips, "--kind", "sound_classification", "--labels", "a,b", "--multi-label"}), 0);
    QVERIFY(core::allowsManyLabels(opened(clips)->reader().jobs()->front()));
}

void CliSoundTest::newRefusesWhatAKindDoesNotHave()
{
    const QString project = file("refused.labelwright");
    const QList<QStringList> wrong{{"speech_content", "--labels", "a"},
                                   {"speech_content", "--content"},
                                   {"speech_content", "--overlap", "none"},
                                   {"sound_classification", "--label-class", "a:b"},
                                   {"speech_segmentation", "--overlap", "nested"},
                                   {"speech_segmentation", "--multi-label"},
                                   {"speech_segmentation", "--label-class", ":a,b"},
                                   {"speech_segmentation", "--label-class", "a:b", "--label-class", "a:c"},
                                   {"object_detection", "--content"}};
    for (const QStringList &words : wrong) {
        const Said said = labelwright(QStringList{"new", project, "--kind"} + words);
        QVERIFY2(said.status == 2, qPrintable(words.join(' ') + ": " + said.err));
        QVERIFY(!QFile::exists(project));
    }
}

void CliSoundTest::theDemoHoldsEveryStateAndEveryFile()
{
    for (const char *kind : {"sound_classification", "speech_content", "speech_segmentation"}) {
        const auto stats = labelwright({"stats", demo(kind), "--json"}).json();
        QVERIFY2(stats["labeled"] > 0 && stats["unlabeled"] > 0 && stats["to_confirm"] > 0, kind);
        QCOMPARE(stats["missing"], 0);
        for (const auto &label : stats["labels"])
            QVERIFY2(label["annotations"] > 0, label.dump().c_str());
        RAN(labelwright({"check", demo(kind), "--json"}), 0);
        for (const auto &row : labelwright({"list", demo(kind), "--json"}).json())
            QVERIFY(QFile::exists(file("demo/" + QString::fromStdString(row["uri"]))));
    }
}

void CliSoundTest::statsCountWhatIsSaid()
{
    const auto stats = labelwright({"stats", demo("speech_content"), "--json"}).json();
    QCOMPARE(stats["kind"], "speech_content");
    QCOMPARE(stats["samples"], 7);
    QCOMPARE(stats["annotations"], 3);
}

void CliSoundTest::listTellsHowLongSoundsAre()
{
    const auto rows = labelwright({"list", demo("sound_classification"), "--json"}).json();
    QCOMPARE(rows.size(), 42u);
    for (const auto &row : rows) {
        QVERIFY(row["rate"] >= 16000);
        QVERIFY(row["length"].get<double>() / row["rate"].get<double>() > 1.5);
        QVERIFY(row["channels"] == 1 || row["channels"] == 2);
        QVERIFY(!row.contains("width"));
    }
}

void CliSoundTest::listFindsWhatIsSaid()
{
    const auto found = labelwright({"list", demo("speech_content"), "--query", "text:amiable", "--json"}).json();
    QCOMPARE(found.size(), 0u);  // those two are not labelled yet
    const auto leisure = labelwright({"list", demo("speech_content"), "--query", "text:LEISURE", "--json"}).json();
    QCOMPARE(leisure.size(), 1u);
    QVERIFY(QString::fromStdString(leisure[0]["content"]).startsWith("And Mister John"));
    QCOMPARE(labelwright({"list", demo("speech_segmentation"), "--query", "text:leisure", "--json"}).json().size(), 2u);
}

void CliSoundTest::whatIsExportedComesBack_data()
{
    kinds();
}

void CliSoundTest::whatIsExportedComesBack()
{
    QFETCH(QByteArray, kind);
    const QString manifest = file(kind + "/" + kind + ".manifest"), again = file(kind + "-again.labelwright");
    RAN(labelwright({"export", demo(kind), manifest, "--format", "modelarts-manifest", "--allow-loss"}), 0);
    RAN(labelwright({"new", again, "--kind", kind}), 0);
    RAN(labelwright({"import", again, manifest}), 0);
    const auto before = opened(demo(kind)), after = opened(again);
    QVERIFY(before && after);
    QVERIFY(!rowsOf(*before).empty());
    QVERIFY(rowsOf(*before) == rowsOf(*after));
    const auto stats = labelwright({"stats", again, "--json"}).json();
    QCOMPARE(stats["missing"], 0);
}

void CliSoundTest::convertNeedsNoProject()
{
    const QString manifest = file("convert/in.manifest"), copy = file("convert/out.manifest");
    RAN(labelwright({"export", demo("sound_classification"), manifest, "--format", "modelarts-manifest"}), 0);
    RAN(labelwright({"convert", manifest, copy, "--from", "modelarts-manifest", "--to", "modelarts-manifest"}), 0);
    QVERIFY(QFile(copy).size() > 1000);
}

void CliSoundTest::classifiedSoundsAreSplitByPublishing()
{
    const Said said = labelwright({"publish", demo("sound_classification"), "V001", file("split"), "--train", "0.8"});
    RAN(said, 0);
    QFile manifest(file("split/annotation/V001/V001.manifest"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QString lines = QString::fromUtf8(manifest.readAll());
    QVERIFY(lines.count("\"usage\":\"train\"") > lines.count("\"usage\":\"eval\""));
    QVERIFY(lines.count("\"usage\":\"eval\"") >= 5);
    RAN(labelwright({"publish", demo("speech_content"), "V001", file("no"), "--train", "0.8"}), 1);
}

void CliSoundTest::everyKindOfSoundIsPublished_data()
{
    kinds();
}

void CliSoundTest::everyKindOfSoundIsPublished()
{
    QFETCH(QByteArray, kind);
    const QString target = file("published-" + kind);
    RAN(labelwright({"publish", demo(kind), "V100", target}), 0);
    QFile manifest(target + "/annotation/V100/V100.manifest");
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QVERIFY(manifest.readAll().contains("\"source\":"));
}

void CliSoundTest::theWindowShowsASoundProject_data()
{
    kinds();
}

void CliSoundTest::theWindowShowsASoundProject()
{
    QFETCH(QByteArray, kind);
    const QString picture = file(kind + ".png");
    RAN(labelwright({demo(kind), "--screenshot", picture, "--size", "1000x700", "--lang", "en"}), 0);
    QVERIFY(QFile::exists(picture));
}

REGISTER_TEST(CliSoundTest);
#include "cli_sound_test.moc"
