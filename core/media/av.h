// What the files that call FFmpeg share.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <memory>
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace core::av {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T *thing) const
    {
        Free(&thing);
    }
};
using Container = std::unique_ptr<AVFormatContext, Freed<avformat_close_input>>;
using Decoder = std::unique_ptr<AVCodecContext, Freed<avcodec_free_context>>;
using Packet = std::unique_ptr<AVPacket, Freed<av_packet_free>>;
using Frame = std::unique_ptr<AVFrame, Freed<av_frame_free>>;
using Converter = std::unique_ptr<SwrContext, Freed<swr_free>>;

Error failure(int code, const std::filesystem::path &file);
Error error(Code code, std::string detail, const std::filesystem::path &file);

}  // namespace core::av
