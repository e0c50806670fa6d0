#include "core/media_location.h"
#include "core/project.h"
#include "tests/core/naive_filter.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>
#include <algorithm>
#include <map>

using namespace core;

class SampleQueryTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sqlAgreesWithMemoryOnRandomFilters();
    void sqlAgreesWithMemoryInAnotherJob();
    void sortsByEveryKeyBothWays();
    void aFilterLeavesTheOrderAsItIs();
    void manyTermsRunAsOneQuery();
    void valuesNeverBecomeSql();

private:
    std::vector<SampleContent> contents(JobId job) const;
    void compare(JobId job, int filters);

    QTemporaryDir m_dir;
    std::unique_ptr<Project> m_project;
    std::vector<JobId> m_jobs;
};

namespace {

Label label(std::string name, JobId job, std::int64_t id)
{
    Label label;
    label.id = {id};
    label.job = job;
    label.name = std::move(name);
    return label;
}

// Small value sets, so that most filters split the samples.
class RandomRows {
public:
    explicit RandomRows(std::uint32_t seed) : m_random(seed) {}

    Sample sample(int i)
    {
        Sample sample;
        sample.id = {-1 - i};
        sample.uri = pick({"", "a/", "a/b/", "A/", "图 片/", "s3://bucket/x/", "/abs/", "a%/"})
                     + pick({"IMG_", "img_0", "图", "É", "x%y_"}) + std::to_string(i) + ".jpg";
        sample.usage = Usage(m_random() % 5);
        sample.media.state = MediaState(m_random() % 4);
        sample.property = pick(
            {"{}", R"({"city":"Riga"})", R"({"n":3,"a=b":true})", R"({"":"","城市":"上海","n":0.5})",
             R"({ "city" : "Riga" })", R"({"city":["Riga"]})", R"({"a":{"city":"Riga"}})", R"({"city":"in Riga"})",
             R"({"ci\u0074y":"Ri\u0067a"})", R"({"x":"city","city":"Riga city"})", R"({"x":"\"city\":\"Riga\""})",
             R"({"city":"上海","city":"Riga"})", R"({"city":"Riga","city":"上海"})", R"({"n":3.0})", R"({"n":"3"})"});
        if (m_random() % 3 != 0)
            sample.text = pick({"", "Riga is a city", "riga\n上海", "É\\x", "A", "Im\tHafen von Riga"});
        sample.position = std::int64_t(m_random() % 50);
        return sample;
    }
    std::optional<WorkState> work(SampleId sample, JobId job)
    {
        if (m_random() % 3 == 0)
            return std::nullopt;
        WorkState work;
        work.job = job;
        work.sample = sample;
        work.state = State(m_random() % 3);
        work.hard = m_random() % 3 == 0;
        return work;
    }
    Annotation annotation(int i, SampleId sample, JobId job, const std::vector<LabelId> &labels)
    {
        Annotation annotation;
        annotation.id = {-1 - i};
        annotation.job = job;
        annotation.sample = sample;
        annotation.label = m_random() % 8 == 0 ? LabelId{} : labels[m_random() % labels.size()];
        annotation.geometry = Box{1, 2, 3, 4, 0};
        if (m_random() % 2 == 0)
            annotation.confidence = std::vector<double>{0, 0.25, 0.5, 0.1 + 0.2, 1}[m_random() % 5];
        annotation.author = pick({"human/li", "human/LI", "modelarts/active-learning", "human/李", "human"});
        return annotation;
    }
    unsigned next() { return unsigned(m_random()); }

private:
    std::string pick(std::initializer_list<const char *> of) { return of.begin()[m_random() % of.size()]; }

    std::mt19937 m_random;
};

constexpr int samples = 200;

