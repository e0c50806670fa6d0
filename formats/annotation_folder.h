// A folder of files beside a manifest, one for each annotation-loc of it: filled unseen, then put in the place of the
// older export's in one step. Files there that the older manifest does not name are somebody else's: they stay, and
// their names are not taken.
#pragma once
#include "formats/staged_folder.h"
#include <set>

namespace formats {

class AnnotationFolder {
public:
    // Files of that suffix with the stems the older manifest names are its own.
    static core::Result<AnnotationFolder> begin(const std::filesystem::path &manifest, std::string_view name,
                                                std::string suffix);
    AnnotationFolder(AnnotationFolder &&) noexcept;
    AnnotationFolder &operator=(AnnotationFolder &&) noexcept;
    ~AnnotationFolder();  // without keep(): everything is as it was

    std::string freeStem(std::string_view uri);  // "7" for ".../7.jpg", no other's with the suffix
    bool isForeign(std::string_view name) const;
    core::Status write(std::string_view name, std::string_view bytes);
    core::Status show();  // the new folder takes the place
    void keep();          // for good: the old one goes

private:
    explicit AnnotationFolder(StagedFolder staged);
    core::Status takeOverForeign() const;

    StagedFolder m_staged;
    std::filesystem::path m_place, m_other;  // m_other: the new folder before show(), the old one behind it
    std::string m_suffix;
    std::set<std::string> m_foreign;  // names in lower case
    bool m_written = false, m_shown = false, m_replaced = false, m_kept = false;
};

}  // namespace formats
