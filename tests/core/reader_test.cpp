#include "core/reader.h"
#include "core/store/sqlite.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"
#include <map>
#include <set>
#include <thread>

using namespace core;
using tests::Folder;
using tests::RandomEdits;

class ReaderTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void listsAndCountsAgreeWithTheContents();
    void rowsComeInTheOrderAskedWithoutThoseThatAreGone();
    void eachGivesEverySampleByIdWhateverTheShare();
    void eachStopsWhenTheVisitorSaysSo();
    void aStopEndsAQueryAsCancelled();
    void aVisitorMayAskTheSameReader();
    void frozenReadersKeepTheirState();
    void whatAReaderKeepsFollowsEveryEdit();
    void readersOfManyThreadsAgree();
    void rowsHoldTheBeginningOfALongText_data();
    void rowsHoldTheBeginningOfALongText();
    void checkingFindsAndMendsDanglingRows();

private:
    Folder m_folder;
    std::unique_ptr<Project> m_project;
};

namespace {

std::vector<SampleContent> contents(const Reader &reader, JobId job)
{
    std::vector<SampleContent> all;
    const auto ids = *reader.find({job, {}, SortKey::Added, false});
    for (const SampleId id : ids)
        all.push_back(*reader.load(job, id));
    std::ranges::sort(all, {}, [](const SampleContent &each) { return each.sample.id; });
    return all;
}

}  // namespace

void ReaderTest::initTestCase()
{
    m_project = *Project::create(m_folder / "p.labelwright", {});
    RandomEdits random(5);
    for (int i = 0; i < 120; ++i)
        QVERIFY_OK(m_project->apply(random.next(*m_project)));
    // A batch that hides some rows and is live, and one that is not.
    const auto ids = *m_project->reader().find({});
    auto writer = *m_project->newBatch("hides");
    QVERIFY_OK(writer->hide(ids.front()));
    QVERIFY_OK(writer->put(WorkState{{1}, ids.back(), {}, State::ToConfirm, true, {}, {}, {}}));
    const Edit edit = *writer->close("hide");
    QVERIFY_OK(m_project->apply(edit));
    writer.reset();
    writer = *m_project->newBatch("dead");
    QVERIFY_OK(writer->hide(ids.back()));
    QVERIFY_OK(writer->close("not applied"));
}

void ReaderTest::listsAndCountsAgreeWithTheContents()
{
    const Reader &reader = m_project->reader();
    const auto jobs = *reader.jobs();
    for (const Job &job : jobs) {
        const auto all = contents(reader, job.id);
        QVERIFY(all.size() > 3);
        StateCounts states;
        std::map<LabelId, std::pair<std::int64_t, std::set<SampleId>>> labels;
        std::set<std::string> authors;
        for (const SampleContent &content : all) {
            ++states.all;
            states.toConfirm += content.state() == State::ToConfirm;
            states.labeled += content.state() == State::Labeled;
            states.unlabeled += content.state() == State::Unlabeled;
            states.hard += content.work && content.work->hard;
            states.missing += content.sample.media.state == MediaState::Missing;
            for (const AnnotationPtr &annotation : content.annotations) {
                authors.insert(annotation->author);
                if (annotation->label) {
                    ++labels[annotation->label].first;
                    labels[annotation->label].second.insert(content.sample.id);
                }
            }
        }
        const StateCounts counted = *reader.stateCounts(job.id);
        QCOMPARE(counted.all, states.all);
        QCOMPARE(counted.toConfirm, states.toConfirm);
        QCOMPARE(counted.labeled, states.labeled);
        QCOMPARE(counted.unlabeled, states.unlabeled);
        QCOMPARE(counted.hard, states.hard);
        QCOMPARE(counted.missing, states.missing);
        const auto countedLabels = *reader.labelCounts(job.id);
        QCOMPARE(countedLabels.size(), labels.size());
        for (const LabelCount &count : countedLabels) {
            QCOMPARE(count.annotations, labels[count.label].first);
            QCOMPARE(count.samples, static_cast<std::int64_t>(labels[count.label].second.size()));
        }
        QCOMPARE(*reader.authors(job.id), std::vector<std::string>(authors.begin(), authors.end()));
    }
}

