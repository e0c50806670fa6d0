#include "core/mask_rle.h"
#include "core/mask_spans.h"
#include "core/masks.h"
#include <algorithm>

namespace core {

namespace {

// Where a row differs from the one above it: what begins and what ends there.
void addDifferences(std::vector<RowSpan> &out, std::int32_t y, std::span<const Span> above, std::span<const Span> row)
{
    const auto edge = [](std::span<const Span> spans, std::size_t i) {
        return i % 2 == 0 ? spans[i / 2].begin : spans[i / 2].end;
    };
    std::optional<std::int32_t> begin;
    for (std::size_t i = 0, k = 0; i < 2 * above.size() || k < 2 * row.size();) {
        const bool isAbove = i < 2 * above.size() && (k == 2 * row.size() || edge(above, i) <= edge(row, k));
        const std::int32_t x = isAbove ? edge(above, i++) : edge(row, k++);
        if (begin && *begin < x)
            out.push_back({y, {*begin, x}});
        begin = begin ? std::nullopt : std::optional(x);
    }
}

// Rows become columns. Costs what the mask has of horizontal edges, not its area.
MaskRuns transposed(const MaskRuns &runs)
{
    const auto box = bounds(runs);
    if (!box)
        return {};
    std::vector<RowSpan> differences;
    for (std::int32_t y = runs.top(); y <= runs.bottom(); ++y)
        addDifferences(differences, y, runs.row(y - 1), runs.row(y));
    const auto left = static_cast<std::int32_t>(box->left);
    const auto index = [left](std::int32_t x) { return static_cast<std::size_t>(x - left); };
    std::vector<std::uint32_t> ends(static_cast<std::size_t>(box->width()) + 1);  // of each column's edges
    for (const auto &[y, span] : differences) {
        ++ends[index(span.begin)];
        --ends[index(span.end)];
    }
    std::vector<std::uint32_t> next(ends.size());  // where its next edge goes
    std::uint32_t edges = 0, crossing = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        crossing += ends[i];
        next[i] = edges;
        ends[i] = edges += crossing;
    }
    std::vector<std::int32_t> ys(edges);
    for (const auto &[y, span] : differences)
        for (std::int32_t x = span.begin; x < span.end; ++x)
            ys[next[index(x)]++] = y;
    MaskBuilder builder;
    builder.reserve(ends.size(), edges / 2);
    for (std::size_t i = 0, at = 0; i < ends.size(); ++i)
        for (; at < ends[i]; at += 2)
            builder.add(left + static_cast<std::int32_t>(i), {ys[at], ys[at + 1]});
    return builder.take();
}

Error badValue(std::string detail)
{
    return {Code::BadValue, std::move(detail), {}};
}

Status requireSize(int width, int height)
{
    constexpr std::int64_t mostPixels = std::int64_t{1} << 31;
    constexpr int longest = 1 << 20;
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    if (width < 0 || height < 0)
        return badValue(size);
    if (width > longest || height > longest || std::int64_t{width} * height > mostPixels)
        return Error{Code::TooLarge, size, {}};
    return ok();
}

constexpr int textBits = 5, firstCharacter = 48, moreFlag = 0x20;

void appendNumber(std::string &text, std::int64_t value)
{
    for (bool more = true; more;) {
        auto bits = static_cast<int>(value & 0x1f);
        value >>= textBits;
        more = bits & 0x10 ? value != -1 : value != 0;
        if (more)
            bits |= moreFlag;
        text += static_cast<char>(bits + firstCharacter);
    }
}

// Takes it off the text. Empty: it ends too early, is too long or has other characters.
std::optional<std::int64_t> takeNumber(std::string_view &text)
{
    std::int64_t value = 0;
    for (int shift = 0; shift < 40 && !text.empty(); shift += textBits) {
        const int bits = text.front() - firstCharacter;
        text.remove_prefix(1);
        if (bits < 0 || bits >= 2 * moreFlag)
            return std::nullopt;
        value |= std::int64_t{bits & 0x1f} << shift;
        if (!(bits & moreFlag))
            return bits & 0x10 ? value | -(std::int64_t{1} << (shift + textBits)) : value;
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> cocoCounts(const MaskRuns &runs, int width, int height)
{
    const MaskRuns columns = transposed(cut(runs, width, height));
    const std::int64_t all = std::int64_t{width} * height;
    std::vector<std::uint32_t> counts;
    std::int64_t done = 0;  // pixels counted
    for (std::int32_t x = columns.top(); x < columns.bottom(); ++x)
        for (const Span span : columns.row(x)) {
            const std::int64_t begin = std::int64_t{x} * height + span.begin;
            if (begin == done && !counts.empty()) {  // goes on from the foot of the last column
                counts.back() += static_cast<std::uint32_t>(span.end - span.begin);
            } else {
                counts.push_back(static_cast<std::uint32_t>(begin - done));
                counts.push_back(static_cast<std::uint32_t>(span.end - span.begin));
            }
            done = begin + span.end - span.begin;
        }
    if (done < all || counts.empty())
        counts.push_back(static_cast<std::uint32_t>(all - done));
    return counts;
}

std::string cocoText(const MaskRuns &runs, int width, int height)
{
    const auto counts = cocoCounts(runs, width, height);
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i)
        appendNumber(text, std::int64_t{counts[i]} - (i > 2 ? std::int64_t{counts[i - 2]} : 0));
    return text;
}

Result<MaskRuns> fromCocoCounts(std::span<const std::uint32_t> counts, int width, int height)
{
    if (const Status size = requireSize(width, height); !size)
        return size.error();
    const std::uint64_t all = std::uint64_t(width) * std::uint64_t(height);
    std::uint64_t sum = 0;
    for (const std::uint32_t count : counts)
        sum += count;
    if (sum != all)
        return badValue("counts of " + std::to_string(sum) + " pixels, " + std::to_string(width) + " x "
                        + std::to_string(height) + " = " + std::to_string(all));
    MaskBuilder columns;
    std::int64_t at = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::int64_t end = at + counts[i];
        while (i % 2 == 1 && at < end) {
            const std::int64_t x = at / height, foot = std::min((x + 1) * height, end);
            columns.add(static_cast<std::int32_t>(x),
                        {static_cast<std::int32_t>(at - x * height), static_cast<std::int32_t>(foot - x * height)});
            at = foot;
        }
        at = end;
    }
    return transposed(columns.take());
}

Result<MaskRuns> fromCocoText(std::string_view text, int width, int height)
{
    std::vector<std::uint32_t> counts;
    const std::size_t length = text.size();
    while (!text.empty()) {
        const std::size_t place = length - text.size();
        auto number = takeNumber(text);
        if (number && counts.size() > 2)
            *number += counts[counts.size() - 2];
        if (!number || *number < 0 || *number > UINT32_MAX)
            return badValue("no run length at character " + std::to_string(place));
        counts.push_back(static_cast<std::uint32_t>(*number));
    }
    return fromCocoCounts(counts, width, height);
}

}  // namespace core
