#include "core/labels.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

using namespace core;
using Texts = std::vector<std::string>;

class LabelsTest : public QObject {
    Q_OBJECT
private slots:
    void aPlainNameMakesTheRoleOfTheKind();
    void relationsNameTheirEndsWhereverTheEntitiesStand();
    void starAndNothingMeanAnyEntity();
    void endsAreFoundAmongTheExistingLabels();
    void bracketsArePartOfANameWhereNothingIsRelated();
    void whatIsWrittenComesBackAsItWas();
    void anUnknownEndIsNamed();
    void namesAreTakenPerRole();
    void digitsPassOverRelations();
    void anEntityInUseIsFoundByItsRelations();
    void relationsMergeWhereTheOtherAllowsTheirEnds();
    void aNewProjectGivesTheEndsTheirIds();
};

namespace {

std::vector<Label> made(JobKind kind, const Texts &texts, std::span<const Label> existing = {})
{
    auto labels = newLabels(kind, texts, existing);
    return labels ? std::move(*labels) : std::vector<Label>{};
}

Texts writtenAll(const std::vector<Label> &labels)
{
    Texts texts;
    for (const Label &label : labels)
        texts.push_back(written(label, labels));
    return texts;
}

}  // namespace

void LabelsTest::aPlainNameMakesTheRoleOfTheKind()
{
    QVERIFY(made(JobKind::TextClassification, {"good"}).at(0).role == LabelRole::Plain);
    QVERIFY(made(JobKind::NamedEntity, {"Person"}).at(0).role == LabelRole::Entity);
    QVERIFY(made(JobKind::TextTriplet, {"Person"}).at(0).role == LabelRole::Entity);
}

void LabelsTest::relationsNameTheirEndsWhereverTheEntitiesStand()
{
    const auto labels = made(JobKind::TextTriplet, {"author( Book > Person )", "Book", "Person"});
    QCOMPARE(labels.size(), 3u);
    QCOMPARE(labels[2].name, std::string("author"));
    QVERIFY(labels[2].role == LabelRole::Relation);
    QCOMPARE(labels[2].fromLabel, labels[0].id);
    QCOMPARE(labels[2].toLabel, labels[1].id);
    QVERIFY(labels[0].id.value < 0);
    QCOMPARE(labels[2].position, 2);
}

void LabelsTest::starAndNothingMeanAnyEntity()
{
    const auto labels = made(JobKind::TextTriplet, {"Place", "in(*>Place)", "near(>)"});
    QCOMPARE(labels.size(), 3u);
    QVERIFY(!labels[1].fromLabel && labels[1].toLabel == labels[0].id);
    QVERIFY(!labels[2].fromLabel && !labels[2].toLabel);
    QCOMPARE(written(labels[2], labels), std::string("near(*>*)"));
}

void LabelsTest::endsAreFoundAmongTheExistingLabels()
{
    std::vector<Label> existing = made(JobKind::TextTriplet, {"书", "人"});
    existing[0].id = {7};
    existing[1].id = {8};
    existing[1].position = 40;
    const auto labels = made(JobKind::TextTriplet, {"作者(书>人)"}, existing);
    QCOMPARE(labels.size(), 1u);
    QCOMPARE(labels[0].fromLabel.value, 7);
    QCOMPARE(labels[0].toLabel.value, 8);
    QCOMPARE(labels[0].position, 41);
}

void LabelsTest::bracketsArePartOfANameWhereNothingIsRelated()
{
    QCOMPARE(made(JobKind::NamedEntity, {"a(b>c)"}).at(0).name, std::string("a(b>c)"));
    QCOMPARE(made(JobKind::TextTriplet, {"Person (living)"}).at(0).name, std::string("Person (living)"));
}

void LabelsTest::whatIsWrittenComesBackAsItWas()
{
    const Texts texts{"Book", "Person", "author(Book>Person)", "cites(Book>Book)", "near(*>*)"};
    QCOMPARE(writtenAll(made(JobKind::TextTriplet, texts)), texts);
}

void LabelsTest::anUnknownEndIsNamed()
{
    const Texts texts{"Book", "author(Book>Persn)"};
    const auto labels = newLabels(JobKind::TextTriplet, texts);
    QVERIFY(!labels);
    QVERIFY(labels.error().code == Code::BadValue);
    QCOMPARE(labels.error().detail, texts[1]);
    QCOMPARE(labels.error().where.field, std::string("Persn"));
    const Texts relationAsEnd{"Book", "a(Book>Book)", "b(a>Book)"};
    QVERIFY(!newLabels(JobKind::TextTriplet, relationAsEnd));
}

void LabelsTest::namesAreTakenPerRole()
{
    QCOMPARE(made(JobKind::TextTriplet, {"author", "author(*>*)"}).size(), 2u);
    for (const Texts &texts : {Texts{"a", "a"}, Texts{"a(*>*)", "a(*>*)"}, Texts{" "}, Texts{"(*>*)"}}) {
        const auto labels = newLabels(JobKind::TextTriplet, texts);
        QVERIFY(!labels);
        QCOMPARE(labels.error().where.field, std::string());
    }
}

void LabelsTest::digitsPassOverRelations()
{
    auto labels = made(JobKind::TextTriplet, {"A", "B", "r(A>B)"});
    std::swap(labels[1], labels[2]);
    QCOMPARE(numbered(labels), (std::vector<std::size_t>{0, 2}));
}

void LabelsTest::anEntityInUseIsFoundByItsRelations()
{
    const auto labels = made(JobKind::TextTriplet, {"A", "B", "C", "r(A>B)", "s(*>A)"});
    const auto users = relationsWith(labels, labels[0].id);
    QCOMPARE(users.size(), 2u);
    QCOMPARE(users[0]->name, std::string("r"));
    QCOMPARE(users[1]->name, std::string("s"));
    QVERIFY(relationsWith(labels, labels[2].id).empty());
}

void LabelsTest::relationsMergeWhereTheOtherAllowsTheirEnds()
{
    const auto labels = made(JobKind::TextTriplet, {"A", "B", "r(A>B)", "s(A>*)", "t(B>A)"});
    QVERIFY(mayMerge(labels[2], labels[3]));
    QVERIFY(!mayMerge(labels[3], labels[2]));
    QVERIFY(!mayMerge(labels[2], labels[4]));
    QVERIFY(mayMerge(labels[0], labels[1]));
    QVERIFY(!mayMerge(labels[0], labels[0]));
    QVERIFY(!mayMerge(labels[0], labels[3]));
}

void LabelsTest::aNewProjectGivesTheEndsTheirIds()
{
    const QTemporaryDir folder;
    NewProject what;
    what.kind = JobKind::TextTriplet;
    what.options = R"({"overlap":"none"})";
    what.labels = made(JobKind::TextTriplet, {"A", "r(A>B)", "B"});
    const auto project = Project::create((folder.path() + "/p.labelwright").toStdString(), what);
    QVERIFY_OK(project);
    const auto job = (*project)->reader().jobs()->front();
    QCOMPARE(job.options, what.options);
    const auto labels = *(*project)->reader().labels(job.id);
    QCOMPARE(writtenAll(labels), (Texts{"A", "B", "r(A>B)"}));
    QCOMPARE(labels[2].fromLabel, labels[0].id);
}

REGISTER_TEST(LabelsTest);
#include "labels_test.moc"