void ReaderTest::rowsComeInTheOrderAskedWithoutThoseThatAreGone()
{
    const Reader &reader = m_project->reader();
    auto ids = *reader.find({{1}, {}, SortKey::Name, true});
    auto asked = ids;
    asked.insert(asked.begin() + 1, SampleId{1'000'000});
    const auto rows = *reader.rows({1}, asked);
    QCOMPARE(rows.size(), ids.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SampleContent content = *reader.load({1}, ids[i]);
        QVERIFY(rows[i].sample == content.sample);
        QVERIFY(rows[i].state == content.state());
        QCOMPARE(rows[i].annotations, static_cast<std::int64_t>(content.annotations.size()));
    }
}

void ReaderTest::eachGivesEverySampleByIdWhateverTheShare()
{
    const Reader &reader = m_project->reader();
    for (const char *text : {"", "state:labeled", "hard:true", "name:w1", "usage:eval"}) {
        const Filter filter = *parseFilter(text);
        auto ids = *reader.find({{1}, filter, SortKey::Name, true});
        std::ranges::sort(ids);
        std::vector<SampleId> seen;
        QVERIFY_OK(reader.each({{1}, filter, SortKey::Name, true}, [&](SampleContent &&content) {
            seen.push_back(content.sample.id);
            return content == *reader.load({1}, content.sample.id);
        }));
        QVERIFY(seen == ids);
    }
}

void ReaderTest::eachStopsWhenTheVisitorSaysSo()
{
    int seen = 0;
    QVERIFY_OK(m_project->reader().each({}, [&](SampleContent &&) { return ++seen < 2; }));
    QCOMPARE(seen, 2);
}

void ReaderTest::aStopEndsAQueryAsCancelled()
{
    std::stop_source source;
    int seen = 0;
    const Status status = m_project->reader().each(
        {},
        [&](SampleContent &&) {
            ++seen;
            return !source.request_stop();
        },
        source.get_token());
    QCOMPARE(status.error().code, Code::Cancelled);
    QCOMPARE(seen, 1);
}

void ReaderTest::aVisitorMayAskTheSameReader()
{
    const Reader &reader = m_project->reader();
    std::size_t labels = 0;
    QVERIFY_OK(reader.each({{1}, {}, SortKey::Added, false}, [&](SampleContent &&) {
        labels = reader.labels({1})->size();
        return true;
    }));
    QCOMPARE(labels, reader.labels({1})->size());
}

void ReaderTest::frozenReadersKeepTheirState()
{
    const Folder folder;
    const auto project = *Project::create(folder / "p.labelwright", {});
    Sample sample;
    sample.uri = "a";
    QVERIFY_OK(project->apply({"add", "", {created(sample)}}));
    const auto one = *project->newReader();
    QVERIFY_OK(one->freeze());
    sample.uri = "b";
    QVERIFY_OK(project->apply({"add", "", {created(sample)}}));
    const auto two = *project->newReader();
    QVERIFY_OK(two->freeze());
    QVERIFY_OK(project->undo());
    QVERIFY_OK(project->undo());
    QCOMPARE(one->find({})->size(), 1u);
    QCOMPARE(two->find({})->size(), 2u);
    QCOMPARE(project->reader().find({})->size(), 0u);
    const auto three = *project->newReader();
    QCOMPARE(three->find({})->size(), 0u);
    QCOMPARE(one->find({})->size(), 1u);
    one->thaw();
    QCOMPARE(one->find({})->size(), 0u);
    QCOMPARE(two->find({})->size(), 2u);
}

