// Writes demo pictures the way cameras and scanners do.
#pragma once
#include "core/result.h"
#include <QImage>
#include <filesystem>

namespace app::demo {

enum class FileKind { Jpeg, TurnedJpeg, Png, DeepPng };

// TurnedJpeg: the pixels lie on their side and EXIF orientation 6 says so. DeepPng: 16-bit grey.
core::Status writePicture(const QImage &picture, const std::filesystem::path &file, FileKind kind);
const char *suffixOf(FileKind kind);

}  // namespace app::demo
