// Reads a COCO file in two passes: the first notes where each annotation stands and of which image it is, the second
// puts image by image, so that memory holds a few numbers for each annotation and one element.
#include "core/label_colors.h"
#include "formats/coco.h"
#include "formats/coco_picture.h"
#include "formats/coco_rest.h"
#include "formats/coco_shapes.h"
#include "formats/shape_check.h"
#include "formats/text_file.h"
#include <algorithm>
#include <unordered_set>

namespace formats::coco {

using core::Code;
using core::Error;
using core::Status;

namespace {

struct Place {  // of an element in the file
    std::int64_t offset = 0, length = 0, line = 0, index = 0;
    std::int32_t column = 0, image = -1;
};

Place placeOf(const JsonElement &element, std::int32_t image)
{
    return {element.offset, element.length, element.line, element.index, std::int32_t(element.column), image};
}

bool isCocoKey(std::string_view key)
{
    return key == "images" || key == "annotations" || key == "categories";
}

std::string optionOf(const Options &options, std::string_view name)
{
    const auto at = options.find(name);
    return at == options.end() ? std::string() : at->second;
}

class CocoReading {
public:
    CocoReading(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink,
                JsonElements elements)
        : m_file(utf8(source)),
          m_folder(std::filesystem::absolute(source).parent_path()),
          m_imageFolder(optionOf(around.options, "image-folder")),
          m_around(around),
          m_sink(sink),
          m_elements(std::move(elements)),
          m_shapes(shapeOptions(around.options))
    {
    }

    Status run()
    {
        if (auto looked = lookThrough(); !looked)
            return looked;
        if (!m_hasImages)
            return Error{Code::MissingField, {}, {m_file, 0, 0, "images"}};
        if (auto put = putLabels(); !put)
            return put;
        if (auto told = sortAnnotations(); !told)
            return told;
        for (std::size_t i = 0; i < m_images.size(); ++i)
            if (auto put = putImage(m_images[i], i); !put)
                return put;
        return m_sink.advance(2 * m_elements.size(), 2 * m_elements.size()) ? reportUnheld() : stop();
    }

private:
    static Status stop() { return Error{Code::Cancelled, {}, {}}; }
    bool report(Issue issue)
    {
        if (issue.error.where.file.empty())
            issue.error.where.file = m_file;
        return m_sink.report(std::move(issue));
    }
    bool report(Severity severity, Code code, std::string detail, const JsonElement &at, const char *field)
    {
        std::string path = at.key + '[' + std::to_string(at.index) + ']';
        if (*field)
            (path += '.') += field;
        return report({severity, {code, std::move(detail), {m_file, at.line, at.column, std::move(path)}}});
    }
    bool reportAll()
    {
        const bool goOn = std::ranges::all_of(m_issues, [this](Issue &issue) { return report(std::move(issue)); });
        m_issues.clear();
        return goOn;
    }

    std::int32_t numberOf(const std::string &imageId)
    {
        return m_numbers.emplace(imageId, std::int32_t(m_numbers.size())).first->second;
    }

    Status lookThrough();
    bool lookAt(const JsonElement &element);
    bool noteImage(const JsonElement &element);
    bool noteAnnotation(const JsonElement &element);
    bool takeCategory(const JsonElement &element);
    Status putLabels();
    Status sortAnnotations();
    core::Result<JsonElement> elementAt(const Place &place, const char *key);
    Status putImage(const Place &place, std::size_t index);
    Status putAnnotations(std::span<const Place> places, const std::string &uri, ImageSize size);
    bool putObject(const JsonElement &element, const std::string &uri, ImageSize size);
    bool putShape(const JsonElement &element, core::Geometry geometry, const std::string &uri, const std::string &label,
                  ImageSize size);
    Status reportUnheld();

    const std::string m_file;
    const std::filesystem::path m_folder;
    const std::string m_imageFolder;
    const Surroundings &m_around;
    RecordSink &m_sink;
    JsonElements m_elements;
    const ShapeOptions m_shapes;
    Parser m_parser;
    Object m_object;
    std::vector<Issue> m_issues;

