#include "app/label_keys.h"
#include "tests/app/window_fixture.h"
#include "widgets/lists/sample_grid.h"

using namespace core;
using Names = std::vector<std::string>;

class LabelKeysTest : public QObject {
    Q_OBJECT
private slots:
    void anOwnKeyComesBeforePositionsAndBehindActions();
    void keysOfToolsTheEditorDoesNotHaveAreFree();
    void picturesAndTextsMayHaveTheSameKeys();
    void inSoundsSpacePlaysAndCtrlEnterGoesOn();
    void ofTwoLabelsWithOneKeyTheFirstHasIt();
    void anOwnKeyLabelsInTheSingleView();
    void anOwnKeyLabelsTheSelectionOfTheGrid();
    void anOwnKeyArmsTheLabelAndRelabelsTheSelection();
    void aKeyOfAnActionStaysWithTheAction();
    void anOwnKeyIsTextInATextField();
};

namespace {

std::vector<Label> labelsWithKeys(const std::vector<std::string> &keys)
{
    std::vector<Label> labels(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        labels[i].id = {std::int64_t(i) + 1};
        labels[i].shortcut = keys[i];
    }
    return labels;
}

struct Keyed : tests::WindowFixture {
    Keyed(JobKind kind, int images, const std::vector<std::string> &keys)
    {
        makeProject(kind, images, int(keys.size()));
        openWindow();
        Edit edit{"edit-label", "", {}};
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const Label before = session().labels()->at(i);
            Label after = before;
            after.shortcut = keys[i];
            if (after != before)
                edit.changes.push_back(changed(before, after));
        }
        QVERIFY_OK(session().apply(edit));
    }
};

}  // namespace

void LabelKeysTest::anOwnKeyComesBeforePositionsAndBehindActions()
{
    const auto shared = app::shareKeys(labelsWithKeys({"U", "D", "1", ""}), app::profileKeys(app::KeyProfile::Desktop));
    QCOMPARE(shared.own, (QMap<int, QKeySequence>{{0, QKeySequence("U")}, {2, QKeySequence("1")}}));
    QCOMPARE(shared.texts, (QStringList{"U", "2", "1", "4"}));  // D is the next sample
    QVERIFY(shared.actions["label.1"].isEmpty());
    QCOMPARE(shared.actions["sample.next"], app::keysFromText("D; Ctrl+PgDown"));
}

void LabelKeysTest::keysOfToolsTheEditorDoesNotHaveAreFree()
{
    const auto all = app::profileKeys(app::KeyProfile::Desktop);
    const auto boxes = app::offeredKeys(all, {"select", "box"});
    QVERIFY(boxes["tool.brush"].isEmpty() && boxes["brush.larger"].isEmpty() && boxes["mask.merge"].isEmpty());
    for (const char *kept : {"tool.box", "tool.cancel", "tool.toggle", "sample.next"})
        QCOMPARE(boxes[kept], all[kept]);
    const auto masks = app::offeredKeys(all, {"select", "brush"});
    QVERIFY(masks["tool.box"].isEmpty());
    for (const char *kept : {"tool.brush", "brush.larger", "mask.merge"})
        QCOMPARE(masks[kept], all[kept]);
}

void LabelKeysTest::picturesAndTextsMayHaveTheSameKeys()
{
    const app::KeyChoices all = app::profileKeys(app::KeyProfile::Desktop);
    const auto pictures = app::offeredKeys(all, {"select", "box"});
    QCOMPARE(pictures["view.fit"], QList{QKeySequence("Ctrl+F")});
    QVERIFY(pictures["text.find"].isEmpty());
    QVERIFY(pictures["tool.relate"].isEmpty());
    const auto texts = app::offeredKeys(all, {"select", "mark", "relate"}, {"text.find", "text.end-out"});
    QCOMPARE(texts["text.find"], QList{QKeySequence("Ctrl+F")});
    QCOMPARE(texts["text.end-out"], QList{QKeySequence("Alt+Right")});
    QCOMPARE(texts["tool.relate"], QList{QKeySequence("R")});
    QVERIFY(texts["text.extent"].isEmpty());  // not among the editor's
    for (const char *picture : {"view.fit", "tool.box", "object.nudge-left", "object.edge-right", "brush.smaller"})
        QVERIFY2(texts[picture].isEmpty(), picture);
}

