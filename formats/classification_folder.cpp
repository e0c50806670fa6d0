#include "formats/classification_folder.h"
#include "formats/image_folder.h"
#include "formats/label_text.h"
#include "formats/sound_files.h"
#include "formats/text_file.h"
#include <algorithm>
#include <set>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

std::string_view lastPart(std::string_view relative)
{
    return relative.substr(relative.rfind('/') + 1);
}

// What lies in the folders.
struct Media {
    bool (*isNamedSo)(std::string_view);
    Status (*forEach)(const FolderTree &, RecordSink &, const std::function<Status(const std::string &)> &);
    std::string_view labels;  // suffix of the files beside them that name labels; empty: none
};
constexpr Media images{hasImageSuffix, forEachImage, ".txt"}, sounds{hasSoundSuffix, forEachSound, ""};

const FolderTree noFiles;

// Folders that hold media, and empty ones.
std::set<std::string> labelFolders(const FolderTree &tree, const Media &media)
{
    std::set<std::string> filled, labels;
    for (const auto &folder : tree.folders)
        filled.emplace(folderOf(folder));
    for (const auto &file : tree.files) {
        const std::string folder(folderOf(file));
        if (media.isNamedSo(file))
            labels.insert(folder);
        filled.insert(folder);
    }
    for (const auto &folder : tree.folders)
        if (!filled.contains(folder))
            labels.insert(folder);
    labels.erase("");
    return labels;
}

class ClassFolderReading {
public:
    ClassFolderReading(const FolderTree &tree, const Media &media, FolderNames names, RecordSink &sink)
        : m_tree(tree),
          m_media(media),
          m_texts(media.labels.empty() ? noFiles : tree, media.labels),
          m_sink(sink),
          m_names(names)
    {
    }

    Status run()
    {
        if (m_names == FolderNames::AreLabels)
            if (const auto put = putFolderLabels(); !put)
                return put;
        const auto put = [this](const std::string &file) { return putSample(file); };
        const auto read = m_media.forEach(m_tree, m_sink, put);
        if (!read || m_names == FolderNames::AreLabels)
            return read;
        for (const auto &text : m_texts.unused())
            if (!report(Severity::Warning, {Code::NotFound, "no image of this name", {fullPath(text), 0, 0, {}}}))
                return stopped();
        return core::ok();
    }

private:
    std::string fullPath(std::string_view relative) const { return utf8(m_tree.root / pathOf(relative)); }
    bool report(Severity severity, Error error) { return m_sink.report({severity, std::move(error)}); }

    Status putFolderLabels()
    {
        std::set<std::string_view> seen;
        for (const std::string &folder : m_folders = labelFolders(m_tree, m_media)) {
            const auto name = lastPart(folder);
            if (auto fault = labelFault(name); !fault.empty()) {
                if (!report(Severity::Error, {Code::BadValue, std::move(fault), {fullPath(folder), 0, 0, "label"}}))
                    return stopped();
                continue;
            }
            LabelRecord record;
            record.label.name = name;
            if (seen.insert(name).second && !m_sink.put(std::move(record)))
                return stopped();
        }
        return core::ok();
    }

    Status putSample(const std::string &media)
    {
        SampleRecord record;
        record.sample.uri = fullPath(media);
        std::vector<std::string> labels;
        if (const std::string *file = m_texts.of(media)) {
            auto text = readLabelText(m_tree.root / pathOf(*file), m_sink);
            if (!text && (text.error().code == Code::Cancelled || !report(Severity::Error, text.error())))
                return stopped();
            if (text) {
                labels = std::move(text->labels);
                if (labels.empty() && !text->hasFaults)
                    record.state = core::State::Labeled;
            }
        } else if (m_names == FolderNames::AreLabels) {
            const auto name = lastPart(folderOf(media));
            if (labelFault(name).empty())
                labels.emplace_back(name);
        }
        if (!m_sink.put(std::move(record)))
            return stopped();
        for (std::string &label : labels) {
            AnnotationRecord annotation;
            annotation.label = std::move(label);
            annotation.geometry = core::WholeSample{};
            if (!m_sink.put(std::move(annotation)))
                return stopped();
        }
        return core::ok();
    }

    const FolderTree &m_tree;
    const Media &m_media;
    Sidecars m_texts;
    RecordSink &m_sink;
    FolderNames m_names;
    std::set<std::string> m_folders;
};

}  // namespace

Status readClassifiedFolder(const std::filesystem::path &source, FolderNames names, RecordSink &sink)
{
    const auto tree = scanFolder(source, sink);
    return tree ? ClassFolderReading(*tree, images, names, sink).run() : Status(tree.error());
}

Status readSoundFolder(const std::filesystem::path &source, FolderNames names, RecordSink &sink)
{
    const auto tree = scanFolder(source, sink);
    return tree ? ClassFolderReading(*tree, sounds, names, sink).run() : Status(tree.error());
}

FolderLook lookAt(const std::filesystem::path &folder)
{
    const auto tree = peekFolder(folder);
    const std::set<std::string_view> files(tree.files.begin(), tree.files.end());
    FolderLook look;
    for (const auto &file : tree.files) {
        look.xml += hasSuffix(file, ".xml");
        look.sounds += hasSoundSuffix(file);
        look.soundsInFolders += hasSoundSuffix(file) && !folderOf(file).empty();
        look.hasYoloData |= file == "obj.data";
        look.hasYoloNames |= file == "classes.txt" || file == "obj.names";
        if (!hasImageSuffix(file))
            continue;
        ++look.images;
        look.inFolders += !folderOf(file).empty();
        look.withText += files.contains(stemOf(file) + ".txt");
        look.withXml += files.contains(stemOf(file) + ".xml");
    }
    return look;
}

}  // namespace formats
