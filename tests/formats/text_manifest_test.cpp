// Texts in manifests: offsets, ids, colours, relations, and what the importer asks of them.
#include "core/job_options.h"
#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/paths.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::JobKind;

class TextManifestTest : public QObject {
    Q_OBJECT
private slots:
    void readsOffsetsInTheUnitAskedFor();
    void writesOffsetsInTheUnitAskedFor();
    void writesALineAsModelArtsDoes();
    void keepsIdsThatAreNotNumbered();
    void aColourIsTheLabels();
    void learnsTheEndsOfNewRelationLabels();
    void refusesMisfitsUnlessTheJobFlagsThem();
    void holdsTheJobsRuleForOverlaps();
    void refusesWhatIsSaidOfAnotherText();
    void aSplitCharacterIsAWarningAndInStrictModeAnEnd();
    void relationsGoWithTheLabelsLeftOut();
    void readsTheTextFileThatALineNames();
    void discontinuousEntitiesAreALoss();
    void readsTheSamplesOfTheSdk();

private:
    std::filesystem::path fresh() { return m_folder / std::to_string(++m_count).c_str(); }
    TempFolder m_folder;
    int m_count = 0;
};

namespace {

const Format &manifestFormat()
{
    return *formatById("modelarts-manifest");
}

std::filesystem::path file(const TestProject &project, const std::string &lines)
{
    writeFile(project.folder() / "a.manifest", lines);
    return project.folder() / "a.manifest";
}

std::string line(const std::string &text, const std::string &annotations, const std::string &id = "a")
{
    return R"({"source":"content://)" + text + R"(","id":")" + id + R"(","annotation":[)" + annotations + "]}\n";
}

std::string entity(int begin, int end, const std::string &label = "Person", const std::string &id = {})
{
    return R"({"type":"modelarts/text_entity","name":")" + label + '"' + (id.empty() ? "" : R"(,"id":")" + id + '"')
           + R"(,"property":{"@modelarts:start_index":)" + std::to_string(begin) + R"(,"@modelarts:end_index":)"
           + std::to_string(end) + "}}";
}

std::string relation(const std::string &from, const std::string &to, const std::string &label = "knows")
{
    return R"({"type":"modelarts/text_triplet","name":")" + label + R"(","id":"R1","property":{"@modelarts:from":")"
           + from + R"(","@modelarts:to":")" + to + "\"}}";
}

core::Label label(const char *name, core::LabelRole role)
{
    core::Label out;
    out.name = name;
    out.role = role;
    return out;
}

// "Person 0-3; Place 15-19"
QString spans(const TestProject &project)
{
    QStringList all;
    const auto labels = project.labels();
    for (const core::SampleContent &content : project.contents())
        for (const core::AnnotationPtr &annotation : content.annotations) {
            QStringList parts;
            for (const auto &[begin, end] : std::get<core::TextSpan>(annotation->geometry).parts)
                parts << QString("%1-%2").arg(begin).arg(end);
            const auto named = std::ranges::find(labels, annotation->label, &core::Label::id);
            all << QString::fromStdString(named->name) + ' ' + parts.join(',');
        }
    return all.join("; ");
}

// The issues: where they are and what they say, without the file.
QString issues(const TestProject &project)
{
    QStringList all;
    for (const Issue &issue : project.report.issues)
        all << QString("%1 %2 %3")
                   .arg(issue.error.where.line)
                   .arg(QString::fromStdString(issue.error.where.field), QString::fromStdString(issue.error.detail));
    return all.join(" | ");
}

std::string exported(TestProject &project, const Options &options = {})
{
    auto how = project.exportOptions(&manifestFormat());
    how.formatOptions = options;
    const auto target = project.folder() / "out.manifest";
    const auto report = project.exportTo(target, how);
    return report ? readFile(target) : core::describe(report.error());
}

void setJobOptions(TestProject &project, core::Job (*change)(core::Job))
{
    const core::Job before = project.project().reader().jobs()->front();
    if (const auto applied = project.project().apply({"job", "", {core::changed(before, change(before))}}); !applied)
        qFatal("%s", core::describe(applied.error()).c_str());
}

}  // namespace