    bool m_hasImages = false;
    Rest m_rest;
    bool m_restIsTold = false;                                // that some of it is not kept
    std::unordered_map<std::string, std::int32_t> m_numbers;  // of image ids, as they are met
    std::vector<Place> m_images, m_annotations;
    std::vector<std::int32_t> m_ranks;  // by number: which image in order; -1: no such image
    std::vector<Category> m_categories;
    std::unordered_map<std::string, std::string> m_names;  // by category id
    std::unordered_set<std::string> m_annotationIds;
    std::int64_t m_multipart = 0, m_firstMultipart = 0;
};

Status CocoReading::lookThrough()
{
    for (;;) {
        const auto next = m_elements.next();
        if (!next)
            return next.error();
        if (!*next)
            return core::ok();
        if (!lookAt(**next) || !m_sink.advance(m_elements.position(), 2 * m_elements.size()))
            return stop();
    }
}

bool CocoReading::lookAt(const JsonElement &element)
{
    if (isCocoKey(element.key) && element.index < 0) {
        if (element.text == "null")
            return true;
        return report(
            {Severity::Error,
             {Code::BadValue, excerpt(element.text, 40), {m_file, element.line, element.column, element.key}}});
    }
    if (element.key == "images")
        return noteImage(element);
    if (element.key == "annotations")
        return noteAnnotation(element);
    if (element.key == "categories")
        return takeCategory(element);
    if (m_rest.add(element) || std::exchange(m_restIsTold, true))
        return true;
    return report({Severity::Warning,
                   {Code::TooLarge, "not kept", {m_file, element.line, element.column, excerpt(element.key)}}});
}

bool CocoReading::noteImage(const JsonElement &element)
{
    m_hasImages = true;
    Image image;
    const bool good = m_parser.parse(element, image, m_issues);
    if (!good)
        return reportAll();
    m_issues.clear();  // told when it is put
    const std::int32_t number = numberOf(image.id);
    m_ranks.resize(m_numbers.size(), -1);
    if (m_ranks[std::size_t(number)] >= 0)
        return report(Severity::Error, Code::Conflict, "twice: " + excerpt(image.id), element, "id");
    m_ranks[std::size_t(number)] = std::int32_t(m_images.size());
    m_images.push_back(placeOf(element, number));
    return true;
}

bool CocoReading::noteAnnotation(const JsonElement &element)
{
    const auto image = element.tooLong ? std::nullopt : m_parser.imageIdOf(element.text);
    if (image) {
        m_annotations.push_back(placeOf(element, numberOf(*image)));
        return true;
    }
    if (m_parser.parse(element, m_object, m_issues)) {
        m_issues.clear();
        return report(Severity::Error, Code::MissingField, {}, element, "image_id");
    }
    return reportAll();
}

bool CocoReading::takeCategory(const JsonElement &element)
{
    Category category;
    if (!m_parser.parse(element, category, m_issues) || !m_issues.empty())
        if (!reportAll())
            return false;
    if (category.id.empty() || category.label.name.empty())
        return true;
    if (!m_names.emplace(category.id, category.label.name).second)
        return report(Severity::Error, Code::Conflict, "twice: " + excerpt(category.id), element, "id");
    const auto isNamed = [&](const Category &other) { return other.label.name == category.label.name; };
    if (std::ranges::any_of(m_categories, isNamed))
        return report(Severity::Warning, Code::Conflict, "twice: " + excerpt(category.label.name), element, "name");
    m_categories.push_back(std::move(category));
    return true;
}

Status CocoReading::putLabels()
{
    std::vector<core::Label> labels;
    for (const Category &category : m_categories)
        if (category.hasColor)
            labels.push_back(category.label);
    for (Category &category : m_categories) {
        if (!category.hasColor) {
            category.label.rgb = core::nextLabelColor(labels);
            labels.push_back(category.label);
        }
        if (!m_sink.put(LabelRecord{category.label}))
            return stop();
    }
    return core::ok();
}

// By image; those of no image are reported and go.
Status CocoReading::sortAnnotations()
{
    m_ranks.resize(m_numbers.size(), -1);
    std::vector<const std::string *> ids(m_numbers.size());
    for (const auto &[id, number] : m_numbers)
        ids[std::size_t(number)] = &id;
    for (Place &place : m_annotations) {
        const std::string &id = *ids[std::size_t(place.image)];
        place.image = m_ranks[std::size_t(place.image)];
        const JsonElement at{"annotations", place.index, {}, 0, place.line, place.column, 0, false};
        if (place.image < 0 && !report(Severity::Error, Code::NotFound, excerpt(id), at, "image_id"))
            return stop();
    }
    std::erase_if(m_annotations, [](const Place &place) { return place.image < 0; });
    std::ranges::stable_sort(m_annotations, {}, &Place::image);
    m_numbers.clear();
    return core::ok();
}

core::Result<JsonElement> CocoReading::elementAt(const Place &place, const char *key)
{
    const auto text = m_elements.textAt(place.offset, place.length);
    if (!text)
        return text.error();
    return JsonElement{key, place.index, *text, place.offset, place.line, place.column, place.length, false};
}

Status CocoReading::putImage(const Place &place, std::size_t index)
{
    const auto element = elementAt(place, "images");
    if (!element)
        return element.error();
    Image image;
    if (!m_parser.parse(*element, image, m_issues))
        return Error{Code::Io, "the file changed", {m_file, place.line, 0, {}}};
    if (!reportAll())
        return stop();
    SampleRecord &record = image.record;
    record.line = place.line;
    record.sample.uri = pictureUri(image.fileName, m_folder, m_imageFolder);
    if (index == 0)
        m_rest.keepIn(record.sample.property);
    const core::MediaInfo said = record.sample.media;
    if (const auto other = otherSize(said, record.sample.uri, m_around.probe))
        if (!report(Severity::Warning, Code::Conflict, *other, *element, "width"))
            return stop();
    const std::string uri = record.sample.uri;
    if (!m_sink.put(std::move(record)))
        return stop();
    const auto [first, last] = std::ranges::equal_range(m_annotations, std::int32_t(index), {}, &Place::image);
    return putAnnotations({first, last}, uri, {said.width, said.height});
}

Status CocoReading::putAnnotations(std::span<const Place> places, const std::string &uri, ImageSize size)
{
    for (const Place &place : places) {
        const auto element = elementAt(place, "annotations");
        if (!element)
            return element.error();
        const bool goOn = putObject(*element, uri, size);
        if (!goOn || !m_sink.advance(m_elements.size() + place.offset, 2 * m_elements.size()))
            return stop();
    }
    return core::ok();
}

bool CocoReading::putObject(const JsonElement &element, const std::string &uri, ImageSize size)
{
    const bool good = m_parser.parse(element, m_object, m_issues);
    if (!reportAll())
        return false;
    if (!good)
        return true;
    const auto name = m_names.find(m_object.categoryId);
    if (name == m_names.end())
        return report(Severity::Error, Code::NotFound, excerpt(m_object.categoryId), element, "category_id");
    if (!m_object.id.empty() && !m_annotationIds.insert(m_object.id).second
        && !report(Severity::Warning, Code::Conflict, "twice: " + excerpt(m_object.id), element, "id"))
        return false;
    auto shapes = shapesOf(m_object, size, m_shapes);
    if (!shapes) {
        Error error = shapes.error();
        return report(Severity::Error, error.code, error.detail, element, error.where.field.c_str());
    }
    if (shapes->isTurned)
        core::unset(m_object.record.attributes, rotationAttribute);
    if (shapes->wasMultipart && m_multipart++ == 0)
        m_firstMultipart = element.line;
    return std::ranges::all_of(shapes->geometries, [&](core::Geometry &geometry) {
        return putShape(element, std::move(geometry), uri, name->second, size);
    });
}

bool CocoReading::putShape(const JsonElement &element, core::Geometry geometry, const std::string &uri,
                           const std::string &label, ImageSize size)
{
    bool goOn = true;
    const core::Location where{m_file, element.line, element.column,
                               "annotations[" + std::to_string(element.index) + "].segmentation"};
    const bool keep = reportShape(
        geometry, {size.width, size.height}, where, [this](Issue issue) { return report(std::move(issue)); }, goOn);
    if (!goOn || !keep)
        return goOn;
    AnnotationRecord record = m_object.record;
    record.sampleUri = uri;
    record.label = label;
    record.geometry = std::move(geometry);
    if (record.author.empty())
        record.author = "human";
    return m_sink.put(std::move(record));
}

Status CocoReading::reportUnheld()
{
    if (m_multipart == 0)
        return core::ok();
    const bool goOn = report({Severity::Warning,
                              {Code::Unsupported,
                               "polygons of several parts became masks: " + std::to_string(m_multipart),
                               {m_file, m_firstMultipart, 0, "annotations.segmentation"}}});
    return goOn ? core::ok() : stop();
}

class CocoReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        auto elements = JsonElements::open(source);
        if (!elements)
            return elements.error();
        return CocoReading(source, around, sink, std::move(*elements)).run();
    }
};

}  // namespace

std::unique_ptr<FormatReader> newReader()
{
    return std::make_unique<CocoReader>();
}

}  // namespace formats::coco
