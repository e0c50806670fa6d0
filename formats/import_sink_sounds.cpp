// What an import asks of sounds, the segments in them and what is said there.
#include "core/audio/rescale.h"
#include "formats/import_media.h"
#include "formats/import_sink.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::JobKind;
namespace builtin = core::builtin;

namespace {

std::string_view valueOr(const core::Attributes &attributes, std::string_view name)
{
    const std::string *value = core::valueOf(attributes, name);
    return value ? std::string_view(*value) : std::string_view();
}

}  // namespace

// A sample that was never seen and is there now: its spans count its samples from this import on.
bool ImportSink::findSound(Target &target, const Place &place)
{
    if (m_to.job.kind != JobKind::SpeechSegmentation || !m_to.options.checkMedia || target.media.rate >= 1)
        return true;
    core::SampleContent &before = *target.before;
    auto found = m_sounds.find(target.id.value);
    std::vector<core::AnnotationPtr> all;
    const bool isNew = found == m_sounds.end();
    if (isNew) {
        const SeenMedia seen = lookAtMedia(place, m_to.job.kind, m_to.options);
        if (seen.info.state != core::MediaState::Present)
            return true;
        found = m_sounds.emplace(target.id.value, seen.info).first;
        const auto jobs = m_to.reader.jobs();
        if (!jobs)
            return fail(jobs.error());
        for (const core::Job &job : *jobs) {
            const auto content = m_to.reader.load(job.id, target.id);
            if (!content)
                return fail(content.error());
            all.insert(all.end(), content->annotations.begin(), content->annotations.end());
        }
    } else {
        all = before.annotations;
    }
    core::Edit edit = core::mediaFound(before.sample, found->second, all);
    before = core::patched(before, edit);
    target.media = before.sample.media;
    if (isNew)
        std::ranges::move(edit.changes, std::back_inserter(m_found));
    return true;
}

// Makes samples of the nanoseconds of a record.
bool ImportSink::fitsSound(AnnotationRecord &record)
{
    auto *span = std::get_if<core::TimeSpan>(&record.geometry);
    return !span || take(m_segments.fit(*span), record);
}

bool ImportSink::fitsRule(const AnnotationRecord &record)
{
    const auto *span = std::get_if<core::TimeSpan>(&record.geometry);
    if (!span)
        return true;
    const bool taken = take(m_segments.check(*span), record);
    if (taken) {
        m_segments.add(*span, placeOf(record.where, "annotation"));
        m_classes.learn(record.attributes);
    }
    return taken;
}

// Tells of the fault, if there is one. False: the record is refused.
bool ImportSink::take(std::optional<Issue> issue, const AnnotationRecord &record)
{
    if (!issue)
        return true;
    if (m_to.options.strict)
        issue->severity = Severity::Error;
    const bool taken = issue->severity == Severity::Warning;
    issue->error.where = placeOf(record.where, "annotation");
    report(std::move(*issue));
    return taken;
}

// Of sounds two that lie alike are the same only when the same is said of both.
std::uint64_t ImportSink::printOf(const AnnotationRecord &record, std::uint64_t print) const
{
    if (!core::isOfSounds(m_to.job.kind))
        return print;
    for (const std::string_view name : {builtin::Speaker, builtin::Content})
        print = print * 1'099'511'628'211u ^ std::hash<std::string_view>()(valueOr(record.attributes, name));
    return print;
}

bool ImportSink::isBySameSpeaker(const core::Annotation &a, const AnnotationRecord &b)
{
    return valueOr(a.attributes, builtin::Speaker) == valueOr(b.attributes, builtin::Speaker);
}

// What is said in a sound or a segment must not be said otherwise there already; where nothing is, it is filled in.
bool ImportSink::hasItsContent(const AnnotationRecord &record, const Target &target, core::AnnotationId known)
{
    const std::string_view said = valueOr(record.attributes, builtin::Content);
    const bool isSecond = m_to.job.kind == JobKind::SpeechContent && !known && m_seen[target.id.value].lastOrder > 0;
    const auto before = known && target.before ? target.before->annotation(known) : nullptr;
    const std::string_view was = before ? valueOr(before->attributes, builtin::Content) : said;
    if (!core::isOfSounds(m_to.job.kind) || said.empty() || (!isSecond && said == was))
        return true;
    if (before && was.empty()) {
        if (m_filledIn.insert(known).second) {
            core::Annotation after = *before;
            core::set(after.attributes, builtin::Content, std::string(said));
            m_classes.learn(after.attributes);
            m_found.push_back(core::changed(*before, std::move(after)));
        }
        return true;
    }
    std::string detail = "another content: " + excerpt(said, 40);
    if (before)
        detail += ", not " + excerpt(was, 40);
    report({Severity::Error, {Code::Conflict, std::move(detail), placeOf(record.where, "annotation")}});
    return false;
}

void ImportSink::reportGaps()
{
    for (Issue &issue : m_segments.gaps())
        if (!report(std::move(issue)))
            return;
}

void ImportSink::complete(core::Edit &show)
{
    std::ranges::move(m_found, std::back_inserter(show.changes));
    if (auto change = m_classes.change())
        show.changes.push_back(std::move(*change));
}

}  // namespace formats
