#include "app/object_acts.h"
#include "app/editor_host.h"
#include "core/audio/segment_edits.h"
#include "core/job_options.h"
#include "core/mask_edits.h"
#include "core/text/text_edits.h"
#include "core/text/text_spans.h"
#include "widgets/qt_text.h"
#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

namespace app {

using namespace core;

namespace {

constexpr core::Point asideBy{10, 10};  // pixels a copy within the same sample is moved

bool isObject(const AnnotationPtr &annotation)
{
    return !std::holds_alternative<WholeSample>(annotation->geometry);
}

// The entity a relation begins at: steps go on from it. 0: there is no such relation.
AnnotationId headOf(const SampleContent &content, RelationId relation)
{
    const auto found = std::ranges::find(content.relations, relation, &Relation::id);
    return found == content.relations.end() ? AnnotationId{} : found->from;
}

}  // namespace

std::vector<AnnotationId> tabOrder(const SampleContent &content)
{
    std::vector<AnnotationPtr> objects;
    std::ranges::copy_if(content.annotations, std::back_inserter(objects), [](const AnnotationPtr &each) {
        return isObject(each) && !isSet(each->attributes, builtin::Hidden);
    });
    const auto rank = [](const AnnotationPtr &each) {
        const TextSpan *span = textSpanOf(*each);
        const TimeSpan *time = timeSpanOf(*each);
        return std::tuple(!each->proposed, each->proposed ? each->confidence.value_or(0) : 0.0,
                          span   ? hullOf(span->parts)
                          : time ? TextRange{time->begin, time->end}
                                 : TextRange{});
    };
    std::ranges::stable_sort(objects, {}, rank);
    std::vector<AnnotationId> ids;
    for (const AnnotationPtr &each : objects)
        ids.push_back(each->id);
    return ids;
}

ObjectActs::ObjectActs(Session &session, EditorHost &editor, Neighbour neighbour, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_editor(editor),
      m_neighbour(std::move(neighbour))
{
    connect(&session, &Session::projectChanged, this, [this] { m_copied.clear(); });
    connect(&session, &Session::jobChanged, this, [this] { m_copied.clear(); });
}

QList<QByteArray> ObjectActs::acrossSamples()
{
    return {"edit.paste",   "edit.paste-previous", "edit.copy-to-next", "edit.duplicate",
            "object.front", "object.forward",      "object.backward",   "object.back"};
}

bool ObjectActs::act(const QByteArray &id)
{
    const auto content = m_session.content();
    if (marksEntities(m_session.job()) && acrossSamples().contains(id))
        emit told(tr("Entities belong to their text. “Mark the same text” finds it again."));
    else if (id == "edit.copy" && marksEntities(m_session.job()))
        copyText();
    else if (id == "edit.copy")
        copy();
    else if (id == "edit.paste")
        paste();
    else if (id == "edit.paste-previous")
        pastePrevious();
    else if (id == "edit.copy-to-next")
        copyToNext();
    else if (id == "edit.duplicate")
        duplicate();
    else if (id == "edit.delete" || id == "edit.delete-all")
        remove(id == "edit.delete-all");
    else if (id == "edit.select-all")
        m_session.setSelection(content ? [&] {
            const auto ids = tabOrder(*content);
            return QList<AnnotationId>(ids.begin(), ids.end());
        }() : QList<AnnotationId>());
    else if (id == "object.next" || id == "object.previous")
        step(id == "object.next" ? 1 : -1);
    else
        return false;
    return true;
}

std::vector<AnnotationId> ObjectActs::selected() const
{
    const QList<AnnotationId> selection = m_session.selection();
    return {selection.begin(), selection.end()};
}

std::vector<AnnotationPtr> ObjectActs::selectedObjects() const
{
    std::vector<AnnotationPtr> objects;
    const auto content = m_session.content();
    for (const AnnotationId id : selected())
        if (const AnnotationPtr object = content ? content->annotation(id) : nullptr; object && isObject(object))
            objects.push_back(object);
    return objects;
}

void ObjectActs::copy()
{
    if (auto objects = selectedObjects(); !objects.empty()) {
        m_copied = std::move(objects);
        m_copiedFrom = m_session.content()->sample.id;
        emit told(tr("%Ln object(s) copied", nullptr, int(m_copied.size())));
    }
}

// What the selected entities cover goes to the clipboard, a line for each.
void ObjectActs::copyText()
{
    const auto content = m_session.content();
    if (!content || !content->sample.text || m_session.selection().isEmpty())
        return;
    const TextMap map(*content->sample.text);
    QStringList lines;
    for (const AnnotationPtr &object : selectedObjects())
        if (const TextSpan *span = textSpanOf(*object)) {
            QStringList parts;
            for (const auto &[begin, end] : span->parts)
                parts << widgets::toQString(map.slice(begin, end));
            lines << parts.join(' ');
        }
    QGuiApplication::clipboard()->setText(lines.join('\n'));
    emit told(tr("%Ln text(s) copied", nullptr, int(lines.size())));
}

// With nothing selected here or copied here: the objects of the sample before, which is what one wants in a series.
void ObjectActs::paste()
{
    const auto content = m_session.content();
    if (!content)
        return;
    const bool same = m_copiedFrom == content->sample.id;
    if (m_copied.empty())
        pastePrevious();
    else
        place(m_copied, same ? asideBy : Point{});
}

void ObjectActs::pastePrevious()
{
    const SampleId before = m_neighbour(-1);
    const auto contents = before ? m_session.contents({before}) : std::vector<SampleContent>{};
    std::vector<AnnotationPtr> objects;
    if (!contents.empty())
        std::ranges::copy_if(contents.front().annotations, std::back_inserter(objects), isObject);
    if (objects.empty())
        emit told(tr("The sample before has no objects to paste"));
    else
        place(objects, {});
}

// The selected objects, else all, onto the next sample, which is then the current one.
void ObjectActs::copyToNext()
{
    const auto content = m_session.content();
    std::vector<AnnotationPtr> objects = selectedObjects();
    if (objects.empty() && content)
        std::ranges::copy_if(content->annotations, std::back_inserter(objects), isObject);
    const SampleId next = m_neighbour(1);
    if (objects.empty())
        emit told(tr("There are no objects to copy"));
    else if (!next)
        emit told(tr("This is the last sample"));
    else if (m_session.goTo(next))
        place(objects, {});
}

void ObjectActs::duplicate()
{
    place(selectedObjects(), asideBy);
}

void ObjectActs::place(std::span<const AnnotationPtr> objects, Point offset)
{
    const auto content = m_session.content();
    if (!content || objects.empty() || !m_editor.isDrawing())
        return;
    const MediaInfo media = m_editor.media();
    const MaskCanvas canvas{*content, m_session.currentLabel(), media.width, media.height,
                            isExclusive(m_session.job())};
    (void)m_session.apply(pasteExclusive(canvas, objects, offset));
}

void ObjectActs::remove(bool all)
{
    const auto content = m_session.content();
    if (!content)
        return;
    if (const RelationId relation = m_session.selectedRelation(); relation && !all) {
        (void)m_session.apply(removeRelations(*content, {&relation, 1}));
        return;
    }
    if (!m_editor.isDrawing() || all) {
        std::vector<AnnotationId> ids;
        for (const AnnotationPtr &each : content->annotations)
            if (all || !isObject(each))
                ids.push_back(each->id);
        (void)m_session.apply(removeAnnotations(*content, ids));
        return;
    }
    (void)m_session.apply(removeAnnotations(*content, selected()));
}

void ObjectActs::step(int by)
{
    const auto content = m_session.content();
    const std::vector<AnnotationId> order = content ? tabOrder(*content) : std::vector<AnnotationId>();
    if (order.empty())
        return;
    std::vector<AnnotationId> now = selected();
    if (const AnnotationId head = headOf(*content, m_session.selectedRelation()))
        now = {head};
    const auto at = now.empty() ? order.end() : std::ranges::find(order, now.back());
    const auto count = std::ptrdiff_t(order.size());
    const std::ptrdiff_t from = at == order.end() ? (by > 0 ? -1 : count) : at - order.begin();
    m_session.setSelection({order[std::size_t((from + by + count) % count)]});
}

}  // namespace app
