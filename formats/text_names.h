// What texts that stand in a file with others are called, and the labels of a text's entities and relations.
#pragma once
#include "formats/format.h"
#include <set>

namespace formats {

// The outer id of the n-th text of a file: the same whenever the file is read from the same place.
class TextIds {
public:
    explicit TextIds(const std::filesystem::path &source);
    void name(core::Sample &sample, std::int64_t number) const;  // externalId and uri

private:
    std::string m_prefix;
};

inline constexpr std::string_view contentScheme = "content://";

// Puts a label before its first use, with its role.
class RoleLabels {
public:
    explicit RoleLabels(RecordSink &sink) : m_sink(sink) {}
    bool use(const std::string &name, core::LabelRole role, std::vector<core::AttributeSpec> attributes = {});

private:
    RecordSink &m_sink;
    std::set<std::string, std::less<>> m_known;
};

}  // namespace formats