// Two jobs over the same samples.
Edit randomProject(JobId first, JobId second)
{
    RandomRows rows(7);
    Edit edit{"random", "", {}};
    Job other;
    other.id = second;
    other.name = "second";
    edit.changes.push_back(created(other));
    std::map<JobId, std::vector<LabelId>> labels;
    std::int64_t labelId = 0;
    for (const JobId job : {first, second})
        for (const char *name : {"car", "汽车", "Car", "two words", "\"quoted\\"}) {
            edit.changes.push_back(created(label(name, job, --labelId)));
            labels[job].push_back({labelId});
        }
    int annotations = 0;
    for (int i = 0; i < samples; ++i) {
        const Sample sample = rows.sample(i);
        edit.changes.push_back(created(sample));
        for (const JobId job : {first, second}) {
            if (const auto work = rows.work(sample.id, job))
                edit.changes.push_back(created(*work));
            for (auto n = rows.next() % 4; n > 0; --n)
                edit.changes.push_back(created(rows.annotation(annotations++, sample.id, job, labels[job])));
        }
    }
    return edit;
}

}  // namespace

void SampleQueryTest::initTestCase()
{
    NewProject what;
    what.kind = JobKind::ObjectDetection;
    auto project = Project::create(std::filesystem::path(m_dir.path().toStdString()) / "p.labelwright", what);
    QVERIFY_OK(project);
    m_project = std::move(*project);
    QVERIFY_OK(m_project->apply(randomProject(m_project->reader().jobs()->at(0).id, {-1})));
    for (const Job &job : *m_project->reader().jobs())
        m_jobs.push_back(job.id);
    QCOMPARE(m_jobs.size(), 2u);
}

std::vector<SampleContent> SampleQueryTest::contents(JobId job) const
{
    std::vector<SampleContent> all;
    const auto ids = m_project->reader().find({job, {}});
    for (const SampleId id : ids ? *ids : std::vector<SampleId>())
        if (auto content = m_project->reader().load(job, id))
            all.push_back(std::move(*content));
    std::ranges::sort(all, {}, [](const SampleContent &content) { return content.sample.id; });
    return all;
}

void SampleQueryTest::compare(JobId job, int filters)
{
    const auto all = contents(job);
    QCOMPARE(all.size(), std::size_t(samples));
    const auto labels = m_project->reader().labels(job);
    QVERIFY_OK(labels);
    std::mt19937 random(3);
    int some = 0;
    for (int i = 0; i < filters; ++i) {
        const Filter filter = tests::randomFilter(random, 3);
        std::vector<SampleId> expected;
        for (const SampleContent &content : all)
            if (tests::matches(filter, content, *labels))
                expected.push_back(content.sample.id);
        auto found = m_project->reader().find({job, filter});
        QVERIFY_OK(found);
        std::ranges::sort(*found);
        QVERIFY2(*found == expected, toText(filter).c_str());
        if (i % 10 == 0) {  // one that keeps nothing yet may go other ways
            found = (*m_project->newReader())->find({job, filter});
            std::ranges::sort(*found);
            QVERIFY2(*found == expected, toText(filter).c_str());
        }
        QCOMPARE(*m_project->reader().count({job, filter}), std::ssize(expected));
        some += !expected.empty() && expected.size() < all.size();
    }
    QVERIFY(some > filters / 5);  // the comparison means something
}

void SampleQueryTest::sqlAgreesWithMemoryOnRandomFilters()
{
    compare(m_jobs[0], 3000);
}

void SampleQueryTest::sqlAgreesWithMemoryInAnotherJob()
{
    compare(m_jobs[1], 1000);
}

