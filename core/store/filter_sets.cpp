#include "core/store/filter_sets.h"
#include "core/job_options.h"
#include "core/store/label_authors.h"
#include <algorithm>

namespace core::store {

namespace {

// Up to this share of the samples is looked up one by one: 1 µs each, where walking them all costs 0.1 µs each.
constexpr std::int64_t fewOutOf = 16;

// What a leaf costs when it is asked alone; a conjunction asks the cheap ones first, and the rest only of what is left.
struct Cost {
    enum { Index, Scan, Names, Text };

    int operator()(const Everything &) const { return Index; }
    int operator()(const InState &) const { return Index; }
    int operator()(const HasLabel &) const { return Index; }
    int operator()(const IsHard &) const { return Index; }
    int operator()(const NameContains &) const { return Names; }
    int operator()(const TextContains &) const { return Text; }
    int operator()(const InFolder &) const { return Index; }
    int operator()(const HasAuthor &) const { return Index; }
    int operator()(const HasConfidence &) const { return Index; }
    int operator()(const FromBatch &) const { return Scan; }
    int operator()(const HasUsage &) const { return Scan; }
    int operator()(const HasProperty &) const { return Text; }
    int operator()(const HasMedia &) const { return Scan; }
    int operator()(const AllOf &f) const { return most(f.of); }
    int operator()(const AnyOf &f) const { return most(f.of); }
    int operator()(const Not &f) const { return most(f.of); }

    int most(const std::vector<Filter> &of) const
    {
        int cost = Index;
        for (const Filter &each : of)
            cost = std::max(cost, std::visit(*this, each.node));
        return cost;
    }
};

const char *confidenceSql(Compare compare)
{
    switch (compare) {
    case Compare::Less: return "select collect(sample) from live_annotation where job=? and confidence<?";
    case Compare::LessOrEqual: return "select collect(sample) from live_annotation where job=? and confidence<=?";
    case Compare::Greater: return "select collect(sample) from live_annotation where job=? and confidence>?";
    case Compare::GreaterOrEqual: return "select collect(sample) from live_annotation where job=? and confidence>=?";
    case Compare::Equal: return "select collect(sample) from live_annotation where job=? and confidence=?";
    }
    return "";
}

}  // namespace

// Answers for one `within`.
struct FilterSets::Visitor {
    FilterSets &sets;
    const IdSet *within;

