// The entities of a text by where they are: which ones touch a range, without looking at the others.
#pragma once
#include "core/sample_content.h"
#include "core/text/boundaries.h"
#include <span>
#include <unordered_map>

namespace core {

class SpanIndex {
public:
    void build(std::span<const AnnotationPtr> annotations);  // those that cover text
    void insert(const AnnotationPtr &entity);                // covers text or is left out
    void remove(AnnotationId id);

    std::size_t count() const { return m_byId.size(); }
    const AnnotationPtr *find(AnnotationId id) const;  // null: not here
    // Those whose hull (from the first to the last code point) shares text with the range, by begin, then longer first.
    std::vector<AnnotationPtr> within(TextRange range) const;
    // Those that cover the code point, smallest first.
    std::vector<AnnotationPtr> at(std::int64_t point) const;

private:
    struct Entry {
        std::int64_t begin = 0, end = 0;
        AnnotationPtr entity;
        bool before(const Entry &o) const;
    };
    struct Chunk {
        std::vector<Entry> entries;
        std::int64_t maxEnd = 0;
        void measure();
    };
    static std::optional<Entry> entryOf(const AnnotationPtr &entity);
    std::vector<Chunk>::iterator chunkOf(const Entry &entry);
    template <class Visit>
    void visit(TextRange range, Visit each) const;

    std::vector<Chunk> m_chunks;
    std::unordered_map<std::int64_t, AnnotationPtr> m_byId;
};

std::int64_t coveredPoints(const TextSpan &span);
bool covers(const TextSpan &span, std::int64_t point);

}  // namespace core
