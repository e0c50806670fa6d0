// Texts read from bytes and written to bytes, by any format of texts.
#pragma once
#include "core/text/text_map.h"
#include "tests/formats/collect.h"

namespace tests {

inline QString lines(const std::vector<std::string> &all)
{
    QStringList out;
    for (const std::string &one : all)
        out << QString::fromStdString(one);
    return out.join('\n');
}

struct TextsRead : Collected {
    core::Status status = core::ok();

    // "PER:Li Na(0-5)", discontinuous ones with every part.
    std::vector<std::string> entities() const;
    std::vector<std::string> relations() const;  // "joined:Li Na>East"
    std::vector<std::string> texts() const;
    std::vector<std::string> faults() const;  // "line:column field: code: detail", errors with a '!' in front
};

// Of one file; `name` may name a folder of files instead, by a '/' at its end.
TextsRead readTexts(std::string_view format, const std::filesystem::path &source, core::JobKind kind,
                    const formats::Options &options = {}, std::vector<core::Label> labels = {});
TextsRead readText(std::string_view format, std::string_view bytes, core::JobKind kind,
                   const formats::Options &options = {});

// One sample with entities, each "label" of [begin, end), and relations between them by index.
struct Said {
    std::string label;
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
};
core::SampleContent textSample(const std::string &text, const std::vector<Said> &entities,
                               std::vector<core::Label> &labels);
void addRelation(core::SampleContent &content, const std::string &label, std::size_t from, std::size_t to,
                 std::vector<core::Label> &labels);

core::Status writeTexts(std::string_view format, const std::filesystem::path &target, core::JobKind kind,
                        const std::vector<core::SampleContent> &contents, const std::vector<core::Label> &labels,
                        const formats::Options &options = {}, std::vector<formats::Issue> *issues = nullptr);
// The bytes of a format of one file.
std::string written(std::string_view format, core::JobKind kind, const std::vector<core::SampleContent> &contents,
                    const std::vector<core::Label> &labels, const formats::Options &options = {});

}  // namespace tests
