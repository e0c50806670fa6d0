#include "core/audio/rescale.h"
#include "core/audio/sound_time.h"

namespace core {

MediaInfo withFound(MediaInfo known, const MediaInfo &found)
{
    known.state = found.state;
    if (found.bytes > 0)
        known.bytes = found.bytes;
    if (found.width > 0 && found.height > 0) {
        known.width = found.width;
        known.height = found.height;
    }
    if (found.channels > 0)
        known.channels = found.channels;
    if (found.rate >= 1) {
        known.rate = found.rate;
        known.length = found.length;
    }
    return known;
}

Edit mediaFound(const Sample &sample, const MediaInfo &found, std::span<const AnnotationPtr> annotations)
{
    Edit edit{"media-found", "", {}};
    Sample after = sample;
    after.media = withFound(sample.media, found);
    if (after == sample)
        return edit;
    const std::int64_t from = rateOf(sample.media), to = rateOf(after.media);
    edit.changes.push_back(changed(sample, std::move(after)));
    if (from == to)
        return edit;
    for (const AnnotationPtr &before : annotations) {
        const auto *span = std::get_if<TimeSpan>(&before->geometry);
        if (!span)
            continue;
        Annotation moved = *before;
        moved.geometry = rescaled(*span, from, to);
        edit.changes.push_back(changed(*before, std::move(moved)));
    }
    return edit;
}

}  // namespace core
