#include "app/actions.h"
#include "app/dialogs/keys_page.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

using namespace app;

class ActionsTest : public QObject {
    Q_OBJECT
private slots:
    void noProfileUsesAKeyTwice_data();
    void noProfileUsesAKeyTwice();
    void ownKeysReplaceThoseOfTheProfile();
    void aConflictNamesTheKeyAndItsUsers();
    void anActionOfSoundsMayTakeOneOfTwoKeys();
    void theKeysPageSetsAddsAndResets();
    void preferencesSurviveARestart();
};

void ActionsTest::noProfileUsesAKeyTwice_data()
{
    QTest::addColumn<int>("profile");
    QTest::newRow("desktop") << int(KeyProfile::Desktop);
    QTest::newRow("cvat") << int(KeyProfile::Cvat);
    QTest::newRow("modelarts") << int(KeyProfile::ModelArts);
}

void ActionsTest::noProfileUsesAKeyTwice()
{
    QFETCH(int, profile);
    for (const KeyConflict &conflict : conflicts(profileKeys(KeyProfile(profile))))
        QFAIL(qPrintable(conflict.key.toString() + " " + conflict.actions.join(' ')));
}

void ActionsTest::ownKeysReplaceThoseOfTheProfile()
{
    Preferences preferences;
    preferences.keys["sample.next"] = keysFromText("Ctrl+Right; F6");
    const KeyChoices keys = effectiveKeys(preferences);
    QCOMPARE(keyText(keys["sample.next"]), QString("Ctrl+Right; F6"));
    QCOMPARE(keyText(keys["sample.previous"]), QString("A; Ctrl+PgUp"));
}

void ActionsTest::aConflictNamesTheKeyAndItsUsers()
{
    Preferences preferences;
    preferences.keys["sample.next"] = keysFromText("A");
    const QList<KeyConflict> wanted{{QKeySequence("A"), {"sample.next", "sample.previous"}}};
    QVERIFY(conflicts(effectiveKeys(preferences)) == wanted);
}

void ActionsTest::anActionOfSoundsMayTakeOneOfTwoKeys()
{
    KeyChoices keys{{"sample.done-next", keysFromText("Space; Ctrl+Return")}, {"sound.play", keysFromText("Space")}};
    QVERIFY(conflicts(keys).isEmpty());
    keys["sound.loop"] = keysFromText("Ctrl+Return");  // none is left
    QCOMPARE(conflicts(keys).size(), 2);
    keys["sample.done-next"] = keysFromText("F5");
    keys["tool.box"] = keysFromText("Space");  // of pictures
    QVERIFY(conflicts(keys).isEmpty());
}

void ActionsTest::theKeysPageSetsAddsAndResets()
{
    KeysPage page(KeyProfile::Desktop, {});
    page.select("sample.hard");
    page.setKey(QKeySequence("D"), true);
    QCOMPARE(keyText(page.ownKeys()["sample.hard"]), QString("H; D"));
    QVERIFY(page.conflictText().contains("D "));
    page.setKey(QKeySequence("F7"), false);
    QCOMPARE(keyText(page.ownKeys()["sample.hard"]), QString("F7"));
    page.resetKeys();
    QVERIFY(page.ownKeys().isEmpty());
    QCOMPARE(page.conflictText(), QString());
}

void ActionsTest::preferencesSurviveARestart()
{
    const QTemporaryDir folder;
    Preferences preferences;
    preferences.language = Language::Chinese;
    preferences.theme = widgets::Theme::Dark;
    preferences.wheel = Wheel::Scrolls;
    preferences.playback = {false, 800};
    preferences.author = "李";
    preferences.profile = KeyProfile::Cvat;
    preferences.keys["sample.next"] = keysFromText("Ctrl+Right; ,");
    preferences.keys["sample.hard"] = {};
    {
        Settings settings(folder.filePath("s.ini"));
        settings.setPreferences(preferences);
        settings.noteRecent({"/a/b.labelwright", 3, 7});
        settings.noteRecent({"/c.labelwright", 0, 1});
        settings.noteRecent({"/a/b.labelwright", 4, 7});
    }
    const Settings again(folder.filePath("s.ini"));
    QVERIFY(again.preferences() == preferences);
    const QList<RecentProject> wanted{{"/a/b.labelwright", 4, 7}, {"/c.labelwright", 0, 1}};
    QVERIFY(again.recent() == wanted);
}

REGISTER_TEST(ActionsTest);
#include "actions_test.moc"
