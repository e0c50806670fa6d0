// A long document with many entities and relations: opening, scrolling, one entity more or less; and the next of many
// short texts.
#include "core/label_colors.h"
#include "core/text/text_map.h"
#include "tests/bench/bench.h"
#include "widgets/media_service.h"
#include "widgets/text/entity_editor.h"
#include "widgets/text/entity_view.h"
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <random>

using namespace core;
using namespace widgets;

namespace {

constexpr std::size_t textBytes = 10'000'000;
constexpr int entityCount = 50'000, relationCount = 20'000;
constexpr double textOpenBudget = 500, textFrameBudget = 16, textMemoryBudget = 400;
constexpr QSize windowSize{1400, 900};

std::shared_ptr<const std::vector<Label>> manyLabels()
{
    std::vector<Label> labels;
    for (const char *name : {"Person", "Place", "Organisation", "Work", "knows", "lives in"}) {
        Label label;
        label.id = {std::int64_t(labels.size()) + 1};
        label.name = name;
        label.role = labels.size() < 4 ? LabelRole::Entity : LabelRole::Relation;
        label.rgb = labelColors()[labels.size()];
        labels.push_back(label);
    }
    return std::make_shared<const std::vector<Label>>(std::move(labels));
}

std::string document(std::size_t bytes)
{
    static const std::vector<std::string> words{"Ada",      "Lovelace", "wrote",  "the",  "first",   "notes",
                                                "on",       "an",       "engine", "in",   "London",  "and",
                                                "数据标注", "软件",     "Émile",  "שלום", "letters", "of"};
    std::mt19937 random(1);
    std::string text;
    while (text.size() < bytes) {
        text += words[random() % words.size()];
        text += random() % 40 == 0 ? "\n" : " ";
    }
    return text;
}

AnnotationPtr entityAt(std::int64_t id, std::int64_t begin, std::int64_t length)
{
    Annotation entity;
    entity.id = {id};
    entity.job = {1};
    entity.sample = {1};
    entity.label = {1 + id % 4};
    entity.order = id;
    entity.geometry = TextSpan{{{begin, begin + length}}};
    entity.author = "human/bench";
    return std::make_shared<const Annotation>(std::move(entity));
}

std::shared_ptr<SampleContent> bigContent()
{
    auto content = std::make_shared<SampleContent>();
    content->sample.id = {1};
    content->job = {1};
    content->sample.text = SharedText(document(textBytes));
    const std::int64_t points = TextMap(*content->sample.text).codePoints();
    std::mt19937 random(2);
    for (int i = 0; i < entityCount; ++i)
        content->annotations.push_back(
            entityAt(i + 1, points * i / entityCount, 3 + std::int64_t(random() % (i % 50 ? 15 : 200))));
    for (int i = 0; i < relationCount; ++i) {
        Relation relation;
        relation.id = {i + 1};
        relation.job = {1};
        relation.sample = {1};
        relation.label = {5 + i % 2};
        const auto from = std::int64_t(random() % (entityCount - 10));
        relation.from = {from + 1};
        relation.to = {i % 20 ? from + 2 + std::int64_t(random() % 5) : 1 + std::int64_t(random() % entityCount)};
        relation.author = "human/bench";
        content->relations.push_back(relation);
    }
    return content;
}

class Painted {
public:
    explicit Painted(TextView &view) : m_view(view), m_image(view.viewport()->size(), QImage::Format_RGB32) {}
    double ms(const std::function<void()> &work)
    {
        return 1000 * bench::seconds([&] {
                   work();
                   m_view.viewport()->render(&m_image);
               });
    }

private:
    TextView &m_view;
    QImage m_image;
};

// How long Qt takes for as much text without anything upon it.
double barePage(const std::string &text)
{
    QImage image(windowSize, QImage::Format_RGB32);
    return 1000 * bench::seconds([&] {
               QPainter painter(&image);
               painter.drawText(image.rect(), Qt::TextWordWrap, QString::fromStdString(text.substr(0, 4000)));
           });
}

void timeScrolling(TextView &view, Painted &painted)
{
    std::mt19937 random(3);
    QScrollBar &bar = *view.verticalScrollBar();
    std::vector<double> ms;
    for (int i = 0; i < 300; ++i)
        ms.push_back(painted.ms([&] { bar.setValue(int(random() % unsigned(bar.maximum()))); }));
    bench::report("scroll to a random place, p95", bench::percentiles(ms).p95, "ms", textFrameBudget);
    bench::note("the slowest", bench::percentiles(ms).max, "ms");
    ms.clear();
    bar.setValue(bar.maximum() / 2);
    for (int i = 0; i < 300; ++i)
        ms.push_back(painted.ms([&] { bar.triggerAction(QScrollBar::SliderSingleStepAdd); }));
    bench::report("scroll on by a row, p95", bench::percentiles(ms).p95, "ms", textFrameBudget);
    bench::note("the slowest", bench::percentiles(ms).max, "ms");
    ms.clear();
    for (int i = 0; i < 100; ++i)
        ms.push_back(painted.ms([&] { bar.triggerAction(QScrollBar::SliderPageStepSub); }));
    bench::report("scroll back by a page, p95", bench::percentiles(ms).p95, "ms", textFrameBudget);
}

void timeEdits(EntityEditor &editor, EditorContent content, Painted &painted)
{
    std::vector<double> ms;
    const std::int64_t place = editor.view().placeAt({400, 300}).under;
    for (int i = 0; i < 60; ++i) {
        const auto entity = entityAt(100'000 + i / 2, place + i / 2 * 4, 3);
        const Edit edit{"mark", "", {i % 2 ? removed(*entity) : created(*entity)}};
        ms.push_back(painted.ms([&] {
            content.sample = std::make_shared<const SampleContent>(patched(*content.sample, edit));
            editor.setContent(content);
        }));
    }
    bench::report("one entity more or less, p95", bench::percentiles(ms).p95, "ms", textFrameBudget);
    bench::note("the slowest", bench::percentiles(ms).max, "ms");
}

}  // namespace

BENCHMARK(text_document, "10 MB of text, 50,000 entities, 20,000 relations: open, scroll, one entity more or less")
{
    const auto labels = manyLabels();
    const std::shared_ptr<const SampleContent> content = bigContent();
    Job job;
    job.id = {1};
    job.kind = JobKind::TextTriplet;
    MediaService media(1, qint64{1} << 20);
    EntityEditor editor(media, job.kind);
    editor.resize(windowSize);
    editor.show();
    (void)QTest::qWaitForWindowExposed(&editor);
    TextView &view = editor.view();
    Painted painted(view);
    bench::note("a page of plain text, painted by Qt", barePage(content->sample.text->str()), "ms");
    bench::report("open to painted", painted.ms([&] {
        editor.setContent({content, labels, {}, job});
    }),
                  "ms", textOpenBudget);

    timeScrolling(view, painted);
    timeEdits(editor, {content, labels, {}, job}, painted);
    bench::report("memory, peak", bench::megabytesPeak(), "MB", textMemoryBudget);
}

BENCHMARK(next_entity_text, "the next of many one-line texts with entities, key to painted")
{
    const auto labels = manyLabels();
    Job job;
    job.id = {1};
    job.kind = JobKind::NamedEntity;
    std::vector<std::shared_ptr<const SampleContent>> all;
    const std::string text = document(200'000);
    std::size_t at = 0;
    for (int i = 0; i < 300; ++i) {
        const std::size_t end = text.find('\n', at);
        auto content = std::make_shared<SampleContent>();
        content->sample.id = {i + 1};
        content->job = {1};
        content->sample.text = SharedText(text.substr(at, end - at));
        at = end + 1;
        const std::int64_t points = TextMap(*content->sample.text).codePoints();
        for (std::int64_t k = 0; k + 8 < points && k < 60; k += 12)
            content->annotations.push_back(entityAt(1000 * (i + 1) + k, k, 8));
        all.push_back(content);
    }
    MediaService media(1, qint64{1} << 20);
    EntityEditor editor(media, job.kind);
    editor.resize(windowSize);
    editor.show();
    (void)QTest::qWaitForWindowExposed(&editor);
    Painted painted(editor.view());
    std::vector<double> ms;
    for (const auto &content : all)
        ms.push_back(painted.ms([&] { editor.setContent({content, labels, {}, job}); }));
    bench::report("next text, p95", bench::percentiles(ms).p95, "ms", textFrameBudget);
    bench::note("next text, p50", bench::percentiles(ms).p50, "ms");
    bench::note("the slowest", bench::percentiles(ms).max, "ms");
}
