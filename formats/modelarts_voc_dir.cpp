// ModelArts PASCAL VOC 1.0: x.jpg with x.xml beside it, at any depth. An xml without an image beside it belongs to the
// one image of its name elsewhere below the root (Annotations/ and JPEGImages/). No xml: unlabeled.
#include "formats/classification_folder.h"
#include "formats/folder_export.h"
#include "formats/image_folder.h"
#include "formats/text_file.h"
#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

std::string bareStem(std::string_view relative)
{
    return stemOf(relative.substr(relative.rfind('/') + 1));
}

class Reading {
public:
    Reading(const FolderTree &tree, RecordSink &sink) : m_tree(tree), m_beside(tree, ".xml"), m_sink(sink)
    {
        std::unordered_set<std::string> imageStems;
        for (const auto &file : tree.files)
            if (hasImageSuffix(file))
                imageStems.insert(stemOf(file));
        for (const auto &file : tree.files)
            if (hasSuffix(file, ".xml") && !imageStems.contains(stemOf(file)))
                m_apart[bareStem(file)].push_back(&file);
    }

    Status run()
    {
        const auto read = forEachImage(m_tree, m_sink, [this](const std::string &image) { return putImage(image); });
        if (!read)
            return read;
        for (const auto &[stem, files] : m_apart)
            for (const std::string *file : files)
                if (!report({Code::NotFound, "no image of this name", {fullPath(*file), 0, 0, {}}}))
                    return stopped();
        return core::ok();
    }

private:
    std::string fullPath(std::string_view relative) const { return utf8(m_tree.root / pathOf(relative)); }
    bool report(Error error) { return m_sink.report({Severity::Error, std::move(error)}); }

    const std::string *xmlOf(const std::string &image)
    {
        if (const auto *beside = m_beside.of(image))
            return beside;
        const auto at = m_apart.find(bareStem(image));
        if (at == m_apart.end() || at->second.size() != 1)
            return nullptr;
        const auto *file = at->second.front();
        m_apart.erase(at);
        return file;
    }

    Status putImage(const std::string &image)
    {
        SampleRecord record;
        record.sample.uri = fullPath(image);
        VocFile voc;
        if (const std::string *xml = xmlOf(image)) {
            std::size_t faults = 0;
            const IssueReport count = [&](Issue issue) { return ++faults, m_sink.report(std::move(issue)); };
            const auto bytes = readWhole(m_tree.root / pathOf(*xml));
            auto read = bytes ? readVoc(*bytes, fullPath(*xml), count) : core::Result<VocFile>(bytes.error());
            if (!read && (read.error().code == Code::Cancelled || !report(read.error())))
                return stopped();
            if (read) {
                voc = std::move(*read);
                keepHeader(voc, record.sample);
                if (voc.objects.empty() && faults == 0)
                    record.state = core::State::Labeled;  // looked at, and nothing there
            }
        }
        if (!m_sink.put(std::move(record)))
            return stopped();
        for (const VocObject &object : voc.objects)
            if (!m_sink.put(toRecord(object)))
                return stopped();
        return core::ok();
    }

    const FolderTree &m_tree;
    Sidecars m_beside;
    std::map<std::string, std::vector<const std::string *>> m_apart;  // by name alone
    RecordSink &m_sink;
};

class VocDirReader final : public FormatReader {
public:
    Status read(const std::filesystem::path &source, const Surroundings &, RecordSink &sink) override
    {
        const auto tree = scanFolder(source, sink);
        return tree ? Reading(*tree, sink).run() : Status(tree.error());
    }
};

class VocDirWriter final : public FormatWriter {
public:
    Status begin(const std::filesystem::path &target, const Surroundings &around,
                 std::span<const core::Label> labels) override
    {
        auto begun = FolderExport::begin(target, around, labels);
        if (!begun)
            return begun.error();
        m_out.emplace(std::move(*begun));
        m_probe = around.probe;
        return core::ok();
    }

    Status write(const core::SampleContent &content, const std::filesystem::path &media) override
    {
        const auto image = m_out->placeImage(content, media, "");
        if (!image)
            return image.error();
        if (content.annotations.empty() && content.state() == core::State::Unlabeled)
            return core::ok();
        auto voc = toVoc(content, m_out->names, *image);
        if (const auto size = pixelSize(content.sample, media, m_probe))
            std::tie(voc.width, voc.height) = *size;
        return m_out->folder.write(stemOf(*image) + ".xml", writeVoc(voc));
    }

    Status finish() override { return m_out->folder.finish(); }

private:
    std::optional<FolderExport> m_out;
    core::StillProbe m_probe;
};

int knowsVocDir(const std::filesystem::path &source, std::string_view)
{
    const auto look = lookAt(source);
    if (look.images == 0 || look.hasYoloData)
        return 0;
    return look.withXml > 0 ? 90 : look.xml > 0 ? 60 : 30;
}

// The header of the xml is the one property this format holds.
bool isVocHeader(const std::string &property)
{
    const auto object = nlohmann::json::parse(property, nullptr, false);
    return object.is_object() && object.size() == 1 && object.contains("@voc");
}

std::vector<std::string> losses(const core::SampleContent &content, core::JobKind, const Options &options)
{
    auto words = vocLosses(content);
    addSampleLosses(content, options, words);
    if (isVocHeader(content.sample.property))
        std::erase(words, "property");
    return words;
}

}  // namespace

Format modelarts_voc_dir()
{
    return imageFolder<VocDirReader, VocDirWriter>("modelarts-voc-dir", "ModelArts PASCAL VOC 1.0",
                                                   core::JobKind::ObjectDetection, knowsVocDir, losses);
}

}  // namespace formats