void LabelKeysTest::inSoundsSpacePlaysAndCtrlEnterGoesOn()
{
    for (const auto profile : {app::KeyProfile::Desktop, app::KeyProfile::Cvat, app::KeyProfile::ModelArts}) {
        const app::KeyChoices all = app::profileKeys(profile);
        const auto sounds = app::offeredKeys(all, {}, {"sound.play", "sound.back"});
        QVERIFY(sounds["sound.play"].contains(QKeySequence("Space")));
        QCOMPARE(sounds["sample.done-next"], QList{QKeySequence("Ctrl+Return")});
        QCOMPARE(sounds["view.fit"], all["view.fit"]);
        for (const char *other : {"sound.loop", "text.find", "tool.box", "object.front", "brush.smaller"})
            QVERIFY2(sounds[other].isEmpty(), other);
        QVERIFY(app::offeredKeys(all, {"select", "box"}, {})["sound.play"].isEmpty());
    }
}

void LabelKeysTest::ofTwoLabelsWithOneKeyTheFirstHasIt()
{
    const auto shared = app::shareKeys(labelsWithKeys({"", "B", "B"}), app::profileKeys(app::KeyProfile::Cvat));
    QCOMPARE(shared.texts, (QStringList{"Ctrl+1", "B", "Ctrl+3"}));
}

void LabelKeysTest::anOwnKeyLabelsInTheSingleView()
{
    Keyed f(JobKind::ImageClassification, 3, {"", "B", "Ctrl+M"});
    f.key(Qt::Key_B);
    QCOMPARE(f.current(), QString("img_1.png"));
    f.key(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(f.labelsOf(0), Names{"l2"});
    QCOMPARE(f.labelsOf(1), Names{"l3"});
    f.key(Qt::Key_2);  // its position still counts
    QCOMPARE(f.labelsOf(2), Names{"l2"});
}

void LabelKeysTest::anOwnKeyLabelsTheSelectionOfTheGrid()
{
    Keyed f(JobKind::ImageClassification, 4, {"", "B"});
    f.key(Qt::Key_G, Qt::ControlModifier);
    f.key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(f.window->browser().grid()->selectedSamples().size(), 4);
    f.key(Qt::Key_B);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(f.labelsOf(i), Names{"l2"});
}

void LabelKeysTest::anOwnKeyArmsTheLabelAndRelabelsTheSelection()
{
    Keyed f(JobKind::ObjectDetection, 1, {"", "", "B"});
    f.key(Qt::Key_B);
    QCOMPARE(f.session().currentLabel(), f.session().labels()->at(2).id);
    Annotation box;
    box.id = {-1};
    box.job = f.session().job().id;
    box.sample = f.sample(0);
    box.label = f.session().labels()->at(0).id;
    box.geometry = Box{10, 10, 50, 50, 0};
    QVERIFY_OK(f.session().apply({"draw-box", "", {created(box)}}));
    f.key(Qt::Key_B);
    QCOMPARE(f.labelsOf(0), Names{"l3"});
}

void LabelKeysTest::aKeyOfAnActionStaysWithTheAction()
{
    Keyed f(JobKind::ImageClassification, 3, {"D", ""});
    f.key(Qt::Key_D);
    QCOMPARE(f.current(), QString("img_1.png"));
    QVERIFY(f.labelsOf(0).empty());
}

void LabelKeysTest::anOwnKeyIsTextInATextField()
{
    Keyed f(JobKind::ImageClassification, 2, {"B", ""});
    f.key(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), "b");
    QVERIFY(f.labelsOf(0).empty());
}

REGISTER_TEST(LabelKeysTest);
#include "label_keys_test.moc"
