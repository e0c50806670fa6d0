#include "core/text/passages.h"
#include "core/labelling.h"
#include "core/text/entity_rule.h"

namespace core {

namespace {

// Unseen rows can only be new ones, which is all that marking makes: entities and the state that follows from them.
Status putInto(BatchWriter &batch, const Edit &edit)
{
    for (const Change &change : edit.changes) {
        if (const auto *entity = std::get_if<RowChange<Annotation>>(&change)) {
            Annotation row = *entity->after;
            row.id = {};
            if (const auto put = batch.put(std::move(row)); !put)
                return put.error();
        } else if (const auto *work = std::get_if<RowChange<WorkState>>(&change)) {
            WorkState row = *work->after;
            row.batch = {};
            if (Status put = batch.put(std::move(row)); !put)
                return put;
        }
    }
    return ok();
}

}  // namespace

std::vector<Passage> freePassages(const SampleContent &content, const TextRules &rules, std::vector<Passage> passages,
                                  PassageCounts &counts)
{
    if (passages.empty())
        return passages;
    EntitySweep sweep(overlapOf(rules.job), content.annotations);
    std::erase_if(passages, [&](const Passage &passage) {
        const auto refused = sweep.clash(passage.range, passage.label);
        if (refused)
            ++(refused->why == Refusal::Twice ? counts.marked : counts.blocked);
        return refused.has_value();
    });
    counts.found += std::ssize(passages);
    counts.samples += passages.empty() ? 0 : 1;
    return passages;
}

Edit markPassages(const SampleContent &content, std::span<const Passage> passages, const Marking &as)
{
    Edit edit{as.editName, "", {}};
    std::int64_t order = content.annotations.empty() ? 0 : content.annotations.back()->order + 1;
    std::int64_t id = 0;
    for (const Passage &passage : passages) {
        Annotation entity;
        entity.id = {--id};
        entity.job = content.job;
        entity.sample = content.sample.id;
        entity.label = passage.label;
        entity.order = order++;
        entity.geometry = TextSpan{{passage.range}};
        entity.proposed = as.proposed;
        entity.author = as.author;
        edit.changes.push_back(created(std::move(entity)));
    }
    return edit;
}

Result<PassageCounts> eachPassage(const Reader &reader, const SampleQuery &query, const TextRules &rules,
                                  const FindPassages &find, const VisitPassages &visit, TaskContext &task)
{
    const auto all = reader.count(query, task.stop());
    if (!all)
        return all.error();
    PassageCounts counts;
    std::optional<Error> failure;
    std::int64_t done = 0;
    const auto look = [&](SampleContent &&content) {
        if (!task.advance(done++, *all))
            return false;
        if (!content.sample.text)
            return true;
        auto passages = find(*content.sample.text, task.stop());
        if (!passages) {
            failure = passages.error();
            failure->where.file = content.sample.uri;
            return false;
        }
        const auto free = freePassages(content, rules, std::move(*passages), counts);
        return free.empty() || visit(content, free);
    };
    if (Status read = reader.each(query, look, task.stop()); !read)
        return read.error();
    if (task.stop().stop_requested())
        return Error{Code::Cancelled, "", {}};
    if (failure)
        return *failure;
    return counts;
}

Result<MarkedPassages> markPassages(const Reader &reader, BatchWriter &batch, const SampleQuery &query,
                                    const TextRules &rules, const FindPassages &find, const Marking &as,
                                    TaskContext &task)
{
    Status written = ok();
    const auto mark = [&](const SampleContent &content, const std::vector<Passage> &passages) {
        written = putInto(batch, withImpliedState(markPassages(content, passages, as), {&content, 1}));
        return written.has_value();
    };
    const auto counts = eachPassage(reader, query, rules, find, mark, task);
    if (!written)
        return written.error();
    if (!counts)
        return counts.error();
    auto show = batch.close(as.editName);
    if (!show)
        return show.error();
    return MarkedPassages{std::move(*show), *counts};
}

}  // namespace core
