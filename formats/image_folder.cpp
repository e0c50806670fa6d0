#include "formats/image_folder.h"
#include "formats/image_magic.h"
#include "formats/text_file.h"
#include <simdjson.h>
#include <algorithm>
#include <array>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace fs = std::filesystem;

namespace {

constexpr int MaxDepth = 64;

struct Entry {
    std::string name;
    bool isFolder = false;
};

class Scan {
public:
    Scan(const fs::path &root, std::size_t limit, RecordSink *sink) : m_limit(limit), m_sink(sink)
    {
        std::error_code failure;
        tree.root = fs::absolute(root, failure).lexically_normal();
        if (!tree.root.has_filename())
            tree.root = tree.root.parent_path();  // "photos/"
        m_canonical = fs::canonical(tree.root, failure);
    }

    // False: stopped.
    bool enter(const std::string &relative, int depth)
    {
        if (m_sink && !m_sink->advance(0, 0))
            return false;
        std::vector<Entry> entries;
        if (!list(relative, entries))
            return false;
        std::ranges::sort(entries, {}, &Entry::name);
        for (const Entry &entry : entries) {
            const std::string path = relative.empty() ? entry.name : relative + '/' + entry.name;
            if (tree.files.size() >= m_limit)
                return true;
            if (!entry.isFolder) {
                tree.files.push_back(path);
                continue;
            }
            if (depth >= MaxDepth) {
                if (!report(path, Code::TooLarge, "nested too deeply"))
                    return false;
                continue;
            }
            tree.folders.push_back(path);
            if (!enter(path, depth + 1))
                return false;
        }
        return true;
    }

    FolderTree tree;

private:
    bool report(const std::string &relative, Code code, std::string detail)
    {
        const auto file = utf8(tree.root) + '/' + relative;
        return !m_sink || m_sink->report({Severity::Error, {code, std::move(detail), {file, 0, 0, {}}}});
    }

    bool list(const std::string &relative, std::vector<Entry> &entries)
    {
        std::error_code failure;
        for (fs::directory_iterator at(tree.root / pathOf(relative), failure), end; !failure && at != end;
             at.increment(failure)) {
            std::string name = utf8(at->path().filename());
            if (name.starts_with('.') || name == "__MACOSX")
                continue;
            const std::string path = relative.empty() ? name : relative + '/' + name;
            if (!simdjson::validate_utf8(name)) {
                if (!report(relative, Code::BadValue, "a name that is not UTF-8"))
                    return false;
                continue;
            }
            std::error_code unknown;
            if (at->is_symlink(unknown)) {
                if (const auto fault = linkFault(at->path()); !fault.empty()) {
                    if (!report(path, Code::BadValue, fault))
                        return false;
                    continue;
                }
            }
            if (at->is_directory(unknown))
                entries.push_back({std::move(name), true});
            else if (at->is_regular_file(unknown))
                entries.push_back({std::move(name), false});
        }
        return !failure || report(relative, Code::Io, failure.message());
    }

    std::string linkFault(const fs::path &link) const
    {
        std::error_code failure;
        const auto target = fs::canonical(link, failure);
        if (failure)
            return failure == std::errc::too_many_symbolic_link_levels ? "a link to itself" : "a link to nothing";
        const auto [root, at] = std::mismatch(m_canonical.begin(), m_canonical.end(), target.begin(), target.end());
        if (root != m_canonical.end())
            return "a link out of the folder";
        return fs::is_directory(target, failure) ? "a link to a folder" : "";
    }

