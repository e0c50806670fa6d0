#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/paths.h"
#include "tests/test_registry.h"
#include <nlohmann/json.hpp>

using namespace formats;
using namespace tests;
using core::Code;
using core::JobKind;

class ImporterTest : public QObject {
    Q_OBJECT
private slots:
    void usesLabelsOfTheJobAndColoursNewOnes();
    void trimsLabelNamesAndRefusesWhatIsNone();
    void putsAnnotationsOntoSamplesItKnows();
    void knowsAFileByItsMappedUri();
    void mergesASourceThatComesTwice();
    void takesOnlyTheLabelsAskedFor();
    void takesOnlyHardSamples();
    void lowersNothingToUnlabeled();
    void leavesProposalsToConfirm();
    void importsUnlabeled();
    void strictChangesNothingAtTheFirstError();
    void cancelledItLeavesNothing();
    void undoTakesTheImportAway();
    void marksMissingMedia();
    void clipsBoxesThatStickOut();
    void readsTheXmlThroughAMap();
    void refusesAnXmlAboveTheManifest();
    void countsTheSampleManifests();
    void reportsAsJson();
    void previewsTheFirstRecords();

private:
    TempFolder m_folder;
    int m_next = 0;
    std::filesystem::path fresh() { return m_folder.path() / std::to_string(m_next++); }
};

namespace {

std::string line(std::string_view source, std::string_view labels, std::string_view more = {})
{
    std::string out = R"({"source":")" + std::string(source) + '"' + std::string(more) + R"(,"annotation":[)";
    for (const char label : labels)
        out += std::string(out.ends_with('[') ? "" : ",") + R"({"type":"modelarts/image_classification","name":")"
               + label + R"(","annotated-by":"human","creation-time":"2024-05-06 07:08:09"})";
    return out + "]}\n";
}

std::filesystem::path manifest(const std::filesystem::path &folder, std::string_view text)
{
    writeFile(folder / "x.manifest", text);
    return folder / "x.manifest";
}

// "s3://b/1 labeled: ab" for each sample.
QStringList summary(const TestProject &project)
{
    QStringList all;
    const auto labels = project.labels();
    for (const core::SampleContent &content : project.contents()) {
        const char *states[] = {"unlabeled", "to confirm", "labeled"};
        std::string text = content.sample.uri + ' ' + states[int(content.state())] + ':';
        for (const core::AnnotationPtr &annotation : content.annotations)
            text += ' ' + std::ranges::find(labels, annotation->label, &core::Label::id)->name
                    + (annotation->proposed ? "?" : "");
        all << QString::fromStdString(text);
    }
    return all;
}

core::Label label(const char *name, core::Rgb rgb)
{
    core::Label out;
    out.name = name;
    out.rgb = rgb;
    return out;
}

constexpr const char *voc = R"(<annotation><folder>NA</folder><filename>7.jpg</filename>
<size><width>100</width><height>50</height><depth>3</depth></size><segmented>0</segmented>%1</annotation>)";

std::string object(const char *name, const char *box)
{
    std::string out = std::string("<object><name>") + name + "</name><bndbox>";
    const QStringList numbers = QString(box).split(' ');
    const char *tags[] = {"xmin", "ymin", "xmax", "ymax"};
    for (int i = 0; i < 4; ++i)
        out += std::string("<") + tags[i] + ">" + numbers[i].toStdString() + "</" + tags[i] + ">";
    return out + "</bndbox></object>";
}

std::filesystem::path detection(const std::filesystem::path &folder, const std::string &objects,
                                const char *location = "./a.xml")
{
    writeFile(folder / "a.xml", QString(voc).arg(QString::fromStdString(objects)).toStdString());
    return manifest(folder, R"({"source":"s3://b/7.jpg","annotation":[{"type":"modelarts/object_detection",)"
                            R"("annotation-loc":")"
                                + std::string(location) + "\"}]}\n");
}

}  // namespace

