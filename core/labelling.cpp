// Labels and states of whole samples. Objects: labelling_objects.cpp.
#include "core/labelling.h"
#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

bool isWhole(const Annotation &annotation)
{
    return std::holds_alternative<WholeSample>(annotation.geometry);
}

// Hands out the ids of rows an edit creates.
class NewIds {
public:
    AnnotationId next() { return {--m_last}; }

private:
    std::int64_t m_last = 0;
};

Annotation wholeSample(const SampleContent &content, LabelId label, AnnotationId id)
{
    Annotation annotation;
    annotation.id = id;
    annotation.job = content.job;
    annotation.sample = content.sample.id;
    annotation.label = label;
    annotation.order = content.annotations.empty() ? 0 : content.annotations.back()->order + 1;
    annotation.geometry = WholeSample{};
    return annotation;
}

Change accepted(const Annotation &annotation)
{
    Annotation after = annotation;
    after.proposed = false;
    return changed(annotation, std::move(after));
}

void addState(Edit &edit, const SampleContent &content, State state)
{
    if (content.state() == state)
        return;
    WorkState after = workOf(content);
    after.state = state;
    edit.changes.push_back(workChange(content, after));
}

void addRemoval(Edit &edit, const SampleContent &content)
{
    for (const Relation &relation : content.relations)
        edit.changes.push_back(removed(relation));
    for (const AnnotationPtr &annotation : content.annotations)
        edit.changes.push_back(removed(*annotation));
}

void addAssignment(Edit &edit, const SampleContent &content, LabelId label, Labels mode, NewIds &ids)
{
    bool there = false;
    const std::size_t before = edit.changes.size();
    for (const AnnotationPtr &annotation : content.annotations) {
        if (!isWhole(*annotation))
            continue;
        const bool same = annotation->label == label && !there;
        if (same && annotation->proposed)
            edit.changes.push_back(accepted(*annotation));
        if (!same && (mode == Labels::Single || annotation->label == label))
            edit.changes.push_back(removed(*annotation));
        there = there || same;
    }
    if (!there)
        edit.changes.push_back(created(wholeSample(content, label, ids.next())));
    if (edit.changes.size() == before && mode == Labels::Single)
        addState(edit, content, State::Labeled);  // the label was right already: saying so is an answer
}

void addWholeRemoval(Edit &edit, const SampleContent &content, std::optional<LabelId> only)
{
    for (const AnnotationPtr &annotation : content.annotations)
        if (isWhole(*annotation) && (!only || annotation->label == *only))
            edit.changes.push_back(removed(*annotation));
}

// How an edit changes what lies in one sample of one job.
struct Tally {
    std::int64_t annotations = 0, proposals = 0;
    bool touched = false, setsState = false;

    void count(const Annotation &annotation, int by)
    {
        annotations += by;
        proposals += annotation.proposed ? by : 0;
    }
};

using Tallies = std::unordered_map<SampleId, Tally>;  // of one job

Tallies tallies(const Edit &edit, std::span<const SampleContent> contents)
{
    Tallies all;
    for (const SampleContent &content : contents)
        for (const AnnotationPtr &annotation : content.annotations)
            all[content.sample.id].count(*annotation, 1);
    const auto belongs = [&contents](const auto &row) { return row.job == contents.front().job; };
    for (const Change &change : edit.changes) {
        if (const auto *work = std::get_if<RowChange<WorkState>>(&change)) {
            const WorkState &row = work->after ? *work->after : *work->before;
            if (belongs(row))
                all[row.sample].setsState = true;
        }
        const auto *annotation = std::get_if<RowChange<Annotation>>(&change);
        if (!annotation)
            continue;
        for (const auto &[row, by] : {std::pair(&annotation->before, -1), std::pair(&annotation->after, 1)})
            if (*row && belongs(**row)) {
                Tally &tally = all[(*row)->sample];
                tally.count(**row, by);
                tally.touched = true;
            }
    }
    return all;
}

}  // namespace

bool isNothing(const Edit &edit)
{
    return edit.changes.empty();
}