void TextManifestTest::readsOffsetsInTheUnitAskedFor()
{
    TestProject project(fresh(), JobKind::NamedEntity);
    auto options = project.importOptions(&manifestFormat());
    options.formatOptions = {{"offset", "utf16"}};
    const auto source = file(project, line("👩 met 𠀀", entity(0, 2) + ',' + entity(7, 9) + ',' + entity(1, 2)));
    QVERIFY_OK(project.import(source, options));
    QCOMPARE(spans(project), "Person 0-1; Person 6-7");
    QCOMPARE(issues(project), "1 annotation[2].property 1-2: within a surrogate pair");
    QCOMPARE(project.report.rejected, 1);
}

void TextManifestTest::writesOffsetsInTheUnitAskedFor()
{
    TestProject project(fresh(), JobKind::NamedEntity);
    QVERIFY_OK(project.import(file(project, line("👩 met 𠀀", entity(6, 7))), project.importOptions(&manifestFormat())));
    QVERIFY(exported(project).find(R"("@modelarts:start_index":6,"@modelarts:end_index":7)") != std::string::npos);
    QVERIFY(exported(project, {{"offset", "utf16"}}).find(R"("@modelarts:start_index":7,"@modelarts:end_index":9)")
            != std::string::npos);
}

void TextManifestTest::writesALineAsModelArtsDoes()
{
    TestProject project(fresh(), JobKind::TextTriplet);
    const std::string text = "\xE2\x80\x9C"
                             "Dune\" by 弗兰克";
    const std::string said =
        R"({"annotation":[{"name":"Book","id":"E1","property":{"@modelarts:start_index":1,"@modelarts:end_index":5,"@modelarts:color":"#ff0000"},"type":"modelarts/text_entity","creation-time":"2024-05-06 07:08:09","hard":"true","annotated-by":"human/li"},)"
        R"({"name":"Person","id":"E2","property":{"@modelarts:start_index":10,"@modelarts:end_index":13,"@modelarts:color":"#00ff00"},"type":"modelarts/text_entity","creation-time":"2024-05-06 07:08:09","annotated-by":"human"},)"
        R"({"name":"author","id":"R1","property":{"@modelarts:from":"E1","@modelarts:to":"E2","@modelarts:color":"#0000ff"},"type":"modelarts/text_triplet","creation-time":"2024-05-06 07:08:09","annotated-by":"human"}],)"
        R"("usage":"train","source":"content://)"
        + std::string("\xE2\x80\x9C") + R"(Dune\" by 弗兰克","id":"865c.000000001","city":"Riga","sample-type":1})"
        + "\n";
    QVERIFY_OK(project.import(file(project, said), project.importOptions(&manifestFormat())));
    QCOMPARE(project.contents().front().sample.text->str(), text);
    QCOMPARE(project.contents().front().sample.uri, "content://865c.000000001");
    QCOMPARE(QString::fromStdString(exported(project)), QString::fromStdString(said));
}

void TextManifestTest::keepsIdsThatAreNotNumbered()
{
    TestProject project(fresh(), JobKind::TextTriplet);
    const std::string entities = entity(0, 3, "Person", "T7") + ',' + entity(8, 11, "Person", "E1");
    QVERIFY_OK(project.import(file(project, line("Ada met Bob", relation("T7", "E1") + ',' + entities)),
                              project.importOptions(&manifestFormat())));
    QCOMPARE(project.report.relations, 1);
    const std::string out = exported(project);
    QVERIFY(out.find(R"("name":"Person","id":"T7")") != std::string::npos);
    QVERIFY(out.find(R"("@modelarts:from":"T7","@modelarts:to":"E1")") != std::string::npos);
}

void TextManifestTest::aColourIsTheLabels()
{
    TestProject project(fresh(), JobKind::TextClassification);
    const auto colored = [](const char *color) {
        return R"({"type":"modelarts/text_classification","name":"pos","property":{"@modelarts:color":")"
               + std::string(color) + "\"}}";
    };
    QVERIFY_OK(project.import(file(project, line("one", colored("#102030")) + line("two", colored("#405060"), "b")),
                              project.importOptions(&manifestFormat())));
    QCOMPARE(project.labels().front().rgb, core::Rgb{0x102030});
    QVERIFY(project.contents()[0].annotations.front()->attributes.empty());
    const std::string out = exported(project);
    QVERIFY(out.find("#102030") != std::string::npos && out.find("#405060") != std::string::npos);
}

