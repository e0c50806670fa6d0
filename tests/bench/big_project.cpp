#include "tests/bench/big_project.h"
#include "tests/bench/bench.h"
#include "tests/paths.h"
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

namespace {

ProcessFigures run(const char *program, const std::vector<std::string> &arguments)
{
    std::vector<char *> words{const_cast<char *>(program)};
    for (const std::string &argument : arguments)
        words.push_back(const_cast<char *>(argument.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

    ProcessFigures figures;
    pid_t pid = 0;
    const auto start = std::chrono::steady_clock::now();
    const int spawned = posix_spawn(&pid, program, &quiet, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (spawned != 0)
        return figures;
    int status = 0;
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    figures.peakMegabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    figures.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return figures;
}

}  // namespace

ProcessFigures runProgram(const std::vector<std::string> &arguments)
{
    return run(LABELWRIGHT_BINARY, arguments);
}

ProcessFigures runItself(const std::vector<std::string> &arguments)
{
    return run("/proc/self/exe", arguments);
}

std::filesystem::path writeManifest(const std::filesystem::path &folder, std::int64_t lines)
{
    static const char *labels[] = {"汽车", "bus", "truck", "bicycle", "行人",   "traffic light",
                                   "tree", "dog", "cat",   "horse",   "自行车", "sign"};
    const auto file = folder / ("big-" + std::to_string(lines) + ".manifest");
    std::ofstream out(file, std::ios::binary);
    char line[1024];
    for (std::int64_t i = 0; i < lines; ++i) {
        const char *more =
            R"({"name":"%s","type":"modelarts/image_classification","creation-time":"2024-05-06 07:08:09","annotated-by":"human/acme/li"})";
        char first[256], second[256] = "";
        std::snprintf(first, sizeof first, more, labels[i % 12]);
        if (i % 5 == 0) {
            second[0] = ',';
            std::snprintf(second + 1, sizeof second - 1, more, labels[(i + 1) % 12]);
        }
        const int length = std::snprintf(
            line, sizeof line,
            R"({"annotation":[%s%s],"usage":"%s"%s,"source":"s3://demo-bucket/photos/part%03d/img_%08lld.jpg","id":"%032llx","sample-type":0})"
            "\n",
            first, second, i % 4 == 0 ? "eval" : "train", i % 50 == 0 ? R"(,"hard":"true")" : "",
            static_cast<int>(i / 10000), static_cast<long long>(i), static_cast<unsigned long long>(i) * 2654435761ULL);
        out.write(line, length);
    }
    return file;
}

const BigProject &bigProject(std::int64_t lines)
{
    static std::map<std::int64_t, BigProject> made;
    const auto found = made.find(lines);
    if (found != made.end())
        return found->second;
    const std::filesystem::path folder = scratchFolder();
    BigProject big;
    big.manifest = writeManifest(folder, lines);
    big.project = folder / ("big-" + std::to_string(lines) + ".labelwright");
    const auto created = runProgram({"new", big.project.string(), "--kind", "image_classification"});
    big.import = runProgram({"import", big.project.string(), big.manifest.string(), "--format", "modelarts-manifest"});
    if (created.status != 0 || big.import.status != 0) {
        std::fprintf(stderr, "making the big project failed: %d, %d\n", created.status, big.import.status);
        std::exit(1);
    }
    return made[lines] = big;
}

}  // namespace bench
