// Changing what an entity covers: by its handles, by keys, by selecting its text anew, by one part more.
#include "core/text/text_spans.h"
#include "widgets/text/entity_view.h"
#include <algorithm>

namespace widgets {

using namespace core;

bool EntityView::beginStretching(const MarkHit &hit)
{
    const TextSpan *span = hit.side ? m_marks.spanOf(hit.entity) : nullptr;
    if (!span)
        return false;
    m_stretching = Stretching{hit.entity, *hit.side, span->parts};
    return true;
}

// By words, but by characters where the text is Chinese or Japanese, or when asked for. A part keeps a character.
void EntityView::stretchTo(QPointF position, bool byCharacter)
{
    const TextPlace place = placeAt(position);
    std::int64_t at = place.between;
    if (!byCharacter && !isIdeographic(map(), place.under)) {
        const TextRange word = boundaries().wordAt(place.under);
        at = 2 * at < word.first + word.second ? word.first : word.second;
    }
    auto &parts = m_stretching->parts;
    if (m_stretching->side == EntitySide::Begin)
        parts.front().first = std::min(at, boundaries().previousCluster(parts.front().second));
    else
        parts.back().second = std::max(at, boundaries().nextCluster(parts.back().first));
    select(m_stretching->side == EntitySide::Begin ? parts.front() : parts.back());
}

void EntityView::finishStretching()
{
    const Stretching done = *m_stretching;
    clearSelection();
    m_stretching.reset();
    const TextSpan *span = m_marks.spanOf(done.entity);
    if (span && span->parts != done.parts)
        emit acted(moveEntity(*m_marks.content().sample, m_marks.rules(), boundaries(), done.entity, done.parts));
}

bool EntityView::stretchByKey(QByteArray id)
{
    const Step step = id.endsWith("-word") ? Step::Word : Step::Character;
    if (step == Step::Word)
        id.chop(5);
    const Side side = id.startsWith("text.begin-") ? Side::Begin : Side::End;
    const bool outwards = id.endsWith("-out");
    if (m_lights.selected.size() == 1 && !m_marks.isEmpty()) {
        const AnnotationId entity = m_lights.selected.front();
        emit acted(
            stretchEntity(*m_marks.content().sample, m_marks.rules(), boundaries(), entity, side, step, outwards));
        jumpTo(entity);
        return true;
    }
    TextRange range = selection();
    std::int64_t &end = side == Side::Begin ? range.first : range.second;
    end = stepCaret(boundaries(), map(), end, step == Step::Word ? Granularity::Word : Granularity::Character,
                    (side == Side::End) == outwards);
    if (range.first < range.second)
        select(range);
    return true;
}

// Its text is selected, to be selected otherwise; Enter takes the selection for the entity.
void EntityView::beginExtent()
{
    const TextSpan *span = m_lights.selected.size() == 1 ? m_marks.spanOf(m_lights.selected.front()) : nullptr;
    if (!span)
        return;
    m_extentOf = m_lights.selected.front();
    select({span->parts.front().first, span->parts.back().second});
    reveal(selection());
    emit hintChanged();
}

void EntityView::finishExtent()
{
    const AnnotationId entity = std::exchange(m_extentOf, {});
    const TextRange range = selection();
    clearSelection();
    const TextSpan *span = m_marks.spanOf(entity);
    if (span && range != TextRange(span->parts.front().first, span->parts.back().second))
        emit acted(moveEntity(*m_marks.content().sample, m_marks.rules(), boundaries(), entity, {&range, 1}));
    emit hintChanged();
}

void EntityView::addPart(AnnotationId entity)
{
    const TextSpan *span = m_marks.spanOf(entity);
    if (!span)
        return;
    std::vector<TextRange> parts = span->parts;
    parts.push_back(selection());
    parts = tidyParts(boundaries(), parts);
    clearSelection();
    emit acted(moveEntity(*m_marks.content().sample, m_marks.rules(), boundaries(), entity, parts));
}

}  // namespace widgets