void TextManifestTest::learnsTheEndsOfNewRelationLabels()
{
    TestProject project(fresh(), JobKind::TextTriplet);
    const std::string entities =
        entity(0, 3, "Person", "E1") + ',' + entity(8, 11, "Dog", "E2") + ',' + entity(15, 19, "Place", "E3");
    QVERIFY_OK(project.import(
        file(project, line("Ada met Bob in Riga", entities + ',' + relation("E1", "E3", "lives in") + ','
                                                      + relation("E1", "E2") + ',' + relation("E1", "E3"))),
        project.importOptions(&manifestFormat())));
    const auto labels = project.labels();
    const auto named = [&](const char *name) { return *std::ranges::find(labels, name, &core::Label::name); };
    QVERIFY(named("Person").role == core::LabelRole::Entity);
    QVERIFY(named("knows").role == core::LabelRole::Relation);
    QCOMPARE(named("lives in").fromLabel.value, named("Person").id.value);
    QCOMPARE(named("lives in").toLabel.value, named("Place").id.value);
    QCOMPARE(named("knows").fromLabel.value, named("Person").id.value);
    QCOMPARE(named("knows").toLabel.value, 0);
}

void TextManifestTest::refusesMisfitsUnlessTheJobFlagsThem()
{
    TestProject project(fresh(), JobKind::TextTriplet,
                        {label("Person", core::LabelRole::Entity), label("Dog", core::LabelRole::Entity),
                         label("knows", core::LabelRole::Relation)});
    const auto labels = project.labels();
    core::Label strict = labels[2];
    strict.toLabel = labels[0].id;
    QVERIFY_OK(project.project().apply({"label", "", {core::changed(labels[2], strict)}}));
    const std::string lines = line("Ada met Bob", entity(0, 3, "Person", "E1") + ',' + entity(8, 11, "Dog", "E2") + ','
                                                      + relation("E1", "E2") + ',' + relation("E2", "E1"));
    QVERIFY_OK(project.import(file(project, lines), project.importOptions(&manifestFormat())));
    QCOMPARE(project.report.relations, 1);
    QCOMPARE(issues(project), "1 annotation[2] knows to Dog, not Person");
    QCOMPARE(project.report.rejected, 1);
    setJobOptions(project, [](core::Job job) { return core::withFlaggedMisfits(std::move(job), true); });
    QVERIFY_OK(project.import(file(project, lines), project.importOptions(&manifestFormat())));
    QCOMPARE(project.report.relations, 1);
    QCOMPARE(project.report.rejected, 0);
    QCOMPARE(project.report.warnings, 1);
    QCOMPARE(project.contents().front().relations.size(), 2u);
}

void TextManifestTest::holdsTheJobsRuleForOverlaps()
{
    const std::string lines = line("0123456789", entity(2, 8) + ',' + entity(3, 5) + ',' + entity(4, 9) + ','
                                                     + entity(0, 3) + ',' + entity(8, 10) + ',' + entity(0, 10));
    const auto taken = [&](core::Job (*change)(core::Job)) {
        TestProject project(fresh(), JobKind::NamedEntity);
        setJobOptions(project, change);
        const auto status = project.import(file(project, lines), project.importOptions(&manifestFormat()));
        return status ? spans(project).remove("Person ") : QString::fromStdString(core::describe(status.error()));
    };
    using core::Overlap;
    QCOMPARE(taken([](core::Job job) { return job; }), "2-8; 3-5; 4-9; 0-3; 8-10; 0-10");
    QCOMPARE(taken([](core::Job job) { return core::withOverlap(std::move(job), Overlap::Nested); }),
             "2-8; 3-5; 8-10; 0-10");
    QCOMPARE(taken([](core::Job job) { return core::withOverlap(std::move(job), Overlap::None); }), "2-8; 8-10");
}

void TextManifestTest::refusesWhatIsSaidOfAnotherText()
{
    TestProject project(fresh(), JobKind::NamedEntity);
    QVERIFY_OK(
        project.import(file(project, line("Ada met Bob", entity(0, 3))), project.importOptions(&manifestFormat())));
    QVERIFY_OK(project.import(file(project, line("Eve saw Tom", entity(8, 11)) + line("new", entity(0, 3), "b")),
                              project.importOptions(&manifestFormat())));
    QCOMPARE(spans(project), "Person 0-3; Person 0-3");
    QCOMPARE(project.contents().front().sample.text->str(), "Ada met Bob");
    QCOMPARE(issues(project), "1 source another text: Eve saw Tom, not Ada met Bob");
    QCOMPARE(project.report.known, 1);
    QCOMPARE(project.report.samples, 1);
}

