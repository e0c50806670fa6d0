// YOLO: obj.data names the classes and the lists of training and validation images; boxes in x.txt beside x.jpg, or
// under labels/ where the image is under images/. A plain folder with classes.txt is read as well.
#include "core/shapes.h"
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/text_file.h"
#include "formats/yolo_box.h"
#include "formats/yolo_labels.h"
#include <algorithm>
#include <unordered_set>

namespace formats {

using core::Code;
using core::Error;
using core::Status;
using core::Usage;

namespace fs = std::filesystem;

namespace {

Usage usageOf(std::string_view relative)
{
    for (const auto &part : pathOf(folderOf(relative))) {
        if (part == "train")
            return Usage::Train;
        if (part == "val" || part == "valid")
            return Usage::Eval;
        if (part == "test")
            return Usage::Test;
    }
    return Usage::None;
}

class YoloReading {
public:
    YoloReading(fs::path root, const Surroundings &around, RecordSink &sink)
        : m_root(std::move(root)),
          m_around(around),
          m_sink(sink)
    {
    }

    Status run()
    {
        auto data = readYoloData(m_root, m_sink);
        if (!data)
            return data.error();
        m_data = std::move(*data);
        for (const auto &name : m_data.names) {
            LabelRecord record;
            record.label.name = name;
            if (!name.empty() && !m_sink.put(std::move(record)))
                return stopped();
        }
        if (m_data.lists.empty())
            return readPlain();
        for (const YoloList &list : m_data.lists)
            if (const auto read = readList(list); !read)
                return read;
        return core::ok();
    }

private:
    std::string fullPath(std::string_view relative) const { return utf8(m_root / pathOf(relative)); }
    bool report(Error error, Severity severity = Severity::Error)
    {
        return m_sink.report({severity, std::move(error)});
    }

    Status readPlain()
    {
        const auto tree = scanFolder(m_root, m_sink);
        if (!tree)
            return tree.error();
        return forEachImage(*tree, m_sink,
                            [this](const std::string &image) { return putImage(image, usageOf(image), 0); });
    }

    Status readList(const YoloList &list)
    {
        const auto text = readText(m_root / pathOf(list.file));
        if (!text)
            return text.error();
        Status status = core::ok();
        std::int64_t read = 0;
        forEachLine(*text, [&](std::int64_t number, std::string_view line) {
            read += std::int64_t(line.size()) + 1;
            if (!m_sink.advance(std::min(read, std::int64_t(text->size())), std::int64_t(text->size())))
                status = stopped();
            else if (!trimmed(line).empty())
                status = readListed(trimmed(line), {fullPath(list.file), number, 0, "image"}, list.usage);
            return status.has_value();
        });
        return status;
    }

    Status readListed(std::string_view text, const core::Location &where, Usage usage)
    {
        const auto image = yoloPath(m_root, text, where);
        if (!image)
            return report(image.error()) ? core::ok() : stopped();
        if (!m_seen.insert(*image).second)
            return report({Code::BadValue, "twice: " + excerpt(text), where}, Severity::Warning) ? core::ok()
                                                                                                 : stopped();
        if (const auto checked = checkImage(m_root / pathOf(*image)); !checked)
            return report(checked.error()) ? core::ok() : stopped();
        return putImage(*image, usage, where.line);
    }

    // Beside the image, or labels/…/x.txt for images/…/x.jpg. Empty: it has none.
    std::string labelsFile(const std::string &image) const
    {
        std::string beside = stemOf(image) + ".txt";
        std::error_code unknown;
        if (fs::exists(m_root / pathOf(beside), unknown))
            return beside;
        const auto at = ('/' + beside).rfind("/images/");
        if (at == std::string::npos)
            return {};
        beside.replace(at, 6, "labels");
        return fs::exists(m_root / pathOf(beside), unknown) ? beside : std::string();
    }

    Status putImage(const std::string &image, Usage usage, std::int64_t line)
    {
        SampleRecord record;
        record.sample.uri = fullPath(image);
        record.sample.usage = usage;
        record.line = line;
        YoloLabels labels;
        if (const auto file = labelsFile(image); !file.empty()) {
            auto read = readLabels(image, file, record.sample.media);
            if (!read && (read.error().code == Code::Cancelled || !report(read.error())))
                return stopped();
            if (read) {
                labels = std::move(*read);
                if (labels.boxes.empty() && !labels.hasFaults)
                    record.state = core::State::Labeled;  // looked at, and nothing there
            }
        }
        if (!m_sink.put(std::move(record)))
            return stopped();
        for (AnnotationRecord &box : labels.boxes)
            if (!m_sink.put(std::move(box)))
                return stopped();
        return core::ok();
    }

    core::Result<YoloLabels> readLabels(const std::string &image, const std::string &file, core::MediaInfo &media)
    {
        if (const auto inside = yoloPath(m_root, file, {fullPath(file), 0, 0, {}}); !inside)
            return inside.error();
        const auto info = m_around.probe ? m_around.probe(m_root / pathOf(image))
                                         : core::Result<core::StillInfo>(Error{Code::Unsupported, "", {}});
        if (!info || info->width <= 0 || info->height <= 0)
            return Error{Code::Unsupported, "the size of the image is not known", {fullPath(file), 0, 0, "size"}};
        media.width = info->width;
        media.height = info->height;
        media.channels = info->channels;
        return readYoloLabels(m_root / pathOf(file), m_data.names, info->width, info->height, m_sink);
    }

