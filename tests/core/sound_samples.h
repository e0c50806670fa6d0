// Sounds made for tests, by ffmpeg and by hand.
#pragma once
#include <QByteArray>
#include <QStringList>
#include <filesystem>
#include <string>
#include <vector>

struct SoundKind {
    const char *name;     // of the file: "a.mp3"
    QStringList options;  // for ffmpeg
    int rate = 16000;     // of what comes out
    bool lossless = false;
    bool keepsLength = true;  // the file says what its encoder put before and behind
};
const std::vector<SoundKind> &soundKinds();
const SoundKind &soundKind(const char *name);

// Encodes what a filter of ffmpeg makes ("sine=d=1"). False: ffmpeg was built without that encoder.
bool encodeSound(const std::filesystem::path &file, const QString &source, const QStringList &options);
// A short burst in the middle of each second.
QString clicks(int seconds, int rate);

struct WavHeader {
    int format = 1, channels = 1, rate = 8000, bits = 16;
    qint64 bytes = -1;  // claimed; -1: those there are
};
QByteArray wavBytes(const WavHeader &header, const QByteArray &data);
std::filesystem::path writeBytes(const std::filesystem::path &file, const QByteArray &bytes);
