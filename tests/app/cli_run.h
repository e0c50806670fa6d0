// Runs the real program and gives back what it said.
#pragma once
#include "tests/paths.h"
#include <QProcess>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

namespace tests {

struct Said {
    int status = -1;
    QString out, err;
    nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
};

inline Said labelwright(const QStringList &words, const QString &folder = {})
{
    QProcess process;
    process.setProgram(LABELWRIGHT_BINARY);
    process.setArguments(words);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(display);
    process.setProcessEnvironment(environment);
    process.start();
    if (!process.waitForFinished(300'000))
        return {-1, "", "did not finish"};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {status, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

}  // namespace tests

// Shows what the program said when it ended otherwise.
#define RAN(said, expected)                                                                                            \
    QVERIFY2((said).status == (expected), qPrintable(QString::number((said).status) + ": " + (said).out + (said).err))