    std::size_t m_limit;
    RecordSink *m_sink;
    fs::path m_canonical;
};

std::string_view nameOf(std::string_view relative)
{
    return relative.substr(relative.rfind('/') + 1);
}

std::string_view suffixOf(std::string_view relative)
{
    const auto name = nameOf(relative);
    const auto dot = name.rfind('.');
    return dot == name.npos ? std::string_view{} : name.substr(dot);
}

constexpr std::array<std::string_view, 4> ImageSuffixes{".jpg", ".jpeg", ".png", ".bmp"};
constexpr std::array<std::string_view, 6> OtherImageSuffixes{".gif", ".tif", ".tiff", ".webp", ".heic", ".jp2"};

bool isOneOf(std::string_view suffix, auto &suffixes)
{
    return std::ranges::any_of(suffixes, [&](std::string_view one) { return hasSuffix(suffix, one); });
}

}  // namespace

core::Result<FolderTree> scanFolder(const fs::path &root, RecordSink &sink)
{
    std::error_code failure;
    if (!fs::is_directory(root, failure))
        return Error{Code::NotFound, "not a folder", {utf8(root), 0, 0, {}}};
    Scan scan(root, std::size_t(-1), &sink);
    if (!scan.enter("", 0))
        return stopped().error();
    return std::move(scan.tree);
}

FolderTree peekFolder(const fs::path &root, std::size_t limit)
{
    std::error_code failure;
    if (!fs::is_directory(root, failure))
        return {};
    Scan scan(root, limit, nullptr);
    scan.enter("", 0);
    return std::move(scan.tree);
}

std::string_view folderOf(std::string_view relative)
{
    const auto slash = relative.rfind('/');
    return slash == relative.npos ? std::string_view{} : relative.substr(0, slash);
}

std::string stemOf(std::string_view relative)
{
    return std::string(relative.substr(0, relative.size() - suffixOf(relative).size()));
}

bool hasSuffix(std::string_view name, std::string_view suffix)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return name.size() >= suffix.size()
           && std::ranges::equal(name.substr(name.size() - suffix.size()), suffix, {}, lower, lower);
}

bool hasImageSuffix(std::string_view name)
{
    return isOneOf(suffixOf(name), ImageSuffixes);
}

Status checkImage(const fs::path &file)
{
    const auto format = sniffImage(file);
    if (!format)
        return format.error();
    const bool taken = *format == "jpeg" || *format == "png" || *format == "bmp";
    return taken ? core::ok() : Status(Error{Code::Corrupt, "not a JPEG, PNG or BMP image", {utf8(file), 0, 0, {}}});
}

Status forEachImage(const FolderTree &tree, RecordSink &sink, const std::function<Status(const std::string &)> &each)
{
    std::int64_t done = 0;
    for (const std::string &file : tree.files) {
        if (!sink.advance(done++, std::int64_t(tree.files.size())))
            return stopped();
        const bool isNamed = hasImageSuffix(file);
        if (isOneOf(suffixOf(file), OtherImageSuffixes)) {
            Error error{Code::Unsupported, "not one of jpg jpeg png bmp", {utf8(tree.root / pathOf(file)), 0, 0, {}}};
            if (!sink.report({Severity::Warning, std::move(error)}))
                return stopped();
        }
        if (!isNamed && !suffixOf(file).empty())
            continue;
        if (const auto image = checkImage(tree.root / pathOf(file)); !image) {
            if (isNamed && !sink.report({Severity::Error, image.error()}))
                return stopped();
            continue;
        }
        if (const auto taken = each(file); !taken)
            return taken;
    }
    return sink.advance(done, done) ? core::ok() : stopped();
}

Sidecars::Sidecars(const FolderTree &tree, std::string_view suffix)
{
    for (const auto &file : tree.files)
        if (hasSuffix(file, suffix))
            m_byStem.emplace(stemOf(file), std::pair(&file, false));
}

const std::string *Sidecars::of(const std::string &image)
{
    const auto at = m_byStem.find(stemOf(image));
    if (at == m_byStem.end())
        return nullptr;
    at->second.second = true;
    return at->second.first;
}

std::vector<std::string> Sidecars::unused() const
{
    std::vector<std::string> files;
    for (const auto &[stem, file] : m_byStem)
        if (!file.second)
            files.push_back(*file.first);
    return files;
}

}  // namespace formats
