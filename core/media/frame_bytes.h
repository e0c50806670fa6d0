// How long the frames of sounds without a container are, by their headers.
#pragma once
#include <cstdint>
#include <span>

namespace core {

// Of a frame of MP3 or ADTS that begins there; 0: none does.
std::int64_t frameBytes(std::span<const std::uint8_t> data);

}  // namespace core
