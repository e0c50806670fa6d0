#include "core/store/schema.h"

namespace core::store {

namespace {

// Version 1, frozen: a change is an upgrade step. Narrow columns that filters scan come first.
constexpr const char *versionOne = R"sql(
create table batch(
  id integer primary key, source text not null, format text not null, created integer not null,
  live integer not null check (live in (0, 1))) strict;
create table job(
  id integer primary key, uuid blob not null, name text not null, kind text not null, options text not null) strict;
create table label(
  id integer primary key, job integer not null, batch integer not null, hidden_by integer, name text not null,
  role integer not null, rgb integer not null, shortcut text not null, default_shape integer not null,
  gray integer not null, from_label integer not null, to_label integer not null, attributes text not null,
  position integer not null) strict;
create table sample(
  id integer primary key, batch integer not null, hidden_by integer, usage integer not null,
  media_state integer not null, position integer not null, uri text not null, external_id text not null, text text,
  bytes integer not null, width integer not null, height integer not null, channels integer not null,
  length integer not null, rate real not null, property text not null, unique (uri, batch)) strict;
create table work(
  job integer not null, sample integer not null, batch integer not null, hidden_by integer, state integer not null,
  hard integer not null, hard_coefficient real, hard_reasons text not null, note text not null,
  primary key (job, sample, batch)) strict, without rowid;
create table annotation(
  id integer primary key, job integer not null, sample integer not null, batch integer not null, hidden_by integer,
  label integer not null, proposed integer not null, confidence real, author text not null, ord integer not null,
  kind integer not null, created integer not null, uuid blob not null, attributes text not null,
  geometry blob not null) strict;
create table relation(
  id integer primary key, uuid blob not null, job integer not null, sample integer not null, batch integer not null,
  hidden_by integer, label integer not null, from_annotation integer not null, to_annotation integer not null,
  author text not null, created integer not null) strict;
create table version(
  id integer primary key, name text not null, created integer not null, description text not null,
  train_share real not null, seed integer not null, counts text not null, manifest text not null) strict;
create table history(
  id integer primary key, name text not null, merge_key text not null, author text not null, created integer not null,
  undone integer not null, sample integer not null, row_count integer not null, size integer not null,
  finish integer not null, changes blob not null) strict;
create table history_batch(
  history integer not null, batch integer not null, primary key (history, batch)) strict, without rowid;
create table setting(key text primary key, value text not null) strict, without rowid;

create index label_job on label(job, position);
create index sample_order on sample(position, id, batch, hidden_by, usage, media_state);
create index work_state on work(job, state, hard, sample, hidden_by);
create index annotation_sample on annotation(sample, job, batch, hidden_by);
create index annotation_label on annotation(job, label, sample, batch, hidden_by);
create index annotation_confidence on annotation(job, confidence, sample) where confidence is not null;
create index relation_sample on relation(sample, job);
create index label_hidden on label(hidden_by) where hidden_by is not null;
create index sample_hidden on sample(hidden_by) where hidden_by is not null;
create index work_hidden on work(hidden_by) where hidden_by is not null;
create index annotation_hidden on annotation(hidden_by) where hidden_by is not null;
create index relation_hidden on relation(hidden_by) where hidden_by is not null;

create view live_label as
  select id, job, batch, name, role, rgb, shortcut, default_shape, gray, from_label, to_label, attributes, position
  from label where (select live from batch where batch.id = label.batch)
  and (hidden_by is null or not coalesce((select live from batch where batch.id = label.hidden_by), 0));
create view live_sample as
  select id, batch, uri, external_id, usage, text, media_state, bytes, width, height, channels, length, rate, property,
    position
  from sample where (select live from batch where batch.id = sample.batch)
  and (hidden_by is null or not coalesce((select live from batch where batch.id = sample.hidden_by), 0));
create view live_work as
  select job, sample, batch, state, hard, hard_coefficient, hard_reasons, note
  from work where (select live from batch where batch.id = work.batch)
  and (hidden_by is null or not coalesce((select live from batch where batch.id = work.hidden_by), 0));
create view live_annotation as
  select id, uuid, job, sample, batch, label, ord, kind, geometry, attributes, confidence, proposed, author, created
  from annotation where (select live from batch where batch.id = annotation.batch)
  and (hidden_by is null or not coalesce((select live from batch where batch.id = annotation.hidden_by), 0));
create view live_relation as
  select id, uuid, job, sample, batch, label, from_annotation, to_annotation, author, created
  from relation where (select live from batch where batch.id = relation.batch)
  and (hidden_by is null or not coalesce((select live from batch where batch.id = relation.hidden_by), 0));

insert into batch values (1, 'hand', '', 0, 1);
)sql";

// Version 2: filters by author, confidence and media state read an index alone, dead batches or not.
void coverFilters(Connection &connection)
{
    connection.exec(R"sql(
drop index annotation_label;
create index annotation_label on annotation(job, label, author, sample, batch, hidden_by);
drop index annotation_confidence;
create index annotation_confidence on annotation(job, confidence, sample, batch, hidden_by)
  where confidence is not null;
create index sample_media on sample(media_state, batch, hidden_by) where media_state > 1;
)sql");
}

void setNumber(Connection &connection, const char *pragma, std::int64_t value)
{
    connection.exec("pragma " + std::string(pragma) + " = " + std::to_string(value));
}

using SchemaText = std::vector<std::array<std::string, 3>>;

SchemaText schemaText(Connection &connection)
{
    SchemaText entries;
    Query rows = connection.query("select type, name, coalesce(sql, '') from sqlite_schema order by type, name");
    while (rows.step()) {
        auto &entry = entries.emplace_back();
        for (std::string &column : entry)
            column = rows.text();
    }
    return entries;
}

SchemaText expectedText(std::int64_t version, std::span<const UpgradeStep> steps)
{
    Connection memory(":memory:", Access::Create);
    memory.exec(versionOne);
    for (std::int64_t i = 1; i < version; ++i)
        steps[static_cast<std::size_t>(i) - 1](memory);
    return schemaText(memory);
}

std::string firstDifference(const SchemaText &found, const SchemaText &expected)
{
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
        if (found[i] != expected[i])
            return found[i][1] == expected[i][1] ? found[i][0] + " " + found[i][1] + " differs"
                                                 : found[i][0] + " " + found[i][1] + " is unexpected";
    return std::to_string(found.size()) + " schema entries, " + std::to_string(expected.size()) + " expected";
}

}  // namespace

