// A sub-command of the command line: its arguments, its options and what it does.
#pragma once
#include "core/result.h"
#include <QMap>
#include <QStringList>
#include <filesystem>
#include <functional>

namespace app::cli {

enum ExitStatus { Done = 0, Failed = 1, WrongUse = 2, SomeRefused = 3 };

struct Argument {
    const char *name;  // "PROJECT"
    const char *help;
};
struct Option {
    const char *name;   // without dashes
    const char *value;  // what the help calls its value; null: a flag
    const char *help;
};

// What the caller typed, checked against the command.
class Arguments {
public:
    Arguments(QStringList positional, QMap<QString, QStringList> options)
        : m_positional(std::move(positional)),
          m_options(std::move(options))
    {
    }
    QString operator[](int i) const { return m_positional.value(i); }
    std::filesystem::path path(int i) const { return m_positional.value(i).toStdString(); }
    bool has(const char *option) const { return m_options.contains(QLatin1String(option)); }
    QString value(const char *option) const { return values(option).value(values(option).size() - 1); }
    std::string text(const char *option) const { return value(option).toStdString(); }
    QStringList values(const char *option) const { return m_options.value(QLatin1String(option)); }

private:
    QStringList m_positional;
    QMap<QString, QStringList> m_options;
};

struct Command {
    const char *name;
    const char *summary;
    std::vector<Argument> arguments;  // all of them must be given, but those in brackets
    std::vector<Option> options;
    // Error with Code::Usage: the caller is told how to write it, exit status 2; any other error: 1.
    std::function<core::Result<ExitStatus>(const Arguments &)> run;
};

core::Result<Arguments> parse(const Command &command, const QStringList &words);
QString helpText(const Command &command);
core::Error usageError(const QString &what);

}  // namespace app::cli
