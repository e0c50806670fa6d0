// Decodes the packets of one sound to interleaved floats; each frame knows its place.
#pragma once
#include "core/media/av.h"
#include <vector>

namespace core {

class SoundDecoder {
public:
    // Unsupported: no decoder.
    static Result<SoundDecoder> open(const AVCodecParameters &codec, const std::filesystem::path &file);

    // What was decoded before is forgotten; a packet that cannot be decoded gives nothing. No packet: the end.
    void send(const AVPacket *packet);
    const AVFrame *receive();  // null: send more. Its pts is that of its packet. Valid until the next call
    Status restart();          // as if just opened
    void flush();

    // Appends samples [from, to) of the frame. Unsupported: the channels cannot be made `channels`.
    Status append(const AVFrame &frame, int from, int to, int channels, std::vector<float> &out);

    // How many samples must be decoded and thrown away before a place, so that the samples there are those of a
    // straight decode. `usual`: of one packet.
    std::int64_t preroll(std::int64_t usual) const;

private:
    Status convertFrom(const AVFrame &frame, int channels);

    std::filesystem::path m_file;
    std::unique_ptr<AVCodecParameters, av::Freed<avcodec_parameters_free>> m_codec;
    av::Decoder m_context;
    av::Frame m_frame{av_frame_alloc()};
    av::Converter m_converter;
    int m_format = -1, m_channels = 0;  // the converter takes
};

}  // namespace core
