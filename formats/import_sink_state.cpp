// The state a sample has after an import.
#include "formats/import_sink.h"
#include <algorithm>

namespace formats {

bool ImportSink::writeState(const Target &target, const Written &written)
{
    const core::WorkState before = workBefore(target);
    core::WorkState after = before;
    const SampleRecord &record = m_pending.record;
    after.state = stateAfter(before.state, target, written);
    after.hard = before.hard || record.hard;
    if (record.hardCoefficient)
        after.hardCoefficient = record.hardCoefficient;
    if (!record.hardReasons.empty())
        after.hardReasons = record.hardReasons;
    if (!record.note.empty())
        after.note = record.note;
    const auto isLabeled = [](const core::WorkState &work) { return work.state == core::State::Labeled ? 1 : 0; };
    m_to.report.labeled += isLabeled(after) - (target.seen ? isLabeled(before) : 0);
    m_seen[target.id.value].state = after.state;
    if (after == before)
        return true;
    if (after.hard || after.hardCoefficient || !after.hardReasons.empty() || !after.note.empty())
        m_work.insert_or_assign(target.id.value, after);
    if (auto put = m_to.batch.put(std::move(after)); !put)
        return fail(put.error());
    return true;
}

core::WorkState ImportSink::workBefore(const Target &target) const
{
    core::WorkState work;
    if (const auto own = m_work.find(target.id.value); own != m_work.end())
        work = own->second;
    else if (target.before && target.before->work)
        work = *target.before->work;
    if (const auto seen = m_seen.find(target.id.value); target.seen && seen != m_seen.end())
        work.state = seen->second.state;
    work.job = m_to.job.id;
    work.sample = target.id;
    work.batch = {};
    return work;
}

core::State ImportSink::stateAfter(core::State before, const Target &target, const Written &written) const
{
    using enum core::State;
    const bool has = written.added + written.duplicates > 0;
    const auto said = m_pending.record.state;
    if (!has && (!said || (*said == Labeled && !m_to.options.final)))
        return before;
    if (before == Labeled && (written.added == 0 || said == Unlabeled))
        return before;
    if (said && (m_to.options.final || *said != Labeled))
        return *said;
    if (written.proposed || !m_to.options.final)
        return ToConfirm;
    const auto waits = [](const core::AnnotationPtr &a) { return a->proposed; };
    const bool othersWait = target.before && std::ranges::any_of(target.before->annotations, waits);
    return before == ToConfirm && othersWait ? ToConfirm : Labeled;
}

}  // namespace formats
