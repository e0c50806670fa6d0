// What every editor with a picture does alike: view actions, status texts, what decoding tells of the media.
#pragma once
#include "widgets/editor_view.h"

namespace widgets {

class PictureCanvas;

bool actOnPicture(PictureCanvas &canvas, const QByteArray &id);  // "view.fit" …; false: not of these
QString zoomText(const PictureCanvas &canvas);
QString pictureSizeText(const PictureCanvas &canvas);
core::MediaInfo mediaInfo(const PictureCanvas &canvas, const core::MediaInfo &known);
core::MediaInfo mediaInfo(const core::Error &error, const core::MediaInfo &known);
void showSample(PictureCanvas &canvas, const EditorContent &content);
QStringList texts(const std::vector<std::filesystem::path> &paths);

}  // namespace widgets
