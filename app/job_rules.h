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
    bool operator==(const JobRules &) const = default;
};

bool takesManyLabels(core::JobKind kind);
bool hasMasks(core::JobKind kind);
bool hasEntities(core::JobKind kind);
bool hasRelations(core::JobKind kind);

core::Job withRules(core::Job job, const JobRules &rules);  // those its kind knows; the others stay

QStringList labelNames(const QString &pasted);  // one per line or comma, trimmed, each once
// As they are written in core/labels.h, behind the existing ones; full-width brackets count as the plain ones.
core::Result<std::vector<core::Label>> labelsOf(core::JobKind kind, const QStringList &written);
QString labelFault(const core::Error &error);  // a sentence about what labelsOf() refused

}  // namespace app
