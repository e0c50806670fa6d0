#include "formats/import_sink.h"
#include "formats/fingerprint.h"
#include "formats/fit_image.h"
#include "formats/import_media.h"
#include <algorithm>

namespace formats {

using core::Code;

namespace {

constexpr std::size_t keptIssues = 10'000;

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

ImportSink::ImportSink(ImportTarget target, const ImportPlaces &places, std::vector<core::Label> labels)
    : m_to(std::move(target)),
      m_places(places),
      m_labels(m_to.job.id, m_to.batch, std::move(labels)),
      m_entities(m_to.job),
      m_segments(m_to.job),
      m_classes(m_to.job)
{
}

bool ImportSink::put(Record record)
{
    if (m_failure)
        return false;
    if (auto *annotation = std::get_if<AnnotationRecord>(&record)) {
        if (!openNamed(annotation->sampleUri))
            return false;
        m_pending.annotations.push_back(std::move(*annotation));
    } else if (auto *sample = std::get_if<SampleRecord>(&record)) {
        return open(std::move(*sample), false);
    } else if (auto *relation = std::get_if<RelationRecord>(&record)) {
        if (!openNamed(relation->sampleUri))
            return false;
        m_pending.relations.push_back(std::move(*relation));
    } else if (auto put = m_labels.put(std::move(std::get<LabelRecord>(record).label), here("label"), *this); !put) {
        return fail(put.error());
    }
    return !m_failure;
}

bool ImportSink::report(Issue issue)
{
    ImportReport &report = m_to.report;
    const bool error = issue.severity == Severity::Error;
    ++(error ? report.rejected : report.warnings);
    if (error && m_to.options.strict)
        fail(issue.error);
    if (report.issues.size() < keptIssues)
        report.issues.push_back(std::move(issue));
    return !m_failure;
}

core::Status ImportSink::finish()
{
    flush();
    reportGaps();
    if (auto finished = m_labels.finish(); !finished)
        fail(finished.error());
    m_to.report.labels = m_labels.created();
    return m_failure ? core::Status(*m_failure) : core::ok();
}

bool ImportSink::open(SampleRecord record, bool named)
{
    if (!flush())
        return false;
    m_pending.open = true;
    m_pending.named = named;
    m_pending.record = std::move(record);
    return true;
}

// What follows is of the sample of that uri, or of the one put last.
bool ImportSink::openNamed(const std::string &uri)
{
    if (uri.empty() || (m_pending.open && uri == m_pending.record.sample.uri))
        return true;
    SampleRecord record;
    record.sample.uri = uri;
    return open(std::move(record), true);
}

bool ImportSink::flush()
{
    if (!m_pending.open || m_failure)
        return !m_failure;
    m_pending.open = false;
    bool good = true;
    if (!isWanted()) {
        ++m_to.report.filtered;
    } else {
        Target target;
        Written written;
        good = findTarget(target);
        if (good && target.id)
            good = writeAnnotations(target, written) && writeRelations(target) && writeState(target, written);
    }
    m_pending.annotations.clear();
    m_pending.relations.clear();
    return good && !m_failure;
}

bool ImportSink::isWanted()
{
    const ImportOptions &options = m_to.options;
    auto &annotations = m_pending.annotations;
    const auto isHard = [](const AnnotationRecord &a) { return core::isSet(a.attributes, core::builtin::Difficult); };
    if (options.hardOnly && !m_pending.record.hard && std::ranges::none_of(annotations, isHard))
        return false;
    if (!options.includeLabels.empty() || !options.excludeLabels.empty()) {
        const auto stays = [&](const AnnotationRecord &a) {
            return (options.includeLabels.empty() || contains(options.includeLabels, a.label))
                   && !contains(options.excludeLabels, a.label);
        };
        const bool hadSome = !annotations.empty();
        const auto gone = std::ranges::stable_partition(annotations, stays);
        std::erase_if(m_pending.relations, [&](const RelationRecord &relation) {
            const auto names = [&](const AnnotationRecord &a) {
                return !a.key.empty() && (a.key == relation.fromKey || a.key == relation.toKey);
            };
            return contains(options.excludeLabels, relation.label) || std::ranges::any_of(gone, names);
        });
        annotations.erase(gone.begin(), gone.end());
        if (annotations.empty() && (hadSome || !options.includeLabels.empty()))
            return false;
    }
    if (!options.annotations) {
        annotations.clear();
        m_pending.relations.clear();
        m_pending.record.state.reset();
    }
    return true;
}

// Leaves target.id zero when the record was refused.
bool ImportSink::findTarget(Target &target)
{
    const auto place = m_places.placeOf(m_pending.record.sample.uri);
    if (!place)
        return report({Severity::Error, {Code::BadValue, m_pending.record.sample.uri, here("source")}});
    const auto known = m_places.find(*place, m_to.batch);
    if (!known)
        return fail(known.error());
    if (!*known && m_pending.named)
        return report({Severity::Error, {Code::NotFound, place->uri, here("annotation")}});
    if (!*known)
        return createTarget(target, *place);
    target.id = **known;
    target.seen = m_seen.contains(target.id.value);
    auto content = m_to.reader.load(m_to.job.id, target.id);
    if (content) {
        target.media = content->sample.media;
        takeSize(target.media, m_pending.record.sample.media);
        target.text = content->sample.text;
        target.before = std::move(*content);
        if (!findSound(target, *place))
            return false;
    } else if (content.error().code != Code::NotFound) {
        return fail(content.error());
    } else {  // written by this import: not live yet
        target.text = m_pending.record.sample.text;
        if (const auto sound = m_sounds.find(target.id.value); sound != m_sounds.end())
            target.media = sound->second;
    }
    if (!target.seen)
        ++m_to.report.known;
    if (!hasItsText(target))
        target.id = {};
    return !m_failure;
}

bool ImportSink::createTarget(Target &target, const Place &place)
{
    core::Sample sample = std::move(m_pending.record.sample);
    const core::MediaInfo said = sample.media;
    sample.id = {};
    sample.uri = place.uri;
    target.text = sample.text;
    if (sample.text) {
        sample.media.state = core::MediaState::Present;
    } else {
        SeenMedia media = lookAtMedia(place, m_to.job.kind, m_to.options);
        sample.media = media.info;
        if (media.fault && !report({Severity::Warning, {media.fault->code, media.fault->detail, here("source")}}))
            return false;
    }
    takeSize(sample.media, said);
    m_to.report.missing += sample.media.state == core::MediaState::Missing ? 1 : 0;
    target.media = sample.media;
    const auto id = m_to.batch.put(std::move(sample));
    if (!id)
        return refuse(id.error());
    target.id = *id;
    if (target.text)
        m_seen[id->value].textPrint = printOf(*target.text);
    if (m_to.job.kind == core::JobKind::SpeechSegmentation)
        m_sounds.emplace(id->value, target.media);
    ++m_to.report.samples;
    return true;
}

bool ImportSink::writeAnnotations(const Target &target, Written &written)
{
    m_keys.clear();
    if (target.text)
        m_entities.begin(*target.text, target.before ? &*target.before : nullptr);
    m_segments.begin(target.id, target.media, target.before ? &*target.before : nullptr);
    m_taken.assign(target.before ? target.before->annotations.size() : 0, false);
    for (AnnotationRecord &record : m_pending.annotations)
        if (!writeAnnotation(record, target, written))
            return false;
    return !m_failure;
}

bool ImportSink::writeAnnotation(AnnotationRecord &record, const Target &target, Written &written)
{
    const auto role =
        std::holds_alternative<core::TextSpan>(record.geometry) ? core::LabelRole::Entity : core::LabelRole::Plain;
    const auto label = record.label.empty()
                           ? core::LabelId()
                           : m_labels.idOf(record.label, role, placeOf(record.where, "annotation.name"), *this);
    if (!label)
        return fail(label.error());
    if (!*label && !record.label.empty())
        return !m_failure;
    if (!record.key.empty() && m_keys.contains(record.key))
        return report(
            {Severity::Error, {Code::Conflict, "twice: " + record.key, placeOf(record.where, "annotation.id")}});
    if (!fitsImage(record, target) || !fitsSound(record))
        return !m_failure;
    const std::uint64_t print = printOf(record, fingerprint(target.id, *label, record.geometry));
    const core::AnnotationId known = twin(target, *label, record, print);
    if (!hasItsContent(record, target, known))
        return !m_failure;
    if (known) {
        ++written.duplicates;
        ++m_to.report.duplicates;
        if (!record.key.empty())
            m_keys.emplace(std::move(record.key), Entity{known, *label});
        return true;
    }
    if (!fitsText(record, target) || !fitsRule(record))
        return !m_failure;
    Seen &seen = m_seen[target.id.value];
    if (seen.lastOrder == 0 && target.before && !target.before->annotations.empty())
        seen.lastOrder = static_cast<std::int32_t>(target.before->annotations.back()->order);
    core::Annotation annotation;
    annotation.job = m_to.job.id;
    annotation.sample = target.id;
    annotation.label = *label;
    annotation.order = ++seen.lastOrder;
    annotation.geometry = std::move(record.geometry);
    annotation.attributes = std::move(record.attributes);
    annotation.confidence = record.confidence;
    annotation.proposed = record.proposed || !m_to.options.final;
    annotation.author = std::move(record.author);
    annotation.created = record.created;
    written.proposed = written.proposed || annotation.proposed;
    const auto id = m_to.batch.put(std::move(annotation));
    if (!id)
        return refuse(id.error());
    if (!record.key.empty())
        m_keys.emplace(std::move(record.key), Entity{*id, *label});
    m_prints.emplace(print, *id);
    ++written.added;
    ++m_to.report.annotations;
    return true;
}

// Twins within one record stay two; what an earlier record or the project has is not doubled.
core::AnnotationId ImportSink::twin(const Target &target, core::LabelId label, const AnnotationRecord &record,
                                    std::uint64_t print)
{
    if (const auto written = m_prints.find(print); target.seen && written != m_prints.end())
        return written->second;
    for (std::size_t i = 0; i < m_taken.size(); ++i) {
        const core::Annotation &other = *target.before->annotations[i];
        if (!m_taken[i] && other.label == label && other.geometry == record.geometry
            && isBySameSpeaker(other, record)) {
            m_taken[i] = true;
            return other.id;
        }
    }
    return {};
}

bool ImportSink::fitsImage(AnnotationRecord &record, const Target &target)
{
    const auto fit = fitImage(record.geometry, target.media.width, target.media.height);
    if (fit == Fit::Inside)
        return true;
    const bool clipped = fit == Fit::Clipped && !m_to.options.strict;
    const std::string size = std::to_string(target.media.width) + 'x' + std::to_string(target.media.height);
    report({clipped ? Severity::Warning : Severity::Error,
            {Code::BadValue, record.label + ": outside " + size, here("annotation.bndbox")}});
    return clipped;
}

// A row the store cannot hold is the record's fault; whatever else fails ends the import.
bool ImportSink::refuse(const core::Error &error)
{
    if (error.code != Code::BadValue && error.code != Code::Usage)
        return fail(error);
    return report({Severity::Error, {Code::BadValue, error.detail, here(error.where.field)}});
}

bool ImportSink::fail(core::Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
    return false;
}

core::Location ImportSink::here(std::string field) const
{
    return {m_to.source, m_pending.record.line, 0, std::move(field)};
}

// What the reader said of the place, the rest as of the sample.
core::Location ImportSink::placeOf(const core::Location &where, std::string field) const
{
    core::Location place = here(where.field.empty() ? std::move(field) : where.field);
    if (!where.file.empty())
        place.file = where.file;
    if (where.line > 0) {
        place.line = where.line;
        place.column = where.column;
    }
    return place;
}

}  // namespace formats
