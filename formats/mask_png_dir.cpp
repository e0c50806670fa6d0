// A folder of mask pictures: images/x.jpg, masks/x.png and a table of classes (class_table.h).
//
// A pixel is the value of its class in an 8-bit palette or grey picture, or, in 16 bits ("ids"), class * 1000 + n for
// the n-th object of the class as Cityscapes does; 16-bit values below 1000 are a class as a whole. 255 without an
// entry in the table is void. No picture: unlabeled; a picture without a class: looked at, and nothing there. Also
// read: JPEGImages/ and SegmentationClass/ of VOC.
#include "formats/class_picture.h"
#include "formats/class_table.h"
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/object_pixels.h"
#include "core/mask_clean.h"
#include "core/masks.h"
#include "formats/option_values.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

constexpr int perClass = 1000, largestId = 65535;
constexpr std::array<std::string_view, 2> maskFolders{"masks/", "SegmentationClass/"};
constexpr std::array<std::string_view, 2> imageFolders{"images/", "JPEGImages/"};

// What an image and its mask have in common; empty: not below one of the folders.
std::string keyBelow(std::string_view relative, const auto &folders)
{
    for (const std::string_view folder : folders)
        if (relative.starts_with(folder))
            return stemOf(relative.substr(folder.size()));
    return {};
}

class MaskReading {
public:
    MaskReading(const FolderTree &tree, std::vector<ClassValue> classes, const Surroundings &around, RecordSink &sink)
        : m_tree(tree),
          m_classes(std::move(classes)),
          m_around(around),
          m_sink(sink),
          m_islands(optionOr(around.options, "objects", "class") == "islands")
    {
        for (const std::string &file : tree.files)
            if (hasSuffix(file, ".png"))
                if (auto key = keyBelow(file, maskFolders); !key.empty())
                    m_masks.emplace(std::move(key), std::pair(&file, false));
        for (const ClassValue &one : m_classes) {
            m_colors[one.name] = {one.rgb, 0, one.value};
            m_names.emplace(one.value, one.name);
        }
    }

    Status run()
    {
        for (const ClassValue &one : m_classes) {
            LabelRecord label;
            label.label.name = one.name;
            label.label.rgb = one.rgb;
            label.label.gray = one.value;
            if (!m_sink.put(std::move(label)))
                return stopped();
        }
        FolderTree images = m_tree;
        std::erase_if(images.files, [](const std::string &file) { return !keyBelow(file, maskFolders).empty(); });
        if (auto read = forEachImage(images, m_sink, [this](const std::string &image) { return putImage(image); });
            !read)
            return read;
        for (const auto &[key, mask] : m_masks)
            if (!mask.second
                && !report(Severity::Error, {Code::NotFound, "no image of this name", {full(*mask.first), 0, 0, {}}}))
                return stopped();
        return core::ok();
    }

private:
    std::string full(std::string_view relative) const { return utf8(m_tree.root / pathOf(relative)); }
    bool report(Severity severity, Error error) { return m_sink.report({severity, std::move(error)}); }

    Status putImage(const std::string &image)
    {
        SampleRecord record;
        record.sample.uri = full(image);
        const std::string key = keyBelow(image, imageFolders);
        const auto mask = m_masks.find(key.empty() ? stemOf(image) : key);
        std::vector<AnnotationRecord> objects;
        if (mask != m_masks.end()) {
            mask->second.second = true;
            const auto read = readMask(image, *mask->second.first, objects);
            if (!read && (read.error().code == Code::Cancelled || !report(Severity::Error, read.error())))
                return stopped();
            if (read && objects.empty() && !m_hasUnknown)
                record.state = core::State::Labeled;  // looked at, and nothing there
        }
        if (!m_sink.put(std::move(record)))
            return stopped();
        for (AnnotationRecord &object : objects)
            if (!m_sink.put(std::move(object)))
                return stopped();
        return core::ok();
    }

    std::pair<int, int> sizeOf(const std::string &image) const
    {
        const auto info = m_around.probe ? m_around.probe(m_tree.root / pathOf(image))
                                         : core::Result<core::StillInfo>(Error{Code::Unsupported, {}, {}});
        return info ? std::pair(info->width, info->height) : std::pair(0, 0);
    }