void ImporterTest::usesLabelsOfTheJobAndColoursNewOnes()
{
    TestProject project(fresh(), JobKind::ImageClassification, {label("a", 0xe6194b)});
    const auto source = manifest(project.folder(), line("s3://b/1", "ab") + line("s3://b/2", "ca"));
    QVERIFY_OK(project.import(source, project.importOptions()));
    QCOMPARE(summary(project), QStringList({"s3://b/1 labeled: a b", "s3://b/2 labeled: c a"}));
    const auto labels = project.labels();
    QCOMPARE(labels.size(), 3u);
    QCOMPARE(project.report.labels, 2);
    QCOMPARE(labels[0].rgb, core::Rgb{0xe6194b});
    QVERIFY(labels[1].rgb != labels[0].rgb && labels[2].rgb != labels[0].rgb && labels[1].rgb != labels[2].rgb);
    QVERIFY(labels[0].position < labels[1].position && labels[1].position < labels[2].position);
    QCOMPARE(project.report.samples, 2);
    QCOMPARE(project.report.annotations, 4);
    QCOMPARE(project.report.labeled, 2);
    QCOMPARE(project.report.format, "modelarts-manifest");
}

void ImporterTest::trimsLabelNamesAndRefusesWhatIsNone()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    const auto named = [](const char *source, const std::string &name) {
        return std::string(R"({"source":")") + source
               + R"(","annotation":[{"type":"modelarts/image_classification","name":")" + name + "\"}]}\n";
    };
    const auto source =
        manifest(project.folder(), named("s3://b/1", " cat ") + named("s3://b/2", "cat") + named("s3://b/3", " cat ")
                                       + named("s3://b/4", "a\\tb") + named("s3://b/5", std::string(1025, 'x'))
                                       + named("s3://b/6", "<b>"));
    QVERIFY_OK(project.import(source, project.importOptions()));
    QCOMPARE(project.labels().size(), 2u);
    QCOMPARE(project.labels()[0].name, "cat");
    QCOMPARE(project.report.warnings, 2);  // trimmed, odd characters: once each
    QCOMPARE(project.report.rejected, 2);
    QCOMPARE(project.report.issues[1].error.where.line, 4);
    QVERIFY(project.report.issues[2].error.code == Code::TooLarge);
    QCOMPARE(project.report.labeled, 4);
    QCOMPARE(summary(project)[3], "s3://b/4 unlabeled:");
}

void ImporterTest::putsAnnotationsOntoSamplesItKnows()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "") + line("./i/2.jpg", "a")),
                              project.importOptions()));
    QVERIFY_OK(
        project.import(manifest(project.folder(), line("s3://b/1", "a") + line("i/2.jpg", "ab") + line("s3://b/3", "")),
                       project.importOptions()));
    QCOMPARE(summary(project), QStringList({"s3://b/1 labeled: a", "i/2.jpg labeled: a b", "s3://b/3 unlabeled:"}));
    QCOMPARE(project.report.samples, 1);
    QCOMPARE(project.report.known, 2);
    QCOMPARE(project.report.annotations, 2);
    QCOMPARE(project.report.duplicates, 1);
    QCOMPARE(project.report.labeled, 2);
}

void ImporterTest::knowsAFileByItsMappedUri()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    writeFile(project.folder() / "data/1.jpg", "x");
    auto options = project.importOptions();
    QVERIFY_OK(
        project.import(manifest(project.folder(), line("data/1.jpg", "") + line("obs://b/d/2.jpg", "")), options));
    options.maps = {{"s3://b/d", project.folder() / "data"}};
    QVERIFY_OK(
        project.import(manifest(project.folder(), line("s3://b/d/1.jpg", "a") + line("data/2.jpg", "b")), options));
    QCOMPARE(summary(project), QStringList({"data/1.jpg labeled: a", "obs://b/d/2.jpg labeled: b"}));
}

void ImporterTest::mergesASourceThatComesTwice()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    const std::string hard = R"(,"hard":true,"hard-coefficient":0.5)";
    const auto source =
        manifest(project.folder(), line("s3://b/1", "a", hard) + line("s3://b/2", "") + line("s3://b/1", "ab")
                                       + line("s3://b/2", "a") + line("s3://b/1", "b"));
    QVERIFY_OK(project.import(source, project.importOptions()));
    QCOMPARE(summary(project), QStringList({"s3://b/1 labeled: a b", "s3://b/2 labeled: a"}));
    QCOMPARE(project.report.samples, 2);
    QCOMPARE(project.report.known, 0);
    QCOMPARE(project.report.duplicates, 2);
    QCOMPARE(project.report.labeled, 2);
    const auto first = project.contents()[0];
    QVERIFY(first.work->hard && first.work->hardCoefficient == 0.5);
    QVERIFY(first.annotations[0]->order < first.annotations[1]->order);
}

