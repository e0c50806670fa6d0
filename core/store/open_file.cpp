#include "core/store/open_file.h"
#include "core/store/backup.h"
#include "core/store/file_system.h"
#include <unistd.h>

namespace core::store {

namespace {

constexpr std::uintmax_t smallFile = 16 << 20;  // checked whole on opening: some 30 ms

void useWal(Connection &connection)
{
    connection.exec("pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864");
}

// Write-ahead logs need shared memory, which network file systems do not have.
void useRollbackJournal(Connection &connection)
{
    connection.exec("pragma journal_mode = delete; pragma synchronous = full");
}

// What is wrong with the pages, in SQLite's words; empty: nothing found.
std::string damage(Connection &connection)
{
    try {
        const auto pages = static_cast<std::uintmax_t>(connection.integer("pragma page_count"));
        const auto pageSize = static_cast<std::uintmax_t>(connection.integer("pragma page_size"));
        const std::uintmax_t size = std::filesystem::file_size(connection.file());
        const std::filesystem::path wal = connection.file().string() + "-wal";
        std::error_code none;
        const bool hasWal = std::filesystem::file_size(wal, none) > 0 && !none;
        if (!hasWal && size < pages * pageSize)
            return "the file ends after " + std::to_string(size) + " of " + std::to_string(pages * pageSize) + " bytes";
        if (size <= smallFile) {
            Query check = connection.query("pragma quick_check(1)");
            const std::string found = check.step() ? check.text() : "no answer";
            return found == "ok" ? "" : found;
        }
        for (const char *table : {"batch", "job", "label", "sample", "work", "annotation", "relation", "history"})
            connection.integer("select count(*) from (select 1 from " + std::string(table) + " limit 1)");
        return "";
    } catch (const SQLite::Exception &exception) {
        if (errorOf(exception, {}).code != Code::Corrupt)
            throw;
        return exception.what();
    }
}

// A damaged project is shown as far as it can be read; one that would look blank is refused.
void requireSomething(Connection &connection, const std::string &what)
{
    try {
        connection.integer("select count(*) from batch");
        connection.integer("select count(*) from label");
        connection.integer("select id from sample limit 1");
        if (connection.integer("select id from job limit 1") == 0)
            fail(Code::Corrupt, what, "job");
    } catch (const SQLite::Exception &exception) {
        fail(Code::Corrupt, what + "; " + exception.what());
    }
}

void requireFile(const std::filesystem::path &file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        fail(Code::NotFound, file.filename().string());
    if (!std::filesystem::is_regular_file(status))
        fail(Code::Corrupt, "not a regular file");
    if (std::filesystem::file_size(file) == 0)
        fail(Code::Corrupt, "an empty file");
}

OpenedFile openForReading(const std::filesystem::path &file, std::span<const UpgradeStep> steps, OpenedFile opened)
{
    std::unique_ptr<Connection> reader;
    const auto tryOpen = [&](Access access) {
        reader = std::make_unique<Connection>(file, access);
        opened.readAccess = access;
        return requireSchema(*reader, steps);
    };
    std::int64_t version = 0;
    try {
        version = tryOpen(Access::Read);
    } catch (const SQLite::Exception &exception) {
        const Code code = errorOf(exception, file).code;
        if (code != Code::Io && code != Code::ReadOnly)
            throw;
        version = tryOpen(Access::ReadImmutable);  // a folder that cannot be written has no room for a log's index
    }
    if (version < currentVersion(steps))
        fail(Code::Unsupported, "version " + std::to_string(version) + " must be upgraded, which needs writing");
    if (const std::string found = damage(*reader); !found.empty()) {
        requireSomething(*reader, found);
        opened.notices.push_back({OpenNotice::Kind::Damaged, found});
    }
    return opened;
}

void bringUpToDate(Connection &connection, std::int64_t version, std::span<const UpgradeStep> steps,
                   std::vector<OpenNotice> &notices)
{
    if (version == currentVersion(steps))
        return;
    if (const Status saved = backupTo(connection.file(), "upgrade"); !saved)
        throw Failure{saved.error()};
    upgrade(connection, version, steps);
    requireSchema(connection, steps);
    notices.push_back(
        {OpenNotice::Kind::Upgraded, std::to_string(version) + " to " + std::to_string(currentVersion(steps))});
}

bool isWritable(const std::filesystem::path &file)
{
    return access(file.c_str(), W_OK) == 0 && access(std::filesystem::absolute(file).parent_path().c_str(), W_OK) == 0;
}

}  // namespace

OpenedFile openFile(const std::filesystem::path &file, OpenMode mode, std::span<const UpgradeStep> steps)
{
    requireFile(file);
    OpenedFile opened;
    if (mode == OpenMode::View)
        return openForReading(file, steps, std::move(opened));
    if (!isWritable(file)) {
        opened.notices.push_back({OpenNotice::Kind::FileNotWritable, {}});
        return openForReading(file, steps, std::move(opened));
    }
    auto lock = ProcessLock::take(file);
    if (!lock)
        throw Failure{lock.error()};
    opened.lock = std::move(*lock);
    const LockHolder &holder = opened.lock.heldBy();
    const std::string who = holder.user + "@" + holder.host + " " + std::to_string(holder.pid);
    if (!opened.lock.isHeld()) {
        opened.notices.push_back({OpenNotice::Kind::LockedByOther, who});
        return openForReading(file, steps, std::move(opened));
    }
    if (opened.lock.tookStale())
        opened.notices.push_back({OpenNotice::Kind::StaleLockTaken, who});

    auto writer = std::make_unique<Connection>(file, Access::Write);
    const std::int64_t version = requireSchema(*writer, steps);
    if (!damage(*writer).empty()) {
        writer.reset();
        opened.lock = {};
        return openForReading(file, steps, std::move(opened));
    }
    if (isOnNetwork(file)) {
        useRollbackJournal(*writer);
        opened.notices.push_back({OpenNotice::Kind::NetworkFileSystem, {}});
    } else {
        useWal(*writer);
    }
    bringUpToDate(*writer, version, steps, opened.notices);
    opened.writer = std::move(writer);
    return opened;
}

}  // namespace core::store
