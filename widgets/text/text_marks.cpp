#include "widgets/text/text_marks.h"
#include "core/job_options.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include "widgets/theme.h"
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>
#include <algorithm>

namespace widgets {

using namespace core;

namespace {

constexpr qsizetype longestTag = 24;       // characters
constexpr std::size_t manyChanges = 2000;  // entities: beyond, the index is built anew
constexpr double readable = 4.5;           // WCAG contrast of small text

// The colour, darker or lighter until it can be read on the ground of texts.
QColor inkOf(QColor color)
{
    const QColor ground = QGuiApplication::palette().color(QPalette::Base);
    const bool lighten = ground.lightness() < 128;
    for (int step = 0; step < 40 && contrast(color, ground) < readable; ++step) {
        float h = 0, s = 0, l = 0;
        color.getHslF(&h, &s, &l);
        color = QColor::fromHslF(std::max(h, 0.0f), s, std::clamp(l + (lighten ? 0.025f : -0.025f), 0.0f, 1.0f));
    }
    return color;
}

bool drawnBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    return std::pair(a->order, a->id) < std::pair(b->order, b->id);
}

TextLink linkOf(const Relation &relation)
{
    return {relation.id, relation.label, relation.from, relation.to};
}

}  // namespace

TextMarks::Changes TextMarks::setContent(const EditorContent &content)
{
    const EditorContent before = std::exchange(m_content, content);
    Changes changes;
    changes.all = !before.sample || before.sample->sample.id != content.sample->sample.id || !before.sample->sample.text
                  || !content.sample->sample.text
                  || !before.sample->sample.text->sharesWith(*content.sample->sample.text)
                  || before.labels != content.labels || before.job != content.job;
    if (before.labels != content.labels)
        refreshLooks();
    if (!before.sample || before.sample->sample.id != content.sample->sample.id) {
        m_spans.build(content.sample->annotations);
        m_links.clear();
        m_byEntity.clear();
    } else if (before.sample != content.sample) {
        compareEntities(*before.sample, changes);
    }
    if (before.sample != content.sample)
        compareRelations(changes);
    return changes;
}

void TextMarks::clear()
{
    m_content = {};
    m_spans.build({});
    m_links.clear();
    m_byEntity.clear();
}

void TextMarks::refreshLooks()
{
    m_looks.clear();
    const QString none = QCoreApplication::translate("widgets::TextMarks", "no label");
    m_unlabeled = {none, none, secondaryColor(), secondaryColor()};
    if (m_content.labels)
        for (const Label &label : *m_content.labels)
            m_looks[label.id.value] = {toQString(label.name), abridged(toQString(label.name).simplified(), longestTag),
                                       toColor(label.rgb), inkOf(toColor(label.rgb))};
}

// Of a changed entity the rows of those it is joined with are drawn otherwise, too.
void TextMarks::staleWithEnds(const Annotation &entity, Changes &changes) const
{
    const auto *span = std::get_if<TextSpan>(&entity.geometry);
    if (!span || span->parts.empty())
        return;
    changes.stale.emplace_back(span->parts.front().first, span->parts.back().second);
    for (const RelationId id : linksOf(entity.id))
        if (const TextLink *each = link(id))
            changes.stale.push_back(hullOf(each->from == entity.id ? each->to : each->from));
}

void TextMarks::compareEntities(const SampleContent &earlier, Changes &changes)
{
    const std::vector<AnnotationPtr> &before = earlier.annotations, &after = m_content.sample->annotations;
    std::vector<AnnotationPtr> gone, come;
    auto a = before.begin(), b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (a != before.end() && b != after.end() && *a == *b) {
            ++a;
            ++b;
        } else if (b == after.end() || (a != before.end() && drawnBefore(*a, *b))) {
            gone.push_back(*a++);
        } else {
            come.push_back(*b++);
        }
    }
    if (gone.size() + come.size() > manyChanges) {
        m_spans.build(after);
        changes.all = true;
        return;
    }
    for (const AnnotationPtr &each : gone) {
        staleWithEnds(*each, changes);
        m_spans.remove(each->id);
    }
    for (const AnnotationPtr &each : come) {
        m_spans.insert(each);
        staleWithEnds(*each, changes);
    }
}

void TextMarks::compareRelations(Changes &changes)
{
    std::vector<TextLink> gone, come;
    auto a = m_links.begin();
    auto b = m_content.sample->relations.begin();
    const auto end = m_content.sample->relations.end();
    while (a != m_links.end() || b != end) {
        if (a != m_links.end() && b != end && a->second == linkOf(*b)) {
            ++a;
            ++b;
        } else if (b == end || (a != m_links.end() && a->first <= b->id)) {
            gone.push_back((a++)->second);
        } else {
            come.push_back(linkOf(*b++));
        }
    }
    const auto touch = [&](const TextLink &each) {
        changes.stale.push_back(hullOf(each.from));
        changes.stale.push_back(hullOf(each.to));
    };
    for (const TextLink &each : gone) {
        touch(each);
        removeLink(each);
    }
    for (const TextLink &each : come) {
        touch(each);
        addLink(each);
    }
}

void TextMarks::addLink(const TextLink &link)
{
    m_links.insert_or_assign(link.id, link);
    m_byEntity[link.from.value].push_back(link.id);
    m_byEntity[link.to.value].push_back(link.id);
}

void TextMarks::removeLink(const TextLink &link)
{
    for (const AnnotationId entity : {link.from, link.to}) {
        auto &all = m_byEntity[entity.value];
        std::erase(all, link.id);
        if (all.empty())
            m_byEntity.erase(entity.value);
    }
    m_links.erase(link.id);
}

const TextSpan *TextMarks::spanOf(AnnotationId id) const
{
    const AnnotationPtr *entity = m_spans.find(id);
    return entity ? &std::get<TextSpan>((*entity)->geometry) : nullptr;
}

TextRange TextMarks::hullOf(AnnotationId id) const
{
    const TextSpan *span = spanOf(id);
    return span ? TextRange(span->parts.front().first, span->parts.back().second) : TextRange();
}

LabelId TextMarks::labelOf(AnnotationId id) const
{
    const AnnotationPtr *entity = m_spans.find(id);
    return entity ? (*entity)->label : LabelId();
}

const TextLink *TextMarks::link(RelationId id) const
{
    const auto known = m_links.find(id);
    return known == m_links.end() ? nullptr : &known->second;
}

const std::vector<RelationId> &TextMarks::linksOf(AnnotationId entity) const
{
    static const std::vector<RelationId> none;
    const auto known = m_byEntity.find(entity.value);
    return known == m_byEntity.end() ? none : known->second;
}

bool TextMarks::isMisfit(const TextLink &link) const
{
    const auto label = std::ranges::find(*m_content.labels, link.label, &Label::id);
    return label != m_content.labels->end() && !fits(*label, labelOf(link.from), labelOf(link.to));
}

const LabelLook &TextMarks::look(LabelId label) const
{
    const auto known = m_looks.find(label.value);
    return known == m_looks.end() ? m_unlabeled : known->second;
}

}  // namespace widgets
