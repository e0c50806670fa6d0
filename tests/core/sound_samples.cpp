#include "tests/core/sound_samples.h"
#include <QProcess>
#include <QtEndian>
#include <fstream>

const std::vector<SoundKind> &soundKinds()
{
    // pns: noise that AAC decoders make up anew each time.
    static const QStringList aac{"-c:a", "aac", "-aac_pns", "0"};
    static const std::vector<SoundKind> kinds{
        {"a.wav", {}, 16000, true},
        {"u8.wav", {"-c:a", "pcm_u8"}},
        {"s24.wav", {"-c:a", "pcm_s24le"}, 16000, true},
        {"s32.wav", {"-c:a", "pcm_s32le"}, 16000, true},
        {"f32.wav", {"-c:a", "pcm_f32le"}},
        {"f64.wav", {"-c:a", "pcm_f64le"}},
        {"rf64.wav", {"-rf64", "always"}, 16000, true},
        {"a.w64", {}, 16000, true},
        {"a.aiff", {}, 16000, true},
        {"adpcm.wav", {"-c:a", "adpcm_ms"}, 16000, false, false},
        {"a.flac", {}, 16000, true},
        {"ogg-flac.ogg", {"-c:a", "flac"}, 16000, true},
        {"a.mp3", {"-c:a", "libmp3lame"}},
        {"no-xing.mp3", {"-c:a", "libmp3lame", "-write_xing", "0"}, 16000, false, false},
        {"vbr.mp3", {"-c:a", "libmp3lame", "-q:a", "6"}},
        {"a.aac", aac, 16000, false, false},
        {"a.m4a", aac},
        {"fragments.mp4", aac + QStringList{"-movflags", "frag_keyframe+empty_moov"}, 16000, false, false},
        {"a.mkv", aac, 16000, false, false},
        {"alac.m4a", {"-c:a", "alac"}, 16000, true},
        {"a.ogg", {"-c:a", "libvorbis"}},
        {"vorbis.mkv", {"-c:a", "libvorbis"}, 16000, false, false},
        {"a.opus", {"-c:a", "libopus"}, 48000},
        {"a.webm", {"-c:a", "libopus"}, 48000},
        {"opus.mp4", {"-c:a", "libopus"}, 48000},
    };
    return kinds;
}

const SoundKind &soundKind(const char *name)
{
    for (const SoundKind &kind : soundKinds())
        if (std::string_view(kind.name) == name)
            return kind;
    qFatal("no such kind of sound: %s", name);
}

bool encodeSound(const std::filesystem::path &file, const QString &source, const QStringList &options)
{
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", QStringList{"-v", "error", "-y", "-f", "lavfi", "-i", source} + options
                               + QStringList{"-strict", "-2", QString::fromStdString(file.string())});
    return ffmpeg.waitForFinished(60'000) && ffmpeg.exitCode() == 0;
}

QString clicks(int seconds, int rate)
{
    return QString("aevalsrc='0.8*sin(2*PI*1500*t)*exp(-pow((mod(t,1)-0.5)*800,2))':s=%1:d=%2").arg(rate).arg(seconds);
}

QByteArray wavBytes(const WavHeader &header, const QByteArray &data)
{
    QByteArray bytes("RIFF\0\0\0\0WAVEfmt \x10\0\0\0", 20);
    const auto put = [&bytes](auto value) {
        bytes.append(sizeof value, '\0');
        qToLittleEndian(value, bytes.data() + bytes.size() - sizeof value);
    };
    const int block = header.channels * header.bits / 8;
    const auto claimed = quint32(header.bytes < 0 ? data.size() : header.bytes);
    put(quint16(header.format));
    put(quint16(header.channels));
    put(quint32(header.rate));
    put(quint32(header.rate) * quint32(block));
    put(quint16(block));
    put(quint16(header.bits));
    bytes.append("data");
    put(claimed);
    qToLittleEndian(claimed + 36, bytes.data() + 4);
    return bytes + data;
}

std::filesystem::path writeBytes(const std::filesystem::path &file, const QByteArray &bytes)
{
    std::ofstream(file, std::ios::binary).write(bytes.data(), bytes.size());
    return file;
}
