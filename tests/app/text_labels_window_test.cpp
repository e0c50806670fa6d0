// Labels of entities and relations over the whole project.
#include "app/label_acts.h"
#include "app/dialogs/jobs_dialog.h"
#include "app/label_keys.h"
#include "core/labels.h"
#include "core/task.h"
#include "tests/app/text_window.h"

using namespace core;
using Names = std::vector<std::string>;

class TextLabelsWindowTest : public QObject {
    Q_OBJECT
private slots:
    void digitsNumberEntitiesAlone();
    void mergedEntitiesKeepTheirRelations();
    void mergingEntitiesMovesTheEndsOfRelationLabels();
    void mergedRelationsStandOnce();
    void removingARelationLeavesItsEntities();
    void anEntityThatIsAnEndStays();
    void aSecondTextJobTakesItsRules();
    void countsOfRelationsFollowEdits();
};

namespace {

// "Dune by Herbert": a book, a person, a writer over the same text as the person; author and wrote between them.
struct Facts : tests::TextWindow {
    Facts()
        : TextWindow(JobKind::TextTriplet, {"Dune by Herbert", "nothing"},
                     {"Book", "Person", "Writer", "author(Book>*)", "by(Book>*)"})
    {
        openWindow();
        const auto labels = *session().labels();
        Edit edit{"import", "", {}};
        const std::pair<std::pair<int, int>, std::size_t> spans[] = {{{0, 4}, 0}, {{8, 15}, 1}, {{8, 15}, 2}};
        for (const auto &[range, label] : spans) {
            Annotation row;
            row.id = {-1 - std::int64_t(label)};
            row.job = session().job().id;
            row.sample = stored(1).sample.id;
            row.label = labels[label].id;
            row.order = std::int64_t(label);
            row.geometry = TextSpan{{range}};
            edit.changes.push_back(created(row));
        }
        const std::pair<int, std::size_t> relations[] = {{-2, 3}, {-3, 3}, {-2, 4}};  // to, label
        for (const auto &[to, label] : relations) {
            Relation row;
            row.id = {-1 - std::int64_t(edit.changes.size())};
            row.job = session().job().id;
            row.sample = stored(1).sample.id;
            row.label = labels[label].id;
            row.from = {-1};
            row.to = {to};
            edit.changes.push_back(created(row));
        }
        QVERIFY_OK(session().apply(edit));
    }
    LabelId id(std::size_t i) { return session().labels()->at(i).id; }
    const Label &label(const char *name)
    {
        return *std::ranges::find(*session().labels(), std::string(name), &Label::name);
    }
    Status merge(const char *from, const char *into)
    {
        ProgressState progress;
        TaskContext task({}, progress);
        auto edit = app::mergeLabels(reader(), session().job(), label(from), label(into).id, task);
        return edit ? session().apply(std::move(*edit)) : Status(edit.error());
    }
    Status remove(const char *name)
    {
        ProgressState progress;
        TaskContext task({}, progress);
        auto edit = app::removeLabelEverywhere(reader(), session().job(), label(name), false, task);
        return edit ? session().apply(std::move(*edit)) : Status(edit.error());
    }
    Names labelNames()
    {
        Names names;
        for (const Label &each : *session().labels())
            names.push_back(written(each, *session().labels()));
        return names;
    }
};

}  // namespace

void TextLabelsWindowTest::digitsNumberEntitiesAlone()
{
    std::vector<Label> labels(4);
    labels[1].role = LabelRole::Relation;
    labels[3].role = LabelRole::Relation;
    labels[3].shortcut = "U";
    const auto shared = app::shareKeys(labels, app::profileKeys(app::KeyProfile::Desktop));
    QCOMPARE(shared.texts, (QStringList{"1", "", "2", "U"}));
    Facts f;
    f.session().setSelection({});
    f.key(Qt::Key_3);
    QCOMPARE(f.session().currentLabel(), f.id(2));
    f.key(Qt::Key_4);  // there is no fourth entity
    QCOMPARE(f.session().currentLabel(), f.id(2));
}

