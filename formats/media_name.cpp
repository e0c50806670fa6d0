#include "formats/media_name.h"
#include "core/media_location.h"

namespace formats {

std::string mediaName(const std::string &uri, const MediaNaming &naming, const Surroundings &around)
{
    if (core::isRemote(uri))
        return uri;
    if (!naming.prefix.empty() && !uri.starts_with('/'))
        return naming.prefix + uri;
    const auto file = around.locate ? around.locate(uri) : std::nullopt;
    if (!file)
        return uri;
    const auto below = file->lexically_relative(naming.folder);
    if (below.empty() || *below.begin() == "..")
        return file->generic_string();
    return std::string(naming.below) + below.generic_string();
}

}  // namespace formats
