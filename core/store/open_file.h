// Opens a project's file without trusting it: lock, header, schema, damage, upgrade. Never makes a blank one.
#pragma once
#include "core/project.h"
#include "core/store/process_lock.h"
#include "core/store/schema.h"

namespace core::store {

struct OpenedFile {
    ProcessLock lock;
    std::unique_ptr<Connection> writer;  // null: read-only, notices say why
    Access readAccess = Access::Read;
    std::vector<OpenNotice> notices;
};

// Throws Failure and SQLite::Exception.
OpenedFile openFile(const std::filesystem::path &file, OpenMode mode,
                    std::span<const UpgradeStep> steps = upgradeSteps());

// Makes `file` (which must not exist) a project with one job, complete or not at all.
void createFile(const std::filesystem::path &file, const NewProject &what);

}  // namespace core::store
