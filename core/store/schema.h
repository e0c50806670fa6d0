// The tables of a project file and how older files are brought up to date.
//
// Content rows (sample, label, work, annotation, relation) carry `batch`, where they came from, and `hidden_by`, the
// batch that replaces them. A row is live when its batch is live and hidden_by is null or names a batch that is not
// live. Queries read the live_* views only. hidden_by is no part of the row values: updates leave it alone, so that
// labelers go on editing a row while a batch that hides it is prepared. Batch 1 is hand work and always live.
// There are no foreign keys between content rows, because a hidden or dead row may outlive what it names;
// EditWriter holds instead that live rows name live rows.
#pragma once
#include "core/ids.h"
#include "core/store/sqlite.h"
#include <span>

namespace core::store {

inline constexpr std::int64_t applicationId = 0x4c57524b;  // "LWRK"
inline constexpr BatchId handWork{1};

// Step i brings a file from version i + 1 to i + 2. Runs in a transaction that also sets user_version.
using UpgradeStep = void (*)(Connection &);
std::span<const UpgradeStep> upgradeSteps();
inline std::int64_t currentVersion(std::span<const UpgradeStep> steps)
{
    return static_cast<std::int64_t>(steps.size()) + 1;
}

void createSchema(Connection &connection);  // an empty file gets version 1, then all steps
void upgrade(Connection &connection, std::int64_t from, std::span<const UpgradeStep> steps);

// Throws Failure: Corrupt for a file that is no project or whose tables are not those of its version,
// Unsupported for one of a later version. Returns the version.
std::int64_t requireSchema(Connection &connection, std::span<const UpgradeStep> steps);

}  // namespace core::store