void ImporterTest::takesOnlyTheLabelsAskedFor()
{
    const std::string text =
        line("s3://b/1", "ab") + line("s3://b/2", "b") + line("s3://b/3", "c") + line("s3://b/4", "");
    TestProject included(fresh(), JobKind::ImageClassification);
    auto options = included.importOptions();
    options.includeLabels = {"a", "c"};
    QVERIFY_OK(included.import(manifest(included.folder(), text), options));
    QCOMPARE(summary(included), QStringList({"s3://b/1 labeled: a", "s3://b/3 labeled: c"}));
    QCOMPARE(included.report.filtered, 2);
    QCOMPARE(included.labels().size(), 2u);

    TestProject excluded(fresh(), JobKind::ImageClassification);
    options = excluded.importOptions();
    options.excludeLabels = {"b"};
    QVERIFY_OK(excluded.import(manifest(excluded.folder(), text), options));
    QCOMPARE(summary(excluded), QStringList({"s3://b/1 labeled: a", "s3://b/3 labeled: c", "s3://b/4 unlabeled:"}));
}

void ImporterTest::takesOnlyHardSamples()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    auto options = project.importOptions();
    options.hardOnly = true;
    const std::string hardLabel =
        R"({"source":"s3://b/3","annotation":[{"type":"modelarts/image_classification","name":"a","hard":"true"}]})";
    QVERIFY_OK(project.import(
        manifest(project.folder(), line("s3://b/1", "a") + line("s3://b/2", "a", R"(,"hard":"True")") + hardLabel),
        options));
    QCOMPARE(summary(project), QStringList({"s3://b/2 labeled: a", "s3://b/3 labeled: a"}));
}

void ImporterTest::lowersNothingToUnlabeled()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "a")), project.importOptions()));
    auto options = project.importOptions();
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "")), options));
    options.final = false;
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "a")), options));  // nothing new in it
    QCOMPARE(summary(project), QStringList({"s3://b/1 labeled: a"}));
}

void ImporterTest::leavesProposalsToConfirm()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    auto options = project.importOptions();
    options.final = false;
    const std::string empty = R"({"source":"s3://b/3","property":{"@labelwright:state":"labeled"}})"
                              "\n";
    QVERIFY_OK(
        project.import(manifest(project.folder(), line("s3://b/1", "a") + line("s3://b/2", "") + empty), options));
    QCOMPARE(summary(project), QStringList({"s3://b/1 to confirm: a?", "s3://b/2 unlabeled:", "s3://b/3 unlabeled:"}));
    QCOMPARE(project.report.labeled, 0);
    options.final = true;  // proposals of before still wait
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "b") + empty), options));
    QCOMPARE(summary(project), QStringList({"s3://b/1 to confirm: a? b", "s3://b/2 unlabeled:", "s3://b/3 labeled:"}));
}

void ImporterTest::importsUnlabeled()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    auto options = project.importOptions();
    options.annotations = false;
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "ab")), options));
    QCOMPARE(summary(project), QStringList({"s3://b/1 unlabeled:"}));
    QCOMPARE(project.labels().size(), 0u);
}

void ImporterTest::strictChangesNothingAtTheFirstError()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    auto options = project.importOptions();
    options.strict = true;
    const auto status = project.import(
        manifest(project.folder(), line("s3://b/1", "a") + "{}\n" + line("s3://b/2", "a") + "{}\n"), options);
    QVERIFY(!status && status.error().code == Code::MissingField);
    QCOMPARE(status.error().where.line, 2);
    QCOMPARE(project.report.rejected, 1);
    QCOMPARE(project.counts().all, 0);
    QCOMPARE(project.labels().size(), 0u);
    QVERIFY(!project.project().nextUndo());
    options.strict = false;
    QVERIFY_OK(project.import(project.folder() / "x.manifest", options));
    QCOMPARE(project.report.rejected, 2);
    QCOMPARE(project.report.labeled, 2);
}

