// A sink that keeps everything, and readers run from text.
#pragma once
#include "formats/format.h"
#include <QTemporaryDir>
#include <fstream>

namespace tests {

struct Collected : formats::RecordSink {
    std::vector<formats::Record> records;
    std::vector<formats::Issue> issues;
    std::int64_t stopAfter = -1;  // records; negative: never

    bool put(formats::Record record) override
    {
        if (stopAfter >= 0 && std::ssize(records) >= stopAfter)
            return false;
        records.push_back(std::move(record));
        return true;
    }
    bool report(formats::Issue issue) override
    {
        issues.push_back(std::move(issue));
        return true;
    }
    bool advance(std::int64_t, std::int64_t) override { return true; }

    template <class Row>
    std::vector<Row> all() const
    {
        std::vector<Row> rows;
        for (const formats::Record &record : records)
            if (const auto *row = std::get_if<Row>(&record))
                rows.push_back(*row);
        return rows;
    }
    std::vector<formats::SampleRecord> samples() const { return all<formats::SampleRecord>(); }
    std::vector<formats::AnnotationRecord> annotations() const { return all<formats::AnnotationRecord>(); }
};

inline void writeFile(const std::filesystem::path &file, std::string_view bytes)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readFile(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct TempFolder {
    QTemporaryDir dir;
    std::filesystem::path path() const { return dir.path().toStdString(); }
    std::filesystem::path operator/(const char *name) const { return path() / name; }
};

}  // namespace tests
