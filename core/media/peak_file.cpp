// The file: "LWPEAKS1", size of the header, header as JSON (key, the SoundInfo, base), then for each block the finest
// peaks of each channel as pairs of int16, behind them a CRC-32 of the block. A CRC-32 of all before it ends the
// header.
#include "core/media/peak_file.h"
#include "core/save_file.h"
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
extern "C" {
#include <libavutil/crc.h>
}

namespace core {

namespace {

static_assert(std::endian::native == std::endian::little, "peaks are written as they lie in memory");

constexpr std::string_view magic = "LWPEAKS1";
constexpr std::uint32_t mostHeader = 1 << 16;
constexpr std::size_t cutBytes = std::size_t{basePeaks} * sizeof(Peak);  // of a channel in a block

std::uint32_t crcOf(const void *bytes, std::size_t count)
{
    return av_crc(av_crc_get_table(AV_CRC_32_IEEE_LE), ~0u, static_cast<const std::uint8_t *>(bytes), count);
}

std::string_view bytesOf(const std::uint32_t &number)
{
    return {reinterpret_cast<const char *>(&number), sizeof number};
}

std::string headerOf(std::string_view key, const Peaks &peaks)
{
    const SoundInfo &info = peaks.info();
    const std::string json = nlohmann::json{{"key", key},          {"container", info.container},
                                            {"codec", info.codec}, {"channels", info.channels},
                                            {"rate", info.rate},   {"length", info.length},
                                            {"base", peaks.base()}}
                                 .dump();
    std::string header{magic};
    header += bytesOf(static_cast<std::uint32_t>(json.size()));
    header += json;
    header += bytesOf(crcOf(header.data(), header.size()));
    return header;
}

Error damaged(const std::filesystem::path &file, const char *what)
{
    return {Code::Corrupt, what, {file.string(), 0, 0, {}}};
}

bool readInto(std::ifstream &in, void *to, std::size_t count)
{
    return static_cast<bool>(in.read(static_cast<char *>(to), static_cast<std::streamsize>(count)));
}

// What the header says, when it is whole.
Result<nlohmann::json> readHeader(std::ifstream &in, const std::filesystem::path &file)
{
    std::string header(magic.size() + sizeof(std::uint32_t), '\0');
    if (!readInto(in, header.data(), header.size()) || !header.starts_with(magic))
        return damaged(file, "not a file of peaks");
    std::uint32_t size = 0, crc = 0;
    std::memcpy(&size, header.data() + magic.size(), sizeof size);
    if (size > mostHeader)
        return damaged(file, "size of the header");
    const std::size_t before = header.size();
    header.resize(before + size);
    if (!readInto(in, header.data() + before, size) || !readInto(in, &crc, sizeof crc)
        || crc != crcOf(header.data(), header.size()))
        return damaged(file, "checksum of the header");
    auto json =
        nlohmann::json::parse(header.begin() + static_cast<std::ptrdiff_t>(before), header.end(), nullptr, false);
    if (!json.is_object())
        return damaged(file, "header");
    return json;
}

Result<SoundInfo> infoOf(const nlohmann::json &json, const std::filesystem::path &file)
{
    SoundInfo info;
    try {
        info = {json.at("container"), json.at("codec"), json.at("channels"), json.at("rate"), json.at("length")};
    } catch (const nlohmann::json::exception &problem) {
        return damaged(file, problem.what());
    }
    if (info.channels < 1 || info.channels > maxSoundChannels || info.rate < 1 || info.length < 0)
        return damaged(file, "what it says of the sound");
    return info;
}

}  // namespace

Status savePeaks(const std::filesystem::path &target, std::string_view contentKey, const Peaks &peaks)
{
    auto file = SaveFile::begin(target);
    if (!file)
        return file.error();
    SaveFile &out = *file;
    Status written = out.write(headerOf(contentKey, peaks));
    for (std::size_t at = 0; at < peaks.blockCount() && written; ++at) {
        std::string cut;
        for (int c = 0; c < peaks.info().channels; ++c)
            cut.append(reinterpret_cast<const char *>(peaks.block(at)->data() + std::ptrdiff_t{c} * blockPeaks),
                       cutBytes);
        cut += bytesOf(crcOf(cut.data(), cut.size()));
        written = out.write(cut);
    }
    return written ? out.finish() : written;
}

Result<std::shared_ptr<const Peaks>> loadPeaks(const std::filesystem::path &file, std::string_view contentKey)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{Code::NotFound, {}, {file.string(), 0, 0, {}}};
    const auto json = readHeader(in, file);
    if (!json)
        return json.error();
    const auto info = infoOf(*json, file);
    if (!info)
        return info.error();
    auto peaks = std::make_shared<const Peaks>(*info);
    if (json->value("key", std::string()) != contentKey || json->value("base", 0) != peaks->base())
        return damaged(file, "of another sound");
    const auto channels = static_cast<std::size_t>(info->channels);
    std::error_code error;
    const auto rest = std::filesystem::file_size(file, error) - static_cast<std::uintmax_t>(in.tellg());
    if (error || rest != peaks->blockCount() * (channels * cutBytes + sizeof(std::uint32_t)))
        return damaged(file, "its size");
    std::vector<Peak> cut(channels * basePeaks);
    std::vector<std::shared_ptr<const PeakBlock>> blocks;
    for (std::size_t at = 0; at < peaks->blockCount(); ++at) {
        std::uint32_t crc = 0;
        if (!readInto(in, cut.data(), cut.size() * sizeof(Peak)) || !readInto(in, &crc, sizeof crc)
            || crc != crcOf(cut.data(), cut.size() * sizeof(Peak)))
            return damaged(file, "checksum of a block");
        auto block = std::make_shared<PeakBlock>(channels * blockPeaks);
        for (std::size_t c = 0; c < channels; ++c)
            std::copy_n(cut.begin() + static_cast<std::ptrdiff_t>(c * basePeaks), basePeaks,
                        block->begin() + static_cast<std::ptrdiff_t>(c * blockPeaks));
        fillLevels(*block, info->channels);
        blocks.push_back(std::move(block));
    }
    return std::make_shared<const Peaks>(*info, std::move(blocks));
}

}  // namespace core
