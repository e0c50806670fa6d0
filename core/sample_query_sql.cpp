// Queries as SQL over the live views. What annotations and work rows decide becomes sets of samples: a bit test per
// sample costs a fraction of SQLite's own `in (select …)`.
#include "core/sample_query.h"
#include <span>

namespace core {

namespace {

constexpr const char *annotationsOfJob = "select sample from live_annotation where job=?";
constexpr const char *worksOfJob = "select sample from live_work where job=?";

const char *sign(Compare compare)
{
    switch (compare) {
    case Compare::Less: return "<";
    case Compare::LessOrEqual: return "<=";
    case Compare::Greater: return ">";
    case Compare::GreaterOrEqual: return ">=";
    case Compare::Equal: return "=";
    }
    return "";
}

class SqlWriter {
public:
    explicit SqlWriter(JobId job) : m_job(job) {}

    Sql write(const SampleQuery &query)
    {
        m_sql.text = "select s.id from live_sample s";
        if (query.sort == SortKey::State)
            add(" left join live_work w on w.sample=s.id and w.job=", m_job.value);
        if (query.sort == SortKey::Confidence)
            group("min(confidence)");
        if (query.sort == SortKey::AnnotationCount)
            group("count(*)");
        if (!std::holds_alternative<Everything>(query.filter.node)) {
            add(" where ");
            std::visit(*this, query.filter.node);
        }
        order(query.sort, query.descending ? " desc" : "");
        return std::move(m_sql);
    }

    void operator()(const Everything &) { add("1"); }
    void operator()(const InState &f)
    {
        const bool absent = f.state == State::Unlabeled;  // no row means unlabeled
        add(absent ? "not " : "");
        inSet({std::string(worksOfJob) + (absent ? " and state<>?" : " and state=?"),
               {m_job.value, static_cast<std::int64_t>(f.state)},
               {}});
    }
    void operator()(const HasLabel &f)
    {
        inSet({std::string(annotationsOfJob) + " and label in (select id from live_label where job=? and name=?)",
               {m_job.value, m_job.value, f.name},
               {}});
    }
    void operator()(const IsHard &f)
    {
        add(f.hard ? "" : "not ");
        inSet({std::string(worksOfJob) + " and hard=1", {m_job.value}, {}});
    }
    void operator()(const NameContains &f)
    {
        add("name_contains(s.uri,", f.text);
        add(")");
    }
    void operator()(const InFolder &f)
    {
        std::string folder = f.folder;
        while (folder.ends_with('/'))
            folder.pop_back();
        if (f.folder.empty())
            return add("1");
        add("(s.uri>=", folder + '/');
        add(" and s.uri<", folder + char('/' + 1));
        add(")");
    }
    void operator()(const HasAuthor &f)
    {
        inSet({std::string(annotationsOfJob) + " and text_contains(author,?)", {m_job.value, f.author}, {}});
    }
    void operator()(const HasConfidence &f)
    {
        inSet({std::string(annotationsOfJob) + " and confidence" + sign(f.compare) + "?", {m_job.value, f.value}, {}});
    }
    void operator()(const FromBatch &f) { add("s.batch=", f.batch); }
    void operator()(const HasUsage &f) { add("s.usage=", static_cast<std::int64_t>(f.usage)); }
    void operator()(const HasProperty &f)
    {
        add("property_is(s.property,", f.key);
        add(",", f.value);
        add(")");
    }
    void operator()(const HasMedia &f) { add("s.media_state=", static_cast<std::int64_t>(f.state)); }
    void operator()(const AllOf &f) { f.of.empty() ? add("1") : join(f.of, " and "); }
    void operator()(const AnyOf &f) { f.of.empty() ? add("0") : join(f.of, " or "); }
    void operator()(const Not &f)
    {
        add("not (");
        std::visit(*this, f.of.front().node);
        add(")");
    }

private:
    void add(std::string_view text) { m_sql.text += text; }
    void add(std::string_view text, SqlValue value)
    {
        m_sql.text += text;
        m_sql.text += '?';
        m_sql.values.push_back(std::move(value));
    }
    void inSet(Sql set)
    {
        add("in_set(", static_cast<std::int64_t>(m_sql.sets.size()));
        add(",s.id)");
        m_sql.sets.push_back(std::move(set));
    }
    void group(std::string_view what)
    {
        add(" left join (select sample,");
        add(what);
        add(" as figure from live_annotation where job=", m_job.value);
        add(" group by sample) g on g.sample=s.id");
    }

    // As a balanced tree: SQLite bounds the depth of an expression.
    void join(std::span<const Filter> of, std::string_view with)
    {
        if (of.size() == 1)
            return std::visit(*this, of.front().node);
        add("(");
        join(of.first(of.size() / 2), with);
        add(with);
        join(of.subspan(of.size() / 2), with);
        add(")");
    }

    void order(SortKey sort, std::string_view direction)
    {
        add(" order by ");
        switch (sort) {
        case SortKey::Added: add("s.position"); break;
        case SortKey::Name: add("s.uri"); break;
        case SortKey::State: add("coalesce(w.state,0)"); break;
        case SortKey::Confidence: add("g.figure is null, g.figure"); break;
        case SortKey::AnnotationCount: add("coalesce(g.figure,0)"); break;
        }
        add(direction);
        add(", s.id");
        add(direction);
    }

    JobId m_job;
    Sql m_sql;
};

}  // namespace

Sql toSql(const SampleQuery &query)
{
    return SqlWriter(query.job).write(query);
}

}  // namespace core