    Status readMask(const std::string &image, const std::string &file, std::vector<AnnotationRecord> &objects)
    {
        m_hasUnknown = false;
        auto picture = readClassPicture(m_tree.root / pathOf(file), sizeOf(image), 16);
        if (!picture)
            return picture.error();
        if (picture->header.pixels == PngPixels::Gray16)
            return takeIds(*picture, file, objects);
        const ClassMatch match = matchClasses(*picture, m_colors);
        m_hasUnknown = !match.unknown.empty();
        for (const auto &[value, what] : match.unknown)
            if (!report(Severity::Warning, {Code::BadValue, what, {full(file), 0, 0, {}}}))
                return stopped();
        for (const ClassValue &one : m_classes)
            if (const auto value = match.values.find(one.name); value != match.values.end())
                take(one.name, std::move(picture->masks[std::uint32_t(value->second)]), objects);
        return core::ok();
    }

    Status takeIds(ClassPicture &picture, const std::string &file, std::vector<AnnotationRecord> &objects)
    {
        for (auto &[value, mask] : picture.masks) {
            const bool isObject = value >= std::uint32_t(perClass);
            const auto name = m_names.find(int(isObject ? value / perClass : value));
            if (name != m_names.end()) {
                if (isObject)
                    add(name->second, std::move(mask), objects);
                else
                    take(name->second, std::move(mask), objects);
            } else if (value != std::uint32_t(VoidValue)) {
                m_hasUnknown = true;
                const std::string what =
                    std::to_string(value) + ": " + std::to_string(std::int64_t(core::area(mask))) + " pixels";
                if (!report(Severity::Warning, {Code::BadValue, what, {full(file), 0, 0, {}}}))
                    return stopped();
            }
        }
        return core::ok();
    }

    void take(const std::string &label, core::MaskRuns mask, std::vector<AnnotationRecord> &objects) const
    {
        if (!m_islands)
            return add(label, std::move(mask), objects);
        for (core::MaskRuns &island : core::islands(mask))
            add(label, std::move(island), objects);
    }

    static void add(const std::string &label, core::MaskRuns mask, std::vector<AnnotationRecord> &objects)
    {
        AnnotationRecord record;
        record.label = label;
        record.geometry = core::Mask{std::make_shared<core::MaskRuns>(std::move(mask))};
        objects.push_back(std::move(record));
    }

    const FolderTree &m_tree;
    std::vector<ClassValue> m_classes;
    const Surroundings &m_around;
    RecordSink &m_sink;
    bool m_islands, m_hasUnknown = false;
    ClassColors m_colors;
    std::map<int, std::string> m_names;
    std::map<std::string, std::pair<const std::string *, bool>, std::less<>> m_masks;  // true: has its image
};

class MaskDirReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override
    {
        const auto tree = scanFolder(source, sink);
        if (!tree)
            return tree.error();
        auto classes = readClassTable(tree->root, sink);
        return classes ? MaskReading(*tree, std::move(*classes), around, sink).run() : Status(classes.error());
    }
};

class MaskDirWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        const auto form = optionOr(around.options, "pixels", "palette");
        if (form != "palette" && form != "gray" && form != "ids")
            return Error{Code::Usage, "pixels=" + std::string(form), {}};
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        m_pixels = form == "palette" ? PngPixels::Palette : form == "gray" ? PngPixels::Gray8 : PngPixels::Gray16;
        m_probe = around.probe;
        m_classes = classValues(labels);
        return m_out->folder.write("classes.json", writeClassTable(m_classes));
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &media) override
    {
        const auto image = m_out->placeImage(content, media, "images");
        if (!image)
            return image.error();
        if (content.annotations.empty() && content.state() == core::State::Unlabeled)
            return core::ok();
        const auto size = roomFor(content, pixelSize(content.sample, media, m_probe).value_or(std::pair(0, 0)));
        if (size.first <= 0 || size.second <= 0 || std::int64_t(size.first) * size.second > MaxPngPixels)
            return core::ok();  // told by maskPngLosses()
        auto layers = layersOf(content, size);
        if (!layers)
            return layers.error();
        const PngHeader header{size.first, size.second, m_pixels, paletteOf(m_classes)};
        const auto png = writePng(header, [&](int y, std::span<std::uint16_t> row) { fillRow(*layers, y, row); });
        return m_out->folder.write("masks/" + keyBelow(*image, imageFolders) + ".png", png);
    }

    Status finish() override { return m_out->folder.finish(); }

