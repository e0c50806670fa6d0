#include "tests/formats/test_project.h"
#include "tests/formats/text_hand.h"
#include "tests/test_registry.h"
#include <set>

using namespace formats;
using namespace tests;
using core::JobKind;
using Strings = std::vector<std::string>;

class BratTest : public QObject {
    Q_OBJECT
private slots:
    void readsEntitiesPartsAndRelations();
    void keepsTheOtherLinesAsTheyStand();
    void attributesOfEntitiesAreAttributes();
    void aCrlfMayCountAsOne_data();
    void aCrlfMayCountAsOne();
    void countsAMarkWhereTheSourceDid();
    void saysWhereAFaultIs();
    void rolesComeBack();
    void aRelationLabelKeepsItsRoles();
    void keptLinesFallWithWhatTheyName();
    void textsAndTheirOriginComeBack();
    void annotationConfSaysWhatThereIs();
    void namesWithBlanksComeBack();
    void foldersOfAnyDepth();
    void saysWhatItCannotHold();
    void theImporterNamesTheLineOfABadRelation();
};

namespace {

const std::string text = "Li Na or Lina won East or West Bank.";
const std::string annotated =
    "T1\tPER 0 5\tLi Na\nT2\tORG 18 22;31 35\tEast Bank\nT3\tHire 14 17\twon\nT4\tPER 9 13\tLina\n"
    "R1\tMember_of Arg1:T1 Arg2:T2\nE1\tHire:T3 Who:T1 Where:T2\nA1\tNegated E1\nA2\tConfidence E1 High\n"
    "N1\tReference T1 Wikidata:Q42\tname\n*\tEquiv T1 T4\n#1\tAnnotatorNotes T1\tcheck this\n";

struct Brat {
    TempFolder folder;
    std::filesystem::path path() const { return folder / "in"; }
    void put(const std::string &name, const std::string &bytes) const { writeFile(path() / name, bytes); }
    TextsRead read(JobKind kind = JobKind::TextTriplet, const Options &options = {}) const
    {
        return readTexts("brat", path(), kind, options);
    }
};

TextsRead readOne(const std::string &txt, const std::string &ann, const Options &options = {},
                  JobKind kind = JobKind::TextTriplet)
{
    const Brat brat;
    brat.put("a.txt", txt);
    brat.put("a.ann", ann);
    return brat.read(kind, options);
}

// What was read as a sample that can be written.
core::SampleContent contentOf(const TextsRead &read, std::vector<core::Label> &labels)
{
    const SampleRecord record = read.samples().at(0);
    std::map<std::string, std::size_t> keys;
    std::vector<Said> said;
    for (const AnnotationRecord &entity : read.annotations()) {
        keys[entity.key] = said.size();
        said.push_back({entity.label, std::get<core::TextSpan>(entity.geometry).parts});
    }
    core::SampleContent content = textSample(record.sample.text->str(), said, labels);
    content.sample = record.sample;
    for (std::size_t i = 0; i < said.size(); ++i) {
        auto entity = *content.annotations[i];
        entity.attributes = read.annotations()[i].attributes;
        entity.confidence = read.annotations()[i].confidence;
        content.annotations[i] = std::make_shared<const core::Annotation>(std::move(entity));
    }
    for (const RelationRecord &relation : read.all<RelationRecord>())
        addRelation(content, relation.label, keys.at(relation.fromKey), keys.at(relation.toKey), labels);
    for (const LabelRecord &given : read.all<LabelRecord>())
        for (core::Label &label : labels)
            if (label.name == given.label.name && label.role == given.label.role)
                label.attributes = given.label.attributes;
    return content;
}

struct Written {
    TempFolder folder;
    core::Status status = core::ok();
    std::filesystem::path path() const { return folder / "out"; }
    std::string file(const std::string &name) const { return readFile(path() / name); }
};

void writeBrat(Written &out, const core::SampleContent &content, const std::vector<core::Label> &labels,
               const Options &options = {}, JobKind kind = JobKind::TextTriplet)
{
    out.status = writeTexts("brat", out.path(), kind, {content}, labels, options);
}

std::set<std::string> linesIn(const std::string &bytes)
{
    std::set<std::string> all;
    for (const QString &line : QString::fromStdString(bytes).split('\n', Qt::SkipEmptyParts))
        if (!line.contains("Labelwright document"))
            all.insert(line.toStdString());
    return all;
}

}  // namespace

