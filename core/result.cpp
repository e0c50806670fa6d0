#include "core/result.h"

namespace core {

std::string_view codeName(Code code)
{
    switch (code) {
    case Code::Cancelled: return "cancelled";
    case Code::NotFound: return "not-found";
    case Code::Exists: return "exists";
    case Code::Io: return "io";
    case Code::DiskFull: return "disk-full";
    case Code::Corrupt: return "corrupt";
    case Code::Conflict: return "conflict";
    case Code::ReadOnly: return "read-only";
    case Code::Busy: return "busy";
    case Code::Unsupported: return "unsupported";
    case Code::TooLarge: return "too-large";
    case Code::MissingField: return "missing-field";
    case Code::BadValue: return "bad-value";
    case Code::Loss: return "loss";
    case Code::Usage: return "usage";
    }
    return "unknown";
}

std::string describe(const Error &error)
{
    std::string text = error.where.file;
    if (error.where.line > 0)
        text += ':' + std::to_string(error.where.line);
    if (error.where.column > 0)
        text += ':' + std::to_string(error.where.column);
    if (!text.empty())
        text += ": ";
    if (!error.where.field.empty())
        text += error.where.field + ": ";
    text += codeName(error.code);
    if (!error.detail.empty())
        text += ": " + error.detail;
    return text;
}

}  // namespace core
