#include "core/media_location.h"

namespace core {

std::string_view fileName(std::string_view uri)
{
    return uri.substr(uri.rfind('/') + 1);
}

}  // namespace core