void BratTest::readsEntitiesPartsAndRelations()
{
    const auto out = readOne(text, annotated);
    QVERIFY(out.issues.empty());
    QCOMPARE(out.entities(),
             (Strings{"PER:Li Na(0-5)", "ORG:East~Bank(18-22;31-35)", "Hire:won(14-17)", "PER:Lina(9-13)"}));
    QCOMPARE(out.relations(), (Strings{"Member_of:Li Na(0-5)>East~Bank(18-22;31-35)"}));
    QVERIFY(out.samples()[0].sample.uri.ends_with("/in/a.txt"));
    QVERIFY(!out.samples()[0].state);
}

void BratTest::keepsTheOtherLinesAsTheyStand()
{
    for (const JobKind kind : {JobKind::TextTriplet, JobKind::NamedEntity}) {
        const auto out = readOne(text, annotated, {}, kind);
        QVERIFY(out.issues.empty());
        std::vector<core::Label> labels;
        const auto content = contentOf(out, labels);
        QVERIFY(formatById("brat")->losses(content, kind, {}).empty());
        Written again;
        writeBrat(again, content, labels, {}, kind);
        QVERIFY_OK(again.status);
        QCOMPARE(linesIn(again.file("a.ann")), linesIn(annotated));
        QCOMPARE(again.file("a.txt"), text);
    }
}

void BratTest::attributesOfEntitiesAreAttributes()
{
    const std::string some = "T1\tPER 0 5\tLi Na\nA1\tNegated T1\nA2\tConfidence T1 High\nA3\tOdd T1 true\n";
    const auto out = readOne(text, some);
    QCOMPARE(core::valueOf(out.annotations()[0].attributes, "Negated") ? "yes" : "no", "yes");
    QCOMPARE(*core::valueOf(out.annotations()[0].attributes, "Confidence"), std::string("High"));
    std::vector<core::Label> labels;
    auto content = contentOf(out, labels);
    auto entity = *content.annotations[0];
    core::set(entity.attributes, "two words", "a b");
    entity.confidence = 0.25;
    content.annotations[0] = std::make_shared<const core::Annotation>(entity);
    Written again;
    writeBrat(again, content, labels);
    QVERIFY_OK(again.status);
    const auto back = readTexts("brat", again.path(), JobKind::TextTriplet);
    QVERIFY(back.issues.empty());
    QCOMPARE(back.annotations()[0].attributes, entity.attributes);
    QCOMPARE(back.annotations()[0].confidence, entity.confidence);
    QVERIFY(linesIn(again.file("a.ann")).contains("A3\tOdd T1 true"));
}

void BratTest::aCrlfMayCountAsOne_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("begin");
    QTest::addColumn<QString>("entities");
    QTest::addColumn<int>("issues");
    QTest::newRow("found as one") << "auto" << 4 << "X:b(6-7)" << 1;
    QTest::newRow("found as it is") << "auto" << 6 << "X:b(6-7)" << 0;
    QTest::newRow("said as one") << "one" << 4 << "X:b(6-7)" << 0;
    QTest::newRow("said as it is, but is not") << "as-is" << 4 << "" << 1;
}

