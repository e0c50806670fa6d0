#include "widgets/panels/relation_model.h"
#include "core/text/text_spans.h"
#include "widgets/messages.h"
#include "widgets/panels/annotation_changes.h"
#include "widgets/panels/swatch.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace widgets {

namespace {

core::TextRange placeOf(const core::AnnotationPtr &entity)
{
    const core::TextSpan *span = entity ? core::textSpanOf(*entity) : nullptr;
    return span ? core::hullOf(span->parts) : core::TextRange{};
}

}  // namespace

void RelationModel::setContent(std::shared_ptr<const core::SampleContent> content,
                               std::shared_ptr<const std::vector<core::Label>> labels, const core::Job &job)
{
    const bool comparable = m_content && content && labels == m_labels && job == m_job && m_filter.isEmpty()
                            && content->sample.id == m_content->sample.id
                            && content->sample.text == m_content->sample.text;
    if (comparable && adjust(*content)) {
        m_content = std::move(content);
        return;
    }
    beginResetModel();
    m_content = std::move(content);
    m_labels = std::move(labels);
    m_job = job;
    m_passages.setText(m_content ? m_content->sample.text : std::nullopt);
    m_all = triples();
    m_shown = filtered();
    endResetModel();
}

// Takes what changed out and puts it in, row by row; false: it is too much for that. Most edits concern no relation.
bool RelationModel::adjust(const core::SampleContent &now)
{
    constexpr std::size_t few = 16;
    const AnnotationChanges entities = changesBetween(m_content->annotations, now.annotations);
    std::vector<core::Relation> come;
    std::unordered_set<core::RelationId> gone;
    auto a = m_content->relations.begin(), b = now.relations.begin();
    while (a != m_content->relations.end() || b != now.relations.end()) {
        const bool both = a != m_content->relations.end() && b != now.relations.end();
        if (both && *a == *b) {
            ++a;
            ++b;
        } else if (b == now.relations.end() || (both && a->id <= b->id)) {
            gone.insert((a++)->id);
        } else {
            come.push_back(*b++);
        }
    }
    if (entities.size() > few || come.size() + gone.size() > few)
        return false;
    const std::unordered_set ends(entities.gone.begin(), entities.gone.end());
    std::vector<std::size_t> stale;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const bool leaves = gone.contains(m_all[i].relation.id);
        const bool moves = !ends.empty() && (ends.contains(m_all[i].head) || ends.contains(m_all[i].tail));
        if (leaves || moves)
            stale.push_back(i);
        if (moves && !leaves)
            come.push_back(m_all[i].relation);
    }
    if (stale.size() + come.size() > few)
        return false;
    for (auto row = stale.rbegin(); row != stale.rend(); ++row)
        remove(*row);
    for (const core::Relation &relation : come)
        insert(tripleOf(relation, now.annotation(relation.from), now.annotation(relation.to)));
    return true;
}

// Without a filter all are shown, in their order.
void RelationModel::remove(std::size_t row)
{
    beginRemoveRows({}, int(row), int(row));
    m_all.erase(m_all.begin() + std::ptrdiff_t(row));
    m_shown.pop_back();
    endRemoveRows();
}

void RelationModel::insert(Triple triple)
{
    const auto at = std::ranges::upper_bound(m_all, triple.key, {}, &Triple::key);
    const int row = int(at - m_all.begin());
    beginInsertRows({}, row, row);
    m_shown.push_back(count());
    m_all.insert(at, std::move(triple));
    endInsertRows();
}

RelationModel::Triple RelationModel::tripleOf(const core::Relation &relation, core::AnnotationPtr head,
                                              core::AnnotationPtr tail)
{
    const auto key = std::tuple(placeOf(head), placeOf(tail), relation.id.value);
    return {relation, std::move(head), std::move(tail), key};
}

void RelationModel::setFilter(const QString &filter)
{
    beginResetModel();
    m_filter = filter.simplified();
    m_shown = filtered();
    endResetModel();
}

core::TextRules RelationModel::rules() const
{
    static const std::vector<core::Label> none;
    return {m_job, m_labels ? *m_labels : none};
}

