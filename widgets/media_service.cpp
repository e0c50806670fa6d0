#include "widgets/media_service.h"

namespace widgets {

struct MediaService::Impl {};

MediaService::~MediaService() = default;

}  // namespace widgets
