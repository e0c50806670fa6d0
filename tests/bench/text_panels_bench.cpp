// What the panels beside a text cost when one entity or one relation comes to 50,000 and 20,000.
#include "core/job_options.h"
#include "tests/bench/bench.h"
#include "widgets/panels/attribute_panel.h"
#include "widgets/panels/object_panel.h"
#include "widgets/panels/relation_panel.h"
#include <QApplication>

namespace {

using namespace core;
using ContentPtr = std::shared_ptr<const SampleContent>;

constexpr std::int64_t panelEntities = 50'000, relations = 20'000, apart = 200;  // apart: 10 MB of text
constexpr double panelBudget = 16;                                               // ms

Annotation entity(std::int64_t id, std::int64_t begin)
{
    Annotation row;
    row.id = {id};
    row.job = {1};
    row.sample = {1};
    row.label = {1 + id % 2};
    row.order = id;
    row.geometry = TextSpan{{{begin, begin + 4}}};
    return row;
}

Relation relation(std::int64_t id, std::int64_t from, std::int64_t to)
{
    Relation row;
    row.id = {id};
    row.job = {1};
    row.sample = {1};
    row.label = {3};
    row.from = {from};
    row.to = {to};
    row.author = "human/li";
    return row;
}

ContentPtr bigText()
{
    auto content = std::make_shared<SampleContent>();
    content->sample.id = {1};
    content->job = {1};
    content->sample.text = std::string(std::size_t(panelEntities * apart), 'x');
    for (std::int64_t i = 0; i < panelEntities; ++i)
        content->annotations.push_back(std::make_shared<const Annotation>(entity(i + 1, i * apart)));
    for (std::int64_t i = 0; i < relations; ++i)
        content->relations.push_back(relation(i + 1, 2 * i + 1, 2 * i + 2));
    return content;
}

template <class Show>
void measure(const char *what, ContentPtr content, const Show &show)
{
    show(content);
    QApplication::processEvents();
    std::vector<double> more, joined;
    for (std::int64_t i = 0; i < 20; ++i) {
        content = std::make_shared<const SampleContent>(
            patched(*content, {"", "", {created(entity(panelEntities + 10 + i, i * 5000 + 50))}}));
        more.push_back(bench::seconds([&] { show(content); }) * 1000);
        content = std::make_shared<const SampleContent>(
            patched(*content, {"", "", {created(relation(relations + 10 + i, 20 * i + 1, 20 * i + 5))}}));
        joined.push_back(bench::seconds([&] { show(content); }) * 1000);
        QApplication::processEvents();
    }
    bench::report(std::string(what) + ": an entity more", bench::percentiles(more).p95, "ms", panelBudget);
    bench::report(std::string(what) + ": a relation more", bench::percentiles(joined).p95, "ms", panelBudget);
}

}  // namespace

BENCHMARK(text_panels, "one entity, one relation more in the panels beside a 10 MB text with 50,000 and 20,000")
{
    auto labels = std::make_shared<std::vector<Label>>(3);
    for (std::size_t i = 0; i < labels->size(); ++i)
        (*labels)[i].id = {std::int64_t(i) + 1};
    (*labels)[2].role = LabelRole::Relation;
    Job job;
    job.id = {1};
    job.kind = JobKind::TextTriplet;
    const ContentPtr content = bigText();
    widgets::ObjectPanel objects;
    widgets::RelationPanel triples;
    widgets::AttributePanel attributes;
    for (QWidget *panel : std::initializer_list<QWidget *>{&objects, &triples, &attributes}) {
        panel->resize(300, 500);
        panel->show();
    }
    measure("objects", content, [&](const ContentPtr &now) {
        objects.setContent(now, labels);
        objects.setSelection({now->annotations.back()->id});
    });
    measure("relations", content, [&](const ContentPtr &now) {
        triples.setContent(now, labels, job);
        triples.setSelected(now->relations.back().id);
    });
    measure("attributes", content, [&](const ContentPtr &now) {
        attributes.setContent(now, labels, job);
        attributes.setSelection({now->annotations.back()->id});
    });
}
