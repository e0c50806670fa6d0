// Which values a row may hold: those that read back equal.
#include "core/store/geometry_codec.h"
#include "core/store/row_tables.h"
#include <algorithm>
#include <cmath>
#include <simdjson.h>

namespace core::store {

namespace {

void requireText(const std::string &text, const char *field)
{
    if (!simdjson::validate_utf8(text))
        fail(Code::BadValue, "not UTF-8", field);
}

void requireReal(std::optional<double> value, const char *field)
{
    if (value && !std::isfinite(*value))
        fail(Code::BadValue, "not a finite number", field);
}

void requireAttributes(const Attributes &attributes)
{
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        if (i > 0 && attributes[i - 1].first >= attributes[i].first)
            fail(Code::BadValue, "not sorted: " + attributes[i].first, "annotation.attributes");
        requireText(attributes[i].first, "annotation.attributes");
        requireText(attributes[i].second, "annotation.attributes");
    }
}

}  // namespace

void requireStorable(const Annotation &row)
{
    if (!isFinite(row.geometry))
        fail(Code::BadValue, "not a finite number", "annotation.geometry");
    requireReal(row.confidence, "annotation.confidence");
    requireAttributes(row.attributes);
    requireText(row.author, "annotation.author");
}

void requireStorable(const Relation &row)
{
    requireText(row.author, "relation.author");
}

void requireStorable(const Sample &row)
{
    requireText(row.uri, "sample.uri");
    requireText(row.externalId, "sample.external_id");
    requireText(row.property, "sample.property");
    if (row.text)
        requireText(row.text->str(), "sample.text");
    requireReal(row.media.rate, "sample.rate");
}

void requireStorable(const WorkState &row)
{
    requireReal(row.hardCoefficient, "work.hard_coefficient");
    requireText(row.hardReasons, "work.hard_reasons");
    requireText(row.note, "work.note");
}

void requireStorable(const Label &row)
{
    requireText(row.name, "label.name");
    requireText(row.shortcut, "label.shortcut");
    if (row.gray < 0 || row.gray > 65535)
        fail(Code::BadValue, std::to_string(row.gray), "label.gray");
    for (const AttributeSpec &spec : row.attributes) {
        requireText(spec.name, "label.attributes");
        requireText(spec.defaultValue, "label.attributes");
        for (const std::string &value : spec.values)
            requireText(value, "label.attributes");
    }
}

void requireStorable(const Job &row)
{
    requireText(row.name, "job.name");
    requireText(row.options, "job.options");
}

void requireStorable(const Batch &row)
{
    requireText(row.source, "batch.source");
    requireText(row.format, "batch.format");
}

void requireStorable(const Version &row)
{
    requireReal(row.trainShare, "version.train_share");
    for (const std::string *text : {&row.name, &row.description, &row.counts, &row.manifest})
        requireText(*text, "version");
}

}  // namespace core::store
