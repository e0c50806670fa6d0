// Export of a million annotations against the bare serialisation of the same bytes.
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace {

struct Line {
    std::vector<std::pair<std::string, std::string>> fields;  // key, value as it stands in the file
    std::vector<std::vector<std::pair<std::string, std::string>>> annotations;
};

std::vector<std::pair<std::string, std::string>> scalars(const nlohmann::ordered_json &object)
{
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto &[key, value] : object.items())
        if (!value.is_array())
            fields.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
    return fields;
}

std::vector<Line> readBack(const std::filesystem::path &file)
{
    std::vector<Line> lines;
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) {
        const auto object = nlohmann::ordered_json::parse(text);
        Line line{scalars(object), {}};
        if (object.contains("annotation"))
            for (const auto &annotation : object["annotation"])
                line.annotations.push_back(scalars(annotation));
        lines.push_back(std::move(line));
    }
    return lines;
}

void append(std::string &out, const std::vector<std::pair<std::string, std::string>> &fields)
{
    for (const auto &[key, value] : fields) {
        out += '"';
        out += key;
        out += "\":\"";
        for (const char c : value) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
        }
        out += "\",";
    }
}

// Rows in memory to JSON lines on disk: what no exporter can do without.
double bareSerialisation(const std::vector<Line> &lines, const std::filesystem::path &file)
{
    return bench::seconds([&] {
        const int fd = ::open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644);
        std::string buffer;
        for (const Line &line : lines) {
            buffer += "{\"annotation\":[";
            for (const auto &annotation : line.annotations) {
                buffer += '{';
                append(buffer, annotation);
                buffer += "},";
            }
            buffer += "],";
            append(buffer, line.fields);
            buffer += "}\n";
            if (buffer.size() > (1U << 20)) {
                if (::write(fd, buffer.data(), buffer.size()) < 0)
                    std::abort();
                buffer.clear();
            }
        }
        if (::write(fd, buffer.data(), buffer.size()) < 0 || ::fsync(fd) != 0)
            std::abort();
        ::close(fd);
    });
}

}  // namespace

// "export" is a keyword.
BENCHMARK(export_manifest,
          "1,200,000 annotations of 1,000,000 samples (or ARG) to a manifest, against bare serialisation")
{
    const bench::BigProject &big = bench::bigProject(arguments.empty() ? 1'000'000 : std::stoll(arguments[0]));
    const std::filesystem::path target = bench::scratchFolder() + "/out/export.manifest";
    const auto figures =
        bench::runProgram({"export", big.project.string(), target.string(), "--format", "modelarts-manifest"});
    if (figures.status != 0) {
        std::fprintf(stderr, "export failed: %d\n", figures.status);
        std::exit(1);
    }
    const auto lines = readBack(target);
    bench::reportRatio("export, whole process", figures.seconds,
                       bareSerialisation(lines, bench::scratchFolder() + "/bare.manifest"), "s", 2);
    bench::note("export, peak resident set", figures.peakMegabytes, "MB");
}
