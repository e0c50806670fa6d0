// The part of Session that is about the current sample: its content, the selection in it, and the edits to it.
#include "app/session_impl.h"
#include "core/audio/rescale.h"
#include "core/labelling.h"
#include <algorithm>
#include <unordered_set>

namespace app {

using namespace core;

namespace {

// The relation an edit created in that sample; 0: none, or several.
RelationId joined(const Edit &edit, const SampleContent &content)
{
    RelationId only;
    for (const Change &change : edit.changes)
        if (const auto *row = std::get_if<RowChange<Relation>>(&change))
            if (!row->before && row->after && row->after->sample == content.sample.id
                && row->after->job == content.job) {
                if (only)
                    return {};
                only = row->after->id;
            }
    return only;
}

// Those of `ids` that are still there.
QList<AnnotationId> alive(const SampleContent &content, QList<AnnotationId> ids)
{
    std::unordered_set<AnnotationId> gone(ids.begin(), ids.end());
    if (!gone.empty())
        for (const AnnotationPtr &annotation : content.annotations)
            gone.erase(annotation->id);
    ids.removeIf([&gone](AnnotationId id) { return gone.contains(id); });
    return ids;
}

bool has(const SampleContent &content, RelationId id)
{
    return std::ranges::binary_search(content.relations, id, {}, &Relation::id);
}

// What an edit created in that sample, without labels of the whole of it.
QList<AnnotationId> drawn(const Edit &edit, const SampleContent &content)
{
    QList<AnnotationId> created;
    for (const Change &change : edit.changes)
        if (const auto *row = std::get_if<RowChange<Annotation>>(&change))
            if (!row->before && row->after && row->after->sample == content.sample.id && row->after->job == content.job
                && !std::holds_alternative<WholeSample>(row->after->geometry))
                created.push_back(row->after->id);
    return created;
}

}  // namespace

std::shared_ptr<const SampleContent> Session::content() const
{
    return m_impl->content;
}

Status Session::goTo(SampleId id)
{
    const SampleId at = m_impl->at();
    if (id == at || !m_impl->project)
        return ok();
    settle();
    if (!id) {
        m_impl->content.reset();
    } else {
        auto content = m_impl->project->reader().load(m_impl->job.id, id);
        if (!content)
            return report(content.error(), tr("Show the sample"));
        m_impl->content = std::make_shared<const SampleContent>(std::move(*content));
        remember("sample", QByteArray::number(qint64(id.value)));
    }
    m_impl->selection.clear();
    m_impl->relation = {};
    emit contentChanged();
    emit selectionChanged();
    return ok();
}

SampleId Session::leftSample() const
{
    return {remembered("sample").toLongLong()};
}

std::vector<SampleContent> Session::contents(const QList<SampleId> &ids) const
{
    std::vector<SampleContent> contents;
    if (!m_impl->project)
        return contents;
    contents.reserve(std::size_t(ids.size()));
    for (const SampleId id : ids) {
        if (m_impl->content && m_impl->content->sample.id == id)
            contents.push_back(*m_impl->content);
        else if (auto content = m_impl->project->reader().load(m_impl->job.id, id))
            contents.push_back(std::move(*content));
    }
    return contents;
}

QList<AnnotationId> Session::selection() const
{
    return m_impl->selection;
}

void Session::setSelection(const QList<AnnotationId> &selection)
{
    select(selection, selection.isEmpty() ? m_impl->relation : RelationId{});
}

RelationId Session::selectedRelation() const
{
    return m_impl->relation;
}

void Session::setSelectedRelation(RelationId relation)
{
    select(relation ? QList<AnnotationId>() : m_impl->selection, relation);
}

void Session::select(const QList<AnnotationId> &objects, RelationId relation)
{
    if (objects == m_impl->selection && relation == m_impl->relation)
        return;
    m_impl->selection = objects;
    m_impl->relation = relation;
    emit selectionChanged();
}

LabelId Session::currentLabel() const
{
    return m_impl->currentLabel;
}

void Session::setCurrentLabel(LabelId label)
{
    if (label == m_impl->currentLabel)
        return;
    m_impl->currentLabel = label;
    remember("label", QByteArray::number(qint64(label.value)));
    emit currentLabelChanged();
}

// To open a sound is no step one would undo: what it told of itself goes with the first one that is.
void Session::addHeard(Edit &edit)
{
    const auto content = m_impl->content;
    const auto touched = touchedSamples(edit);
    if (!content || content->sample.id != m_impl->heard.first || !std::ranges::binary_search(touched, m_impl->at()))
        return;
    const bool changesRow = std::ranges::any_of(
        edit.changes, [](const Change &change) { return std::holds_alternative<RowChange<Sample>>(change); });
    if (!changesRow)
        std::ranges::move(mediaFound(content->sample, m_impl->heard.second, {}).changes,
                          std::back_inserter(edit.changes));
    m_impl->heard = {};
}

Status Session::apply(Edit edit)
{
    if (!m_impl->project || isNothing(edit))
        return ok();
    const QString doing = tr("Change the project");
    if (m_impl->project->isReadOnly())
        return report(Error{Code::ReadOnly, m_impl->project->file().filename().string(), {}}, doing);
    addHeard(edit);
    QList<SampleId> touched;
    for (const SampleId id : touchedSamples(edit))
        touched.push_back(id);
    const auto applied = m_impl->project->apply(withImpliedState(std::move(edit), contents(touched)));
    if (applied)
        return ok();
    if (applied.error().code == Code::Conflict && m_impl->content) {
        const SampleId at = m_impl->content->sample.id;
        m_impl->content.reset();
        (void)goTo(at);
    }
    return report(applied.error(), doing);
}

void Session::learnSound(SampleId sample, const MediaInfo &info)
{
    if (isReadOnly())
        return;
    std::optional<Sample> row;
    std::vector<AnnotationPtr> annotations;
    for (const Job &each : jobs())
        if (auto content = m_impl->project->reader().load(each.id, sample)) {
            row = std::move(content->sample);
            std::ranges::move(content->annotations, std::back_inserter(annotations));
        }
    if (!row || (row->media.rate == info.rate && row->media.length > 0))
        return;
    const bool hasSpans = std::ranges::any_of(
        annotations, [](const AnnotationPtr &each) { return std::holds_alternative<TimeSpan>(each->geometry); });
    if (hasSpans)
        (void)apply(mediaFound(*row, info, annotations));  // told by failed()
    else
        m_impl->heard = {sample, info};
}

Status Session::undo()
{
    return step(true);
}

Status Session::redo()
{
    return step(false);
}

Status Session::step(bool back)
{
    if (!m_impl->project)
        return ok();
    settle();
    const auto entry = back ? m_impl->project->nextUndo() : m_impl->project->nextRedo();
    if (!entry)
        return ok();
    if (entry->sample && m_impl->project->reader().load(m_impl->job.id, entry->sample))
        if (Status status = goTo(entry->sample); !status)
            return status;
    const auto set = back ? m_impl->project->undo() : m_impl->project->redo();
    return set ? ok() : report(set.error(), back ? tr("Undo") : tr("Redo"));
}

void Session::observe(const ChangeSet &set)
{
    if (set.jobs || set.everything)
        for (const Job &each : jobs())
            if (each.id == m_impl->job.id && !(each == m_impl->job)) {
                m_impl->job = each;
                emit jobChanged();
            }
    if (set.labels || set.everything) {
        loadLabels();
        emit labelsChanged();
        emit currentLabelChanged();
    }
    refreshContent(set);
    emit changed(set);
}

void Session::refreshContent(const ChangeSet &set)
{
    if (!m_impl->content)
        return;
    const SampleId at = m_impl->content->sample.id;
    if (set.everything) {
        auto content = m_impl->project->reader().load(m_impl->job.id, at);
        m_impl->content = content ? std::make_shared<const SampleContent>(std::move(*content)) : nullptr;
    } else if (std::ranges::binary_search(set.samples, at)) {
        m_impl->content = std::make_shared<const SampleContent>(patched(*m_impl->content, *set.edit));
    } else {
        return;
    }
    emit contentChanged();
    refreshSelection(*set.edit);
}

// What was created is at hand for the next act; else what was selected and is still there.
void Session::refreshSelection(const Edit &edit)
{
    if (!m_impl->content) {
        select({}, {});
        return;
    }
    const SampleContent &content = *m_impl->content;
    QList<AnnotationId> objects = drawn(edit, content);
    const RelationId relation = joined(edit, content);
    if (objects.isEmpty() && !relation)
        objects = alive(content, m_impl->selection);
    if (relation && objects.isEmpty())
        select({}, relation);
    else
        select(objects, objects.isEmpty() && has(content, m_impl->relation) ? m_impl->relation : RelationId{});
}

}  // namespace app