void BratTest::aCrlfMayCountAsOne()
{
    QFETCH(QString, option);
    QFETCH(int, begin);
    QFETCH(QString, entities);
    QFETCH(int, issues);
    const auto out =
        readOne("a\r\n\r\n b\r\n", "T1\tX " + std::to_string(begin) + ' ' + std::to_string(begin + 1) + "\tb\n",
                {{"newline", option.toStdString()}});
    QCOMPARE(QString::fromStdString(out.entities().empty() ? "" : out.entities()[0]), entities);
    QCOMPARE(int(out.issues.size()), issues);
    if (entities.isEmpty())
        return;
    std::vector<core::Label> labels;
    auto content = contentOf(out, labels);
    auto entity = *content.annotations[0];
    entity.geometry = core::TextSpan{{{0, 7}}};
    content.annotations[0] = std::make_shared<const core::Annotation>(entity);
    for (const auto &[newline, line] :
         {std::pair{"as-is", "T1\tX 0 7\ta     b"}, std::pair{"one", "T1\tX 0 5\ta   b"}}) {
        Written again;
        writeBrat(again, content, labels, {{"newline", newline}});
        QVERIFY(linesIn(again.file("a.ann")).contains(line));
        const auto back = readTexts("brat", again.path(), JobKind::TextTriplet);
        QCOMPARE(std::get<core::TextSpan>(back.annotations().at(0).geometry),
                 std::get<core::TextSpan>(entity.geometry));
    }
}

void BratTest::countsAMarkWhereTheSourceDid()
{
    QCOMPARE(readOne("\xEF\xBB\xBF"
                     "a b",
                     "T1\tX 3 4\tb\n")
                 .entities(),
             (Strings{"X:b(2-3)"}));
    QCOMPARE(readOne("\xEF\xBB\xBF"
                     "a b",
                     "T1\tX 2 3\tb\n")
                 .entities(),
             (Strings{"X:b(2-3)"}));
    std::vector<core::Label> labels;
    const auto content = textSample("\uFEFFa b", {{"X", {{3, 4}}}}, labels);
    Written again;
    writeBrat(again, content, labels);
    const auto back = readTexts("brat", again.path(), JobKind::TextTriplet);
    QCOMPARE(back.texts(), (Strings{"\uFEFFa b"}));
    QCOMPARE(back.entities(), (Strings{"X:b(3-4)"}));
}

void BratTest::saysWhereAFaultIs()
{
    const auto out =
        readOne("a b c", "T1\tX 0 1\ta\nT1\tX 2 3\tb\nT2\tX 2 3\tc\nT3\tX 4 9\tc\nT4\tX 1 1\t\nT5\tX 3 2\tx\n"
                         "T6\tX 0 1;0 3\ta a\nT7\tX zero 1\ta\nT8\tX 0 1;1 3\ta  b\nR1\tr Arg1:T1\n"
                         "R2\tr Arg1:T1 Arg1:T8\nE1\tX:T99\nQ1\twhat\nT9\n#1\tN T77\tx\n");
    QCOMPARE(out.entities(), (Strings{"X:a(0-1)", "X:a b(0-3)"}));
    QCOMPARE(lines(out.faults()),
             lines({"!5:6 offsets: bad-value: 1 1: empty", "!6:6 offsets: bad-value: 3 2: reversed",
                    "!7:10 offsets: bad-value: 0 3: overlaps or out of order", "!8:6 offsets: bad-value: zero 1",
                    "!10:4 arguments: bad-value: 1 arguments", "!11:14 arguments: bad-value: role twice: Arg1",
                    "!13:1 id: unsupported: Q1\twhat", "!14:1 type: missing-field: T9", "!2:0 id: conflict: twice: T1",
                    "!3:0 text: conflict: c, in the text b", "!4:0 offsets: bad-value: the text has 5 characters",
                    "9:0 offsets: bad-value: parts that touch", "!12:0 target: not-found: E1\tX:T99",
                    "!15:0 target: not-found: #1\tN T77\tx"}));
}

void BratTest::rolesComeBack()
{
    const std::string some = "T1\tPER 0 5\tLi Na\nT2\tPER 9 13\tLina\nR1\tis Arg2:T1 Arg1:T2\nR2\tis Same:T1 Other:T2\n"
                             "R3\tis Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R3\twhy\n";
    const auto out = readOne(text, some);
    QCOMPARE(out.relations(),
             (Strings{"is:Lina(9-13)>Li Na(0-5)", "is:Li Na(0-5)>Lina(9-13)", "is:Li Na(0-5)>Lina(9-13)"}));
    std::vector<core::Label> labels;
    Written again;
    writeBrat(again, contentOf(out, labels), labels);
    QCOMPARE(linesIn(again.file("a.ann")),
             linesIn("T1\tPER 0 5\tLi Na\nT2\tPER 9 13\tLina\nR1\tis Arg1:T2 Arg2:T1\nR2\tis Same:T1 Other:T2\n"
                     "R3\tis Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R3\twhy\n"));
}

