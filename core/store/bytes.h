// Compact byte strings: varints, raw doubles, length-prefixed text. Reading never trusts a count.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace core::store {

class ByteWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(static_cast<char>(value)); }
    void unsignedNumber(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    void number(std::int64_t value)  // zigzag: small negatives stay small
    {
        unsignedNumber((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void real(double value) { raw(&value, sizeof value); }  // bit-exact, little endian machines only
    void text(std::string_view value)
    {
        unsignedNumber(value.size());
        m_bytes.append(value);
    }
    void raw(const void *data, std::size_t size) { m_bytes.append(static_cast<const char *>(data), size); }

    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

// After a fault every read gives zero or nothing and isGood() stays false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}

    bool isGood() const { return m_good; }
    bool isDone() const { return m_good && m_rest.empty(); }
    void fail()
    {
        m_good = false;
        m_rest = {};
    }
    std::uint8_t byte()
    {
        if (m_rest.empty())
            return fail(), std::uint8_t{0};
        const auto value = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        return value;
    }
    std::uint64_t unsignedNumber()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        return fail(), 0;
    }
    std::int64_t number()
    {
        const std::uint64_t value = unsignedNumber();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    double real()
    {
        double value = 0;
        raw(&value, sizeof value);
        return value;
    }
    std::string text()
    {
        const std::size_t size = count(1);
        std::string value(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
        return value;
    }
    void raw(void *data, std::size_t size)
    {
        if (m_rest.size() < size)
            return fail();
        std::memcpy(data, m_rest.data(), size);
        m_rest.remove_prefix(size);
    }
    // How many things follow, each at least `bytesEach` long; a larger count than the rest can hold is a fault.
    std::size_t count(std::size_t bytesEach)
    {
        const std::uint64_t value = unsignedNumber();
        if (value > m_rest.size() / bytesEach)
            return fail(), 0;
        return static_cast<std::size_t>(value);
    }

private:
    std::string_view m_rest;
    bool m_good = true;
};

}  // namespace core::store