Edit withImpliedState(Edit edit, std::span<const SampleContent> contents)
{
    if (contents.empty())
        return edit;
    Tallies all = tallies(edit, contents);
    for (const SampleContent &content : contents) {
        const Tally &after = all[content.sample.id];
        if (!after.touched || after.setsState)
            continue;
        if (after.annotations == 0) {
            if (!content.annotations.empty())
                addState(edit, content, State::Unlabeled);
        } else if (after.proposals == 0) {
            addState(edit, content, State::Labeled);
        } else if (content.state() == State::Unlabeled) {
            addState(edit, content, State::ToConfirm);
        }
    }
    return edit;
}

Edit assignLabel(std::span<const SampleContent> contents, LabelId label, Labels mode)
{
    Edit edit{"assign-label", "", {}};
    NewIds ids;
    for (const SampleContent &content : contents)
        addAssignment(edit, content, label, mode, ids);
    return edit;
}

Edit toggleLabel(const SampleContent &content, LabelId label, Labels mode)
{
    const bool there = std::ranges::any_of(content.annotations, [label](const AnnotationPtr &a) {
        return isWhole(*a) && a->label == label && !a->proposed;
    });
    return there ? removeLabel({&content, 1}, label) : assignLabel({&content, 1}, label, mode);
}

Edit removeLabel(std::span<const SampleContent> contents, LabelId label)
{
    Edit edit{"remove-label", "", {}};
    for (const SampleContent &content : contents)
        addWholeRemoval(edit, content, label);
    return edit;
}

Edit removeAllLabels(std::span<const SampleContent> contents)
{
    Edit edit{"remove-all-labels", "", {}};
    for (const SampleContent &content : contents)
        addWholeRemoval(edit, content, std::nullopt);
    return edit;
}

Edit setState(std::span<const SampleContent> contents, State state)
{
    Edit edit{"set-state", "", {}};
    for (const SampleContent &content : contents) {
        if (state == State::Labeled)
            for (const AnnotationPtr &annotation : content.annotations)
                if (annotation->proposed)
                    edit.changes.push_back(accepted(*annotation));
        addState(edit, content, state);
    }
    return edit;
}

Edit verifyEmpty(const SampleContent &content)
{
    Edit edit{"verify-empty", "", {}};
    addRemoval(edit, content);
    addState(edit, content, State::Labeled);
    if (!edit.changes.empty() && content.state() == State::Labeled)
        edit.changes.push_back(workChange(content, workOf(content)));  // an implied state must not undo the verdict
    return edit;
}

Edit setHard(std::span<const SampleContent> contents, bool hard)
{
    Edit edit{hard ? "set-hard" : "unset-hard", "", {}};
    for (const SampleContent &content : contents) {
        WorkState after = workOf(content);
        if (after.hard == hard)
            continue;
        after.hard = hard;
        edit.changes.push_back(workChange(content, after));
    }
    return edit;
}

Edit confirm(const SampleContent &content, std::span<const AnnotationId> which)
{
    Edit edit{"confirm", "", {}};
    bool left = false;
    for (const AnnotationPtr &annotation : content.annotations) {
        if (!annotation->proposed)
            continue;
        if (which.empty() || std::ranges::find(which, annotation->id) != which.end())
            edit.changes.push_back(accepted(*annotation));
        else
            left = true;
    }
    const bool answered = !edit.changes.empty() || (which.empty() && content.state() == State::ToConfirm);
    if (answered && !left)
        addState(edit, content, State::Labeled);
    return edit;
}

Edit setUsage(std::span<const SampleContent> contents, Usage usage)
{
    Edit edit{"set-usage", "", {}};
    for (const SampleContent &content : contents) {
        if (content.sample.usage == usage)
            continue;
        Sample after = content.sample;
        after.usage = usage;
        edit.changes.push_back(changed(content.sample, std::move(after)));
    }
    return edit;
}

Change workChange(const SampleContent &content, const WorkState &after)
{
    return RowChange<WorkState>{content.work, after};
}

WorkState workOf(const SampleContent &content)
{
    if (content.work)
        return *content.work;
    WorkState work;
    work.job = content.job;
    work.sample = content.sample.id;
    return work;
}

}  // namespace core
