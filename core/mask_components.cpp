#include "core/mask_components.h"
#include <numeric>
#include <span>

namespace core {

namespace {

class Sets {  // union-find; the smallest member stands for its set
public:
    explicit Sets(std::size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0u); }

    std::uint32_t find(std::uint32_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b)
    {
        a = find(a);
        b = find(b);
        (a < b ? m_parent[b] : m_parent[a]) = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

}  // namespace

Components components(const MaskRuns &runs, Touch touch)
{
    const auto all = runs.spans();
    Sets sets(all.size());
    const std::int32_t reach = touch == Touch::SidesOrCorners ? 1 : 0;
    for (std::int32_t y = runs.top() + 1; y < runs.bottom(); ++y) {
        const auto above = runs.row(y - 1), row = runs.row(y);
        for (auto i = above.begin(), k = row.begin(); i != above.end() && k != row.end();) {
            if (i->begin < k->end + reach && k->begin < i->end + reach)
                sets.join(static_cast<std::uint32_t>(&*i - all.data()), static_cast<std::uint32_t>(&*k - all.data()));
            i->end < k->end ? ++i : ++k;
        }
    }
    Components found;
    found.ofSpan.resize(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const std::uint32_t root = sets.find(i);
        found.ofSpan[i] = root == i ? found.count++ : found.ofSpan[root];
    }
    return found;
}

}  // namespace core
