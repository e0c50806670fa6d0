#include "formats/text_names.h"
#include "formats/text_file.h"
#include <cstdio>

namespace formats {

TextIds::TextIds(const std::filesystem::path &source)
{
    std::uint64_t low = 0xcbf29ce484222325, high = 0x84222325cbf29ce4;  // FNV-1a, forwards and with another start
    for (const char c : utf8(std::filesystem::absolute(source).lexically_normal())) {
        low = (low ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        high = (high ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    char text[40];
    std::snprintf(text, sizeof text, "%016llx%016llx.", static_cast<unsigned long long>(high),
                  static_cast<unsigned long long>(low));
    m_prefix = text;
}

void TextIds::name(core::Sample &sample, std::int64_t number) const
{
    char text[24];
    std::snprintf(text, sizeof text, "%09lld", static_cast<long long>(number));
    sample.externalId = m_prefix + text;
    sample.uri = std::string(contentScheme) + sample.externalId;
}

bool RoleLabels::use(const std::string &name, core::LabelRole role, std::vector<core::AttributeSpec> attributes)
{
    if (!m_known.insert(name).second)
        return true;
    LabelRecord record;
    record.label.name = name;
    record.label.role = role;
    record.label.attributes = std::move(attributes);
    return m_sink.put(std::move(record));
}

}  // namespace formats
