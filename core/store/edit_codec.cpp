// Version byte, count, then for each change: row type, which sides there are, the rows field by field. Since version 2
// a changed mask may be its differing rows, with the checksums of both whole masks behind the rows. Since version 3 a
// sample's text that did not change is there once, before.
#include "core/store/edit_codec.h"
#include "core/store/bytes.h"
#include "core/store/geometry_codec.h"
#include "core/store/mask_difference.h"

namespace core::store {

namespace {

constexpr std::uint8_t codecVersion = 3, firstVersion = 1;
constexpr std::uint8_t hasBefore = 1, hasAfter = 2, isDifference = 4, keepsText = 8;

// The fields of each row in stored order; one list serves writing and reading. Append only within a codec version.
template <class Archive, class Row>
void fields(Archive &io, Row &row)
{
    using Plain = std::remove_const_t<Row>;
    if constexpr (std::is_same_v<Plain, Annotation>)
        io(row.id, row.uuid, row.job, row.sample, row.batch, row.label, row.order, row.geometry, row.attributes,
           row.confidence, row.proposed, row.author, row.created);
    else if constexpr (std::is_same_v<Plain, Relation>)
        io(row.id, row.uuid, row.job, row.sample, row.batch, row.label, row.from, row.to, row.author, row.created);
    else if constexpr (std::is_same_v<Plain, Sample>)
        io(row.id, row.batch, row.uri, row.externalId, row.usage, row.text, row.media.state, row.media.bytes,
           row.media.width, row.media.height, row.media.channels, row.media.length, row.media.rate, row.property,
           row.position);
    else if constexpr (std::is_same_v<Plain, WorkState>)
        io(row.job, row.sample, row.batch, row.state, row.hard, row.hardCoefficient, row.hardReasons, row.note);
    else if constexpr (std::is_same_v<Plain, Label>)
        io(row.id, row.job, row.batch, row.name, row.role, row.rgb, row.shortcut, row.defaultShape, row.gray,
           row.fromLabel, row.toLabel, row.attributes, row.position);
    else if constexpr (std::is_same_v<Plain, Job>)
        io(row.id, row.uuid, row.name, row.kind, row.options);
    else if constexpr (std::is_same_v<Plain, Batch>)
        io(row.id, row.source, row.format, row.created, row.live);
    else if constexpr (std::is_same_v<Plain, Version>)
        io(row.id, row.name, row.created, row.description, row.trainShare, row.seed, row.counts, row.manifest);
    else
        static_assert(!sizeof(Row), "a row type without fields");
}

class Saver {
public:
    template <class... Field>
    void operator()(const Field &...field)
    {
        (one(field), ...);
    }
    ByteWriter out;

private:
    void one(const std::string &value) { out.text(value); }
    void one(const SharedText &value) { out.text(value); }
    void one(double value) { out.real(value); }
    void one(const Uuid &value) { out.raw(value.data(), value.size()); }
    void one(const AttributeSpec &value) { (*this)(value.name, value.values, value.defaultValue); }
    void one(const Geometry &value)
    {
        out.unsignedNumber(value.index());
        out.text(encodeGeometry(value));
    }
    template <class Tag>
    void one(const Id<Tag> &value)
    {
        out.number(value.value);
    }
    template <class First, class Second>
    void one(const std::pair<First, Second> &value)
    {
        (*this)(value.first, value.second);
    }
    template <class Value>
    void one(const std::optional<Value> &value)
    {
        out.byte(value.has_value());
        if (value)
            one(*value);
    }
    template <class Value>
    void one(const std::vector<Value> &values)
    {
        out.unsignedNumber(values.size());
        for (const Value &value : values)
            one(value);
    }
    template <class Value>
    requires(std::is_integral_v<Value> || std::is_enum_v<Value>) void one(Value value)
    {
        out.number(static_cast<std::int64_t>(value));
    }
};

template <class Enum>
constexpr Enum lastOf();
template <>
constexpr Usage lastOf<Usage>()
{
    return Usage::Inference;
}
template <>
constexpr MediaState lastOf<MediaState>()
{
    return MediaState::Broken;
}
template <>
constexpr State lastOf<State>()
{
    return State::Labeled;
}
template <>
constexpr LabelRole lastOf<LabelRole>()
{
    return LabelRole::Relation;
}
template <>
constexpr Shape lastOf<Shape>()
{
    return Shape::Mask;
}
template <>
constexpr JobKind lastOf<JobKind>()
{
    return JobKind::Free;
}

class Loader {
public:
    explicit Loader(std::string_view bytes) : in(bytes) {}
    template <class... Field>
    void operator()(Field &...field)
    {
        (one(field), ...);
    }
    ByteReader in;

private:
    void one(std::string &value) { value = in.text(); }
    void one(SharedText &value) { value = in.text(); }
    void one(double &value) { value = in.real(); }
    void one(Uuid &value) { in.raw(value.data(), value.size()); }
    void one(AttributeSpec &value) { (*this)(value.name, value.values, value.defaultValue); }
    void one(Geometry &value)
    {
        const auto kind = static_cast<std::int64_t>(in.unsignedNumber());
        if (auto decoded = decodeGeometry(kind, in.text()))
            value = std::move(*decoded);
        else
            in.fail();
    }
    template <class Tag>
    void one(Id<Tag> &value)
    {
        value.value = in.number();
    }
    template <class First, class Second>
    void one(std::pair<First, Second> &value)
    {
        (*this)(value.first, value.second);
    }
    template <class Value>
    void one(std::optional<Value> &value)
    {
        if (in.byte())
            one(value.emplace());
    }
    template <class Value>
    void one(std::vector<Value> &values)
    {
        values.resize(in.count(1));
        for (Value &value : values)
            one(value);
    }
    template <class Value>
    requires(std::is_integral_v<Value> || std::is_enum_v<Value>) void one(Value &value)
    {
        const std::int64_t number = in.number();
        if constexpr (std::is_enum_v<Value>) {
            if (number < 0 || number > static_cast<std::int64_t>(lastOf<Value>()))
                return in.fail();
        } else if (number != static_cast<std::int64_t>(static_cast<Value>(number))) {
            return in.fail();
        }
        value = static_cast<Value>(number);
    }
};

template <std::size_t Index = 0>
std::optional<Change> emptyChange(std::size_t index)
{
    if constexpr (Index == std::variant_size_v<Change>)
        return std::nullopt;
    else
        return index == Index ? Change(std::in_place_index<Index>) : emptyChange<Index + 1>(index);
}

const MaskRuns *runsOf(const std::optional<Annotation> &row)
{
    const auto *mask = row ? std::get_if<Mask>(&row->geometry) : nullptr;
    return mask ? mask->runs.get() : nullptr;
}

template <class Row>
void put(Saver &io, const RowChange<Row> &change, std::uint8_t flags = 0)
{
    io.out.byte(static_cast<std::uint8_t>(flags | (change.before ? hasBefore : 0) | (change.after ? hasAfter : 0)));
    for (const auto *side : {&change.before, &change.after})
        if (*side)
            fields(io, **side);
}

void putChange(Saver &io, const RowChange<Annotation> &change)
{
    const MaskRuns *before = runsOf(change.before), *after = runsOf(change.after);
    if (!before || !after)
        return put(io, change);
    RowChange<Annotation> rows = change;
    const DifferingRows different = differingRows(*before, *after);
    rows.before->geometry = Mask{std::make_shared<const MaskRuns>(different.before)};
    rows.after->geometry = Mask{std::make_shared<const MaskRuns>(different.after)};
    put(io, rows, isDifference);
    for (const std::uint64_t sum : {checksum(*before), checksum(*after)})
        io.out.raw(&sum, sizeof sum);
}

void putChange(Saver &io, const RowChange<Sample> &change)
{
    if (!change.before || !change.after || !change.before->text || change.before->text != change.after->text)
        return put(io, change);
    RowChange<Sample> rows = change;
    rows.after->text.reset();
    put(io, rows, keepsText);
}

template <class Row>
void putChange(Saver &io, const RowChange<Row> &change)
{
    put(io, change);
}

void takeDifference(Loader &io, const Change &change, MaskDifference difference, DecodedChanges &found)
{
    const auto *row = std::get_if<RowChange<Annotation>>(&change);
    if (!row || !runsOf(row->before) || !runsOf(row->after))
        return io.in.fail();
    for (std::uint64_t *sum : {&difference.beforeSum, &difference.afterSum})
        io.in.raw(sum, sizeof *sum);
    found.masks.push_back(difference);
}

void takeText(Loader &io, Change &change)
{
    auto *row = std::get_if<RowChange<Sample>>(&change);
    if (!row || !row->before || !row->after || row->after->text)
        return io.in.fail();
    row->after->text = row->before->text;
}

}  // namespace

std::string encodeChanges(const std::vector<Change> &changes)
{
    Saver io;
    io.out.byte(codecVersion);
    io.out.unsignedNumber(changes.size());
    for (const Change &change : changes) {
        io.out.unsignedNumber(change.index());
        std::visit([&](const auto &row) { putChange(io, row); }, change);
    }
    return io.out.take();
}

std::optional<DecodedChanges> decodeChanges(std::string_view bytes)
{
    Loader io(bytes);
    const std::uint8_t version = io.in.byte();
    if (version < firstVersion || version > codecVersion)
        return std::nullopt;
    DecodedChanges found;
    const std::size_t count = io.in.count(2);
    for (std::size_t i = 0; i < count && io.in.isGood(); ++i) {
        auto change = emptyChange(static_cast<std::size_t>(io.in.unsignedNumber()));
        if (!change)
            return std::nullopt;
        const std::uint8_t flags = io.in.byte();
        std::visit(
            [&](auto &row) {
                if (flags & hasBefore)
                    fields(io, row.before.emplace());
                if (flags & hasAfter)
                    fields(io, row.after.emplace());
            },
            *change);
        if (flags & isDifference)
            takeDifference(io, *change, {i, 0, 0}, found);
        if (flags & keepsText)
            takeText(io, *change);
        found.changes.push_back(std::move(*change));
    }
    if (!io.in.isDone())
        return std::nullopt;
    return found;
}

}  // namespace core::store
