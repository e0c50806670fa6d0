#include "tests/kill/sound_gestures.h"
#include "core/audio/segment_edits.h"
#include "core/labelling.h"

namespace tests {

using namespace core;

namespace {

constexpr std::int64_t length = 16000;

// One act by chance; a refused one or one that changes nothing is an edit without changes.
Edit tried(const SampleContent &content, std::mt19937 &random)
{
    constexpr SegmentRule rule = SegmentRule::Gapless;
    const auto segment = [&] {
        return content.annotations.empty() ? AnnotationId{}
                                           : content.annotations[random() % content.annotations.size()]->id;
    };
    const AnnotationId one = segment();
    const auto at = std::int64_t(random() % length), by = std::int64_t(random() % 2000) - 1000;
    const SegmentAct act = [&]() -> SegmentAct {
        switch (random() % 7) {
        case 0: return addSegment(content, rule, {at, at + by}, {1 + std::int64_t(random() % 2)});
        case 1: return moveEdge(content, rule, one, TimeEdge::End, at);
        case 2: return moveSegments(content, rule, {&one, 1}, by);
        case 3: return splitSegment(content, one, at);
        case 4: return mergeSegments(content, rule, {&one, 1});
        case 5: return setSegmentValue(content, {&one, 1}, builtin::Content, "说 " + std::to_string(random() % 100));
        default: return removeSegments(content, rule, {&one, 1});
        }
    }();
    const auto *edit = std::get_if<Edit>(&act);
    return edit ? *edit : Edit{};
}

}  // namespace

Edit addSound(JobId job, std::mt19937 &random)
{
    Edit edit{"add", {}, {}};
    Sample sample;
    sample.id = {-1};
    sample.uri = "s" + std::to_string(random()) + "-" + std::to_string(random()) + ".wav";
    sample.media.rate = 8000;
    sample.media.length = length;
    edit.changes.push_back(created(sample));
    const std::int64_t edges[] = {0, 4000, 9000, length};
    for (std::int64_t i = 0; i < 3; ++i) {
        Annotation segment;
        segment.id = {-1 - i};
        segment.job = job;
        segment.sample = sample.id;
        segment.order = i;
        segment.label = {1 + i % 2};
        segment.geometry = TimeSpan{edges[i], edges[i + 1], -1};
        edit.changes.push_back(created(std::move(segment)));
    }
    edit.changes.push_back(created(WorkState{job, sample.id, {}, State::Labeled, false, {}, {}, {}}));
    return edit;
}

Edit actOnSound(const SampleContent &content, std::mt19937 &random)
{
    for (int attempt = 0; attempt < 20; ++attempt)
        if (Edit edit = tried(content, random); !isNothing(edit))
            return edit;
    return setHard({&content, 1}, !content.work->hard);
}

}  // namespace tests