    IdSet operator()(const Everything &) { return sets.everything(within); }
    IdSet operator()(const InState &f)
    {
        if (f.state == State::Unlabeled)  // no row means unlabeled
            return allBut(
                sets.select("select collect(sample) from live_work where job=? and state>0", sets.m_job.value));
        return inside(sets.select("select collect(sample) from live_work where job=? and state=?", sets.m_job.value,
                                  static_cast<std::int64_t>(f.state)));
    }
    IdSet operator()(const HasLabel &f)
    {
        return inside(sets.select("select collect(sample) from live_annotation where job=? and label in"
                                  " (select id from live_label where job=? and name=?)",
                                  sets.m_job.value, sets.m_job.value, f.name));
    }
    IdSet operator()(const IsHard &f)
    {
        // The states are named so that the index serves.
        IdSet hard = sets.select("select collect(sample) from live_work where job=? and state in (0, 1, 2) and hard=1",
                                 sets.m_job.value);
        return f.hard ? inside(std::move(hard)) : allBut(hard);
    }
    IdSet operator()(const NameContains &f)
    {
        if (f.text.empty())
            return sets.everything(within);
        if (!sets.m_image.hasNames() && sets.isFew(within))
            return sets.tested(*within, "uri", [&](Query &row) { return nameContains(row.view(), f.text); });
        return inside(sets.m_image.names(sets.m_connection).containingFolded(f.text));
    }
    IdSet operator()(const TextContains &f)
    {
        IdSet found = withText(f);
        if (sets.isOfSpeech())
            found |= inside(sets.select(
                "select collect(sample) from live_annotation where job=? and content_contains(attributes,?)",
                sets.m_job.value, f.text));
        return found;
    }
    IdSet withText(const TextContains &f)
    {
        if (sets.isFew(within))
            return sets.tested(*within, "text",
                               [&](Query &row) { return !row.nextIsNull() && textContains(row.view(), f.text); });
        if (const TextArena *texts = sets.m_image.texts(sets.m_connection))
            return inside(texts->containingFolded(f.text));
        return inside(sets.select(
            "select collect(id) from live_sample where text is not null and text_contains(text,?)", f.text));
    }
    IdSet operator()(const InFolder &f)
    {
        std::string folder = f.folder;
        while (folder.ends_with('/'))
            folder.pop_back();
        if (f.folder.empty())
            return sets.everything(within);
        return inside(sets.select("select collect(id) from live_sample where uri>=? and uri<?", folder + '/',
                                  folder + char('/' + 1)));
    }
    IdSet operator()(const HasAuthor &f) { return inside(sets.withAuthor(f.author)); }
    IdSet operator()(const HasConfidence &f)
    {
        return inside(sets.select(confidenceSql(f.compare), sets.m_job.value, f.value));
    }
    IdSet operator()(const FromBatch &f) { return marked("batch", &SampleMarks::batches, f.batch); }
    IdSet operator()(const HasUsage &f)
    {
        return marked("usage", &SampleMarks::usages, static_cast<std::int64_t>(f.usage));
    }
    IdSet operator()(const HasMedia &f)
    {
        return marked("media_state", &SampleMarks::mediaStates, static_cast<std::int64_t>(f.state));
    }
    IdSet operator()(const HasProperty &f)
    {
        if (sets.isFew(within))
            return sets.tested(*within, "property", [&](Query &row) { return propertyIs(row.view(), f.key, f.value); });
        if (const PropertyTexts *texts = sets.m_image.properties(sets.m_connection))
            return inside(texts->having(f.key, f.value));
        return inside(sets.select(
            "select collect(id) from live_sample where property<>'{}' and property_is(property,?,?)", f.key, f.value));
    }
    IdSet operator()(const AllOf &f)
    {
        std::vector<const Filter *> parts;
        for (const Filter &each : f.of)
            parts.push_back(&each);
        std::ranges::stable_sort(parts, {}, [](const Filter *each) { return std::visit(Cost(), each->node); });
        std::optional<IdSet> left;
        for (const Filter *each : parts)
            left = sets.matching(*each, left ? &*left : within);
        return left ? std::move(*left) : sets.everything(within);
    }
    IdSet operator()(const AnyOf &f)
    {
        IdSet found;
        for (const Filter &each : f.of)
            found |= sets.matching(each, within);
        return found;
    }
    IdSet operator()(const Not &f) { return allBut(sets.matching(f.of.front(), within)); }

private:
    IdSet inside(IdSet ids) const
    {
        if (within)
            ids &= *within;
        return ids;
    }
    IdSet allBut(const IdSet &ids) const
    {
        IdSet others = sets.everything(within);
        others -= ids;
        return others;
    }
    template <class Column>
    IdSet marked(const char *name, Column SampleMarks::*column, std::int64_t value)
    {
        if (!sets.m_image.hasMarks() && sets.isFew(within))
            return sets.tested(*within, name, [&](Query &row) { return row.integer() == value; });
        return inside(sets.m_image.marked(sets.m_connection, column, value));
    }
};

FilterSets::FilterSets(Connection &connection, SampleImage &image, JobId job)
    : m_connection(connection),
      m_image(image),
      m_job(job),
      m_few(static_cast<std::size_t>(connection.integer("select coalesce(max(id), 0) from sample") / fewOutOf))
{
}

IdSet FilterSets::matching(const Filter &filter, const IdSet *within)
{
    return std::visit(Visitor{*this, within}, filter.node);
}

IdSet FilterSets::everything(const IdSet *within)
{
    return within ? *within : m_image.order(m_connection).all;
}

bool FilterSets::isOfSpeech() const
{
    Query kind = m_connection.query("select kind from job where id=?");
    if (!kind.with(m_job.value).step())
        return false;
    const auto known = jobKindFromName(kind.view());
    return known && mayHoldContent(*known);
}

IdSet FilterSets::withAuthor(const std::string &part)
{
    IdSet ids;
    for (const auto &[label, author] : labelAuthors(m_connection, m_job))
        if (textContains(author, part))
            ids |= select("select collect(sample) from live_annotation where job=? and label=? and author=?",
                          m_job.value, label.value, author);
    return ids;
}

// Those whose row, read one by one, passes the test.
template <class Test>
IdSet FilterSets::tested(const IdSet &ids, const char *columns, Test &&test)
{
    IdSet found;
    Query row = m_connection.query(std::string("select ") + columns + " from live_sample where id=?");
    ids.forEach([&](SampleId id) {
        row.again();
        if (row.with(id.value).step() && test(row))
            found.insert(id);
    });
    return found;
}

bool FilterSets::isFew(const IdSet *within) const
{
    return within && within->size() < m_few;
}

}  // namespace core::store