std::vector<RelationModel::Triple> RelationModel::triples() const
{
    std::vector<Triple> all;
    if (!m_content || m_content->relations.empty())
        return all;
    std::unordered_map<core::AnnotationId, core::AnnotationPtr> ends;
    for (const core::Relation &relation : m_content->relations)
        ends[relation.from] = ends[relation.to] = nullptr;
    for (const core::AnnotationPtr &entity : m_content->annotations)
        if (const auto end = ends.find(entity->id); end != ends.end())
            end->second = entity;
    for (const core::Relation &relation : m_content->relations)
        all.push_back(tripleOf(relation, ends[relation.from], ends[relation.to]));
    std::ranges::sort(all, {}, &Triple::key);
    return all;
}

std::vector<int> RelationModel::filtered() const
{
    std::vector<int> shown;
    for (int i = 0; i < count(); ++i) {
        const Triple &triple = m_all[std::size_t(i)];
        bool matches = m_filter.isEmpty();
        for (int column = 0; column < ColumnCount && !matches; ++column)
            matches = text(triple, column).contains(m_filter, Qt::CaseInsensitive);
        if (matches)
            shown.push_back(i);
    }
    return shown;
}

const core::Relation *RelationModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_all[std::size_t(m_shown[std::size_t(row)])].relation : nullptr;
}

int RelationModel::rowOf(core::RelationId id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row)->id == id)
            return row;
    return -1;
}

int RelationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString RelationModel::text(const Triple &triple, int column) const
{
    if (column == Relation) {
        const core::Label *label = core::labelOf(rules(), triple.relation.label);
        return label ? toQString(label->name) : tr("No label");
    }
    const core::AnnotationPtr &entity = column == Head ? triple.head : triple.tail;
    const core::TextSpan *span = entity ? core::textSpanOf(*entity) : nullptr;
    return span ? m_passages.shown(*span) : QString();
}

QString RelationModel::misfitText(int row) const
{
    const Triple &triple = m_all[std::size_t(m_shown[std::size_t(row)])];
    if (!triple.head || !triple.tail)
        return {};
    const auto why = core::misfit(rules(), triple.relation, triple.head->label, triple.tail->label);
    return why ? refusalText(*why, *m_labels) : QString();
}

QString RelationModel::toolTip(int row, int column) const
{
    const Triple &triple = m_all[std::size_t(m_shown[std::size_t(row)])];
    if (column == Relation)
        return misfitText(row);
    const core::AnnotationPtr &entity = column == Head ? triple.head : triple.tail;
    const core::Label *label = entity ? core::labelOf(rules(), entity->label) : nullptr;
    const core::TextSpan *span = entity ? core::textSpanOf(*entity) : nullptr;
    if (!span)
        return {};
    return tr("%1 (%2, %3)")
        .arg(text(triple, column), label ? toQString(label->name) : tr("No label"), placeText(*span));
}

// The colour of what stands in the column; a warning where the relation does not fit.
QVariant RelationModel::mark(int row, int column) const
{
    const Triple &triple = m_all[std::size_t(m_shown[std::size_t(row)])];
    if (column == Relation && !misfitText(row).isEmpty())
        return icon("triangle-alert", warningColor());
    const core::AnnotationPtr &entity = column == Head ? triple.head : triple.tail;
    const core::LabelId id = column == Relation ? triple.relation.label : entity ? entity->label : core::LabelId();
    const core::Label *label = core::labelOf(rules(), id);
    return label ? QVariant(swatch(label->rgb)) : QVariant();
}

QVariant RelationModel::data(const QModelIndex &index, int role) const
{
    if (!at(index.row()))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(m_all[std::size_t(m_shown[std::size_t(index.row())])], index.column());
    case Qt::DecorationRole: return mark(index.row(), index.column());
    case Qt::ToolTipRole: return toolTip(index.row(), index.column()).toHtmlEscaped();
    default: return {};
    }
}

QVariant RelationModel::headerData(int section, Qt::Orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Head: return tr("Head");
    case Relation: return tr("Relation");
    case Tail: return tr("Tail");
    default: return {};
    }
}

void RelationModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

}  // namespace widgets
