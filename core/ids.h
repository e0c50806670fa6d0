// Row ids the compiler keeps apart. Positive: a stored row. Zero: none.
// Negative: a row an Edit creates; Project::apply replaces it by a stored id wherever the Edit names it.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace core {

template <class Tag>
struct Id {
    std::int64_t value = 0;
    explicit operator bool() const { return value != 0; }
    bool isStored() const { return value > 0; }
    auto operator<=>(const Id &) const = default;
};

using SampleId = Id<struct SampleTag>;
using AnnotationId = Id<struct AnnotationTag>;
using LabelId = Id<struct LabelTag>;
using RelationId = Id<struct RelationTag>;
using BatchId = Id<struct BatchTag>;
using JobId = Id<struct JobTag>;
using VersionId = Id<struct VersionTag>;

}  // namespace core

template <class Tag>
struct std::hash<core::Id<Tag>> {
    std::size_t operator()(const core::Id<Tag> &id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
