// A project on disk: one SQLite file NAME.labelwright and the deletable folder NAME.cache beside it.
// Owned by one thread; Readers and BatchWriters it hands out belong to the thread that uses them.
#pragma once
#include "core/batch_writer.h"
#include "core/change_set.h"
#include "core/reader.h"
#include <filesystem>

namespace core {

enum class OpenMode { Edit, View };

struct NewProject {
    JobKind kind = JobKind::ImageClassification;
    std::string jobName = "default";
    std::vector<Label> labels;   // id, job and batch are filled in; ends of relations name negative ids among them
    std::string options = "{}";  // of the job
};

struct LockHolder {
    std::string host, user;
    std::int64_t pid = 0;
};

struct HistoryEntry {
    std::int64_t id = 0;
    std::string name, author;
    Timestamp created = 0;
    bool undone = false;
    std::int64_t changes = 0;
    SampleId sample;  // the first one it touches; 0: none
};

// What the user must know of how the project was opened.
struct OpenNotice {
    enum class Kind { LockedByOther, FileNotWritable, NetworkFileSystem, Damaged, StaleLockTaken, Upgraded } kind;
    std::string detail;
};

class Project {
public:
    // Exists: the file is there already.
    static Result<std::unique_ptr<Project>> create(const std::filesystem::path &file, const NewProject &what);
    // With OpenMode::Edit a project another process edits, or a damaged one, opens read-only and says so in notices().
    static Result<std::unique_ptr<Project>> open(const std::filesystem::path &file, OpenMode mode);
    ~Project();

    const std::filesystem::path &file() const;
    std::filesystem::path cacheDir() const;
    bool isReadOnly() const;
    const std::vector<OpenNotice> &notices() const;
    std::optional<LockHolder> lockedBy() const;

    // One transaction; when it returns, it is on disk. Rows the edit creates get id, uuid, batch, author and time where
    // they are zero or empty; negative ids are replaced wherever the edit names them. Conflict: some stored row is not
    // the edit's `before`; nothing is written. Observers run before it returns.
    Result<ChangeSet> apply(Edit edit);
    Result<ChangeSet> undo();  // NotFound: nothing to undo
    Result<ChangeSet> redo();
    std::optional<HistoryEntry> nextUndo() const;
    std::optional<HistoryEntry> nextRedo() const;
    Result<std::vector<HistoryEntry>> history(int limit) const;  // newest first, undone ones included
    void setAuthor(std::string author);                          // default: "human/" + login
    const std::string &author() const;

    Status setSetting(std::string_view key, std::string_view value);  // not part of the history
    Status backup(std::string_view reason);  // into cacheDir()'s neighbour NAME.backups, thinned, checked

    const Reader &reader() const;  // for the thread that owns the project
    Result<std::unique_ptr<Reader>> newReader() const;
    // Busy while another batch is open: imports and mass operations queue.
    Result<std::unique_ptr<BatchWriter>> newBatch(std::string source, std::string format = {});
    [[nodiscard]] Subscription onChange(ChangeObserver observer);

    struct Impl;

private:
    explicit Project(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// Opens the file without trusting it and lists what is wrong with it: integrity, references, states. Empty: sound.
struct CheckFinding {
    std::string what;
    std::int64_t rows = 0;
    bool repairable = false;
};
Result<std::vector<CheckFinding>> checkProject(const std::filesystem::path &file, bool repair);

}  // namespace core
