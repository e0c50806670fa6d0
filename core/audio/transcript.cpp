#include "core/audio/transcript.h"
#include <algorithm>

namespace core {

namespace {

// The annotation that carries the transcript; null: there is none.
AnnotationPtr carrier(const SampleContent &content)
{
    const auto found = std::ranges::find_if(content.annotations, [](const AnnotationPtr &each) {
        return std::holds_alternative<WholeSample>(each->geometry) && valueOf(each->attributes, builtin::Content);
    });
    return found == content.annotations.end() ? nullptr : *found;
}

}  // namespace

std::string transcriptOf(const SampleContent &content)
{
    const AnnotationPtr said = carrier(content);
    return said ? *valueOf(said->attributes, builtin::Content) : std::string();
}

Edit transcribe(const SampleContent &content, std::string text)
{
    Edit edit{"transcribe", "", {}};
    const AnnotationPtr before = carrier(content);
    if (text == transcriptOf(content))
        return edit;
    if (text.empty()) {
        edit.changes.push_back(removed(*before));
        return edit;
    }
    Annotation after;
    if (before) {
        after = *before;
        after.proposed = false;
    } else {
        after.id = {-1};
        after.job = content.job;
        after.sample = content.sample.id;
        after.geometry = WholeSample{};
    }
    set(after.attributes, builtin::Content, std::move(text));
    edit.changes.push_back(before ? changed(*before, std::move(after)) : created(std::move(after)));
    return edit;
}

}  // namespace core