void ImporterTest::cancelledItLeavesNothing()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += line("s3://b/" + std::to_string(i), "a");
    const auto source = manifest(project.folder(), text);
    for (const int n : {1, 50, 100}) {
        // A reader that asks to stop at its n-th sample, as a user would in the middle.
        Format stopping = *formatById("modelarts-manifest");
        struct StopAt : RecordSink {
            RecordSink &sink;
            std::stop_source &stop;
            int left;
            StopAt(RecordSink &to, std::stop_source &source, int n) : sink(to), stop(source), left(n) {}
            bool put(Record record) override
            {
                if (std::holds_alternative<SampleRecord>(record) && --left == 0)
                    stop.request_stop();
                return sink.put(std::move(record));
            }
            bool report(Issue issue) override { return sink.report(std::move(issue)); }
            bool advance(std::int64_t done, std::int64_t total) override { return sink.advance(done, total); }
        };
        struct StopReader : FormatReader {
            std::stop_source &stop;
            int n;
            StopReader(std::stop_source &source, int count) : stop(source), n(count) {}
            core::Status read(const std::filesystem::path &file, const Surroundings &around, RecordSink &sink) override
            {
                StopAt stopAt(sink, stop, n);
                return formatById("modelarts-manifest")->newReader()->read(file, around, stopAt);
            }
        };
        project.stop = {};
        stopping.newReader = [&] { return std::make_unique<StopReader>(project.stop, n); };
        const auto status = project.import(source, project.importOptions(&stopping));
        QVERIFY(!status && status.error().code == Code::Cancelled);
        QCOMPARE(project.counts().all, 0);
        QCOMPARE(project.labels().size(), 0u);
    }
    project.stop = {};
    QVERIFY_OK(project.import(source, project.importOptions()));
    QCOMPARE(project.counts().labeled, 100);
}

void ImporterTest::undoTakesTheImportAway()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "a")), project.importOptions()));
    QVERIFY_OK(project.import(manifest(project.folder(), line("s3://b/1", "b") + line("s3://b/2", "b")),
                              project.importOptions()));
    QVERIFY_OK(project.project().undo());
    QCOMPARE(summary(project), QStringList({"s3://b/1 labeled: a"}));
    QVERIFY_OK(project.project().redo());
    QCOMPARE(summary(project), QStringList({"s3://b/1 labeled: a b", "s3://b/2 labeled: b"}));
}

void ImporterTest::marksMissingMedia()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    writeFile(project.folder() / "there.jpg", "\xFF\xD8\xFF"
                                              "45");
    const auto source =
        manifest(project.folder(), line("there.jpg", "a") + line("gone.jpg", "a") + line("s3://b/far.jpg", "a"));
    QVERIFY_OK(project.import(source, project.importOptions()));
    const auto contents = project.contents();
    QVERIFY(contents[0].sample.media.state == core::MediaState::Present);
    QCOMPARE(contents[0].sample.media.bytes, 5);
    QVERIFY(contents[1].sample.media.state == core::MediaState::Missing);
    QVERIFY(contents[2].sample.media.state == core::MediaState::Missing);
    QCOMPARE(project.report.missing, 2);
    QCOMPARE(project.report.labeled, 3);
    QCOMPARE(project.report.rejected, 0);
    QCOMPARE(project.report.warnings, 1);
    QCOMPARE(project.report.issues[0].error.where.line, 2);

    TestProject unchecked(fresh(), JobKind::ImageClassification);
    auto options = unchecked.importOptions();
    options.checkMedia = false;
    QVERIFY_OK(unchecked.import(source, options));
    for (const core::SampleContent &content : unchecked.contents())
        QVERIFY(content.sample.media.state == core::MediaState::Unknown);
}

void ImporterTest::clipsBoxesThatStickOut()
{
    TestProject project(fresh(), JobKind::ObjectDetection);
    const auto source =
        detection(project.folder(), object("in", "0 0 100 50") + object("clipped", "80 10 110 20")
                                        + object("out", "95 10 120 20") + object("thin", "99 0 100.5 50"));
    QVERIFY_OK(project.import(source, project.importOptions()));
    const auto content = project.contents().at(0);
    QCOMPARE(content.annotations.size(), 2u);
    QVERIFY((content.annotations[1]->geometry == core::Geometry(core::Box{80, 10, 20, 10, 0})));
    QCOMPARE(content.sample.media.width, 100);
    QCOMPARE(project.report.warnings, 1);
    QCOMPARE(project.report.rejected, 2);
    TestProject careful(fresh(), JobKind::ObjectDetection);
    auto options = careful.importOptions();
    options.strict = true;
    const auto status = careful.import(source, options);
    QVERIFY(!status && status.error().code == Code::BadValue);
    QCOMPARE(careful.counts().all, 0);
}