    fs::path m_root;
    const Surroundings &m_around;
    RecordSink &m_sink;
    YoloData m_data;
    std::unordered_set<std::string> m_seen;
};

class YoloReader final : public FormatReader {
public:
    Status read(const fs::path &source, const Surroundings &around, RecordSink &sink) override
    {
        std::error_code failure;
        auto root = fs::absolute(source, failure).lexically_normal();
        return YoloReading(root.has_filename() ? root : root.parent_path(), around, sink).run();
    }
};

// Upright; the enclosing box of what has an area. Empty: points and lines.
std::optional<core::Box> boxOf(const core::Geometry &geometry)
{
    if (const auto *box = std::get_if<core::Box>(&geometry); box && box->angle == 0)
        return *box;
    const auto rect = core::area(geometry) > 0 ? core::bounds(geometry) : std::nullopt;
    return rect ? std::optional(core::Box{rect->left, rect->top, rect->width(), rect->height(), 0}) : std::nullopt;
}

class YoloWriter final : public FormatWriter {
public:
    Status begin(const fs::path &target, const Surroundings &around, std::span<const core::Label> labels) override
    {
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        m_probe = around.probe;
        std::string names;
        for (const auto &label : labels) {
            m_classes.emplace(label.id, m_classes.size());
            names += label.name + '\n';
        }
        return m_out->folder.write("obj.names", names);
    }

    Status write(const core::SampleContent &content, const fs::path &media) override
    {
        const bool isEval = content.sample.usage == Usage::Eval;
        const auto image = m_out->placeImage(content, media, isEval ? "obj_valid_data" : "obj_train_data");
        if (!image)
            return image.error();
        (isEval ? m_valid : m_train) += *image + '\n';
        if (content.annotations.empty() && content.state() == core::State::Unlabeled)
            return core::ok();
        const auto size = pixelSize(content.sample, media, m_probe);
        if (!size && media.empty())
            return core::ok();  // told as "missing-media"
        if (!size)
            return Error{Code::Unsupported, "the size of the image is not known", {content.sample.uri, 0, 0, "size"}};
        return m_out->folder.write(stemOf(*image) + ".txt", lines(content, size->first, size->second));
    }

    Status finish() override
    {
        std::string data = "classes = " + std::to_string(m_classes.size()) + "\nnames = obj.names\n";
        for (const auto &[key, list] : {std::pair{"train", &m_train}, {"valid", &m_valid}}) {
            if (list->empty() && (list == &m_valid || !m_valid.empty()))
                continue;
            data += std::string(key) + " = " + key + ".txt\n";
            if (const auto written = m_out->folder.write(std::string(key) + ".txt", *list); !written)
                return written;
        }
        const auto written = m_out->folder.write("obj.data", data);
        return written ? m_out->folder.finish() : written;
    }

private:
    std::string lines(const core::SampleContent &content, int width, int height) const
    {
        std::string text;
        for (const auto &annotation : content.annotations) {
            const auto box = boxOf(annotation->geometry);
            const auto index = m_classes.find(annotation->label);
            const auto numbers = box ? yoloText(*box, width, height) : std::nullopt;
            if (numbers && index != m_classes.end())
                text += std::to_string(index->second) + ' ' + *numbers + '\n';
        }
        return text;
    }

    std::optional<FolderExport> m_out;
    core::StillProbe m_probe;
    std::unordered_map<core::LabelId, std::size_t> m_classes;
    std::string m_train, m_valid;
};

int knowsYolo(const fs::path &source, std::string_view)
{
    const auto look = lookAt(source);
    return look.hasYoloData ? 100 : look.images > 0 && look.hasYoloNames ? 80 : 0;
}

void addBoxLosses(const core::Annotation &annotation, const core::MediaInfo &media, std::vector<std::string> &words)
{
    const auto *box = std::get_if<core::Box>(&annotation.geometry);
    if (!box)
        addLoss(words, "shape");
    else if (box->angle != 0)
        addLoss(words, "rotation");
    else if (media.width > 0 && media.height > 0 && !comesBack(*box, media.width, media.height))
        addLoss(words, "rounding");
}

// "shape" and "rotation": the enclosing upright box is written, nothing for points and lines. "rounding": a box that
// 24 digits do not bring back, or that lies outside of its image. "usage": YOLO knows training and validation only.
std::vector<std::string> yoloLosses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    std::vector<std::string> words;
    for (const auto &annotation : content.annotations)
        addBoxLosses(*annotation, content.sample.media, words);
    std::vector<std::string> others;
    addSampleLosses(content, options, others);
    addNameLosses(content, others);
    std::erase(others, "shape");
    if (content.sample.usage == Usage::Train || content.sample.usage == Usage::Eval)
        std::erase(others, "usage");
    for (const auto &word : others)
        addLoss(words, word);
    return words;
}

}  // namespace

Format modelarts_yolo_dir()
{
    return imageFolder<YoloReader, YoloWriter>("modelarts-yolo-dir", "YOLO", core::JobKind::ObjectDetection, knowsYolo,
                                               yoloLosses);
}

}  // namespace formats
