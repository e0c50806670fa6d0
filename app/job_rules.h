// What a new job is asked for beside its labels: the rules of its kind.
#pragma once
#include "core/job_options.h"
#include "core/labels.h"
#include <QStringList>

namespace app {

struct JobRules {
    bool manyLabels = false;                      // classification: a sample may have several
    bool exclusive = false;                       // segmentation: masks do not overlap
    core::Overlap overlap = core::Overlap::Free;  // entities
    bool flagsMisfits = false;                    // relations: a misfit is marked, not refused
    core::SegmentRule segments = core::SegmentRule::Free;
    bool content = false;                           // segments carry what is said
    std::vector<core::AttributeSpec> labelClasses;  // what else is chosen for each segment
    bool operator==(const JobRules &) const = default;
};

bool takesManyLabels(core::JobKind kind);
bool hasMasks(core::JobKind kind);
bool hasEntities(core::JobKind kind);
bool hasRelations(core::JobKind kind);
bool hasSegments(core::JobKind kind);
bool hasLabels(core::JobKind kind);  // false: what it keeps has no label

core::Job withRules(core::Job job, const JobRules &rules);  // those its kind knows; the others stay

QStringList labelNames(const QString &pasted);  // one per line or comma, trimmed, each once
// As they are written in core/labels.h, behind the existing ones; full-width brackets count as the plain ones.
core::Result<std::vector<core::Label>> labelsOf(core::JobKind kind, const QStringList &written);
// "emotion: calm, angry": one class a line. BadValue: detail is the line, a class without a name or named twice.
core::Result<std::vector<core::AttributeSpec>> labelClassesOf(const QString &written);
QString labelFault(const core::Error &error);  // a sentence about what labelsOf() refused

}  // namespace app
