#include "core/store/sample_image.h"
#include "core/media_location.h"
#include "core/sample_query.h"
#include <algorithm>
#include <cassert>
#include <cstring>

namespace core::store {

void SampleNames::add(SampleId id, std::string_view uri)
{
    for (const char c : fileName(uri))
        m_text += folded(c);
    m_ends.push_back(m_text.size());
    m_ids.push_back(id);
}

IdSet SampleNames::containing(std::string_view text) const
{
    assert(!text.empty());
    std::string wanted(text);
    std::ranges::transform(wanted, wanted.begin(), folded);
    IdSet found;
    std::size_t at = 0, name = 0;
    while (const void *hit = ::memmem(m_text.data() + at, m_text.size() - at, wanted.data(), wanted.size())) {
        at = static_cast<std::size_t>(static_cast<const char *>(hit) - m_text.data());
        while (m_ends[name] <= at)
            ++name;
        if (at + wanted.size() > m_ends[name]) {  // reaches into the next name
            ++at;
            continue;
        }
        found.insert(m_ids[name]);
        at = m_ends[name];
    }
    return found;
}

const std::vector<SampleId> &SampleImage::byPosition()
{
    if (!m_byPosition) {
        std::vector<SampleId> ids;
        Query rows = m_connection.query("select id from live_sample order by position, id");
        while (rows.step())
            ids.push_back({rows.integer()});
        m_byPosition = std::move(ids);
    }
    return *m_byPosition;
}

const IdSet &SampleImage::all()
{
    if (!m_all) {
        IdSet ids;
        for (const SampleId id : byPosition())
            ids.insert(id);
        m_all = std::move(ids);
    }
    return *m_all;
}

const SampleNames &SampleImage::names()
{
    if (!m_names) {
        SampleNames names;
        Query rows = m_connection.query("select id, uri from live_sample order by uri");
        while (rows.step()) {
            const SampleId id{rows.integer()};
            names.add(id, rows.view());
        }
        m_names = std::move(names);
    }
    return *m_names;
}

void SampleImage::forget()
{
    m_byPosition.reset();
    m_all.reset();
    m_names.reset();
}

}  // namespace core::store