void TextLabelsWindowTest::mergedEntitiesKeepTheirRelations()
{
    Facts f;
    const SampleContent before = f.stored(1);
    QVERIFY_OK(f.merge("Writer", "Person"));
    const SampleContent after = f.stored(1);
    QCOMPARE(after.annotations.size(), 2u);
    QCOMPARE(f.labelsAt(1), (Names{"Book", "Person"}));
    QCOMPARE(after.relations.size(), 2u);  // author to the writer would stand twice
    for (const Relation &each : after.relations)
        QCOMPARE(each.to, after.annotations[1]->id);
    QVERIFY_OK(f.session().undo());
    QVERIFY(f.stored(1) == before);
}

void TextLabelsWindowTest::mergingEntitiesMovesTheEndsOfRelationLabels()
{
    Facts f;
    QVERIFY_OK(f.merge("Book", "Person"));
    QCOMPARE(f.labelNames(), (Names{"Person", "Writer", "author(Person>*)", "by(Person>*)"}));
    QCOMPARE(f.labelsAt(1), (Names{"Person", "Person", "Writer"}));
}

void TextLabelsWindowTest::mergedRelationsStandOnce()
{
    Facts f;
    QVERIFY_OK(f.merge("by", "author"));
    QCOMPARE(f.labelNames(), (Names{"Book", "Person", "Writer", "author(Book>*)"}));
    const SampleContent after = f.stored(1);
    QCOMPARE(after.annotations.size(), 3u);
    QCOMPARE(after.relations.size(), 2u);
    for (const Relation &each : after.relations)
        QCOMPARE(each.label, f.id(3));
    QVERIFY(after.state() == State::Labeled);
}

void TextLabelsWindowTest::removingARelationLeavesItsEntities()
{
    Facts f;
    QVERIFY_OK(f.remove("author"));
    const SampleContent after = f.stored(1);
    QCOMPARE(after.annotations.size(), 3u);
    QCOMPARE(after.relations.size(), 1u);
    QCOMPARE(f.labelNames(), (Names{"Book", "Person", "Writer", "by(Book>*)"}));
}

void TextLabelsWindowTest::anEntityThatIsAnEndStays()
{
    Facts f;
    const Status refused = f.remove("Book");
    QVERIFY(!refused);
    QVERIFY(refused.error().code == Code::Conflict);
    QCOMPARE(refused.error().detail, std::string("author"));
    QVERIFY_OK(f.remove("Writer"));
    QCOMPARE(f.stored(1).annotations.size(), 2u);
    QCOMPARE(f.stored(1).relations.size(), 2u);
}

void TextLabelsWindowTest::aSecondTextJobTakesItsRules()
{
    Facts f;
    app::JobRules rules;
    rules.overlap = Overlap::None;
    rules.manyLabels = true;  // not of this kind
    const auto edit = app::jobsEdit(f.session().jobs(), {"facts"}, {"names", JobKind::NamedEntity, {"人名"}, rules});
    QVERIFY_OK(edit);
    QVERIFY_OK(f.session().apply(*edit));
    const Job job = f.session().jobs().back();
    QCOMPARE(job.options, std::string(R"({"overlap":"none"})"));
    f.session().setJob(job.id);
    QVERIFY(f.session().labels()->front().role == LabelRole::Entity);
    const auto wrong = app::jobsEdit({}, {}, {"more", JobKind::TextTriplet, {"a（b>c）"}, {}});
    QVERIFY(!wrong);
    QVERIFY2(app::labelFault(wrong.error()).contains("b"), qPrintable(app::labelFault(wrong.error())));
}

void TextLabelsWindowTest::countsOfRelationsFollowEdits()
{
    Facts f;
    const auto count = [&](std::size_t label) {
        for (const LabelCount &each : f.list().labelCounts())
            if (each.label == f.id(label))
                return each.annotations;
        return std::int64_t(0);
    };
    QTRY_COMPARE(count(3), 2);
    QCOMPARE(count(4), 1);
    QCOMPARE(count(0), 1);
    const Relation gone = f.stored(1).relations.front();
    QVERIFY_OK(f.session().apply({"remove-relations", "", {removed(gone)}}));
    QTRY_COMPARE(count(3), 1);
    const auto counted = f.reader().labelCounts(f.session().job().id);
    QVERIFY_OK(counted);
    QCOMPARE(std::ranges::find(*counted, f.id(3), &LabelCount::label)->annotations, 1);
}

REGISTER_TEST(TextLabelsWindowTest);
#include "text_labels_window_test.moc"
