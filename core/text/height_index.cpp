#include "core/text/height_index.h"
#include <bit>

namespace core {

HeightIndex::HeightIndex(std::vector<std::int32_t> heights)
    : m_heights(std::move(heights)),
      m_sums(m_heights.size() + 1)
{
    for (std::size_t i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += m_heights[i - 1];
        if (const std::size_t parent = i + (i & -i); parent < m_sums.size())
            m_sums[parent] += m_sums[i];
    }
}

std::int64_t HeightIndex::top(std::size_t i) const
{
    std::int64_t sum = 0;
    for (; i > 0; i -= i & -i)
        sum += m_sums[i];
    return sum;
}

std::size_t HeightIndex::at(std::int64_t y) const
{
    std::size_t i = 0;
    for (std::size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2)
        if (i + step < m_sums.size() && m_sums[i + step] <= y) {
            i += step;
            y -= m_sums[i];
        }
    return i < m_heights.size() ? i : i - (i > 0);
}

void HeightIndex::set(std::size_t i, std::int32_t height)
{
    const std::int64_t more = height - m_heights[i];
    if (more == 0)
        return;
    m_heights[i] = height;
    for (++i; i < m_sums.size(); i += i & -i)
        m_sums[i] += more;
}

}  // namespace core
