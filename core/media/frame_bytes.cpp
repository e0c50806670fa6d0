#include "core/media/frame_bytes.h"
#include <array>

namespace core {

namespace {

// Layer III of MPEG 1 and of MPEG 2: kbit/s by index (ISO 11172-3, 13818-3).
constexpr std::array<std::array<int, 16>, 2> kilobits{
    {{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0},
     {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0}}};
constexpr std::array rates{44100, 48000, 32000, 0};

}  // namespace

std::int64_t frameBytes(std::span<const std::uint8_t> data)
{
    if (data.size() < 7 || data[0] != 0xff)
        return 0;
    if ((data[1] & 0xf6) == 0xf0)
        return (data[3] & 3) << 11 | data[4] << 3 | data[5] >> 5;
    if ((data[1] & 0xe6) != 0xe2)
        return 0;
    const int version = data[1] >> 3 & 3;  // 3: MPEG 1, 2: MPEG 2, 0: its extension to half the rates
    const int rate = rates[data[2] >> 2 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    const int kilobit = kilobits[version == 3 ? 0 : 1][data[2] >> 4];
    if (version == 1 || rate == 0 || kilobit == 0)
        return 0;
    return (version == 3 ? 144 : 72) * kilobit * 1000 / rate + (data[2] >> 1 & 1);
}

}  // namespace core