void ReaderTest::whatAReaderKeepsFollowsEveryEdit()
{
    const Folder folder;
    const auto project = *Project::create(folder / "p.labelwright", {});
    const auto viewer = *Project::open(folder / "p.labelwright", OpenMode::View);  // knows nothing of the writer
    RandomEdits random(21);
    const auto agree = [&] {
        const auto fresh = *viewer->newReader(), next = *project->newReader();  // next shares what others know
        for (const char *text : {"", "name:w1", "-state:labeled", "usage:eval -hard:true", "text:w1", "prop:city=Riga",
                                 "media:missing OR batch:1"})
            for (const SortKey key : {SortKey::Added, SortKey::Name, SortKey::State}) {
                const SampleQuery query{{1}, *parseFilter(text), key, false};
                const auto expected = *fresh->find(query);
                for (const Reader *reader :
                     std::initializer_list<const Reader *>{&project->reader(), &viewer->reader(), next.get()})
                    if (*reader->find(query) != expected)
                        return false;
            }
        return fresh->stateCounts({1})->all == project->reader().stateCounts({1})->all;
    };
    for (int i = 0; i < 150; ++i) {
        QVERIFY_OK(project->apply(random.next(*project)));
        QVERIFY(agree());
        if (random.below(4) == 0) {
            QVERIFY_OK(project->undo());
            QVERIFY(agree());
        }
    }
    const auto writer = *project->newBatch("more");
    Sample sample;
    sample.uri = "0";
    QVERIFY_OK(writer->put(sample));
    const Edit edit = *writer->close("more");
    QVERIFY(agree());
    QVERIFY_OK(project->apply(edit));
    QVERIFY(agree());
    QVERIFY_OK(project->undo());
    QVERIFY(agree());
}

void ReaderTest::readersOfManyThreadsAgree()
{
    const Folder folder;
    const auto project = *Project::create(folder / "p.labelwright", {});
    RandomEdits random(3);
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 5; ++i)
            QVERIFY_OK(project->apply(random.next(*project)));
        std::array<std::vector<SampleId>, 4> found;
        {
            std::vector<std::jthread> threads;
            for (auto &ids : found)
                threads.emplace_back([&ids, reader = std::shared_ptr<Reader>(*project->newReader())] {
                    ids = *reader->find({{1}, *parseFilter("name:w -text:w12 -prop:city=Riga -media:broken")});
                });
        }
        for (const auto &ids : found)
            QVERIFY(ids == found[0]);
    }
}

void ReaderTest::rowsHoldTheBeginningOfALongText_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("one byte") << QStringLiteral("a");
    QTest::newRow("three") << QStringLiteral("图");
    QTest::newRow("four") << QStringLiteral("😀");
    QTest::newRow("mixed") << QStringLiteral("a图😀é");
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0", 2);
}

void ReaderTest::rowsHoldTheBeginningOfALongText()
{
    QFETCH(QString, piece);
    const Folder folder;
    const auto project = *Project::create(folder / "p.labelwright", {});
    const std::u32string points = piece.repeated(1000).toStdU32String();
    const auto text = [&](std::size_t length) {
        return QString::fromStdU32String(points.substr(0, length)).toStdString();
    };
    for (const std::size_t length : {0, 1, 399, 400, 401, 1000}) {
        Sample sample;
        sample.uri = std::to_string(length);
        sample.text = text(length);
        QVERIFY_OK(project->apply({"add", "", {created(sample)}}));
        const auto id = *project->reader().sampleByUri(sample.uri);
        const auto rows = *project->reader().rows({1}, std::array{*id});
        QVERIFY(rows.at(0).sample.text == SharedText(text(std::min<std::size_t>(length, 400))));
        QVERIFY(project->reader().load({1}, *id)->sample.text == sample.text);
    }
}

void ReaderTest::checkingFindsAndMendsDanglingRows()
{
    const Folder folder;
    const auto file = folder / "p.labelwright";
    {
        const auto project = *Project::create(file, {});
        RandomEdits random(9);
        for (int i = 0; i < 40; ++i)
            QVERIFY_OK(project->apply(random.next(*project)));
    }
    QVERIFY(checkProject(file, false)->empty());
    {
        store::Connection connection(file, store::Access::Write);
        connection.exec("insert into work values (1, 12345, 1, null, 2, 0, null, '', '')");
        connection.exec("update annotation set geometry = x'0109' where id = (select max(id) from annotation)");
        connection.exec("update history set changes = x'00' where id = 3");
    }
    const auto found = *checkProject(file, false);
    QCOMPARE(found.size(), 3u);
    QCOMPARE(found[0].what, "states of samples that do not exist");
    QCOMPARE(found[0].rows, 1);
    QCOMPARE(checkProject(file, true)->size(), 3u);
    const auto after = *checkProject(file, false);
    QVERIFY2(after.empty(), after.empty() ? "" : after.front().what.c_str());
    QVERIFY_OK(Project::open(file, OpenMode::Edit));
}

REGISTER_TEST(ReaderTest);
#include "reader_test.moc"
