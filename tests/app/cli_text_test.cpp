// Text projects on the command line.
#include "app/demo/demo_texts.h"
#include "app/demo/marked_text.h"
#include "core/project.h"
#include "core/text/text_map.h"
#include "tests/app/cli_run.h"
#include "tests/test_registry.h"
#include <QFile>

using tests::labelwright;
using tests::Said;

class CliTextTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void newTakesRelationsAndRules();
    void newRefusesWhatAKindDoesNotHave();
    void statsCountEntitiesAndRelations();
    void listShowsTextsAndTheirIds();
    void markedTextsCountCodePoints();
    void everyEntityOfTheDemoHasItsSurface();
    void theDemoHoldsEveryStateAndLabel();
    void theWindowShowsATextProject();
    void entitiesAreNotSplitByPublishing();
    void classifiedTextsAreSplitByPublishing();

private:
    QString file(const QString &name) const { return m_dir.filePath(name); }
    QString demo(const char *kind) const { return file(QString("demo/%1.labelwright").arg(kind)); }

    QTemporaryDir m_dir;
};

void CliTextTest::initTestCase()
{
    RAN(labelwright({"demo", file("demo")}), 0);
}

void CliTextTest::newTakesRelationsAndRules()
{
    const QString project = file("facts.labelwright");
    RAN(labelwright({"new", project, "--kind", "text_triplet", "--labels", "Book, Person, author(Book>Person)",
                     "--overlap", "nested", "--misfit", "flag"}),
        0);
    const auto opened = core::Project::open(project.toStdString(), core::OpenMode::View);
    QVERIFY_OK(opened);
    const core::Job job = (*opened)->reader().jobs()->front();
    QCOMPARE(job.options, std::string(R"({"overlap":"nested","misfit":"flag"})"));
    const auto labels = *(*opened)->reader().labels(job.id);
    QCOMPARE(labels.size(), 3u);
    QVERIFY(labels[2].role == core::LabelRole::Relation);
    QCOMPARE(labels[2].fromLabel, labels[0].id);
    QCOMPARE(labels[2].toLabel, labels[1].id);
    const QString moods = file("moods.labelwright");
    RAN(labelwright({"new", moods, "--kind", "text_classification", "--labels", "good,bad", "--multi-label"}), 0);
    const auto second = core::Project::open(moods.toStdString(), core::OpenMode::View);
    QVERIFY_OK(second);
    QCOMPARE((*second)->reader().jobs()->front().options, std::string(R"({"multi_label":true})"));
}

void CliTextTest::newRefusesWhatAKindDoesNotHave()
{
    const QString project = file("refused.labelwright");
    const QList<QStringList> wrong{{"text_triplet", "--labels", "Book,author(Book>Persn)"},
                                   {"text_triplet", "--labels", "a,a"},
                                   {"text_classification", "--overlap", "none"},
                                   {"named_entity", "--overlap", "sometimes"},
                                   {"named_entity", "--misfit", "flag"},
                                   {"text_triplet", "--misfit", "maybe"},
                                   {"named_entity", "--multi-label"},
                                   {"named_entity", "--exclusive"}};
    for (const QStringList &words : wrong) {
        const Said said = labelwright(QStringList{"new", project, "--kind"} + words);
        QVERIFY2(said.status == 2, qPrintable(words.join(' ') + ": " + said.err));
        QVERIFY(!QFile::exists(project));
    }
    QVERIFY(labelwright({"new", project, "--kind", "text_triplet", "--labels", "a,b(a>c)"}).err.contains("'c'"));
}

void CliTextTest::statsCountEntitiesAndRelations()
{
    const auto stats = labelwright({"stats", demo("text_triplet"), "--json"}).json();
    QCOMPARE(stats["kind"], "text_triplet");
    QCOMPARE(stats["missing"], 0);
    std::int64_t entities = 0, relations = 0;
    for (const auto &label : stats["labels"])
        (label["name"] == "作者" || label["name"] == "位于" || label["name"] == "任职于" || label["name"] == "出生于"
                 || label["name"] == "成立于" || label["name"] == "出版方"
             ? relations
             : entities) += label["annotations"].get<std::int64_t>();
    QVERIFY(relations > 20);
    QCOMPARE(stats["annotations"], entities);
    QCOMPARE(stats["relations"], relations);
}

