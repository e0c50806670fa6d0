// Small pictures, of sounds their waveform, kept on disk between sessions by path, time and size of the file they show.
// Any thread, any process.
#pragma once
#include "widgets/media_service.h"
#include <stop_token>

namespace widgets {

class RowStores;

constexpr QSize thumbnailSize{256, 256};

QByteArray thumbnailKey(const QString &file);
// The kept one, else a new one, which is kept; folder empty: nowhere.
core::Result<Picture> thumbnailOf(const QString &folder, const QString &file, RowStores &stores, std::stop_token stop);

std::optional<Picture> readThumbnail(const QString &folder, const QByteArray &key);
void writeThumbnail(const QString &folder, const QByteArray &key, const Picture &thumbnail);

QImage toEightBit(const QImage &image);  // 16 bit gray from its darkest to its brightest value; others as they are

}  // namespace widgets
