// The preview of "mark the same text" over a project, and acts in a content of 50,000 entities.
#include "core/project.h"
#include "core/text/find_same.h"
#include "tests/bench/bench.h"
#include <cstdio>
#include <cstdlib>
#include <random>
#include <sqlite3.h>

namespace {

using namespace core;

constexpr int documents = 1000, documentBytes = 1000, entities = 50'000;
constexpr double previewBudget = 500, actBudget = 16;  // ms

template <class Value>
Value must(Result<Value> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::abort();
    }
    return *std::move(result);
}

// Chinese and English mixed; “数据” about ten times in each.
std::string document(std::mt19937 &random)
{
    static const std::vector<std::string> words{"数据",     "标注", "软件", "我们",    "喜欢", " the ",
                                                "labeler ", "in ",  "北京", "，",      "。",   "Ada ",
                                                "met ",     "Bob ", "\n",   "e\u0301 "};
    std::string text;
    while (text.size() < documentBytes)
        text += words[random() % words.size()];
    return text;
}

std::filesystem::path makeProject(const std::filesystem::path &folder)
{
    NewProject what;
    what.kind = JobKind::NamedEntity;
    what.labels = std::vector<Label>(1);
    what.labels[0].name = "term";
    auto file = folder / "texts.labelwright";
    const auto project = must(Project::create(file, what));
    std::mt19937 random(1);
    Edit edit{"import", "", {}};
    for (int i = 0; i < documents; ++i) {
        Sample sample;
        sample.id = {-1 - i};
        sample.uri = "content://" + std::to_string(i);
        sample.text = document(random);
        sample.position = i;
        edit.changes.push_back(created(std::move(sample)));
    }
    must(project->apply(std::move(edit)));
    return file;
}

// The least that can be done: read the texts and search their bytes, whatever the characters and the entities.
std::int64_t plainSearch(const std::filesystem::path &file, std::string_view surface)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *rows = nullptr;
    std::int64_t found = 0;
    if (sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK
        || sqlite3_prepare_v2(db, "select text from sample", -1, &rows, nullptr) != SQLITE_OK)
        std::abort();
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const std::string_view text(reinterpret_cast<const char *>(sqlite3_column_text(rows, 0)),
                                    std::size_t(sqlite3_column_bytes(rows, 0)));
        for (auto at = text.find(surface); at != text.npos; at = text.find(surface, at + surface.size()))
            ++found;
    }
    sqlite3_finalize(rows);
    sqlite3_close(db);
    return found;
}

double median(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i)
        times.push_back(bench::seconds(work) * 1000);
    return bench::percentiles(times).p50;
}

void measurePreview()
{
    const auto file = makeProject(bench::scratchFolder());
    const auto project = must(Project::open(file, OpenMode::View));
    const Job job = project->reader().jobs()->front();
    const auto labels = must(project->reader().labels(job.id));
    for (const SameText &wanted : {SameText{"数据"}, SameText{"Ada", true}, SameText{"ada", true, true}}) {
        PassageCounts counts;
        std::int64_t plain = 0;
        const double ours = median([&] {
            const auto reader = must(project->newReader());
            ProgressState progress;
            TaskContext task({}, progress);
            counts = must(eachPassage(
                *reader, {job.id, {}}, {job, labels}, sameTextFinder(wanted, labels[0].id),
                [](const auto &, const auto &) { return true; }, task));
        });
        const double baseline = median([&] { plain = plainSearch(file, wanted.surface); });
        const std::string what = wanted.surface
                                 + (wanted.anyCase      ? " in any case"
                                    : wanted.wholeWords ? " as a word"
                                                        : "");
        bench::report("preview of " + what, ours, "ms", previewBudget);
        bench::note("  a bare SQLite loop and find()", baseline, "ms");
        bench::note("  ratio", ours / baseline, "×");
        std::printf("  places %lld, bare %lld\n", static_cast<long long>(counts.found), static_cast<long long>(plain));
    }
}

SampleContent bigContent(JobId job)
{
    SampleContent content;
    content.sample.id = {1};
    content.job = job;
    std::string text;
    for (std::int64_t i = 0; i < entities; ++i) {
        text += "word 数据标注 and more, ";
        Annotation entity;
        entity.id = {i + 1};
        entity.job = job;
        entity.sample = content.sample.id;
        entity.label = {i % 2 + 1};
        entity.order = i;
        entity.geometry = TextSpan{{{20 * i, 20 * i + 4}}};
        content.annotations.push_back(std::make_shared<const Annotation>(std::move(entity)));
        if (i % 5 == 4) {
            Relation relation;
            relation.id = {i};
            relation.job = job;
            relation.sample = content.sample.id;
            relation.label = {3};
            relation.from = {i};
            relation.to = {i + 1};
            content.relations.push_back(relation);
        }
    }
    content.sample.text = text;
    return content;
}

void measureActs()
{
    Job job;
    job.id = {1};
    job.kind = JobKind::TextTriplet;
    job.options = R"({"overlap":"none"})";
    std::vector<Label> labels(3);
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i].id = {std::int64_t(i) + 1};
    labels[2].role = LabelRole::Relation;
    labels[2].toLabel = {2};
    const SampleContent content = bigContent(job.id);
    const TextMap map(*content.sample.text);
    const Boundaries text(map);
    const TextRules rules{job, labels};
    const TextRange part{500'005, 500'009};
    const AnnotationId some{25'000};
    const auto act = [&](const char *what, const std::function<void()> &work) {
        bench::report(what, median(work), "ms", actBudget);
    };
    TextAct added = Refused{};
    act("add an entity to 50,000", [&] { added = addEntity(content, rules, text, {&part, 1}, {1}); });
    act("and the content after it", [&] { (void)patched(content, std::get<Edit>(added)); });
    act("stretch", [&] { (void)stretchEntity(content, rules, text, some, Side::End, Step::Word, true); });
    act("relabel", [&] { (void)relabelEntities(content, rules, {&some, 1}, {1}); });
    act("targets a relation may go to", [&] { (void)fittingTargets(content, rules, {3}, some); });
    act("misfits of 10,000 relations", [&] { (void)misfits(content, rules); });
}

}  // namespace

BENCHMARK(mark_same, "find a text in 1,000 documents of 1 kB; acts among 50,000 entities")
{
    measurePreview();
    measureActs();
}
