#include "core/store/backup.h"
#include "core/store/file_system.h"
#include "core/store/schema.h"
#include <SQLiteCpp/Backup.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>

namespace core::store {

namespace {

constexpr std::size_t keepLast = 10;
constexpr std::size_t dayLength = 8;  // YYYYMMDD

std::string stamp()
{
    using namespace std::chrono;
    const auto now = system_clock::now();
    const std::time_t seconds = system_clock::to_time_t(now);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &parts);
    const auto millis = duration_cast<milliseconds>(now.time_since_epoch()).count() % 1000;
    return std::string(text.data()) + "." + std::to_string(1000 + millis).substr(1);
}

std::string fileNamePart(std::string_view reason)
{
    std::string part;
    for (const char c : reason.substr(0, 40))
        part += std::isalnum(static_cast<unsigned char>(c)) ? c : '-';
    return part;
}

void copyPages(const std::filesystem::path &project, const std::filesystem::path &target)
{
    Connection source(project, Access::Read);
    Connection copied(target, Access::Create);
    SQLite::Backup backup(copied.database(), source.database());
    backup.executeStep(-1);
}

void check(const std::filesystem::path &target)
{
    Connection copied(target, Access::Write);
    copied.exec("pragma journal_mode = delete");  // one file, without a log beside it
    if (copied.integer("pragma application_id") != applicationId)
        fail(Code::Corrupt, "the copy is no project");
    Query answer = copied.query("pragma quick_check(1)");
    const std::string found = answer.step() ? answer.text() : "no answer";
    if (found != "ok")
        fail(Code::Corrupt, found);
}

void thin(const std::filesystem::path &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".labelwright")
            names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    for (const std::string &name : tooOld(names))
        std::filesystem::remove(folder / name);
}

}  // namespace

Status backupTo(const std::filesystem::path &project, std::string_view reason)
{
    const std::filesystem::path folder = neighbourOf(project, ".backups");
    return guarded(folder, [&]() -> Status {
        std::filesystem::create_directories(folder);
        const std::filesystem::path target = folder / (stamp() + "-" + fileNamePart(reason) + ".labelwright");
        const std::filesystem::path temporary = temporaryNameFor(target);
        Status done = guarded(target, [&]() -> Status {
            copyPages(project, temporary);
            check(temporary);
            return moveWithoutReplacing(temporary, target);
        });
        std::error_code ignored;
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            std::filesystem::remove(temporary.string() + suffix, ignored);
        if (done)
            thin(folder);
        return done;
    });
}

std::vector<std::string> tooOld(const std::vector<std::string> &names)
{
    std::vector<std::string> old;
    for (std::size_t i = 0; i + keepLast < names.size(); ++i)
        if (names[i + 1].substr(0, dayLength) == names[i].substr(0, dayLength))
            old.push_back(names[i]);  // a later one of that day stays
    return old;
}

}  // namespace core::store
