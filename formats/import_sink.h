// Takes the records of a reader, sample by sample, and writes the rows they mean into a batch.
#pragma once
#include "formats/import_classes.h"
#include "formats/import_entities.h"
#include "formats/import_labels.h"
#include "formats/import_places.h"
#include "formats/import_segments.h"
#include "formats/importer.h"
#include <memory_resource>
#include <unordered_set>

namespace formats {

struct ImportTarget {
    const ImportOptions &options;
    core::Job job;
    std::string source;  // for issues
    core::Reader &reader;
    core::BatchWriter &batch;
    core::TaskContext &task;
    ImportReport &report;
};

class ImportSink : public RecordSink {
public:
    ImportSink(ImportTarget target, const ImportPlaces &places, std::vector<core::Label> labels);
    bool put(Record record) override;
    bool report(Issue issue) override;
    bool advance(std::int64_t done, std::int64_t total) override { return m_to.task.advance(done, total); }

    core::Status finish();  // writes the last sample; what stopped the import, if something did
    const std::optional<core::Error> &failure() const { return m_failure; }
    void complete(core::Edit &show);  // with what changes of rows that were there already

private:
    struct Pending {  // a sample and what hangs on it, until the next one starts
        bool open = false;
        bool named = false;  // by an annotation: it must be there already
        SampleRecord record;
        std::vector<AnnotationRecord> annotations;
        std::vector<RelationRecord> relations;
    };
    struct Target {  // the sample in the project
        core::SampleId id;
        std::optional<core::SampleContent> before;  // live rows, when it was there
        core::MediaInfo media;
        std::optional<core::SharedText> text;
        bool seen = false;  // an earlier record of this source was of it
    };
    struct Entity {  // what relations name
        core::AnnotationId id;
        core::LabelId label;
    };
    // Of a text, to know it again before it can be read back.
    static std::uint64_t printOf(const core::SharedText &text) { return std::hash<std::string>()(text.str()); }
    struct Seen {
        core::State state = core::State::Unlabeled;
        std::int32_t lastOrder = 0;
        std::uint64_t textPrint = 0;
    };
    struct Written {
        std::int64_t added = 0, duplicates = 0;
        bool proposed = false;
    };

    bool open(SampleRecord record, bool named);
    bool openNamed(const std::string &uri);
    bool flush();
    bool isWanted();
    bool findTarget(Target &target);
    bool createTarget(Target &target, const Place &place);
    bool hasItsText(const Target &target);
    bool writeAnnotations(const Target &target, Written &written);
    bool writeAnnotation(AnnotationRecord &record, const Target &target, Written &written);
    core::AnnotationId twin(const Target &target, core::LabelId label, const AnnotationRecord &record,
                            std::uint64_t print);
    bool findSound(Target &target, const Place &place);
    bool fitsSound(AnnotationRecord &record);
    bool fitsRule(const AnnotationRecord &record);
    bool take(std::optional<Issue> issue, const AnnotationRecord &record);
    std::uint64_t printOf(const AnnotationRecord &record, std::uint64_t print) const;
    static bool isBySameSpeaker(const core::Annotation &a, const AnnotationRecord &b);
    bool hasItsContent(const AnnotationRecord &record, const Target &target, core::AnnotationId known);
    void reportGaps();
    bool fitsImage(AnnotationRecord &record, const Target &target);
    bool fitsText(const AnnotationRecord &record, const Target &target);
    bool writeRelations(const Target &target);
    bool writeRelation(RelationRecord &record, const Target &target);
    bool fitsEnds(const RelationRecord &record, core::LabelId label, const Entity &from, const Entity &to);
    bool hasRelation(const Target &target, core::LabelId label, core::AnnotationId from, core::AnnotationId to);
    bool writeState(const Target &target, const Written &written);
    core::WorkState workBefore(const Target &target) const;
    core::State stateAfter(core::State before, const Target &target, const Written &written) const;
    bool refuse(const core::Error &error);
    bool fail(core::Error error);
    core::Location here(std::string field) const;
    core::Location placeOf(const core::Location &where, std::string field) const;

    ImportTarget m_to;
    const ImportPlaces &m_places;
    ImportLabels m_labels;
    Pending m_pending;
    ImportEntities m_entities;  // of the sample being written
    ImportSegments m_segments;  // the same
    ImportClasses m_classes;
    std::vector<core::Change> m_found;                           // of samples whose file is there now
    std::unordered_set<core::AnnotationId> m_filledIn;           // segments whose content came now
    std::unordered_map<std::int64_t, core::MediaInfo> m_sounds;  // of samples with segments, as their files say
    std::vector<bool> m_taken;  // annotations of Target::before that a record was equal to
    std::unordered_map<std::string, Entity> m_keys;
    std::pmr::monotonic_buffer_resource m_memory;                   // of what is kept of each sample to the end
    std::pmr::unordered_map<std::int64_t, Seen> m_seen{&m_memory};  // by sample
    std::unordered_map<std::int64_t, core::WorkState> m_work;       // of those with more than a state
    std::pmr::unordered_map<std::uint64_t, core::AnnotationId> m_prints{&m_memory};  // of annotations written
    std::unordered_set<std::uint64_t> m_relationPrints;
    std::optional<core::Error> m_failure;
};

}  // namespace formats
