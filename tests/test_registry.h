// Makes a QtTest class one that `tests_<layer> <file name>` runs. One per *_test.cpp, at its end.
#pragma once
#include <QObject>
#include <QtTest>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tests {

struct Entry {
    std::string name;
    std::function<std::unique_ptr<QObject>()> make;
};
std::vector<Entry> &entries();
std::string stem(std::string path);

template <class Test>
struct Registration {
    explicit Registration(const char *file)
    {
        entries().push_back({stem(file), [] { return std::make_unique<Test>(); }});
    }
};

}  // namespace tests

#define REGISTER_TEST(Class) static const tests::Registration<Class> registration##Class(__FILE__)

// For Result and Status: shows the error when it is one.
#define QVERIFY_OK(expression)                                                                                         \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.has_value(), verified.has_value() ? "" : core::describe(verified.error()).c_str());          \
    } while (false)
