#include "formats/annotation_folder.h"
#include "core/media_location.h"
#include "formats/json_line.h"
#include "formats/text_file.h"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>

namespace formats {

using core::Code;
using core::Error;
namespace fs = std::filesystem;

namespace {

Error failure(std::string detail, const fs::path &file)
{
    return {Code::Io, std::move(detail), {utf8(file), 0, 0, {}}};
}

// The names in lower case of the files a manifest refers to, with another suffix. What cannot be read refers to
// nothing.
std::set<std::string> namedIn(const fs::path &manifest, const std::string &suffix)
{
    constexpr std::string_view key = "\"annotation-loc\":\"";
    std::set<std::string> names;
    auto lines = LineReader::open(manifest);
    while (lines) {
        const auto line = lines->next();
        if (!line || !*line)
            break;
        const std::string_view text = (*line)->text;
        for (auto at = text.find(key); at != text.npos; at = text.find(key, at)) {
            at += key.size();
            const auto name = core::fileName(text.substr(at, text.find('"', at) - at));
            names.insert(lowerAscii(name.substr(0, name.rfind('.'))) + suffix);
        }
    }
    return names;
}

// Both names change at once where the file system can do that.
bool exchange(const fs::path &a, const fs::path &b)
{
    if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0)
        return true;
    const fs::path aside = b.string() + ".aside";
    return ::rename(b.c_str(), aside.c_str()) == 0 && ::rename(a.c_str(), b.c_str()) == 0
           && ::rename(aside.c_str(), a.c_str()) == 0;
}

}  // namespace

AnnotationFolder::AnnotationFolder(StagedFolder staged) : m_staged(std::move(staged)) {}
AnnotationFolder::AnnotationFolder(AnnotationFolder &&other) noexcept
    : m_staged(std::move(other.m_staged)),
      m_place(std::move(other.m_place)),
      m_other(std::move(other.m_other)),
      m_suffix(std::move(other.m_suffix)),
      m_foreign(std::move(other.m_foreign)),
      m_written(other.m_written),
      m_shown(other.m_shown),
      m_replaced(other.m_replaced),
      m_kept(std::exchange(other.m_kept, true))
{
}

AnnotationFolder &AnnotationFolder::operator=(AnnotationFolder &&other) noexcept
{
    std::swap(m_staged, other.m_staged);
    std::swap(m_place, other.m_place);
    std::swap(m_other, other.m_other);
    std::swap(m_suffix, other.m_suffix);
    std::swap(m_foreign, other.m_foreign);
    std::swap(m_written, other.m_written);
    std::swap(m_shown, other.m_shown);
    std::swap(m_replaced, other.m_replaced);
    std::swap(m_kept, other.m_kept);
    return *this;
}

AnnotationFolder::~AnnotationFolder()
{
    if (m_kept || !m_shown)
        return;
    if (m_replaced && !exchange(m_other, m_place))
        return;  // both are there still
    std::error_code ignored;
    fs::remove_all(m_replaced ? m_other : m_place, ignored);
}

core::Result<AnnotationFolder> AnnotationFolder::begin(const fs::path &manifest, std::string_view name,
                                                       std::string suffix)
{
    const auto parent = fs::absolute(manifest).lexically_normal().parent_path();
    const fs::path other = parent / ('.' + utf8(manifest.filename()) + '.' + std::string(name) + ".new");
    std::error_code ignored;
    fs::remove_all(other, ignored);  // of an export that was killed
    auto staged = StagedFolder::begin(other);
    if (!staged)
        return staged.error();
    AnnotationFolder folder(std::move(*staged));
    folder.m_place = parent / name;
    folder.m_other = other;
    folder.m_suffix = std::move(suffix);
    const auto own = namedIn(manifest, folder.m_suffix);
    for (const auto &entry : fs::directory_iterator(folder.m_place, ignored))
        if (const auto file = lowerAscii(utf8(entry.path().filename())); !own.contains(file))
            folder.m_foreign.insert(file);
    return folder;
}

bool AnnotationFolder::isForeign(std::string_view name) const
{
    return m_foreign.contains(lowerAscii(name));
}

std::string AnnotationFolder::freeStem(std::string_view uri)
{
    std::string stem(core::fileName(uri));
    if (const auto dot = stem.rfind('.'); dot != stem.npos && dot > 0)
        stem.resize(dot);
    std::string name;
    do
        name = m_staged.freeName({}, stem + m_suffix);
    while (isForeign(name));
    name.resize(name.size() - m_suffix.size());
    return name;
}

core::Status AnnotationFolder::write(std::string_view name, std::string_view bytes)
{
    m_written = true;
    return m_staged.write(name, bytes);
}

core::Status AnnotationFolder::takeOverForeign() const
{
    using enum fs::copy_options;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(m_place, error)) {
        const auto name = entry.path().filename();
        if (!isForeign(utf8(name)))
            continue;
        fs::copy(entry.path(), m_other / name, recursive | copy_symlinks | create_hard_links, error);
        if (error)
            return failure(error.message(), entry.path());
    }
    return core::ok();
}

core::Status AnnotationFolder::show()
{
    if (!m_written)
        return core::ok();
    if (auto done = m_staged.finish(); !done)
        return done;
    std::error_code error;
    m_replaced = fs::exists(m_place, error);
    auto taken = m_replaced ? takeOverForeign() : core::ok();
    const bool moved =
        taken && (m_replaced ? exchange(m_other, m_place) : ::rename(m_other.c_str(), m_place.c_str()) == 0);
    if (!moved) {
        const std::string why = std::strerror(errno);
        fs::remove_all(m_other, error);
        return taken ? core::Status(failure(why, m_place)) : taken;
    }
    m_shown = true;
    return core::ok();
}

void AnnotationFolder::keep()
{
    m_kept = true;
    std::error_code ignored;
    if (m_replaced)
        fs::remove_all(m_other, ignored);
}

}  // namespace formats
