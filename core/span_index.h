// What lies along a text or a sound by where it is: which entities or segments touch a range, without looking at the
// others.
#pragma once
#include "core/sample_content.h"
#include <functional>
#include <span>
#include <unordered_map>

namespace core {

// From the first to behind the last: code points of a text, samples of a sound.
using Extent = std::pair<std::int64_t, std::int64_t>;
enum class Along { Text, Sound };

class SpanIndex {
public:
    explicit SpanIndex(Along along = Along::Text) : m_along(along) {}
    void build(std::span<const AnnotationPtr> annotations);  // those that have an extent along it
    void insert(const AnnotationPtr &each);                  // has one or is left out
    void remove(AnnotationId id);

    std::size_t count() const { return m_byId.size(); }
    const AnnotationPtr *find(AnnotationId id) const;  // null: not here
    // Those whose extent shares something with the range, by begin, then longer first.
    std::vector<AnnotationPtr> within(Extent range) const;
    void each(Extent range, const std::function<void(const AnnotationPtr &, Extent)> &visit) const;  // the same
    // Those that cover the point (gaps between the parts of an entity are not covered), smallest first.
    std::vector<AnnotationPtr> at(std::int64_t point) const;

private:
    struct Entry {
        std::int64_t begin = 0, end = 0;
        AnnotationPtr annotation;
        bool before(const Entry &o) const;
    };
    struct Chunk {
        std::vector<Entry> entries;
        std::int64_t maxEnd = 0;
        void measure();
    };
    std::optional<Entry> entryOf(const AnnotationPtr &annotation) const;
    std::vector<Chunk>::iterator chunkOf(const Entry &entry);
    template <class Visit>
    void visit(Extent range, Visit each) const;

    Along m_along;
    std::vector<Chunk> m_chunks;
    std::unordered_map<std::int64_t, AnnotationPtr> m_byId;
};

}  // namespace core
