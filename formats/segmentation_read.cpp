// The reading half of segmentation_xml.h.
#include "core/mask_clean.h"
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "core/media_location.h"
#include "formats/class_picture.h"
#include "formats/segmentation_xml.h"
#include "formats/shape_check.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <set>

namespace formats {

using core::Code;
using core::Error;
namespace fs = std::filesystem;

namespace {

struct Mark {
    int value = 0;
    std::vector<core::Point> pixels;  // one of each island
};

std::optional<int> integer(std::string_view text)
{
    int value = 0;
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<Mark> parseMark(std::string_view text)
{
    Mark mark;
    for (bool first = true; !text.empty(); first = false) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        const auto comma = word.find(',');
        if (first) {
            const auto value = integer(word);
            if (!value)
                return std::nullopt;
            mark.value = *value;
            continue;
        }
        const auto x = integer(word.substr(0, comma));
        const auto y = comma == word.npos ? std::nullopt : integer(word.substr(comma + 1));
        if (!x || !y)
            return std::nullopt;
        mark.pixels.push_back({*x + 0.5, *y + 0.5});
    }
    return mark.value > 0 && !mark.pixels.empty() ? std::optional(std::move(mark)) : std::nullopt;
}

// An object whose pixels come from the picture.
struct Wanted {
    std::size_t object = 0;
    std::string label;
    std::optional<Mark> mark;
    core::MaskRuns outline;  // filled
    core::MaskRuns pixels;
};

struct Source {
    std::string xml;              // its name, for issues
    std::optional<fs::path> png;  // empty: there is none
    std::string masks;            // the option
    std::span<const core::Label> labels;
};

class SegmentationReading {
public:
    SegmentationReading(const VocFile &file, const Source &source, const IssueReport &report)
        : m_file(file),
          m_source(source),
          m_report(report)
    {
    }

    SegmentationRead run()
    {
        m_out.objects.resize(m_file.objects.size());
        for (std::size_t i = 0; i < m_file.objects.size() && m_goOn; ++i)
            takeObject(i);
        if (!m_wanted.empty() && m_goOn)
            takePixels();
        for (Wanted &one : m_wanted)
            putMask(one);
        putLabels();
        return std::move(m_out);
    }

private:
    bool tell(Severity severity, Code code, std::string detail, const core::Location &where)
    {
        return m_goOn = m_goOn && m_report({severity, {code, std::move(detail), where}});
    }
    core::Location placeOf(std::size_t object, const char *field) const
    {
        const int number = object < m_file.numbers.size() ? m_file.numbers[object] : int(object);
        return {m_source.xml, 0, 0, "object[" + std::to_string(number) + "]." + field};
    }
    core::Location pictureName() const { return {m_source.png ? utf8(*m_source.png) : m_source.xml, 0, 0, {}}; }

    void takeObject(std::size_t index);
    void takePixels();
    ClassColors colorsOfFile() const;
    void share(std::vector<Wanted *> &wanted, const core::MaskRuns &pixels);
    void putMask(Wanted &one);
    void putLabels();

