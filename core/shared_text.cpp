#include "core/shared_text.h"

namespace core {

const std::string &SharedText::none()
{
    static const std::string empty;
    return empty;
}

}  // namespace core
