// How each row type lies in its table: columns (the key first), binding in that order, reading in that order.
#pragma once
#include "core/edit.h"
#include "core/store/sqlite.h"

namespace core::store {

template <class Row>
struct Table;  // name, columns, keyColumns (as many leading columns), marked (has batch and hidden_by); where a row is
               // of one sample: sampleColumn

template <>
struct Table<Annotation> {
    static constexpr const char *name = "annotation";
    static constexpr const char *columns = "id, uuid, job, sample, batch, label, ord, kind, geometry, attributes, "
                                           "confidence, proposed, author, created";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = true;
    static constexpr int sampleColumn = 3;
};
template <>
struct Table<Relation> {
    static constexpr const char *name = "relation";
    static constexpr const char *columns =
        "id, uuid, job, sample, batch, label, from_annotation, to_annotation, author, created";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = true;
    static constexpr int sampleColumn = 3;
};
template <>
struct Table<Sample> {
    static constexpr const char *name = "sample";
    static constexpr const char *columns = "id, batch, uri, external_id, usage, text, media_state, bytes, width, "
                                           "height, channels, length, rate, property, position";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = true;
};
template <>
struct Table<WorkState> {
    static constexpr const char *name = "work";
    static constexpr const char *columns = "job, sample, batch, state, hard, hard_coefficient, hard_reasons, note";
    static constexpr int keyColumns = 3;
    static constexpr bool marked = true;
    static constexpr int sampleColumn = 1;
};
template <>
struct Table<Label> {
    static constexpr const char *name = "label";
    static constexpr const char *columns = "id, job, batch, name, role, rgb, shortcut, default_shape, gray, "
                                           "from_label, to_label, attributes, position";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = true;
};
template <>
struct Table<Job> {
    static constexpr const char *name = "job";
    static constexpr const char *columns = "id, uuid, name, kind, options";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = false;
};
template <>
struct Table<Batch> {
    static constexpr const char *name = "batch";
    static constexpr const char *columns = "id, source, format, created, live";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = false;
};
template <>
struct Table<Version> {
    static constexpr const char *name = "version";
    static constexpr const char *columns = "id, name, created, description, train_share, seed, counts, manifest";
    static constexpr int keyColumns = 1;
    static constexpr bool marked = false;
};

// The row must live until the statement has run.
void bindRow(Query &query, const Annotation &row);
void bindRow(Query &query, const Relation &row);
void bindRow(Query &query, const Sample &row);
void bindRow(Query &query, const WorkState &row);
void bindRow(Query &query, const Label &row);
void bindRow(Query &query, const Job &row);
void bindRow(Query &query, const Batch &row);
void bindRow(Query &query, const Version &row);

// Reads from the next column on, over whatever the row held. Throws Failure{Corrupt} for what bindRow never writes.
void readRow(Query &query, Annotation &row);
void readRow(Query &query, Relation &row);
void readRow(Query &query, Sample &row);
void readRow(Query &query, WorkState &row);
void readRow(Query &query, Label &row);
void readRow(Query &query, Job &row);
void readRow(Query &query, Batch &row);
void readRow(Query &query, Version &row);

template <class Row>
Row rowFrom(Query &query)
{
    Row row;
    readRow(query, row);
    return row;
}

// Throws Failure{BadValue} for values that would not read back equal: NaN, unsorted attributes, text that is not UTF-8.
void requireStorable(const Annotation &row);
void requireStorable(const Relation &row);
void requireStorable(const Sample &row);
void requireStorable(const WorkState &row);
void requireStorable(const Label &row);
void requireStorable(const Job &row);
void requireStorable(const Batch &row);
void requireStorable(const Version &row);

}  // namespace core::store
