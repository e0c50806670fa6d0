// What the readers of one process keep in memory of the live samples, so that filters and orders need not walk a
// million rows again: 10 bytes a sample for their order, 20 for batch, usage and media state, 40 for names, and the
// properties and texts once they were, where they are not too large.
#pragma once
#include "core/rows.h"
#include "core/store/sqlite.h"
#include "core/store/text_arena.h"
#include <atomic>
#include <mutex>

namespace core::store {

struct SampleOrder {
    std::vector<SampleId> byPosition;  // ties by id
    IdSet all;
};

struct SampleMarks {  // each in the order of the ids
    std::vector<SampleId> ids;
    std::vector<std::int64_t> batches;
    std::vector<std::uint8_t> usages, mediaStates;
};

struct PropertyTexts {
    TextArena plain, escaped;  // escaped: with a backslash
    IdSet having(std::string_view key, std::string_view value) const;
};

// Made by the first who asks for it, whatever its thread; the others wait. Then it never changes.
template <class Part>
class MadeOnce {
public:
    MadeOnce() = default;
    MadeOnce(const MadeOnce &) = delete;
    MadeOnce &operator=(const MadeOnce &) = delete;
    bool isMade() const { return m_made; }
    template <class Make>
    const Part &get(Make &&make)  // what make() throws leaves it as it was
    {
        if (!m_made) {
            const std::lock_guard guard(m_mutex);
            if (!m_made) {
                m_part.emplace(make());
                m_made = true;
            }
        }
        return *m_part;
    }

private:
    std::mutex m_mutex;
    std::atomic<bool> m_made{false};
    std::optional<Part> m_part;
};

// Of one state of the samples. Each part is read when first asked for, by the connection of whoever asks, inside its
// read transaction, which must be of that state.
class SampleImage {
public:
    const SampleOrder &order(Connection &connection);
    template <class Value>
    IdSet marked(Connection &connection, std::vector<Value> SampleMarks::*column, std::int64_t value);
    const TextArena &names(Connection &connection);  // last parts of the uris, ordered by uri, folded
    // Null: too large to keep.
    const PropertyTexts *properties(Connection &connection);
    const TextArena *texts(Connection &connection);  // of the samples that have one, folded
    bool hasOrder() const { return m_order.isMade(); }
    bool hasMarks() const { return m_marks.isMade(); }
    bool hasNames() const { return m_names.isMade(); }

private:
    const SampleMarks &marks(Connection &connection);

    MadeOnce<SampleOrder> m_order;
    MadeOnce<SampleMarks> m_marks;
    MadeOnce<TextArena> m_names;
    MadeOnce<std::optional<PropertyTexts>> m_properties;
    MadeOnce<std::optional<TextArena>> m_texts;
};

// Where readers find the image another one of the process has made already.
class ImageShelf {
public:
    std::shared_ptr<SampleImage> of(std::uint64_t samples);  // a time of the ContentClock

private:
    std::mutex m_mutex;
    std::uint64_t m_samples = 0;
    std::weak_ptr<SampleImage> m_newest;
};

template <class Value>
IdSet SampleImage::marked(Connection &connection, std::vector<Value> SampleMarks::*column, std::int64_t value)
{
    const SampleMarks &marks = this->marks(connection);
    IdSet ids;
    for (std::size_t i = 0; i < marks.ids.size(); ++i)
        if (std::cmp_equal((marks.*column)[i], value))
            ids.insert(marks.ids[i]);
    return ids;
}

}  // namespace core::store
