#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/translation.h"
#include "app/window_main.h"
#include <QCoreApplication>
#include <algorithm>

namespace app::cli {

namespace {

const Command *commandNamed(const QString &name)
{
    const auto all = allCommands();
    const auto found = std::ranges::find_if(all, [&name](const Command &command) { return name == command.name; });
    return found == all.end() ? nullptr : &*found;
}

QString overview()
{
    QString text = helpText(windowCommand()) + '\n';
    for (const Command &command : allCommands())
        text += "  " + QString(command.name).leftJustified(10) + " "
                + QCoreApplication::translate("cli", command.summary) + "\n";
    return text + QCoreApplication::translate("cli", "labelwright COMMAND --help tells more of a command.");
}

int failed(const core::Error &error, const Command &command)
{
    if (error.code != core::Code::Usage) {
        complain(describe(error));
        return Failed;
    }
    complain(error.detail);
    const QString name = *command.name ? QString("labelwright %1 --help").arg(command.name) : "labelwright --help";
    complain(QCoreApplication::translate("cli", "see %1").arg(name).toStdString());
    return WrongUse;
}

core::Result<QSize> sizeOption(const Arguments &arguments)
{
    const QStringList sides = arguments.value("size").split('x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || size.width() < 100 || size.height() < 100 || size.width() > 16384 || size.height() > 16384)
        return usageError(QCoreApplication::translate("cli", "--size: '%1' is not of the form 1600x1000")
                              .arg(arguments.value("size")));
    return size;
}

core::Result<QString> choiceOption(const Arguments &arguments, const char *option, const QStringList &choices)
{
    if (arguments.has(option) && !choices.contains(arguments.value(option)))
        return usageError(QCoreApplication::translate("cli", "--%1: '%2' is none of: %3")
                              .arg(option, arguments.value(option), choices.join(' ')));
    return arguments.value(option);
}

core::Result<WindowOptions> windowOptions(const Arguments &arguments)
{
    WindowOptions options;
    options.project = arguments.path(0);
    const auto language = choiceOption(arguments, "lang", {"zh", "en"});
    const auto theme = choiceOption(arguments, "theme", {"dark", "light"});
    if (!language || !theme)
        return language ? theme.error() : language.error();
    options.language = *language;
    options.theme = *theme;
    if (!arguments.has("screenshot")) {
        for (const char *option : {"sample", "size"})
            if (arguments.has(option))
                return usageError(QCoreApplication::translate("cli", "--%1 needs --screenshot").arg(option));
        return options;
    }
    ScreenshotRequest request;
    request.file = arguments.text("screenshot");
    request.sample = arguments.value("sample");
    if (arguments.has("size")) {
        const auto size = sizeOption(arguments);
        if (!size)
            return size.error();
        request.size = *size;
    }
    options.screenshot = request;
    return options;
}

}  // namespace

std::span<const Command> allCommands()
{
    static const std::vector<Command> all{newCommand(),     importCommand(), exportCommand(), publishCommand(),
                                          convertCommand(), statsCommand(),  listCommand(),   checkCommand(),
                                          formatsCommand(), demoCommand()};
    return all;
}

Command windowCommand()
{
    return {"",
            QT_TRANSLATE_NOOP("cli", "Opens the window, or renders it to a picture."),
            {{"[PROJECT]", QT_TRANSLATE_NOOP("cli", "the project to open")}},
            {{"screenshot", "FILE.png", QT_TRANSLATE_NOOP("cli", "renders the window to a picture, needs no display")},
             {"sample", "NAME", QT_TRANSLATE_NOOP("cli", "the sample to show on the picture")},
             {"size", "WxH", QT_TRANSLATE_NOOP("cli", "the size of the picture")},
             {"lang", "zh|en", QT_TRANSLATE_NOOP("cli", "the language of the window")},
             {"theme", "dark|light", QT_TRANSLATE_NOOP("cli", "how the window looks")},
             {"version", nullptr, QT_TRANSLATE_NOOP("cli", "tells the version")}},
            {}};
}

bool isCommand(const QString &word)
{
    return word == "--help" || word == "--version" || commandNamed(word);
}

int runCommand(const QStringList &words)
{
    Translation translation;
    translation.speak(Language::System);
    if (words.value(0) == "--version") {
        say("labelwright " + QCoreApplication::applicationVersion());
        return Done;
    }
    if (words.value(0) == "--help") {
        say(overview());
        return Done;
    }
    const Command &command = *commandNamed(words.value(0));
    const auto arguments = parse(command, words.mid(1));
    if (!arguments)
        return failed(arguments.error(), command);
    if (arguments->has("help")) {
        say(helpText(command));
        return Done;
    }
    const auto status = command.run(*arguments);
    return status ? int(*status) : failed(status.error(), command);
}

int runWindowCommand(const QStringList &words)
{
    const Command command = windowCommand();
    const auto arguments = parse(command, words);
    if (!arguments)
        return failed(arguments.error(), command);
    if (arguments->has("help") || arguments->has("version"))
        return runCommand({arguments->has("help") ? "--help" : "--version"});
    const auto options = windowOptions(*arguments);
    return options ? runWindow(*options) : failed(options.error(), command);
}

}  // namespace app::cli
