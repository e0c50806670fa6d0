#include "formats/voc_folder.h"
#include "formats/image_folder.h"
#include "formats/segmentation_xml.h"
#include "formats/text_file.h"
#include <algorithm>
#include <set>
#include <unordered_set>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

bool isMask(std::string_view relative)
{
    return relative.starts_with("segmentationClass/") || relative.starts_with("segmentationClassRaw/")
           || relative.find("/segmentationClass/") != relative.npos
           || relative.find("/segmentationClassRaw/") != relative.npos;
}

std::string bareStem(std::string_view relative)
{
    return stemOf(relative.substr(relative.rfind('/') + 1));
}

class VocReading {
public:
    VocReading(const FolderTree &tree, const Surroundings &around, RecordSink &sink)
        : m_tree(tree),
          m_around(around),
          m_beside(tree, ".xml"),
          m_sink(sink)
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
        SegmentationRead objects;
        if (const std::string *xml = xmlOf(image)) {
            std::size_t faults = 0;
            const IssueReport count = [&](Issue issue) { return ++faults, m_sink.report(std::move(issue)); };
            const auto bytes = readWhole(m_tree.root / pathOf(*xml));
            auto read = bytes ? readVoc(*bytes, fullPath(*xml), count) : core::Result<VocFile>(bytes.error());
            if (!read && (read.error().code == Code::Cancelled || !report(read.error())))
                return stopped();
            if (read) {
                objects = objectsOf(*read, m_tree.root / pathOf(*xml), count);
                keepHeader(*read, record.sample);
                if (read->objects.empty() && faults == 0)
                    record.state = core::State::Labeled;  // looked at, and nothing there
            }
        }
        return put(std::move(record), objects);
    }

    SegmentationRead objectsOf(VocFile &voc, const std::filesystem::path &xml, const IssueReport &report) const
    {
        if (m_around.kind == core::JobKind::ImageSegmentation)
            return readSegmentation(voc, xml, m_around, report);
        SegmentationRead read;
        for (const VocObject &object : voc.objects)
            read.objects.emplace_back(toRecord(object));
        return read;
    }

    Status put(SampleRecord record, SegmentationRead &objects)
    {
        if (!m_sink.put(std::move(record)))
            return stopped();
        for (LabelRecord &label : objects.labels)
            if (m_named.insert(label.label.name).second && !m_sink.put(std::move(label)))
                return stopped();
        for (auto &object : objects.objects)
            if (object && !m_sink.put(std::move(*object)))
                return stopped();
        return core::ok();
    }

    const FolderTree &m_tree;
    const Surroundings &m_around;
    Sidecars m_beside;
    std::map<std::string, std::vector<const std::string *>> m_apart;  // by name alone
    std::set<std::string> m_named;                                    // labels that were put
    RecordSink &m_sink;
};

}  // namespace

Status VocFolderReader::read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink)
{
    auto tree = scanFolder(source, sink);
    if (!tree)
        return tree.error();
    if (around.kind == core::JobKind::ImageSegmentation)
        std::erase_if(tree->files, isMask);
    return VocReading(*tree, around, sink).run();
}

}  // namespace formats
