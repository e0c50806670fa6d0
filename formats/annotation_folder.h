// The folder of xml files beside a manifest: filled unseen, then put in the place of the older export's in one step.
// Files there that the older manifest does not name are somebody else's: they stay, and their names are not taken.
#pragma once
#include "formats/staged_folder.h"
#include <set>

namespace formats {

class AnnotationFolder {
public:
    static core::Result<AnnotationFolder> begin(const std::filesystem::path &manifest, std::string_view name);
    AnnotationFolder(AnnotationFolder &&) noexcept;
    AnnotationFolder &operator=(AnnotationFolder &&) noexcept;
    ~AnnotationFolder();  // without keep(): everything is as it was

    std::string freeName(std::string_view uri);  // "7.xml" for ".../7.jpg", no other's
    core::Status write(std::string_view name, std::string_view bytes);
    core::Status show();  // the new folder takes the place
    void keep();          // for good: the old one goes

private:
    explicit AnnotationFolder(StagedFolder staged);
    core::Status takeOverForeign() const;

    StagedFolder m_staged;
    std::filesystem::path m_place, m_other;  // m_other: the new folder before show(), the old one behind it
    std::set<std::string> m_foreign;         // names in lower case
    bool m_written = false, m_shown = false, m_replaced = false, m_kept = false;
};

}  // namespace formats