void ImporterTest::readsTheXmlThroughAMap()
{
    TestProject project(fresh(), JobKind::ObjectDetection);
    const auto source = detection(project.folder() / "m", object("car", "1 2 31 42"), "s3://out/annotations/a.xml");
    QVERIFY_OK(project.import(source, project.importOptions()));
    QCOMPARE(summary(project), QStringList({"s3://b/7.jpg unlabeled:"}));
    QCOMPARE(project.report.rejected, 1);
    QCOMPARE(project.report.issues[0].error.where.field, "annotation[0].annotation-loc");
    auto options = project.importOptions();
    options.maps = {{"s3://out/annotations", project.folder() / "m"}};
    QVERIFY_OK(project.import(source, options));
    QCOMPARE(summary(project), QStringList({"s3://b/7.jpg labeled: car"}));
    QVERIFY((project.contents()[0].annotations[0]->geometry == core::Geometry(core::Box{1, 2, 30, 40, 0})));
}

void ImporterTest::refusesAnXmlAboveTheManifest()
{
    TestProject project(fresh(), JobKind::ObjectDetection);
    detection(project.folder(), object("car", "1 2 31 42"));
    const auto source = detection(project.folder() / "below", "", "./../a.xml");
    QVERIFY_OK(project.import(source, project.importOptions()));
    QCOMPARE(project.report.rejected, 1);
    QVERIFY(project.report.issues[0].error.code == Code::BadValue);
    QCOMPARE(project.report.annotations, 0);
}

void ImporterTest::countsTheSampleManifests()
{
    const std::filesystem::path samples = LABELWRIGHT_SOURCE_DIR "/../shared/samples/modelarts-dataset-sdk";
    if (!std::filesystem::exists(samples))
        QSKIP("not on this machine");
    TestProject classes(fresh(), JobKind::ImageClassification);
    QVERIFY_OK(classes.import(samples / "classification-xy-V201902220937263726.manifest", classes.importOptions()));
    QVERIFY(classes.report.issues.empty());
    QCOMPARE(classes.report.samples, 8);  // in 19 lines of one annotation
    QCOMPARE(classes.report.annotations + classes.report.duplicates, 19);
    QCOMPARE(classes.report.annotations, 10);
    QCOMPARE(classes.counts().labeled, 8);
    QCOMPARE(classes.counts().missing, 8);

    TestProject boxes(fresh(), JobKind::ObjectDetection);
    const auto source = samples / "detect-multi-s3-voc.manifest";
    QVERIFY_OK(boxes.import(source, boxes.importOptions()));
    QCOMPARE(boxes.report.samples, 7);  // in 8 lines with 9 xml files
    QCOMPARE(boxes.report.rejected, 9);
    QCOMPARE(boxes.counts().unlabeled, 7);
    writeFile(boxes.folder() / "voc/2007_000027.xml", readFile(samples / "000000023361_1556180702612.xml"));
    auto options = boxes.importOptions();
    options.maps = {{"s3://carbonsouth/manifest/voc", boxes.folder() / "voc"}};
    QVERIFY_OK(boxes.import(source, options));
    QCOMPARE(boxes.report.known, 7);
    QCOMPARE(boxes.report.annotations, 7);
    QCOMPARE(boxes.counts().labeled, 7);
}

void ImporterTest::reportsAsJson()
{
    TestProject project(fresh(), JobKind::ImageClassification);
    const auto source = manifest(project.folder(), line("s3://b/1", "a") + "{\"source\":5}\n");
    QVERIFY_OK(project.import(source, project.importOptions()));
    const auto json = nlohmann::json::parse(toJson(project.report));
    QCOMPARE(json.at("format"), "modelarts-manifest");
    QCOMPARE(json.at("samples"), 1);
    QCOMPARE(json.at("rejected"), 1);
    QVERIFY(json.at("issues")
            == nlohmann::json::parse(R"([{"severity":"error","code":"bad-value","file":")" + source.string()
                                     + R"(","line":2,"column":11,"field":"source","detail":"5}"}])"));
}

void ImporterTest::previewsTheFirstRecords()
{
    const auto folder = fresh();
    const auto source = manifest(folder, line("s3://b/1", "ab") + line("s3://b/2", "a") + line("s3://b/3", "a"));
    const auto some = preview(source, {}, JobKind::ImageClassification, 4);
    QVERIFY_OK(some);
    QCOMPARE(some->records.size(), 4u);
    QVERIFY(!some->whole && some->format == formatById("modelarts-manifest"));
    const auto all = preview(source, {}, JobKind::ImageClassification);
    QCOMPARE(all->records.size(), 7u);
    QVERIFY(all->whole);
    QVERIFY(preview(folder / "none", {}, JobKind::ImageClassification).error().code == Code::NotFound);
    QVERIFY(preview(source, {}, JobKind::Video).error().code == Code::Unsupported);
}

REGISTER_TEST(ImporterTest);
#include "importer_test.moc"
