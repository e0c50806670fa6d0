#include "formats/text_losses.h"
#include "formats/folder_export.h"
#include <algorithm>

namespace formats {

const std::vector<std::pair<std::int64_t, std::int64_t>> &partsOf(const core::Annotation &annotation)
{
    static const std::vector<std::pair<std::int64_t, std::int64_t>> none;
    const auto *span = std::get_if<core::TextSpan>(&annotation.geometry);
    return span ? span->parts : none;
}

void addKindLosses(const core::SampleContent &content, core::JobKind kind, std::vector<std::string> &words)
{
    if (!content.sample.text)
        addLoss(words, "no-text");
    const bool whole = kind == core::JobKind::TextClassification;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        if (whole ? !std::holds_alternative<core::WholeSample>(annotation->geometry) : partsOf(*annotation).empty())
            addLoss(words, "shape");
        if (!annotation->label)
            addLoss(words, "no-label");
    }
    if (kind != core::JobKind::TextTriplet && !content.relations.empty())
        addLoss(words, "relations");
    if (std::ranges::any_of(content.relations, [](const core::Relation &relation) { return !relation.label; }))
        addLoss(words, "no-label");
}

void addPlainLosses(const core::Annotation &annotation, std::vector<std::string> &words)
{
    if (annotation.confidence)
        addLoss(words, "confidence");
    if (annotation.proposed)
        addLoss(words, "to-confirm");
    if (std::ranges::any_of(annotation.attributes, [](const auto &each) { return !isOfTheView(each.first); }))
        addLoss(words, "attributes");
}

}  // namespace formats