    const VocFile &m_file;
    const Source &m_source;
    const IssueReport &m_report;
    bool m_goOn = true, m_hasPicture = false;
    SegmentationRead m_out;
    std::vector<Wanted> m_wanted;
    std::map<std::string, int> m_values;  // by label, as the picture has them
};

void SegmentationReading::takeObject(std::size_t index)
{
    const VocObject &object = m_file.objects[index];
    const auto *polygon = std::get_if<core::Polygon>(&object.geometry);
    // The outline of a mask may touch itself; it is there for others to see.
    const IssueReport report = [&](Issue issue) {
        return (issue.severity == Severity::Warning && !object.maskMark.empty()) || m_report(std::move(issue));
    };
    if (!reportShape(object.geometry, {m_file.width, m_file.height}, placeOf(index, polygon ? "polygon" : "position"),
                     report, m_goOn)
        || !m_goOn)
        return;
    m_out.objects[index] = toRecord(object);
    if (!polygon)
        return;
    auto mark = object.maskMark.empty() ? std::nullopt : parseMark(object.maskMark);
    if (!object.maskMark.empty() && !mark)
        tell(Severity::Warning, Code::BadValue, excerpt(object.maskMark),
             placeOf(index, "properties.@labelwright:mask"));
    const bool isWanted = m_source.masks == "all" || (m_source.masks != "none" && !object.maskMark.empty());
    if (!isWanted)
        return;
    const auto extent = core::bounds(object.geometry).value_or(core::Rect());
    const auto room = [](int said, double end) { return said > 0 ? said : int(std::clamp(end, 0.0, 1e5)) + 1; };
    m_wanted.push_back({index,
                        object.name,
                        std::move(mark),
                        core::rasterised(polygon->rings, core::FillRule::WithOutline, room(m_file.width, extent.right),
                                         room(m_file.height, extent.bottom)),
                        {}});
}

// By colour as the objects have it; a value of ours, or a grey value the job knows, where colours do not tell.
ClassColors SegmentationReading::colorsOfFile() const
{
    ClassColors colors;
    for (const VocObject &object : m_file.objects) {
        ClassColor &one = colors[object.name];
        if (!one.rgb)
            one.rgb = object.maskColor;
        const auto mark = object.maskMark.empty() ? std::nullopt : parseMark(object.maskMark);
        if (mark && one.ownValue == 0)
            one.ownValue = mark->value;
    }
    for (const core::Label &label : m_source.labels)
        if (const auto at = colors.find(label.name); at != colors.end())
            at->second.gray = label.gray;
    return colors;
}

void SegmentationReading::takePixels()
{
    if (!m_source.png) {
        tell(Severity::Error, Code::NotFound, excerpt(m_file.maskSource), {m_source.xml, 0, 0, "mask_source"});
        return;
    }
    auto picture = readClassPicture(*m_source.png, {m_file.width, m_file.height}, 8);
    if (!picture) {
        tell(Severity::Error, picture.error().code, picture.error().detail, picture.error().where);
        return;
    }
    const ClassMatch match = matchClasses(*picture, colorsOfFile());
    for (const auto &[value, what] : match.unknown)
        if (!tell(Severity::Warning, Code::BadValue, what, pictureName()))
            return;
    m_values = match.values;
    m_hasPicture = true;
    std::map<std::string, std::vector<Wanted *>> byLabel;
    for (Wanted &one : m_wanted)
        byLabel[one.label].push_back(&one);
    for (auto &[label, wanted] : byLabel)
        if (const auto value = m_values.find(label); value != m_values.end())
            share(wanted, picture->masks[std::uint32_t(value->second)]);
}

// Each island goes to the object that names a pixel of it or, unmarked, lies over it; to several: cut along outlines.
void SegmentationReading::share(std::vector<Wanted *> &wanted, const core::MaskRuns &pixels)
{
    for (const core::MaskRuns &island : core::islands(pixels)) {
        std::vector<Wanted *> claims;
        for (Wanted *one : wanted) {
            const auto isOn = [&island](const core::Point &p) { return core::contains(island, p); };
            if (one->mark ? std::ranges::any_of(one->mark->pixels, isOn) : core::meets(one->outline, island))
                claims.push_back(one);
        }
        core::MaskRuns rest = claims.size() > 1 ? island : core::MaskRuns();
        for (Wanted *one : claims) {
            const core::MaskRuns part = claims.size() > 1 ? core::intersected(rest, one->outline) : island;
            one->pixels = core::united(one->pixels, part);
            rest = core::subtracted(rest, part);
        }
    }
}

void SegmentationReading::putMask(Wanted &one)
{
    auto &record = m_out.objects[one.object];
    if (one.pixels.isEmpty() && m_hasPicture)
        tell(Severity::Warning, Code::Conflict, "no pixels of its own in the picture", placeOf(one.object, "polygon"));
    core::MaskRuns runs = one.pixels.isEmpty() ? std::move(one.outline) : std::move(one.pixels);
    if (record && !runs.isEmpty())
        record->geometry = core::Mask{std::make_shared<core::MaskRuns>(std::move(runs))};
}

void SegmentationReading::putLabels()
{
    std::set<std::string> put;
    for (const VocObject &object : m_file.objects) {
        if (!object.maskColor || !put.insert(object.name).second)
            continue;
        LabelRecord label;
        label.label.name = object.name;
        label.label.rgb = *object.maskColor;
        if (const auto value = m_values.find(object.name); value != m_values.end())
            label.label.gray = value->second;
        m_out.labels.push_back(std::move(label));
    }
}

std::optional<fs::path> ifThere(const fs::path &file)
{
    std::error_code error;
    return fs::is_regular_file(file, error) ? std::optional(file) : std::nullopt;
}

// Where the xml says, else by its name in segmentationClass beside or above the xml.
std::optional<fs::path> findMaskPicture(const std::string &maskSource, const fs::path &xml, const Surroundings &around)
{
    if (maskSource.empty())
        return std::nullopt;
    const auto path = pathOf(maskSource).lexically_normal();
    const bool climbs = !core::isRemote(maskSource) && !path.empty() && *path.begin() == "..";
    if (!climbs && around.locate)
        if (const auto file = around.locate(maskSource))
            if (auto there = ifThere(*file))
                return there;
    const fs::path name = pathOf(core::fileName(maskSource));
    if (name.empty() || name == "..")
        return std::nullopt;
    const fs::path folder = xml.parent_path();
    for (const fs::path &base : {folder, folder.parent_path()})
        for (const char *below : {"segmentationClass", "segmentationClassRaw"})
            if (auto there = ifThere(base / below / name))
                return there;
    return std::nullopt;
}

}  // namespace

OptionSpec masksOption()
{
    return {.name = "masks",
            .defaultValue = "marked",
            .choices = {"marked", "all", "none"},
            .forWriting = false,
            .kinds = {core::JobKind::ImageSegmentation}};
}

SegmentationRead readSegmentation(VocFile &file, const fs::path &xml, const Surroundings &around,
                                  const IssueReport &report)
{
    const auto option = around.options.find("masks");
    const Source source{utf8(xml), findMaskPicture(file.maskSource, xml, around),
                        option == around.options.end() ? "marked" : option->second, around.labels};
    auto read = SegmentationReading(file, source, report).run();
    file.segmented = false;
    file.maskSource.clear();
    return read;
}

}  // namespace formats
