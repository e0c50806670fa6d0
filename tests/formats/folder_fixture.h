// A folder on disk that goes with the test, small real images to put into it, and a sink that keeps what it is given.
#pragma once
#include "formats/format.h"
#include "formats/text_file.h"
#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <algorithm>
#include <fstream>

namespace tests {

inline std::string image(int width = 4, int height = 3, const char *format = "PNG")
{
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, format);
    return bytes.toStdString();
}

inline std::string contents(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class Folder {
public:
    std::filesystem::path path() const { return formats::pathOf(m_dir.path().toStdString()); }
    std::filesystem::path operator/(std::string_view relative) const { return path() / formats::pathOf(relative); }
    std::string uri(std::string_view relative) const { return formats::utf8(*this / relative); }
    void write(std::string_view relative, std::string_view bytes) const
    {
        const auto file = *this / relative;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }
    // Every file and folder below, sorted, folders with a '/' behind.
    std::vector<std::string> tree(std::string_view below = "") const
    {
        std::vector<std::string> names;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(*this / below))
            names.push_back(formats::utf8(entry.path().lexically_relative(*this / below))
                            + (entry.is_directory() ? "/" : ""));
        std::ranges::sort(names);
        return names;
    }

private:
    QTemporaryDir m_dir;
};

struct Sink : formats::RecordSink {
    std::vector<formats::LabelRecord> labels;
    std::vector<formats::SampleRecord> samples;
    std::vector<std::pair<std::string, formats::AnnotationRecord>> annotations;  // by the sample's uri
    std::vector<formats::Issue> issues;
    std::size_t stopAfter = std::size_t(-1);  // samples

    bool put(formats::Record record) override
    {
        if (auto *label = std::get_if<formats::LabelRecord>(&record))
            labels.push_back(std::move(*label));
        if (auto *sample = std::get_if<formats::SampleRecord>(&record))
            samples.push_back(std::move(*sample));
        if (auto *annotation = std::get_if<formats::AnnotationRecord>(&record))
            annotations.emplace_back(samples.back().sample.uri, std::move(*annotation));
        return samples.size() < stopAfter;
    }
    bool report(formats::Issue issue) override { return issues.push_back(std::move(issue)), true; }
    bool advance(std::int64_t, std::int64_t) override { return true; }

    std::vector<std::string> labelsOf(const std::string &uri) const
    {
        std::vector<std::string> names;
        for (const auto &[sample, annotation] : annotations)
            if (sample == uri)
                names.push_back(annotation.label);
        return names;
    }
    std::string onlyIssue() const
    {
        return issues.size() == 1 ? core::describe(issues[0].error) : std::to_string(issues.size()) + " issues";
    }
};

inline const formats::Format *format(std::string_view id)
{
    const auto all = formats::allFormats();
    const auto at = std::ranges::find(all, id, &formats::Format::id);
    return at == all.end() ? nullptr : &*at;
}

inline core::AnnotationPtr annotation(std::int64_t label, core::Geometry geometry = core::WholeSample{})
{
    auto out = std::make_shared<core::Annotation>();
    out->label = {label};
    out->geometry = std::move(geometry);
    return out;
}

inline core::SampleContent sample(std::string uri, std::vector<core::AnnotationPtr> annotations,
                                  core::State state = core::State::Labeled)
{
    core::SampleContent content;
    content.sample.uri = std::move(uri);
    content.annotations = std::move(annotations);
    content.work.emplace();
    content.work->state = state;
    return content;
}

inline core::Label label(std::int64_t id, std::string name)
{
    core::Label out;
    out.id = {id};
    out.name = std::move(name);
    return out;
}

}  // namespace tests
