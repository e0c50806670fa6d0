// Heights of many things stacked: where each begins and which lies at a height, both in log n, and so is a change.
#pragma once
#include <cstdint>
#include <vector>

namespace core {

class HeightIndex {
public:
    HeightIndex() = default;
    explicit HeightIndex(std::vector<std::int32_t> heights);

    std::size_t count() const { return m_heights.size(); }
    std::int64_t total() const { return top(count()); }
    std::int32_t height(std::size_t i) const { return m_heights[i]; }
    std::int64_t top(std::size_t i) const;  // the sum of those before it; i up to count()
    std::size_t at(std::int64_t y) const;   // before the first: the first; behind the end: the last
    void set(std::size_t i, std::int32_t height);

private:
    std::vector<std::int32_t> m_heights;
    std::vector<std::int64_t> m_sums;  // a Fenwick tree
};

}  // namespace core
