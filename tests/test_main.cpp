// Runs the test class named by the first argument, or all; what follows goes to QtTest.
#include "tests/test_registry.h"
#include <QApplication>
#include <iostream>

namespace tests {

std::vector<Entry> &entries()
{
    static std::vector<Entry> all;
    return all;
}

std::string stem(std::string path)
{
    path.erase(0, path.find_last_of('/') + 1);
    return path.substr(0, path.find('.'));
}

}  // namespace tests

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("SDL_AUDIODRIVER"))
        qputenv("SDL_AUDIODRIVER", "dummy");
    QApplication application(argc, argv);
    QStringList arguments = application.arguments();
    const std::string wanted =
        arguments.size() > 1 && !arguments[1].startsWith('-') ? arguments.takeAt(1).toStdString() : "";
    int failures = 0, ran = 0;
    for (const tests::Entry &entry : tests::entries()) {
        if (!wanted.empty() && entry.name != wanted)
            continue;
        ++ran;
        const auto test = entry.make();
        failures += QTest::qExec(test.get(), arguments);
    }
    if (ran == 0) {
        std::cerr << "no test named '" << wanted << "'\n";
        return 1;
    }
    return failures == 0 ? 0 : 1;
}
