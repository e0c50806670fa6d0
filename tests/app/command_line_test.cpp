#include "tests/app/cli_run.h"
#include "tests/test_registry.h"

using tests::labelwright;
using tests::Said;

class CommandLineTest : public QObject {
    Q_OBJECT
private slots:
    void tellsItsVersionAndItsCommands();
    void everyCommandHasHelp();
    void wrongUseNamesTheWord_data();
    void wrongUseNamesTheWord();
    void listsFormatsAsJson();
    void missingProjectsFail();
};

void CommandLineTest::tellsItsVersionAndItsCommands()
{
    const Said version = labelwright({"--version"});
    RAN(version, 0);
    QVERIFY(version.out.startsWith("labelwright "));
    const Said help = labelwright({"--help"});
    RAN(help, 0);
    for (const char *command :
         {"new", "import", "export", "publish", "convert", "stats", "list", "check", "formats", "demo", "--screenshot"})
        QVERIFY2(help.out.contains(command), command);
}

void CommandLineTest::everyCommandHasHelp()
{
    for (const char *command :
         {"new", "import", "export", "publish", "convert", "stats", "list", "check", "formats", "demo"}) {
        const Said help = labelwright({command, "--help"});
        RAN(help, 0);
        QVERIFY2(help.out.startsWith(QString("Usage: labelwright ") + command), qPrintable(help.out));
    }
}

void CommandLineTest::wrongUseNamesTheWord_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    QTest::newRow("option") << QStringList{"stats", "p", "--colour"} << "--colour";
    QTest::newRow("window option") << QStringList{"--colour"} << "--colour";
    QTest::newRow("too many") << QStringList{"stats", "p", "q"} << "q";
    QTest::newRow("too few") << QStringList{"import", "p"} << "SOURCE";
    QTest::newRow("no value") << QStringList{"stats", "p", "--job"} << "job";
    QTest::newRow("no kind") << QStringList{"new", "p"} << "--kind";
    QTest::newRow("kind") << QStringList{"new", "p", "--kind", "poetry"} << "poetry";
    QTest::newRow("labels twice") << QStringList{"new", "p", "--kind", "object_detection", "--labels", "a,b,a"} << "a";
    QTest::newRow("format") << QStringList{"import", "p", "s", "--format", "cocoa"} << "cocoa";
    QTest::newRow("no format") << QStringList{"export", "p", "t"} << "--format";
    QTest::newRow("map") << QStringList{"import", "p", "s", "--map", "bucket"} << "bucket";
    QTest::newRow("opt") << QStringList{"import", "p", "s", "--format", "modelarts-manifest", "--opt", "nonsense=1"}
                         << "nonsense";
    QTest::newRow("opt form") << QStringList{"import", "p", "s", "--opt", "nonsense"} << "nonsense";
    QTest::newRow("query") << QStringList{"list", "p", "--query", "state:done"} << "state";
    QTest::newRow("train") << QStringList{"publish", "p", "V1", "t", "--train", "80"} << "80";
    QTest::newRow("seed") << QStringList{"publish", "p", "V1", "t", "--seed", "x"} << "x";
    QTest::newRow("from") << QStringList{"convert", "s", "t", "--to", "modelarts-manifest"} << "--from";
    QTest::newRow("size") << QStringList{"--screenshot", "f.png", "--size", "big"} << "big";
    QTest::newRow("language") << QStringList{"--lang", "fr"} << "fr";
    QTest::newRow("theme") << QStringList{"--theme", "pink"} << "pink";
    QTest::newRow("sample") << QStringList{"--sample", "a.jpg"} << "--screenshot";
}

void CommandLineTest::wrongUseNamesTheWord()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    if (!words[0].startsWith("--") || words.contains("--screenshot")) {
        const Said said = labelwright(words);
        RAN(said, 2);
        QVERIFY2(said.err.contains(named), qPrintable(said.err));
        QVERIFY(said.out.isEmpty());
        return;
    }
    const Said said = labelwright(words + QStringList{"-platform", "offscreen"});
    RAN(said, 2);
    QVERIFY2(said.err.contains(named), qPrintable(said.err));
}

void CommandLineTest::listsFormatsAsJson()
{
    const Said said = labelwright({"formats", "--json"});
    RAN(said, 0);
    const auto formats = said.json();
    QVERIFY(formats.is_array() && formats.size() >= 5);
    bool manifest = false;
    for (const auto &format : formats) {
        for (const char *key : {"id", "title", "kinds", "reads", "writes", "options"})
            QVERIFY2(format.contains(key), key);
        for (const auto &option : format["options"])
            for (const char *key : {"name", "default", "choices", "reads", "writes"})
                QVERIFY2(option.contains(key), key);
        manifest |= format["id"] == "modelarts-manifest" && format["reads"] == true && format["writes"] == true;
    }
    QVERIFY(manifest);
    QVERIFY(labelwright({"formats"}).out.contains("modelarts-manifest"));
}

void CommandLineTest::missingProjectsFail()
{
    const QTemporaryDir dir;
    const QString none = dir.filePath("none.labelwright");
    for (const QStringList &words : {QStringList{"stats", none}, QStringList{"list", none}, QStringList{"check", none},
                                     QStringList{"import", none, dir.path()},
                                     QStringList{"export", none, dir.filePath("x"), "--format", "modelarts-manifest"},
                                     QStringList{"publish", none, "V001", dir.filePath("x")}}) {
        const Said said = labelwright(words);
        RAN(said, 1);
        QVERIFY2(said.err.contains("not-found"), qPrintable(said.err));
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

REGISTER_TEST(CommandLineTest);
#include "command_line_test.moc"
