#include "core/project.h"
#include "core/store/backup.h"
#include "core/store/batch_writer_impl.h"
#include "core/store/edit_writer.h"
#include "core/store/file_system.h"
#include "core/store/fill_in.h"
#include "core/store/hand_work.h"
#include "core/store/open_file.h"
#include "core/store/project_impl.h"
#include "core/store/purge.h"
#include "core/store/reader_impl.h"
#include "core/store/row_sql.h"
#include <algorithm>

namespace core {

using store::Connection;
using store::Query;

namespace {

constexpr std::int64_t defaultHistoryBytes = std::int64_t{256} << 20;
constexpr int checkpointPages = 1000;

bool touchesSamples(const Edit &edit)
{
    return std::ranges::any_of(edit.changes, [](const Change &change) {
        return std::holds_alternative<RowChange<Sample>>(change) || std::holds_alternative<RowChange<Batch>>(change);
    });
}

Error readOnly(const std::filesystem::path &file)
{
    return {Code::ReadOnly, "opened read-only", {file.string(), 0, 0, {}}};
}

}  // namespace

Status Project::Impl::open(OpenMode mode)
{
    return store::guarded(file, [&]() -> Status {
        store::OpenedFile opened = store::openFile(file, mode);
        notices = std::move(opened.notices);
        readAccess = opened.readAccess;
        if (!opened.lock.isHeld() && opened.lock.heldBy().pid != 0)
            holder = opened.lock.heldBy();
        if (opened.writer) {
            gate = std::make_shared<store::WriteGate>(std::move(opened.writer));
            gate->lock = std::move(opened.lock);
            gate->ids.seed(*gate->connection);
            history.open(*gate->connection);
            purge();
        }
        reader = newReader();
        const auto limit = reader->setting("history_bytes");
        historyBytes = limit && *limit ? std::strtoll((*limit)->c_str(), nullptr, 10) : defaultHistoryBytes;
        return ok();
    });
}

std::unique_ptr<Reader> Project::Impl::newReader() const
{
    auto impl = gate ? std::make_unique<Reader::Impl>(file, readAccess, gate->clock, gate->images)
                     : std::make_unique<Reader::Impl>(file, readAccess, nullptr, nullptr);
    return std::unique_ptr<Reader>(new Reader(std::move(impl)));
}

// At once when little can be in the way, else in the background.
void Project::Impl::purge()
{
    Connection &connection = *gate->connection;
    const std::int64_t rows = connection.integer("select coalesce(max(id), 0) from sample")
                              + connection.integer("select coalesce(max(id), 0) from annotation");
    auto garbage = store::deadBatches(connection);
    const bool quick = garbage.empty() || rows <= store::purgeAtOpening;
    if (!quick || !store::purgeSome(connection, store::purgeAtOpening))
        sweeper = std::make_unique<store::Sweeper>(gate, std::move(garbage));
}

std::shared_ptr<const Edit> Project::Impl::write(Edit edit)
{
    Connection &connection = *gate->connection;
    store::Transaction transaction(connection);
    const Timestamp time = store::now();
    store::fillIn(edit, connection, gate->ids, author, time);
    store::writeEdit(connection, edit);
    gate->ids.raise(edit);
    store::settleBatch(*gate, edit);
    std::optional<Edit> newest = last;
    if (newest && merge(*newest, edit)) {
        history.replaceLast(connection, *newest, time);
    } else {
        history.push(connection, edit, author, time);
        newest = edit;
    }
    history.trim(connection, historyBytes);
    transaction.commit();
    history.commit();
    last = newest->mergeKey.empty() ? std::nullopt : std::move(newest);
    return std::make_shared<const Edit>(std::move(edit));
}

std::shared_ptr<const Edit> Project::Impl::undo()
{
    Connection &connection = *gate->connection;
    store::Transaction transaction(connection);
    auto entry = history.nextUndo(connection);
    if (!entry)
        return nullptr;
    auto back = std::make_shared<const Edit>(inverse(std::move(entry->edit)));
    store::writeEdit(connection, *back);
    gate->ids.raise(*back);
    store::noteHandWork(gate->handWork, *back);
    history.markUndone(connection, entry->id);
    transaction.commit();
    history.commit();
    last.reset();
    return back;
}

std::shared_ptr<const Edit> Project::Impl::redo()
{
    Connection &connection = *gate->connection;
    store::Transaction transaction(connection);
    auto entry = history.nextRedo(connection);
    if (!entry)
        return nullptr;
    auto again = std::make_shared<const Edit>(std::move(entry->edit));
    store::writeEdit(connection, *again);
    gate->ids.raise(*again);
    store::noteHandWork(gate->handWork, *again);
    history.markRedone(connection, entry->id);
    transaction.commit();
    history.commit();
    last.reset();
    return again;
}

Result<std::unique_ptr<BatchWriter>> Project::Impl::beginBatch(std::string source, std::string format)
{
    if (gate->batchOpen.exchange(true))
        return Error{Code::Busy, "another batch is open", {}};
    try {
        const std::lock_guard guard(gate->mutex);
        Connection &connection = *gate->connection;
        store::Transaction transaction(connection);
        history.dropRedoOfBatches(connection);
        Batch batch{gate->ids.take<BatchTag>(), std::move(source), std::move(format), store::now(), false};
        store::requireStorable(batch);
        Query insert = connection.query(store::sqlOf<Batch>().insert);
        store::bindRow(insert, batch);
        insert.run();
        transaction.commit();
        history.commit();
        store::forget(gate->handWork);
        return std::unique_ptr<BatchWriter>(
            new BatchWriter(std::make_unique<BatchWriter::Impl>(gate, std::move(batch))));
    } catch (...) {
        history.rollback();
        gate->batchOpen = false;
        throw;
    }
}

template <class Action>
Result<ChangeSet> Project::Impl::change(Cause cause, Action &&action)
{
    if (!gate)
        return readOnly(file);
    auto edit = store::guarded(file, [&]() -> Result<std::shared_ptr<const Edit>> {
        const std::lock_guard guard(gate->mutex);
        store::ContentClock::Writing writing(*gate->clock);
        auto written = action();
        writing.changesSamples = written && touchesSamples(*written);
        if (!written)
            return Error{Code::NotFound, cause == Cause::Undo ? "nothing to undo" : "nothing to redo", {}};
        gate->checkpointAbove(checkpointPages);
        return written;
    });
    history.rollback();  // what was not committed is forgotten
    if (!edit)
        return edit.error();
    ChangeSet changes = summarise(std::move(*edit), cause);
    const auto present = observers;
    for (const auto &each : present)
        if (const auto observer = each.lock())
            (*observer)(changes);
    return changes;
}

Project::Project(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Project::~Project() = default;

Result<std::unique_ptr<Project>> Project::create(const std::filesystem::path &file, const NewProject &what)
{
    const Status made = store::guarded(file, [&]() -> Status {
        store::createFile(file, what);
        return ok();
    });
    if (!made)
        return made.error();
    return open(file, OpenMode::Edit);
}

Result<std::unique_ptr<Project>> Project::open(const std::filesystem::path &file, OpenMode mode)
{
    auto impl = std::make_unique<Impl>(std::filesystem::absolute(file).lexically_normal());
    impl->author = "human/" + store::loginName();
    if (const Status opened = impl->open(mode); !opened)
        return opened.error();
    return std::unique_ptr<Project>(new Project(std::move(impl)));
}

const std::filesystem::path &Project::file() const
{
    return m_impl->file;
}

std::filesystem::path Project::cacheDir() const
{
    return store::neighbourOf(m_impl->file, ".cache");
}

bool Project::isReadOnly() const
{
    return !m_impl->gate;
}

const std::vector<OpenNotice> &Project::notices() const
{
    return m_impl->notices;
}

std::optional<LockHolder> Project::lockedBy() const
{
    return m_impl->holder;
}

Result<ChangeSet> Project::apply(Edit edit)
{
    if (edit.changes.empty())
        return summarise(std::make_shared<const Edit>(std::move(edit)), Cause::Edit);
    return m_impl->change(Cause::Edit, [&] { return m_impl->write(std::move(edit)); });
}

Result<ChangeSet> Project::undo()
{
    return m_impl->change(Cause::Undo, [&] { return m_impl->undo(); });
}

Result<ChangeSet> Project::redo()
{
    return m_impl->change(Cause::Redo, [&] { return m_impl->redo(); });
}

void Project::setAuthor(std::string author)
{
    m_impl->author = std::move(author);
}

const std::string &Project::author() const
{
    return m_impl->author;
}

Status Project::setSetting(std::string_view key, std::string_view value)
{
    if (!m_impl->gate)
        return readOnly(m_impl->file);
    return store::guarded(m_impl->file, [&]() -> Status {
        const std::lock_guard guard(m_impl->gate->mutex);
        Query query = m_impl->gate->connection->query("insert or replace into setting values (?, ?)");
        query.with(std::string(key), std::string(value)).run();
        if (key == "history_bytes")
            m_impl->historyBytes = std::strtoll(std::string(value).c_str(), nullptr, 10);
        return ok();
    });
}

Status Project::backup(std::string_view reason)
{
    return store::backupTo(m_impl->file, reason);
}

const Reader &Project::reader() const
{
    return *m_impl->reader;
}

Result<std::unique_ptr<Reader>> Project::newReader() const
{
    return store::guarded(m_impl->file, [&]() -> Result<std::unique_ptr<Reader>> { return m_impl->newReader(); });
}

Result<std::unique_ptr<BatchWriter>> Project::newBatch(std::string source, std::string format)
{
    if (!m_impl->gate)
        return readOnly(m_impl->file);
    return store::guarded(m_impl->file, [&] { return m_impl->beginBatch(std::move(source), std::move(format)); });
}

Subscription Project::onChange(ChangeObserver observer)
{
    std::erase_if(m_impl->observers, [](const auto &each) { return each.expired(); });
    auto kept = std::make_shared<ChangeObserver>(std::move(observer));
    m_impl->observers.push_back(kept);
    return kept;
}

}  // namespace core
