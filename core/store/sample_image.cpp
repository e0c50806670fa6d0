#include "core/store/sample_image.h"
#include "core/media_location.h"
#include "core/sample_query.h"
#include <algorithm>

namespace core::store {

namespace {

constexpr std::size_t mostBytes = 128U << 20;  // of properties, of texts

SampleOrder readOrder(Connection &connection)
{
    SampleOrder order;
    Query rows = connection.query("select id from live_sample order by position, id");
    while (rows.step())
        order.byPosition.push_back({rows.integer()});
    for (const SampleId id : order.byPosition)
        order.all.insert(id);
    return order;
}

SampleMarks readMarks(Connection &connection)
{
    SampleMarks marks;
    // In the order of the index that has them all.
    Query rows = connection.query("select id, batch, usage, media_state from live_sample order by position, id");
    while (rows.step()) {
        marks.ids.push_back({rows.integer()});
        marks.batches.push_back(rows.integer());
        // What is stored is checked where a row is read; no value of an enum is 255.
        for (auto *column : {&marks.usages, &marks.mediaStates})
            column->push_back(static_cast<std::uint8_t>(std::clamp<std::int64_t>(rows.integer(), 0, 255)));
    }
    return marks;
}

TextArena readNames(Connection &connection)
{
    TextArena names;
    Query rows = connection.query("select id, uri from live_sample order by uri");
    while (rows.step()) {
        const SampleId id{rows.integer()};
        names.addFolded(id, fileName(rows.view()));
    }
    return names;
}

std::optional<PropertyTexts> readProperties(Connection &connection)
{
    PropertyTexts texts;
    Query rows = connection.query("select id, property from live_sample where property <> '{}'");
    while (rows.step()) {
        const SampleId id{rows.integer()};
        const std::string_view property = rows.view();
        (property.find('\\') == std::string_view::npos ? texts.plain : texts.escaped).add(id, property);
        if (texts.plain.bytes() + texts.escaped.bytes() > mostBytes)
            return std::nullopt;
    }
    return texts;
}

std::optional<TextArena> readTexts(Connection &connection)
{
    TextArena texts;
    Query rows = connection.query("select id, text from live_sample where text is not null");
    while (rows.step()) {
        const SampleId id{rows.integer()};
        texts.addFolded(id, rows.view());
        if (texts.bytes() > mostBytes)
            return std::nullopt;
    }
    return texts;
}

}  // namespace

IdSet PropertyTexts::having(std::string_view key, std::string_view value) const
{
    const auto test = [&](std::string_view json) { return propertyIs(json, key, value); };
    const bool byValue = isStringOnly(value) && value.size() > key.size() / 2;  // keys are alike, values differ
    IdSet found = plain.containing(byValue ? value : key, test);
    found |= escaped.containing("", test);
    return found;
}

const SampleOrder &SampleImage::order(Connection &connection)
{
    return m_order.get([&] { return readOrder(connection); });
}

const SampleMarks &SampleImage::marks(Connection &connection)
{
    return m_marks.get([&] { return readMarks(connection); });
}

const TextArena &SampleImage::names(Connection &connection)
{
    return m_names.get([&] { return readNames(connection); });
}

const PropertyTexts *SampleImage::properties(Connection &connection)
{
    const auto &texts = m_properties.get([&] { return readProperties(connection); });
    return texts ? &*texts : nullptr;
}

const TextArena *SampleImage::texts(Connection &connection)
{
    const auto &texts = m_texts.get([&] { return readTexts(connection); });
    return texts ? &*texts : nullptr;
}

std::shared_ptr<SampleImage> ImageShelf::of(std::uint64_t samples)
{
    const std::lock_guard guard(m_mutex);
    if (auto known = m_newest.lock(); known && m_samples == samples)
        return known;
    auto made = std::make_shared<SampleImage>();
    if (samples >= m_samples) {  // a reader of an older state has its own
        m_samples = samples;
        m_newest = made;
    }
    return made;
}

}  // namespace core::store