void TextManifestTest::aSplitCharacterIsAWarningAndInStrictModeAnEnd()
{
    const std::string lines = line("e\u0301te\u0301", entity(1, 3));
    TestProject project(fresh(), JobKind::NamedEntity);
    QVERIFY_OK(project.import(file(project, lines), project.importOptions(&manifestFormat())));
    QCOMPARE(spans(project), "Person 1-3");
    QCOMPARE(issues(project), "1 annotation[0] 1-3: within a character");
    QCOMPARE(project.report.warnings, 1);
    TestProject other(fresh(), JobKind::NamedEntity);
    auto strict = other.importOptions(&manifestFormat());
    strict.strict = true;
    const auto status = other.import(file(other, lines), strict);
    QVERIFY(!status && status.error().code == core::Code::BadValue);
    QCOMPARE(other.contents().size(), 0u);
}

void TextManifestTest::relationsGoWithTheLabelsLeftOut()
{
    TestProject project(fresh(), JobKind::TextTriplet);
    auto options = project.importOptions(&manifestFormat());
    options.excludeLabels = {"Dog"};
    QVERIFY_OK(
        project.import(file(project, line("Ada met Bob", entity(0, 3, "Person", "E1") + ',' + entity(8, 11, "Dog", "E2")
                                                             + ',' + relation("E1", "E2"))),
                       options));
    QCOMPARE(spans(project), "Person 0-3");
    QCOMPARE(project.report.relations, 0);
    QCOMPARE(issues(project), "");
}

void TextManifestTest::readsTheTextFileThatALineNames()
{
    TestProject project(fresh(), JobKind::NamedEntity);
    writeFile(project.folder() / "docs/1.txt", "\xEF\xBB\xBF"
                                               "Ada\r\nmet Bob\n");
    QVERIFY_OK(project.import(file(project, R"({"source":"./docs/1.txt","annotation":[)" + entity(9, 12) + "]}\n"),
                              project.importOptions(&manifestFormat())));
    const auto sample = project.contents().front().sample;
    QCOMPARE(sample.uri, "docs/1.txt");
    QCOMPARE(sample.text->str(), "Ada\r\nmet Bob\n");
    QVERIFY(sample.media.state == core::MediaState::Present);
    QCOMPARE(spans(project), "Person 9-12");
}

void TextManifestTest::discontinuousEntitiesAreALoss()
{
    TestProject project(fresh(), JobKind::NamedEntity);
    QVERIFY_OK(
        project.import(file(project, line("Ada met Bob", entity(0, 3))), project.importOptions(&manifestFormat())));
    const core::Annotation before = *project.contents().front().annotations.front();
    core::Annotation after = before;
    after.geometry = core::TextSpan{{{0, 3}, {8, 11}}};
    QVERIFY_OK(project.project().apply({"parts", "", {core::changed(before, after)}}));
    QVERIFY(exported(project).find("parts: 1") != std::string::npos);
}

void TextManifestTest::readsTheSamplesOfTheSdk()
{
    const auto samples =
        std::filesystem::path(LABELWRIGHT_SOURCE_DIR).parent_path() / "shared/samples/modelarts-dataset-sdk";
    if (!std::filesystem::exists(samples))
        QSKIP("the sample files are not here");
    TestProject entities(fresh(), JobKind::NamedEntity);
    QVERIFY_OK(entities.import(samples / "text_entity.manifest", entities.importOptions()));
    QCOMPARE(entities.report.samples, 6);
    QCOMPARE(entities.report.annotations, 6);
    QCOMPARE(entities.report.issues.size(), 0u);
    QCOMPARE(spans(entities), "name 0-3; name 0-4; name 0-5; name 0-5; name 0-8; name 0-5");
    TestProject triplets(fresh(), JobKind::TextTriplet);
    QVERIFY_OK(triplets.import(samples / "text_triplet.manifest", triplets.importOptions()));
    QCOMPARE(triplets.report.samples, 1);
    QCOMPARE(triplets.report.annotations, 2);
    QCOMPARE(triplets.report.relations, 1);
    QCOMPARE(triplets.report.issues.size(), 0u);
    QCOMPARE(spans(triplets), "name1 0-4; name2 6-10");
}

REGISTER_TEST(TextManifestTest);
#include "text_manifest_test.moc"
