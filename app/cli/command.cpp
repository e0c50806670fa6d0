#include "app/cli/command.h"
#include <QCommandLineParser>
#include <QCoreApplication>

namespace app::cli {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

bool isOptional(const Argument &argument)
{
    return argument.name[0] == '[';
}

void describeTo(QCommandLineParser &parser, const Command &command)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const Option &option : command.options)
        parser.addOption({QString(option.name), translated(option.help), QString(option.value ? option.value : "")});
    parser.addOption({"help", translated(QT_TRANSLATE_NOOP("cli", "Shows this help"))});
}

}  // namespace

core::Error usageError(const QString &what)
{
    return {core::Code::Usage, what.toStdString(), {}};
}

core::Result<Arguments> parse(const Command &command, const QStringList &words)
{
    QCommandLineParser parser;
    describeTo(parser, command);
    const bool understood = parser.parse(QStringList{command.name} + words);
    if (!parser.unknownOptionNames().isEmpty())
        return usageError(
            QCoreApplication::translate("cli", "unknown option --%1").arg(parser.unknownOptionNames()[0]));
    if (!understood)
        return usageError(parser.errorText());
    QMap<QString, QStringList> options;
    for (const QString &name : parser.optionNames())
        options[name] = parser.values(name);
    const QStringList given = parser.positionalArguments();
    if (given.size() > qsizetype(command.arguments.size()))
        return usageError(QCoreApplication::translate("cli", "unexpected argument: %1")
                              .arg(given[qsizetype(command.arguments.size())]));
    if (!options.contains("help"))
        for (auto i = std::size_t(given.size()); i < command.arguments.size(); ++i)
            if (!isOptional(command.arguments[i]))
                return usageError(
                    QCoreApplication::translate("cli", "missing argument: %1").arg(command.arguments[i].name));
    return Arguments(given, std::move(options));
}

QString helpText(const Command &command)
{
    QString text = QCoreApplication::translate("cli", "Usage: %1").arg("labelwright");
    if (*command.name)
        text += QString(" ") + command.name;
    for (const Argument &argument : command.arguments)
        text += QString(" ") + argument.name;
    text += " " + QCoreApplication::translate("cli", "[options]") + "\n" + translated(command.summary) + "\n";
    const auto line = [&text](const QString &left, const char *help) {
        text += "  " + left.leftJustified(26) + " " + translated(help) + "\n";
    };
    text += '\n';
    for (const Argument &argument : command.arguments)
        line(argument.name, argument.help);
    for (const Option &option : command.options)
        line(QString("--") + option.name + (option.value ? QString(" ") + option.value : QString()), option.help);
    line("--help", QT_TRANSLATE_NOOP("cli", "Shows this help"));
    return text;
}

}  // namespace app::cli
