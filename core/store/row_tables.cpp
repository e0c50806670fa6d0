#include "core/store/row_tables.h"
#include "core/store/geometry_codec.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace core::store {

namespace {

void bindUuid(Query &query, const Uuid &uuid)
{
    query.bindBlob(uuid.data(), uuid.size());
}

void bindReal(Query &query, const std::optional<double> &value)
{
    value ? query.bind(*value) : query.bindNull();
}

template <class Enum>
std::int64_t number(Enum value)
{
    return static_cast<std::int64_t>(value);
}

Uuid readUuid(Query &query)
{
    const std::string_view bytes = query.view();
    Uuid uuid{};
    if (bytes.size() != uuid.size())
        fail(Code::Corrupt, "uuid of " + std::to_string(bytes.size()) + " bytes", "uuid");
    std::ranges::copy(bytes, uuid.begin());
    return uuid;
}

std::optional<double> readReal(Query &query)
{
    if (query.nextIsNull())
        return query.skip(), std::nullopt;
    return query.real();
}

template <class Enum>
Enum readEnum(Query &query, Enum last, const char *field)
{
    const std::int64_t value = query.integer();
    if (value < 0 || value > number(last))
        fail(Code::Corrupt, std::to_string(value), field);
    return static_cast<Enum>(value);
}

int readInt(Query &query, const char *field)
{
    const std::int64_t value = query.integer();
    if (value != static_cast<int>(value))
        fail(Code::Corrupt, std::to_string(value), field);
    return static_cast<int>(value);
}

std::string toJson(const std::vector<AttributeSpec> &specs)
{
    if (specs.empty())
        return "[]";
    auto list = nlohmann::json::array();
    for (const AttributeSpec &spec : specs)
        list.push_back({{"name", spec.name}, {"values", spec.values}, {"default", spec.defaultValue}});
    return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<AttributeSpec> specsFromJson(const std::string &text)
{
    std::vector<AttributeSpec> specs;
    if (text == "[]")
        return specs;
    try {
        for (const auto &each : nlohmann::json::parse(text))
            specs.push_back({each.at("name").get<std::string>(), each.at("values").get<std::vector<std::string>>(),
                             each.at("default").get<std::string>()});
    } catch (const nlohmann::json::exception &) {
        fail(Code::Corrupt, text.substr(0, 100), "label.attributes");
    }
    return specs;
}

}  // namespace

void bindRow(Query &query, const Annotation &row)
{
    query.bind(row.id.value);
    bindUuid(query, row.uuid);
    query.with(row.job.value, row.sample.value, row.batch.value, row.label.value, row.order);
    query.bind(static_cast<std::int64_t>(row.geometry.index()));
    const std::string geometry = encodeGeometry(row.geometry);
    query.bindBlob(geometry.data(), geometry.size());
    query.bind(core::toJson(row.attributes));
    bindReal(query, row.confidence);
    query.with(std::int64_t{row.proposed}, row.author, row.created);
}

void bindRow(Query &query, const Relation &row)
{
    query.bind(row.id.value);
    bindUuid(query, row.uuid);
    query.with(row.job.value, row.sample.value, row.batch.value, row.label.value, row.from.value, row.to.value,
               row.author, row.created);
}

void bindRow(Query &query, const Sample &row)
{
    query.with(row.id.value, row.batch.value, row.uri, row.externalId, number(row.usage));
    row.text ? query.bind(row.text->str()) : query.bindNull();
    const MediaInfo &media = row.media;
    query.with(number(media.state), media.bytes, std::int64_t{media.width}, std::int64_t{media.height},
               std::int64_t{media.channels}, media.length, media.rate, row.property, row.position);
}

void bindRow(Query &query, const WorkState &row)
{
    query.with(row.job.value, row.sample.value, row.batch.value, number(row.state), std::int64_t{row.hard});
    bindReal(query, row.hardCoefficient);
    query.with(row.hardReasons, row.note);
}

void bindRow(Query &query, const Label &row)
{
    query.with(row.id.value, row.job.value, row.batch.value, row.name, number(row.role), std::int64_t{row.rgb},
               row.shortcut, number(row.defaultShape), std::int64_t{row.gray}, row.fromLabel.value, row.toLabel.value,
               toJson(row.attributes), std::int64_t{row.position});
}

void bindRow(Query &query, const Job &row)
{
    query.bind(row.id.value);
    bindUuid(query, row.uuid);
    query.with(row.name, std::string(kindName(row.kind)), row.options);
}

void bindRow(Query &query, const Batch &row)
{
    query.with(row.id.value, row.source, row.format, row.created, std::int64_t{row.live});
}

void bindRow(Query &query, const Version &row)
{
    query.with(row.id.value, row.name, row.created, row.description, row.trainShare, row.seed, row.counts,
               row.manifest);
}

void readRow(Query &query, Annotation &row)
{
    row.id.value = query.integer();
    row.uuid = readUuid(query);
    for (std::int64_t *field : {&row.job.value, &row.sample.value, &row.batch.value, &row.label.value, &row.order})
        *field = query.integer();
    const std::int64_t kind = query.integer();
    auto geometry = decodeGeometry(kind, query.view());
    if (!geometry)
        fail(Code::Corrupt, "annotation " + std::to_string(row.id.value), "geometry");
    row.geometry = std::move(*geometry);
    auto attributes = attributesFromJson(query.view());
    if (!attributes)
        fail(Code::Corrupt, "annotation " + std::to_string(row.id.value), "attributes");
    row.attributes = std::move(*attributes);
    row.confidence = readReal(query);
    row.proposed = query.integer() != 0;
    row.author.assign(query.view());
    row.created = query.integer();
}

void readRow(Query &query, Relation &row)
{
    row.id.value = query.integer();
    row.uuid = readUuid(query);
    for (std::int64_t *field :
         {&row.job.value, &row.sample.value, &row.batch.value, &row.label.value, &row.from.value, &row.to.value})
        *field = query.integer();
    row.author.assign(query.view());
    row.created = query.integer();
}

void readRow(Query &query, Sample &row)
{
    row.id.value = query.integer();
    row.batch.value = query.integer();
    row.uri.assign(query.view());
    row.externalId.assign(query.view());
    row.usage = readEnum(query, Usage::Inference, "sample.usage");
    row.text.reset();
    if (query.nextIsNull())
        query.skip();
    else
        row.text = query.text();
    row.media.state = readEnum(query, MediaState::Broken, "sample.media_state");
    row.media.bytes = query.integer();
    row.media.width = readInt(query, "sample.width");
    row.media.height = readInt(query, "sample.height");
    row.media.channels = readInt(query, "sample.channels");
    row.media.length = query.integer();
    row.media.rate = query.real();
    row.property.assign(query.view());
    row.position = query.integer();
}

void readRow(Query &query, WorkState &row)
{
    row.job.value = query.integer();
    row.sample.value = query.integer();
    row.batch.value = query.integer();
    row.state = readEnum(query, State::Labeled, "work.state");
    row.hard = query.integer() != 0;
    row.hardCoefficient = readReal(query);
    row.hardReasons.assign(query.view());
    row.note.assign(query.view());
}

void readRow(Query &query, Label &row)
{
    row.id.value = query.integer();
    row.job.value = query.integer();
    row.batch.value = query.integer();
    row.name.assign(query.view());
    row.role = readEnum(query, LabelRole::Relation, "label.role");
    row.rgb = static_cast<Rgb>(query.integer());
    row.shortcut.assign(query.view());
    row.defaultShape = readEnum(query, Shape::Mask, "label.default_shape");
    row.gray = readInt(query, "label.gray");
    row.fromLabel.value = query.integer();
    row.toLabel.value = query.integer();
    row.attributes = specsFromJson(query.text());
    row.position = readInt(query, "label.position");
}

void readRow(Query &query, Job &row)
{
    row.id.value = query.integer();
    row.uuid = readUuid(query);
    row.name.assign(query.view());
    const std::string kind = query.text();
    const auto known = jobKindFromName(kind);
    if (!known)
        fail(Code::Corrupt, kind, "job.kind");
    row.kind = *known;
    row.options.assign(query.view());
}

void readRow(Query &query, Batch &row)
{
    row.id.value = query.integer();
    row.source.assign(query.view());
    row.format.assign(query.view());
    row.created = query.integer();
    row.live = query.integer() != 0;
}

void readRow(Query &query, Version &row)
{
    row.id.value = query.integer();
    row.name.assign(query.view());
    row.created = query.integer();
    row.description.assign(query.view());
    row.trainShare = query.real();
    row.seed = query.integer();
    row.counts.assign(query.view());
    row.manifest.assign(query.view());
}

}  // namespace core::store