void SampleQueryTest::sortsByEveryKeyBothWays()
{
    std::map<SampleId, SampleContent> byId;
    for (SampleContent &content : contents(m_jobs[0]))
        byId.emplace(content.sample.id, std::move(content));
    const auto lowest = [](const SampleContent &c) {
        double least = 2;
        for (const AnnotationPtr &a : c.annotations)
            least = std::min(least, a->confidence.value_or(2));
        return least;
    };
    const auto before = [&](SortKey key, const SampleContent &a, const SampleContent &b) {
        switch (key) {
        case SortKey::Added: return a.sample.position < b.sample.position;
        case SortKey::Name: return a.sample.uri < b.sample.uri;
        case SortKey::State: return a.state() < b.state();
        case SortKey::Confidence: return lowest(a) < lowest(b);
        case SortKey::AnnotationCount: return a.annotations.size() < b.annotations.size();
        }
        return false;
    };
    for (const SortKey key :
         {SortKey::Added, SortKey::Name, SortKey::State, SortKey::Confidence, SortKey::AnnotationCount})
        for (const bool descending : {false, true}) {
            const auto found = m_project->reader().find({m_jobs[0], {}, key, descending});
            QVERIFY_OK(found);
            QCOMPARE(found->size(), byId.size());
            for (std::size_t i = 1; i < found->size(); ++i) {
                const SampleContent &a = byId.at((*found)[i - 1]), &b = byId.at((*found)[i]);
                if (key == SortKey::Confidence && (lowest(a) == 2) != (lowest(b) == 2)) {
                    QVERIFY(lowest(b) == 2);  // those without come last either way
                    continue;
                }
                QVERIFY(!(descending ? before(key, a, b) : before(key, b, a)));
                if (!before(key, a, b) && !before(key, b, a))
                    QVERIFY(descending ? b.sample.id < a.sample.id : a.sample.id < b.sample.id);
            }
        }
}

void SampleQueryTest::aFilterLeavesTheOrderAsItIs()
{
    for (const SortKey key :
         {SortKey::Added, SortKey::Name, SortKey::State, SortKey::Confidence, SortKey::AnnotationCount})
        for (const char *text :
             {"label:car", "name:img_00", "label:car conf:<0.3 hard:true usage:train", "name:nobody"}) {
            const Filter filter = *parseFilter(text);
            const auto all = *m_project->reader().find({m_jobs[0], {}, key, true});
            auto kept = *m_project->reader().find({m_jobs[0], filter});
            std::ranges::sort(kept);
            std::vector<SampleId> expected;
            std::ranges::copy_if(all, std::back_inserter(expected),
                                 [&](SampleId id) { return std::ranges::binary_search(kept, id); });
            QVERIFY(*m_project->reader().find({m_jobs[0], filter, key, true}) == expected);
            QVERIFY(*(*m_project->newReader())->find({m_jobs[0], filter, key, true}) == expected);
        }
}

void SampleQueryTest::manyTermsRunAsOneQuery()
{
    std::string any, all;
    for (int i = 0; i < 1000; ++i) {
        any += (i ? " OR name:" : "name:") + std::to_string(i) + ".jpg";
        all += "-label:none" + std::to_string(i) + ' ';
    }
    const Filter wide = *parseFilter(any), narrow = *parseFilter(all);
    QCOMPARE(m_project->reader().find({m_jobs[0], wide})->size(), std::size_t(samples));
    QCOMPARE(m_project->reader().find({m_jobs[0], narrow})->size(), std::size_t(samples));
}

void SampleQueryTest::valuesNeverBecomeSql()
{
    for (const char *evil : {"'", "\"", "') or 1 --", "?1", "\\", "%", "*", "a'; drop table sample; --"}) {
        for (const Filter &filter :
             {Filter{HasLabel{evil}}, Filter{HasAuthor{evil}}, Filter{InFolder{evil}}, Filter{HasProperty{evil, evil}},
              Filter{NameContains{evil}}, Filter{TextContains{evil}}})
            QVERIFY_OK(m_project->reader().find({m_jobs[0], filter}));
        QCOMPARE(m_project->reader().find({m_jobs[0], Filter{HasLabel{evil}}})->size(), 0u);
    }
    QCOMPARE(m_project->reader().find({m_jobs[0], {}})->size(), std::size_t(samples));
}

REGISTER_TEST(SampleQueryTest);
#include "sample_query_test.moc"