std::span<const UpgradeStep> upgradeSteps()
{
    static constexpr std::array<UpgradeStep, 1> steps{coverFilters};
    return steps;
}

void createSchema(Connection &connection)
{
    Transaction transaction(connection);
    connection.exec(versionOne);
    setNumber(connection, "application_id", applicationId);
    setNumber(connection, "user_version", 1);
    transaction.commit();
    upgrade(connection, 1, upgradeSteps());
}

void upgrade(Connection &connection, std::int64_t from, std::span<const UpgradeStep> steps)
{
    for (std::int64_t version = from; version < currentVersion(steps); ++version) {
        Transaction transaction(connection);
        steps[static_cast<std::size_t>(version) - 1](connection);
        setNumber(connection, "user_version", version + 1);
        transaction.commit();
    }
    connection.forgetStatements();
}

std::int64_t requireSchema(Connection &connection, std::span<const UpgradeStep> steps)
{
    if (connection.integer("pragma application_id") != applicationId)
        fail(Code::Corrupt, "not a Labelwright project", "application_id");
    const std::int64_t version = connection.integer("pragma user_version");
    if (version > currentVersion(steps))
        fail(Code::Unsupported, "version " + std::to_string(version), "user_version");
    if (version < 1)
        fail(Code::Corrupt, "version " + std::to_string(version), "user_version");
    Query encoding = connection.query("pragma encoding");
    if (encoding.step() && encoding.text() != "UTF-8")
        fail(Code::Corrupt, "text that is not UTF-8", "encoding");
    const SchemaText found = schemaText(connection), expected = expectedText(version, steps);
    if (found != expected)
        fail(Code::Corrupt, firstDifference(found, expected), "schema");
    return version;
}

}  // namespace core::store