void BratTest::aRelationLabelKeepsItsRoles()
{
    const auto out = readOne(text, "T1\tPER 0 5\tLi Na\nT2\tPER 9 13\tLina\nR1\tis Who:T1 Whom:T2\n");
    QCOMPARE(out.samples()[0].sample.property, std::string("{}"));
    std::vector<core::Label> labels;
    auto content = contentOf(out, labels);
    addRelation(content, "is", 1, 0, labels);
    Written again;
    writeBrat(again, content, labels);
    QVERIFY(linesIn(again.file("a.ann")).contains("R2\tis Who:T2 Whom:T1"));
    QVERIFY(again.file("annotation.conf").find("is\tWho:<ENTITY>, Whom:<ENTITY>\n") != std::string::npos);
}

void BratTest::keptLinesFallWithWhatTheyName()
{
    std::vector<core::Label> labels;
    auto content = contentOf(readOne(text, annotated), labels);
    std::erase_if(content.annotations, [](const core::AnnotationPtr &each) {
        return std::get<core::TextSpan>(each->geometry).parts[0].first == 14;  // the trigger
    });
    QCOMPARE(formatById("brat")->losses(content, JobKind::TextTriplet, {}), (Strings{"kept-lines"}));
    Written again;
    writeBrat(again, content, labels);
    const auto left = linesIn(again.file("a.ann"));
    QVERIFY(!left.contains("E1\tHire:T3 Who:T1 Where:T2") && !left.contains("A1\tNegated E1"));
    QVERIFY(left.contains("*\tEquiv T1 T4") && left.contains("#1\tAnnotatorNotes T1\tcheck this"));
}

void BratTest::textsAndTheirOriginComeBack()
{
    std::vector<core::Label> labels;
    const std::string odd = "\r\n a\tb\u2028\n" + std::string(1, '\0') + "👩‍👩‍👧\r";
    auto content = textSample(odd, {{"X", {{2, 15}}}}, labels);
    content.sample.usage = core::Usage::Test;
    content.sample.property = R"({"k":"v"})";
    content.work->state = core::State::ToConfirm;
    Written again;
    writeBrat(again, content, labels);
    QVERIFY_OK(again.status);
    const auto back = readTexts("brat", again.path(), JobKind::TextTriplet);
    QVERIFY(back.issues.empty());
    QCOMPARE(back.texts(), (Strings{odd}));
    QCOMPARE(back.samples()[0].sample.uri, content.sample.uri);
    QCOMPARE(back.samples()[0].sample.usage, core::Usage::Test);
    QCOMPARE(back.samples()[0].sample.property, content.sample.property);
    QCOMPARE(back.samples()[0].state, std::optional(core::State::ToConfirm));
    QCOMPARE(std::get<core::TextSpan>(back.annotations()[0].geometry).parts,
             (std::vector<std::pair<std::int64_t, std::int64_t>>{{2, 15}}));
}

void BratTest::annotationConfSaysWhatThereIs()
{
    std::vector<core::Label> labels;
    auto content = contentOf(readOne(text, annotated), labels);
    for (core::Label &label : labels)
        if (label.name == "Member_of") {
            label.fromLabel = labels[0].id;
            label.toLabel = labels[1].id;
        }
    Written again;
    writeBrat(again, content, labels);
    QCOMPARE(again.file("annotation.conf"),
             std::string("[entities]\nPER\nORG\nHire\n\n[relations]\nMember_of\tArg1:PER, Arg2:ORG\n\n[events]\n"
                         "Hire\tWhere?:<ANY>, Who?:<ANY>\n\n[attributes]\nConfidence\tArg:<ANY>, Value:High\n"
                         "Negated\tArg:<ANY>\n"));
    Brat brat;
    brat.put("annotation.conf", "# c\n[entities]\n!Thing\n\tPER | P\n\tORG\n-----\n<A>=PER|ORG\n[relations]\n"
                                "is\tWho:PER, Whom:<A>\n[attributes]\nNegated\tArg:<ANY>\n");
    Strings names;
    for (const LabelRecord &record : brat.read().all<LabelRecord>())
        names.push_back(record.label.name + (record.label.role == core::LabelRole::Relation ? " relation" : ""));
    QCOMPARE(names, (Strings{"PER", "ORG", "is relation"}));
}