void CliTextTest::listShowsTextsAndTheirIds()
{
    const auto rows = labelwright({"list", demo("text_classification"), "--json"}).json();
    QCOMPARE(rows.size(), app::demo::reviews().size());
    QCOMPARE(rows[0]["text"].get<std::string>(), std::string(app::demo::reviews()[0].text));
    QVERIFY(QString::fromStdString(rows[0]["external_id"]).endsWith(".000000001"));
    QCOMPARE("content://" + rows[0]["external_id"].get<std::string>(), rows[0]["uri"].get<std::string>());
    QVERIFY(!rows[0].contains("width"));
    const QStringList lines = labelwright({"list", demo("text_classification")}).out.split('\n');
    QVERIFY(lines[0].section('\t', 3).startsWith("物流很快"));
    QCOMPARE(lines.filter("先说结论").size(), 1);  // the first line of a longer one
}

void CliTextTest::markedTextsCountCodePoints()
{
    const auto marked = app::demo::parseMarked("👍{a={北京|P}大学|O}. {x|P}");
    QCOMPARE(marked.text, std::string("👍北京大学. x"));
    QCOMPARE(marked.spans.size(), 3u);
    QCOMPARE(marked.spans[0].begin, 1);
    QCOMPARE(marked.spans[0].end, 5);
    QCOMPARE(marked.spans[0].label, std::string("O"));
    QCOMPARE(marked.spans[0].name, 'a');
    QCOMPARE(marked.spans[1].end, 3);
    QCOMPARE(marked.spans[2].begin, 7);
    QCOMPARE(marked.spans[2].name, '\0');
}

void CliTextTest::everyEntityOfTheDemoHasItsSurface()
{
    const auto opened = core::Project::open(demo("named_entity").toStdString(), core::OpenMode::View);
    QVERIFY_OK(opened);
    const core::Reader &reader = (*opened)->reader();
    const core::Job job = reader.jobs()->front();
    int people = 0, nested = 0;
    const auto labels = *reader.labels(job.id);
    const auto visit = [&](core::SampleContent &&content) {
        const core::TextMap map(*content.sample.text);
        for (const core::AnnotationPtr &each : content.annotations) {
            const auto &[begin, end] = std::get<core::TextSpan>(each->geometry).parts.front();
            const std::string_view surface = map.slice(begin, end);
            people += surface == "赵一鸣" && each->label == labels[0].id;
            nested += surface == "清河大学" && each->label == labels[2].id;
            nested += surface == "清河" && each->label == labels[1].id;
        }
        return true;
    };
    QVERIFY_OK(reader.each({job.id, {}}, visit));
    QVERIFY(people >= 4);
    QVERIFY(nested >= 6);
}

void CliTextTest::theDemoHoldsEveryStateAndLabel()
{
    for (const char *kind : {"text_classification", "named_entity", "text_triplet"}) {
        const auto stats = labelwright({"stats", demo(kind), "--json"}).json();
        QVERIFY2(stats["labeled"] > 0 && stats["unlabeled"] > 0 && stats["to_confirm"] > 0, kind);
        QCOMPARE(stats["missing"], 0);
        for (const auto &label : stats["labels"])
            QVERIFY2(label["annotations"] > 0, label.dump().c_str());
        RAN(labelwright({"check", demo(kind), "--json"}), 0);
    }
    QVERIFY(QFile::exists(file("demo/media/texts/lakes.txt")));
}

void CliTextTest::theWindowShowsATextProject()
{
    const QString picture = file("shot.png");
    const Said said =
        labelwright({demo("text_classification"), "--screenshot", picture, "--size", "1000x700", "--lang", "en"});
    RAN(said, 0);
    QVERIFY(QFile::exists(picture));
}

void CliTextTest::entitiesAreNotSplitByPublishing()
{
    const Said refused = labelwright({"publish", demo("named_entity"), "V001", file("out"), "--train", "0.8"});
    RAN(refused, 1);
    QVERIFY2(refused.err.contains("train"), qPrintable(refused.err));
    QVERIFY(!QFile::exists(file("out")));
}

void CliTextTest::classifiedTextsAreSplitByPublishing()
{
    const Said said = labelwright({"publish", demo("text_classification"), "V001", file("split"), "--train", "0.8"});
    RAN(said, 0);
    QFile manifest(file("split/annotation/V001/V001.manifest"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QString lines = QString::fromUtf8(manifest.readAll());
    QCOMPARE(lines.count("\"source\":\"content://"), int(app::demo::reviews().size()));
    QVERIFY(lines.count("\"usage\":\"train\"") > lines.count("\"usage\":\"eval\""));
    QVERIFY(lines.count("\"usage\":\"eval\"") >= 3);
}

REGISTER_TEST(CliTextTest);
#include "cli_text_test.moc"
