#include "core/media_location.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace core {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "s3" of "s3://…", lower case; empty: no scheme. A file: uri may lack the two slashes.
std::string schemeOf(std::string_view uri)
{
    const auto end = std::ranges::find_if_not(
        uri, [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; });
    std::string scheme(uri.begin(), end);
    if (scheme.empty() || !isLetter(scheme.front()))
        return {};
    for (char &c : scheme)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    const std::string_view rest = uri.substr(scheme.size());
    return rest.starts_with("://") || (scheme == "file" && rest.starts_with(":/")) ? scheme : std::string();
}

// One spelling per place: s3a, s3n and obs become s3; no slash at the end.
std::string canonicalRemote(std::string_view uri)
{
    std::string scheme = schemeOf(uri);
    const std::string_view rest = uri.substr(scheme.size());
    if (scheme == "s3a" || scheme == "s3n" || scheme == "obs")
        scheme = "s3";
    std::string text = scheme + std::string(rest);
    while (text.ends_with('/') && !text.ends_with("://"))
        text.pop_back();
    return text;
}

// What is left of `uri` behind `prefix`, which ends at a slash or is the whole.
std::optional<std::string_view> behind(std::string_view uri, std::string_view prefix)
{
    if (!uri.starts_with(prefix))
        return std::nullopt;
    std::string_view rest = uri.substr(prefix.size());
    if (!rest.empty() && rest.front() != '/' && !prefix.ends_with('/'))
        return std::nullopt;
    while (rest.starts_with('/'))
        rest.remove_prefix(1);
    return rest;
}

bool leaves(const std::filesystem::path &relative)
{
    int depth = 0;
    for (const auto &part : relative) {
        if (part == "..")
            --depth;
        else if (!part.empty() && part != ".")
            ++depth;
        if (depth < 0)
            return true;
    }
    return false;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        decoded += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
        i += low >= 0 ? 2 : 0;
    }
    return decoded;
}

// RFC 8089: file:/path, file:///path, file://localhost/path. Another host is not here.
std::optional<std::filesystem::path> fromFileUri(std::string_view uri)
{
    std::string_view rest = uri.substr(std::string_view("file:").size());
    if (rest.starts_with("//")) {
        rest.remove_prefix(2);
        const std::string_view host = rest.substr(0, rest.find('/'));
        if (!host.empty() && host != "localhost")
            return std::nullopt;
        rest.remove_prefix(host.size());
    }
    std::string decoded = percentDecoded(rest);
    if (decoded.empty() || decoded.find('\0') != std::string::npos)
        return std::nullopt;
    return decoded;
}

std::optional<std::filesystem::path> mapped(std::string_view uri, const std::filesystem::path &projectFolder,
                                            const std::vector<PathMap> &maps)
{
    if (maps.empty())
        return std::nullopt;
    const std::string wanted = canonicalRemote(uri);
    const PathMap *best = nullptr;
    std::size_t bestLength = 0;
    std::filesystem::path rest;
    for (const PathMap &map : maps) {
        const std::string prefix = canonicalRemote(map.prefix);
        const auto left = behind(wanted, prefix);
        if (!left || (best && prefix.size() <= bestLength))
            continue;
        best = &map;
        bestLength = prefix.size();
        rest = *left;
    }
    if (!best || leaves(rest))
        return std::nullopt;
    return rest.empty() ? projectFolder / best->folder : projectFolder / best->folder / rest.lexically_normal();
}

std::optional<std::string> relativeBelow(const std::filesystem::path &file, const std::filesystem::path &folder)
{
    const auto [inFolder, inFile] = std::ranges::mismatch(folder, file);
    const bool whole = inFolder == folder.end() || (inFolder->empty() && std::next(inFolder) == folder.end());
    if (!whole || inFile == file.end())
        return std::nullopt;
    std::filesystem::path rest;
    for (auto part = inFile; part != file.end(); ++part)
        rest /= *part;
    return rest.generic_string();
}

// Files of one folder follow each other: resolving its links once serves them all.
class LinkResolver {
public:
    const std::filesystem::path &operator()(const std::filesystem::path &folder)
    {
        if (folder != m_asked || m_asked.empty()) {
            std::error_code error;
            m_resolved = std::filesystem::weakly_canonical(folder, error);
            if (error)
                m_resolved = folder;
            m_asked = folder;
        }
        return m_resolved;
    }

private:
    std::filesystem::path m_asked, m_resolved;
};

}  // namespace

std::optional<PathMap> parsePathMap(std::string_view text)
{
    const std::size_t at = text.find('=');
    if (at == std::string_view::npos || at + 1 == text.size() || !isRemote(text.substr(0, at)))
        return std::nullopt;
    return PathMap{std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

std::string toJson(const std::vector<PathMap> &maps)
{
    auto json = nlohmann::json::array();
    for (const PathMap &map : maps)
        json.push_back({{"prefix", map.prefix}, {"folder", map.folder.generic_string()}});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<PathMap> pathMapsFromJson(std::string_view text)
{
    std::vector<PathMap> maps;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array())
        return maps;
    const auto textOf = [](const nlohmann::json &entry, const char *key) {
        const auto found = entry.is_object() ? entry.find(key) : entry.end();
        return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    for (const auto &entry : json)
        if (PathMap map{textOf(entry, "prefix"), textOf(entry, "folder")}; isRemote(map.prefix) && !map.folder.empty())
            maps.push_back(std::move(map));
    return maps;
}

bool isRemote(std::string_view uri)
{
    const std::string scheme = schemeOf(uri);
    return !scheme.empty() && scheme != "file";
}

std::optional<std::filesystem::path> locate(std::string_view uri, const std::filesystem::path &projectFolder,
                                            const std::vector<PathMap> &maps)
{
    if (uri.empty() || uri.find('\0') != std::string_view::npos)
        return std::nullopt;
    const std::string scheme = schemeOf(uri);
    if (scheme == "file")
        return fromFileUri(uri);
    if (!scheme.empty())
        return mapped(uri, projectFolder, maps);
    return (projectFolder / std::filesystem::path(uri)).lexically_normal();
}

std::string uriFor(const std::filesystem::path &file, const std::filesystem::path &projectFolder)
{
    std::error_code error;
    const auto plain = [&error](const std::filesystem::path &path) {
        return (path.is_absolute() ? path : std::filesystem::absolute(path, error)).lexically_normal();
    };
    const std::filesystem::path target = plain(file), folder = plain(projectFolder);
    if (const auto relative = relativeBelow(target, folder))
        return *relative;
    static thread_local LinkResolver realFolder, realParent;
    if (const auto relative = relativeBelow(realParent(target.parent_path()) / target.filename(), realFolder(folder)))
        return *relative;
    return target.generic_string();
}

std::string_view fileName(std::string_view uri)
{
    return uri.substr(uri.rfind('/') + 1);
}

}  // namespace core