void BratTest::namesWithBlanksComeBack()
{
    std::vector<core::Label> labels;
    auto content = textSample(text, {{"two words", {{0, 5}}}, {"B:C", {{9, 13}}}}, labels);
    addRelation(content, "author of", 0, 1, labels);
    Written again;
    std::vector<Issue> issues;
    QVERIFY_OK(writeTexts("brat", again.path(), JobKind::TextTriplet, {content}, labels, {}, &issues));
    QCOMPARE(issues.size(), std::size_t(3));
    QVERIFY(linesIn(again.file("a.000000001.ann")).contains("R1\tauthor_of Arg1:T1 Arg2:T2"));
    const auto back = readTexts("brat", again.path(), JobKind::TextTriplet);
    QCOMPARE(back.entities(), (Strings{"two words:Li Na(0-5)", "B:C:Lina(9-13)"}));
    QCOMPARE(back.relations(), (Strings{"author of:Li Na(0-5)>Lina(9-13)"}));
}

void BratTest::foldersOfAnyDepth()
{
    Brat brat;
    brat.put("x/y/a.txt", "a");
    brat.put("x/y/a.ann", "T1\tX 0 1\ta\n");
    brat.put("b.txt", "b");
    brat.put("x/c.ann", "T1\tX 0 1\tc\n");
    const auto out = brat.read();
    QCOMPARE(out.texts(), (Strings{"b", "a"}));
    QCOMPARE(out.entities(), (Strings{"X:a(0-1)"}));
    QCOMPARE(lines(out.faults()), lines({"!0:0 : not-found: text"}));
    QCOMPARE(detectFormat(brat.path(), JobKind::NamedEntity), formatById("brat"));
}

void BratTest::saysWhatItCannotHold()
{
    std::vector<core::Label> labels;
    const auto content = textSample("a\r\nb", {{"X", {{0, 2}}}}, labels);
    const auto losses = formatById("brat")->losses;
    QVERIFY(losses(content, JobKind::NamedEntity, {}).empty());
    QCOMPARE(losses(content, JobKind::NamedEntity, {{"newline", "one"}}), (Strings{"split-character"}));
    QCOMPARE(losses(textSample("abc", {{"X", {{0, 1}, {1, 2}}}}, labels), JobKind::NamedEntity, {}),
             (Strings{"touching-parts"}));
}

void BratTest::theImporterNamesTheLineOfABadRelation()
{
    Brat brat;
    brat.put("a.txt", text);
    brat.put("a.ann", "T1\tPER 0 5\tLi Na\nT2\tORG 18 22\tEast\nR1\tis Arg1:T1 Arg2:T1\nR2\tis Arg1:T1 Arg2:T9\n"
                      "R3\tis Arg1:T1 Arg2:T2\n");
    TestProject project(brat.folder / "p", JobKind::TextTriplet);
    QVERIFY_OK(project.import(brat.path(), project.importOptions(formatById("brat"))));
    QCOMPARE(project.report.relations, 1);
    QCOMPARE(project.report.issues.size(), std::size_t(2));
    QCOMPARE(project.report.issues[0].error.where.line, 3);
    QCOMPARE(project.report.issues[0].error.detail, std::string("to itself: T1"));
    QCOMPARE(project.report.issues[1].error.where.line, 4);
    QCOMPARE(project.report.issues[1].error.where.field, std::string("arguments"));
    for (const core::Label &label : project.labels())
        if (label.role == core::LabelRole::Relation)
            QVERIFY(label.fromLabel && label.toLabel && label.fromLabel != label.toLabel);
}

REGISTER_TEST(BratTest);
#include "brat_test.moc"
