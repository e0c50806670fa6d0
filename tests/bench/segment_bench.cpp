// Many segments in one sound: an edit to painted, and scrolling through them.
#include "core/audio/segment_edits.h"
#include "core/label_colors.h"
#include "core/labelling.h"
#include "tests/bench/bench.h"
#include "tests/wav_file.h"
#include "widgets/audio/segment_editor.h"
#include "widgets/audio/segment_table.h"
#include "widgets/audio/segment_view.h"
#include "widgets/audio/sound_pane.h"
#include "widgets/media_service.h"
#include <QImage>
#include <QTest>
#include <random>

using namespace core;
using namespace widgets;

namespace {

constexpr int segmentCount = 20'000, soundRate = 8000, edits = 200, scrolls = 500;
constexpr std::int64_t soundLength = std::int64_t(segmentCount) * soundRate / 10;  // a segment each 100 ms
constexpr double segmentFrameBudget = 16;

std::shared_ptr<const std::vector<Label>> labels()
{
    std::vector<Label> all(4);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].id = {std::int64_t(i) + 1};
        all[i].name = "label " + std::to_string(i + 1);
        all[i].rgb = labelColors()[i];
    }
    return std::make_shared<const std::vector<Label>>(std::move(all));
}

std::shared_ptr<const SampleContent> manySegments()
{
    auto content = std::make_shared<SampleContent>();
    content->sample.id = {1};
    content->sample.media.length = soundLength;
    content->sample.media.rate = soundRate;
    content->sample.media.channels = 1;
    content->job = {1};
    std::mt19937 random(3);
    for (std::int64_t i = 0; i < segmentCount; ++i) {
        Annotation segment;
        segment.id = {i + 1};
        segment.job = {1};
        segment.sample = {1};
        segment.label = {1 + std::int64_t(random() % 4)};
        segment.order = i;
        const std::int64_t begin = i * soundRate / 10;
        segment.geometry = TimeSpan{begin, begin + 100 + std::int64_t(random() % (i % 3 ? 600 : 1600)), -1};
        set(segment.attributes, builtin::Speaker, "speaker " + std::to_string(random() % 8));
        set(segment.attributes, builtin::Content, "what is said in segment " + std::to_string(i));
        segment.author = "human/bench";
        content->annotations.push_back(std::make_shared<const Annotation>(std::move(segment)));
    }
    return content;
}

struct Shown {
    QString folder = QString::fromStdString(bench::scratchFolder());
    MediaService media{1, qint64{64} << 20};
    SegmentEditor editor{media};
    EditorContent content;
    QImage image{1400, 900, QImage::Format_RGB32};

    Shown()
    {
        const std::filesystem::path file = (folder + "/long.wav").toStdString();
        tests::writeWave(file, tests::toneSamples({{double(soundLength) / soundRate, 0.3}}, soundRate), soundRate);
        content = {manySegments(), labels(), file, withContent({}, true)};
        editor.resize(image.size());
        editor.setContent(content);
        editor.show();
        (void)QTest::qWaitForWindowExposed(&editor);
        (void)QTest::qWaitFor([this] { return editor.isSettled(); }, 30'000);
    }
    // From the act to the window as it then looks.
    double ms(const std::function<void()> &act)
    {
        return 1000 * bench::seconds([&] {
                   act();
                   editor.render(&image);
               });
    }
    void apply(const SegmentAct &act)
    {
        if (const auto *edit = std::get_if<Edit>(&act)) {
            Edit stored = withImpliedState(*edit, {content.sample.get(), 1});
            for (Change &change : stored.changes)
                if (auto *row = std::get_if<RowChange<Annotation>>(&change); row && !row->before)
                    row->after->id = {++m_lastId};
            content.sample = std::make_shared<SampleContent>(patched(*content.sample, stored));
            editor.setContent(content);
        }
    }
    const SampleContent &sample() const { return *content.sample; }

private:
    std::int64_t m_lastId = segmentCount;
};

}  // namespace

BENCHMARK(segments_20000, "20,000 segments of one sound: an edit to painted, scrolling, zooming")
{
    Shown shown;
    std::mt19937 random(7);
    const auto some = [&] { return shown.sample().annotations[random() % shown.sample().annotations.size()]->id; };
    const auto measure = [&](const char *what, const std::function<SegmentAct(AnnotationId)> &act) {
        std::vector<double> times;
        for (int i = 0; i < edits; ++i) {
            const AnnotationId id = some();
            const TimeSpan span = *timeSpanOf(*shown.sample().annotation(id));
            shown.editor.view().showRange(span.begin - 2 * soundRate, span.end + 2 * soundRate);
            shown.editor.setSelection({id});
            shown.editor.render(&shown.image);
            times.push_back(shown.ms([&] { shown.apply(act(id)); }));
        }
        bench::report(what, bench::percentiles(times).p95, "ms", segmentFrameBudget);
    };
    const auto spanOf = [&](AnnotationId id) { return *timeSpanOf(*shown.sample().annotation(id)); };
    measure("move an edge, p95", [&](AnnotationId id) {
        return moveEdge(shown.sample(), SegmentRule::Free, id, TimeEdge::End, spanOf(id).end + 50);
    });
    measure("add, p95", [&](AnnotationId id) {
        return addSegment(shown.sample(), SegmentRule::Free, {spanOf(id).begin, spanOf(id).end + 100}, {1});
    });
    measure("delete, p95", [&](AnnotationId id) {
        return removeSegments(shown.sample(), SegmentRule::Free, {&id, 1});
    });
    measure("relabel, p95", [&](AnnotationId id) {
        return relabel(shown.sample(), {&id, 1}, {1 + std::int64_t(random() % 4)});
    });
    std::vector<double> scrolled, zoomed;
    for (int i = 0; i < scrolls; ++i) {
        const auto width = std::int64_t(soundRate) * (1 + std::int64_t(random() % 60));
        const auto begin = std::int64_t(random() % std::uint64_t(soundLength - width));
        scrolled.push_back(shown.ms([&] { shown.editor.view().showRange(begin, begin + width); }));
    }
    bench::report("scroll, p95 of 500 views", bench::percentiles(scrolled).p95, "ms", segmentFrameBudget);
    for (int i = 0; i < 50; ++i)
        zoomed.push_back(shown.ms(
            [&] { i % 2 ? shown.editor.view().fit() : shown.editor.view().showRange(0, soundLength / 2 + i); }));
    bench::report("all 20,000 in sight, p95", bench::percentiles(zoomed).p95, "ms", segmentFrameBudget);
}
