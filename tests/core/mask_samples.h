// Masks on a sample of 100 × 80 pixels, and what an edit makes of them.
#pragma once
#include "core/mask_edits.h"
#include "core/masks.h"
#include "tests/core/bitmap.h"
#include "tests/core/labelling_samples.h"

namespace tests {

inline core::Annotation mask(std::int64_t id, core::MaskRuns runs)
{
    return annotation(id, 10, core::Mask{std::make_shared<const core::MaskRuns>(std::move(runs))});
}

inline core::Annotation locked(core::Annotation annotation)
{
    core::set(annotation.attributes, core::builtin::Locked, "1");
    return annotation;
}

inline core::MaskCanvas canvas(const core::SampleContent &content, bool exclusive = false)
{
    return {content, {12}, 100, 80, exclusive};
}

inline const core::MaskRuns &runs(const core::SampleContent &content, std::int64_t id)
{
    return *std::get<core::Mask>(content.annotation({id})->geometry).runs;
}

inline core::MaskRuns at(int x, int y, const std::vector<std::string_view> &rows)
{
    return translated(runsOf(rows), x, y);
}

}  // namespace tests