private:
    core::Result<std::vector<MaskLayer>> layersOf(const core::SampleContent &content, std::pair<int, int> size) const
    {
        std::vector<MaskLayer> layers;
        std::map<int, int> counts;
        for (const core::AnnotationPtr &annotation : content.annotations) {
            const ClassValue *one = valueOf(m_classes, annotation->label);
            auto pixels = one ? pixelsOf(annotation->geometry, size) : core::MaskRuns();
            if (pixels.isEmpty())
                continue;  // told by maskPngLosses()
            int value = one->value;
            if (m_pixels == PngPixels::Gray16)
                value = value * perClass + std::min(counts[one->value]++, perClass - 1);
            if (value > (m_pixels == PngPixels::Gray16 ? largestId : 255))
                return Error{Code::Unsupported, one->name + ": " + std::to_string(one->value), {{}, 0, 0, "value"}};
            layers.push_back({std::move(pixels), std::uint16_t(value)});
        }
        return layers;
    }

    std::optional<FolderExport> m_out;
    core::StillProbe m_probe;
    PngPixels m_pixels = PngPixels::Palette;
    std::vector<ClassValue> m_classes;
};

int knowsMaskDir(const std::filesystem::path &source, std::string_view)
{
    if (!hasClassTable(source))
        return 0;
    const auto tree = peekFolder(source);
    const auto isMask = [](const std::string &file) { return !keyBelow(file, maskFolders).empty(); };
    return std::ranges::any_of(tree.files, isMask) ? 95 : 50;
}

// "mask-raster": a shape becomes a mask. "merged": objects of one label become one. The order of objects that do not
// lie over each other is that of their values.
std::vector<std::string> maskPngLosses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    const bool ids = optionOr(options, "pixels", "palette") == "ids";
    core::SampleContent plain{content.sample, content.job, content.work, {}, {}}, apart = plain;
    std::map<core::LabelId, int> counts;
    std::vector<std::string> words;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        auto copy = std::make_shared<core::Annotation>(*annotation);
        if (ids)  // each has a value of its own
            copy->label = {std::int64_t(apart.annotations.size()) + 1};
        apart.annotations.push_back(copy);
        copy = std::make_shared<core::Annotation>(*annotation);
        copy->geometry = core::WholeSample{};
        plain.annotations.push_back(std::move(copy));
        const core::MaskRuns *runs = runsOf(annotation->geometry);
        if (runs)
            addOutsideLoss(*runs, content.sample.media, words);
        else
            addLoss(words, ringsOf(annotation->geometry).empty() ? "shape" : "mask-raster");
        if (++counts[annotation->label] > (ids ? perClass : 1))
            addLoss(words, "merged");
    }
    addNameLosses(plain, words);
    addSampleLosses(content, options, words);
    addNeighbourLosses(apart, Looked::AllShapes, words);
    std::erase(words, "touching");  // of classes it is told: "merged"
    const bool isSized = content.sample.media.width > 0 && content.sample.media.height > 0;
    if (content.annotations.empty() && content.state() == core::State::Labeled && !isSized)
        addLoss(words, "verified-empty");
    return words;
}

}  // namespace

Format mask_png_dir()
{
    auto format = imageFolder<MaskDirReader, MaskDirWriter>(
        "mask-png-dir", "Mask pictures (PNG)", core::JobKind::ImageSegmentation, knowsMaskDir, maskPngLosses);
    format.options.push_back(
        {.name = "pixels", .defaultValue = "palette", .choices = {"palette", "gray", "ids"}, .forReading = false});
    format.options.push_back(
        {.name = "objects", .defaultValue = "class", .choices = {"class", "islands"}, .forWriting = false});
    return format;
}

}  // namespace formats
