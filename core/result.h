// Failure as a value. Result<T> mirrors std::expected, so that C++23 can replace it by an alias.
#pragma once
#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace core {

enum class Code {
    Cancelled,  // the ticket or the stop token said so
    NotFound,   // a file, a row, a job or a format of that name
    Exists,     // a file or a name that is already taken
    Io,         // the system refused; detail holds its words
    DiskFull,
    Corrupt,      // damaged or not what it says it is
    Conflict,     // the stored row is not the edit's `before`
    ReadOnly,     // another process writes, or the file may not be written
    Busy,         // the same thing is already under way
    Unsupported,  // known, but not held by this format, kind or version
    TooLarge,     // over a stated limit
    MissingField,
    BadValue,
    Loss,   // the target format cannot hold it
    Usage,  // the caller's arguments
};

// Stable words for JSON reports and the command line: "not-found", "bad-value" …
std::string_view codeName(Code code);

struct Location {
    std::string file;
    std::int64_t line = 0;    // 1-based; 0 when the format has no lines
    std::int64_t column = 0;  // 1-based, in bytes; 0 when not known
    std::string field;        // "annotation[3].name", "object[0].bndbox.xmin"
    bool operator==(const Location &) const = default;
};

struct Error {
    Code code = Code::Io;
    std::string detail;  // what was seen, never a sentence for the user
    Location where;
    bool operator==(const Error &) const = default;
};

// "file:12:3: field: bad-value: what was seen" for logs, the command line and test messages.
std::string describe(const Error &error);

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    T &value() &
    {
        assert(has_value());
        return std::get<0>(m_state);
    }
    const T &value() const &
    {
        assert(has_value());
        return std::get<0>(m_state);
    }
    T value() && { return std::move(std::get<0>(m_state)); }  // by value: `for (x : *read())` must not dangle
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const
    {
        assert(!has_value());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

using Status = Result<std::monostate>;
inline Status ok()
{
    return std::monostate{};
}

}  // namespace core
