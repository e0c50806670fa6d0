#include "core/store/edit_codec.h"
#include "core/project.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"

using namespace core;

class EditCodecTest : public QObject {
    Q_OBJECT
private slots:
    void aTextThatDidNotChangeIsKeptOnce();
    void textsThatChangeAreKeptAsTheyAre_data();
    void textsThatChangeAreKeptAsTheyAre();
    void historiesOfTheSecondVersionAreRead();
    void aKeptTextNeedsARowBefore();
    void undoAndRedoOfAMovedTextComeBackToTheByte();
};

namespace {

Sample sampleOf(std::optional<SharedText> text, std::string uri = "a")
{
    Sample sample;
    sample.id = {7};
    sample.uri = std::move(uri);
    sample.text = std::move(text);
    return sample;
}

std::vector<Change> readBack(const std::vector<Change> &changes)
{
    const auto read = store::decodeChanges(store::encodeChanges(changes));
    return read ? read->changes : std::vector<Change>();
}

constexpr std::size_t flags = 3;  // behind version, count, row type

}  // namespace

void EditCodecTest::aTextThatDidNotChangeIsKeptOnce()
{
    const std::string text(100'000, 't');
    const std::vector<Change> shared{changed(sampleOf(text), sampleOf(text, "b"))};
    QVERIFY(readBack(shared) == shared);
    QVERIFY(store::encodeChanges(shared).size() < text.size() + 200);
}

void EditCodecTest::textsThatChangeAreKeptAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("before");  // null: none
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("another") << QByteArray("x") << QByteArray("y");
    QTest::newRow("empty, as before") << QByteArray("") << QByteArray("");
    QTest::newRow("none, as before") << QByteArray() << QByteArray();
    QTest::newRow("given") << QByteArray() << QByteArray("");
    QTest::newRow("taken") << QByteArray("") << QByteArray();
}

void EditCodecTest::textsThatChangeAreKeptAsTheyAre()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto row = [](const QByteArray &text, const char *uri) {
        Sample with = sampleOf({}, uri);
        if (!text.isNull())
            with.text.emplace(text.toStdString());
        return with;
    };
    const std::vector<Change> changes{changed(row(before, "a"), row(after, "b")), created(row(after, "a")),
                                      removed(row(before, "a"))};
    QVERIFY(readBack(changes) == changes);
}

void EditCodecTest::historiesOfTheSecondVersionAreRead()
{
    const std::string first = store::encodeChanges({removed(sampleOf("x"))}),
                      second = store::encodeChanges({created(sampleOf("x", "b"))});
    std::string old = first + second.substr(flags + 1);
    old[0] = 2;
    old[flags] = 3;  // both rows, each with its text
    const auto read = store::decodeChanges(old);
    QVERIFY(read);
    QVERIFY(read->changes == std::vector<Change>{changed(sampleOf("x"), sampleOf("x", "b"))});
}

void EditCodecTest::aKeptTextNeedsARowBefore()
{
    std::string bytes = store::encodeChanges({created(sampleOf({}))});
    QVERIFY(store::decodeChanges(bytes));
    bytes[flags] = static_cast<char>(bytes[flags] | 8);
    QVERIFY(!store::decodeChanges(bytes));
}

void EditCodecTest::undoAndRedoOfAMovedTextComeBackToTheByte()
{
    const tests::Folder folder;
    const auto file = folder / "p.labelwright";
    const auto project = *Project::create(file, {});
    QVERIFY_OK(project->apply({"add", "", {created(sampleOf("line\n", "a"))}}));
    const auto id = *project->reader().sampleByUri("a");
    const Sample before = project->reader().load({1}, *id)->sample;
    Sample after = before;
    after.uri = "b";
    const std::string first = tests::dumpOf(file);
    QVERIFY_OK(project->apply({"move", "", {changed(before, after)}}));
    const std::string second = tests::dumpOf(file);
    QVERIFY_OK(project->undo());
    QCOMPARE(tests::dumpOf(file), first);
    QVERIFY_OK(project->redo());
    QCOMPARE(tests::dumpOf(file), second);
    QVERIFY(project->reader().load({1}, *id)->sample == after);
}

REGISTER_TEST(EditCodecTest);
#include "edit_codec_test.moc"
