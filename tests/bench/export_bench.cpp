// Export of a million annotations against two bare loops: one that reads the rows and serialises them, and one that
// only serialises rows that lie in memory already.
#include "formats/creation_time.h"
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sqlite3.h>
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

// One statement of a bare reader; throws nothing, ends the program instead.
class Rows {
public:
    Rows(sqlite3 *db, const char *sql)
    {
        if (sqlite3_prepare_v2(db, sql, -1, &m_statement, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
            std::abort();
        }
        step();
    }
    Rows(const Rows &) = delete;
    ~Rows() { sqlite3_finalize(m_statement); }
    bool isAt() const { return m_at; }
    void step() { m_at = sqlite3_step(m_statement) == SQLITE_ROW; }
    std::int64_t number(int column) const { return sqlite3_column_int64(m_statement, column); }
    std::string_view text(int column) const
    {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }

private:
    sqlite3_stmt *m_statement = nullptr;
    bool m_at = false;
};

void appendMember(std::string &out, const char *key, std::string_view value)
{
    (out += '"') += key;
    out += "\":\"";
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    out += '"';
}

std::map<std::int64_t, std::string> labelNames(sqlite3 *db)
{
    std::map<std::int64_t, std::string> names;
    for (Rows rows(db, "select id, name from label"); rows.isAt(); rows.step())
        names[rows.number(0)] = rows.text(1);
    return names;
}

// What a program written for this one export would do: the columns it needs, read by bare statements in step, appended
// to the line, written a megabyte at a time.
double bareExport(const std::filesystem::path &project, const std::filesystem::path &file)
{
    static const char *usages[] = {"", "train", "eval", "test", "inference"};
    return bench::seconds([&] {
        sqlite3 *db = nullptr;
        if (sqlite3_open_v2(project.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
            std::abort();
        sqlite3_exec(db, "pragma cache_size = -32768", nullptr, nullptr, nullptr);
        const int fd = ::open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644);
        const auto names = labelNames(db);
        std::string out;
        {
            Rows samples(db, "select id, usage, uri, external_id from sample order by id");
            Rows works(db, "select sample, hard from work where job = 1 order by sample");
            Rows annotations(db,
                             "select sample, label, author, created from annotation where +job = 1 order by sample");
            for (; samples.isAt(); samples.step()) {
                const std::int64_t id = samples.number(0);
                out += "{\"annotation\":[";
                for (; annotations.isAt() && annotations.number(0) == id; annotations.step()) {
                    out += out.back() == '[' ? "{" : ",{";
                    appendMember(out, "name", names.at(annotations.number(1)));
                    out += ",\"type\":\"modelarts/image_classification\",";
                    appendMember(out, "creation-time", formats::creationTime(annotations.number(3)));
                    out += ',';
                    appendMember(out, "annotated-by", annotations.text(2));
                    out += '}';
                }
                out += "],";
                appendMember(out, "usage", usages[samples.number(1)]);
                out += ',';
                appendMember(out, "source", samples.text(2));
                out += ',';
                appendMember(out, "id", samples.text(3));
                if (works.isAt() && works.number(0) == id) {
                    out += works.number(1) ? ",\"hard\":\"true\"" : "";
                    works.step();
                }
                out += ",\"sample-type\":0}\n";
                if (out.size() > (1U << 20)) {
                    if (::write(fd, out.data(), out.size()) < 0)
                        std::abort();
                    out.clear();
                }
            }
        }
        if (::write(fd, out.data(), out.size()) < 0 || ::fsync(fd) != 0)
            std::abort();
        ::close(fd);
        sqlite3_close(db);
    });
}

std::string bytesOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

// "export" is a keyword.
BENCHMARK(export_manifest, "1,200,000 annotations of 1,000,000 samples (or ARG) to a manifest, the whole process, "
                           "against bare loops that give the same bytes")
{
    const bench::BigProject &big = bench::bigProject(arguments.empty() ? 1'000'000 : std::stoll(arguments[0]));
    const std::filesystem::path target = bench::scratchFolder() + "/out/export.manifest",
                                bare = bench::scratchFolder() + "/bare.manifest";
    bench::ProcessFigures figures;
    double baseline = 0;
    for (int i = 0; i < 3; ++i) {
        const auto run =
            bench::runProgram({"export", big.project.string(), target.string(), "--format", "modelarts-manifest"});
        if (run.status != 0) {
            std::fprintf(stderr, "export failed: %d\n", run.status);
            std::exit(1);
        }
        const double loop = bareExport(big.project, bare);
        if (i == 0 || run.seconds < figures.seconds)
            figures = run;
        baseline = i == 0 ? loop : std::min(baseline, loop);
    }
    if (bytesOf(target) != bytesOf(bare)) {
        std::fprintf(stderr, "the bare loop gives other bytes\n");
        std::exit(1);
    }
    bench::reportRatio("against bare SQLite reading and serialisation", figures.seconds, baseline, "s", 2);
    const double memory = bareSerialisation(readBack(target), bench::scratchFolder() + "/memory.manifest");
    bench::note("serialisation of rows that lie in memory", memory, "s");
    bench::note("the export to that", figures.seconds / memory, "times");
    bench::note("export, peak resident set", figures.peakMegabytes, "MB");
}
