#include "widgets/audio/peak_store.h"
#include "core/media/peak_file.h"
#include "widgets/qt_text.h"
#include <algorithm>

namespace widgets {

namespace {

constexpr std::size_t mostBytes = std::size_t{24} << 20;  // of those in memory; the last one stays in any case

}  // namespace

void PeakStore::setFolder(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    m_folder = folder;
}

QString PeakStore::folder() const
{
    const std::lock_guard lock(m_mutex);
    return m_folder;
}

std::filesystem::path PeakStore::fileOf(const std::string &contentKey) const
{
    const QString place = folder();
    return place.isEmpty() ? std::filesystem::path()
                           : toPath(place) / "peaks" / contentKey.substr(0, 2) / (contentKey.substr(2) + ".peaks");
}

void PeakStore::remember(const std::string &contentKey, const std::shared_ptr<const core::Peaks> &whole)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_latest, [&](const auto &entry) { return entry.first == contentKey; });
    m_latest.emplace_back(contentKey, whole);
    std::size_t bytes = 0, kept = 0;
    for (auto entry = m_latest.rbegin(); entry != m_latest.rend(); ++entry, ++kept) {
        bytes += entry->second->bytes();
        if (kept > 0 && bytes > mostBytes)
            break;
    }
    m_latest.erase(m_latest.begin(), m_latest.end() - std::ptrdiff_t(kept));
}

std::shared_ptr<const core::Peaks> PeakStore::find(const std::string &contentKey)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = std::ranges::find(m_latest, contentKey, [](const auto &entry) { return entry.first; });
        if (known != m_latest.end())
            return known->second;
    }
    const std::filesystem::path file = fileOf(contentKey);
    auto loaded = file.empty() ? core::Result<std::shared_ptr<const core::Peaks>>(core::Error{})
                               : core::loadPeaks(file, contentKey);
    if (!loaded)
        return nullptr;  // damaged: written anew after the scan
    remember(contentKey, *loaded);
    return *loaded;
}

void PeakStore::keep(const std::string &contentKey, const std::shared_ptr<const core::Peaks> &whole)
{
    remember(contentKey, whole);
    if (const std::filesystem::path file = fileOf(contentKey); !file.empty())
        (void)core::savePeaks(file, contentKey, *whole);
}

}  // namespace widgets
