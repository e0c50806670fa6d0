// Random edits of every row type over whatever a project holds, and a dump that tells two states apart.
#pragma once
#include "core/project.h"
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <random>

namespace tests {

class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}
    core::Edit next(const core::Project &project);  // one to six changes that fit what is stored now

    core::Geometry geometry();
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random); }

private:
    void add(const core::Reader &reader, core::Edit &edit);
    void addSample(const core::Reader &reader, core::Edit &edit);
    void addLabel(const core::Reader &reader, core::Edit &edit);
    void addJob(core::Edit &edit);
    void addBatch(const core::Reader &reader, core::Edit &edit);
    void addVersion(const core::Reader &reader, core::Edit &edit);
    void addContent(const core::Reader &reader, core::Edit &edit);
    std::string word() { return "w" + std::to_string(m_random() % 1'000'000'000); }

    std::mt19937 m_random;
};

// Every row of every table but those of the history, dead ones included.
std::string dumpOf(const std::filesystem::path &file);

struct Folder {  // removed at the end of the test; in memory where there is such a place: syncing is not what is tested
    QTemporaryDir dir{(QFileInfo("/dev/shm").isWritable() ? "/dev/shm" : QDir::tempPath()) + "/labelwright-XXXXXX"};
    std::filesystem::path operator/(const char *name) const { return dir.path().toStdString() + "/" + name; }
};

}  // namespace tests
