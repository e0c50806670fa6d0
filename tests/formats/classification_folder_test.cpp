#include "formats/classification_folder.h"
#include "tests/formats/folder_fixture.h"
#include "tests/test_registry.h"

using namespace core;
using namespace formats;
using tests::Folder;
using tests::Sink;
using Names = std::vector<std::string>;

class ClassificationFolderTest : public QObject {
    Q_OBJECT
private slots:
    void theLastFolderIsTheLabel();
    void aTextBesideTheImageWins();
    void severalLinesAreSeveralLabels();
    void badLinesAreNamedAndTheRestIsRead();
    void imagesAreJudgedByTheirBytes();
    void linksNeverLeadOut();
    void stopsWhenTold();
    void tellsTheFoldersApart();
    void writesATreeOfLabels();
    void writesTextsBesideImages();
    void samplesOfOneNameGetNamesOfTheirOwn();
    void nothingIsLeftOfAnUnfinishedExport();
    void aFullFolderIsNeverReplaced();
    void saysWhatIsLost();
};

namespace {

Sink readClasses(const char *id, const Folder &folder)
{
    Sink sink;
    const auto status = tests::format(id)->newReader()->read(folder.path(), {}, sink);
    if (!status)
        sink.issues.push_back({Severity::Error, status.error()});
    return sink;
}

const std::vector<Label> Labels{tests::label(1, "猫"), tests::label(2, "dog"), tests::label(3, "unused")};

Status writeClasses(const char *id, const std::filesystem::path &target, const std::vector<SampleContent> &samples,
                    const std::filesystem::path &media, bool finish = true, const char *images = "copy")
{
    auto writer = tests::format(id)->newWriter();
    Surroundings around;
    around.options["images"] = images;
    Status status = writer->begin(target, around, Labels);
    for (const auto &sample : samples)
        if (status)
            status = writer->write(sample, media);
    return status && finish ? writer->finish() : status;
}

}  // namespace

void ClassificationFolderTest::theLastFolderIsTheLabel()
{
    Folder folder;
    folder.write("root.png", tests::image());
    folder.write("a/猫/1.PNG", tests::image());
    folder.write("a/猫/2.jpeg", tests::image(4, 3, "JPG"));
    folder.write("dog/1.bmp", tests::image(4, 3, "BMP"));
    folder.write("dog/notes.md", "no image");
    folder.write(".hidden/1.png", tests::image());
    std::filesystem::create_directory(folder / "empty");
    const auto out = readClasses("modelarts-imagenet-dir", folder);
    QCOMPARE(out.issues.size(), 0u);
    QCOMPARE(out.samples.size(), 4u);
    QCOMPARE(out.labelsOf(folder.uri("root.png")), Names{});
    QCOMPARE(out.labelsOf(folder.uri("a/猫/1.PNG")), Names{"猫"});
    QCOMPARE(out.labelsOf(folder.uri("a/猫/2.jpeg")), Names{"猫"});
    QCOMPARE(out.labelsOf(folder.uri("dog/1.bmp")), Names{"dog"});
    QCOMPARE(out.labels.size(), 3u);
    QCOMPARE(out.labels[2].label.name, "empty");
}

void ClassificationFolderTest::aTextBesideTheImageWins()
{
    Folder folder;
    folder.write("dog/1.png", tests::image());
    folder.write("dog/1.txt", "wolf");
    QCOMPARE(readClasses("modelarts-imagenet-dir", folder).labelsOf(folder.uri("dog/1.png")), Names{"wolf"});
    QCOMPARE(readClasses("modelarts-classification-txt", folder).labelsOf(folder.uri("dog/1.png")), Names{"wolf"});
}

void ClassificationFolderTest::severalLinesAreSeveralLabels()
{
    Folder folder;
    folder.write("x/1.png", tests::image());
    folder.write("x/1.TXT", "\xEF\xBB\xBF 猫 \r\n\r\nanimal\r\n");
    folder.write("2.png", tests::image());
    folder.write("3.png", tests::image());
    folder.write("3.txt", " \n");
    const auto out = readClasses("modelarts-classification-txt", folder);
    QCOMPARE(out.issues.size(), 0u);
    QCOMPARE(out.labelsOf(folder.uri("x/1.png")), (Names{"猫", "animal"}));
    QCOMPARE(out.labelsOf(folder.uri("2.png")), Names{});
    QVERIFY(!out.samples[0].state);
    QVERIFY(out.samples[1].state == State::Labeled);  // looked at, and none applies
}

void ClassificationFolderTest::badLinesAreNamedAndTheRestIsRead()
{
    Folder folder;
    folder.write("1.png", tests::image());
    folder.write("1.txt", "cat\nd\x01og\ncat\n" + std::string(1025, 'x') + "\nbird\n");
    const auto out = readClasses("modelarts-classification-txt", folder);
    QCOMPARE(out.labelsOf(folder.uri("1.png")), (Names{"cat", "bird"}));
    QCOMPARE(out.issues.size(), 3u);
    const auto file = folder.uri("1.txt");
    QCOMPARE(describe(out.issues[0].error), file + ":2: label: bad-value: a control character");
    QCOMPARE(describe(out.issues[1].error), file + ":3: label: bad-value: twice: cat");
    QVERIFY(out.issues[1].severity == Severity::Warning);
    QCOMPARE(describe(out.issues[2].error), file + ":4: label: bad-value: 1025 characters");
}

void ClassificationFolderTest::imagesAreJudgedByTheirBytes()
{
    Folder folder;
    folder.write("a/no suffix", tests::image());
    folder.write("a/png.jpg", tests::image());
    folder.write("a/text.jpg", "not an image");
    folder.write("a/zero.jpg", "");
    const auto out = readClasses("modelarts-imagenet-dir", folder);
    QCOMPARE(out.samples.size(), 2u);
    QCOMPARE(out.issues.size(), 2u);
    QCOMPARE(describe(out.issues[0].error), folder.uri("a/text.jpg") + ": corrupt: not a JPEG, PNG or BMP image");
    QCOMPARE(describe(out.issues[1].error), folder.uri("a/zero.jpg") + ": corrupt: no bytes");
}

void ClassificationFolderTest::linksNeverLeadOut()
{
    Folder folder, other;
    other.write("1.png", tests::image());
    folder.write("a/1.png", tests::image());
    std::filesystem::create_directory_symlink(folder.path(), folder / "a/round");
    std::filesystem::create_symlink("self.png", folder / "a/self.png");
    std::filesystem::create_symlink(other / "1.png", folder / "a/out.png");
    std::filesystem::create_symlink("1.png", folder / "a/in.png");
    const auto out = readClasses("modelarts-imagenet-dir", folder);
    QCOMPARE(out.samples.size(), 2u);
    QCOMPARE(out.labelsOf(folder.uri("a/in.png")), Names{"a"});
    Names seen;
    for (const auto &issue : out.issues)
        seen.push_back(describe(issue.error));
    std::ranges::sort(seen);
    QCOMPARE(seen, (Names{folder.uri("a/out.png") + ": bad-value: a link out of the folder",
                          folder.uri("a/round") + ": bad-value: a link to a folder",
                          folder.uri("a/self.png") + ": bad-value: a link to itself"}));
}

void ClassificationFolderTest::stopsWhenTold()
{
    Folder folder;
    for (int i = 0; i < 5; ++i)
        folder.write("a/" + std::to_string(i) + ".png", tests::image());
    Sink sink;
    sink.stopAfter = 2;
    const auto status = tests::format("modelarts-imagenet-dir")->newReader()->read(folder.path(), {}, sink);
    QVERIFY(!status && status.error().code == Code::Cancelled);
    QCOMPARE(sink.samples.size(), 2u);
}

void ClassificationFolderTest::tellsTheFoldersApart()
{
    const auto imageNet = [](const Folder &folder) {
        return tests::format("modelarts-imagenet-dir")->knows(folder.path(), "");
    };
    const auto txt = [](const Folder &folder) {
        return tests::format("modelarts-classification-txt")->knows(folder.path(), "");
    };
    Folder tree, texts, plain, none;
    tree.write("a/1.png", tests::image());
    texts.write("a/1.png", tests::image());
    texts.write("a/1.txt", "cat");
    plain.write("1.png", tests::image());
    QVERIFY(imageNet(tree) > txt(tree));
    QVERIFY(imageNet(texts) < txt(texts));
    QVERIFY(imageNet(plain) > txt(plain) && txt(plain) > 0);
    QCOMPARE(imageNet(none) + txt(none), 0);
}

void ClassificationFolderTest::writesATreeOfLabels()
{
    Folder folder;
    folder.write("in/1.png", tests::image());
    const std::vector<SampleContent> samples{
        tests::sample("x/图.png", {tests::annotation(1)}),
        tests::sample("s3://bucket/b.png", {tests::annotation(2), tests::annotation(1)}),
        tests::sample("c.png", {}, State::Unlabeled),
    };
    QVERIFY_OK(writeClasses("modelarts-imagenet-dir", folder / "out", samples, folder / "in/1.png"));
    QCOMPARE(folder.tree("out"), (Names{"c.png", "dog/", "dog/b.png", "unused/", "猫/", "猫/图.png"}));
    QCOMPARE(tests::contents(folder / "out/猫/图.png"), tests::image());
}

void ClassificationFolderTest::writesTextsBesideImages()
{
    Folder folder;
    folder.write("in/1.png", tests::image());
    const std::vector<SampleContent> samples{
        tests::sample("a.png", {tests::annotation(1), tests::annotation(2)}),
        tests::sample("b.png", {}, State::Unlabeled),
        tests::sample("c.png", {}),
    };
    QVERIFY_OK(
        writeClasses("modelarts-classification-txt", folder / "out", samples, folder / "in/1.png", true, "link"));
    QCOMPARE(folder.tree("out"), (Names{"a.png", "a.txt", "b.png", "c.png", "c.txt"}));
    QCOMPARE(tests::contents(folder / "out/a.txt"), "猫\ndog\n");
    QCOMPARE(tests::contents(folder / "out/c.txt"), "");
    QCOMPARE(std::filesystem::hard_link_count(folder / "in/1.png"), 4u);
}

void ClassificationFolderTest::samplesOfOneNameGetNamesOfTheirOwn()
{
    Folder folder;
    folder.write("1.png", tests::image());
    const std::vector<SampleContent> samples{
        tests::sample("x/a.png", {tests::annotation(1)}), tests::sample("y/A.jpg", {tests::annotation(2)}),
        tests::sample("a_2.png", {tests::annotation(2)}), tests::sample("z/a.png", {tests::annotation(1)}),
        tests::sample("..", {tests::annotation(1)})};
    QVERIFY_OK(writeClasses("modelarts-classification-txt", folder / "out", samples, folder / "1.png"));
    QCOMPARE(folder.tree("out"), (Names{"A_2.jpg", "A_2.txt", "_.", "_.txt", "a.png", "a.txt", "a_2_2.png", "a_2_2.txt",
                                        "a_3.png", "a_3.txt"}));
}

void ClassificationFolderTest::nothingIsLeftOfAnUnfinishedExport()
{
    Folder folder;
    folder.write("1.png", tests::image());
    const auto before = folder.tree();
    for (const char *id : {"modelarts-imagenet-dir", "modelarts-classification-txt"})
        QVERIFY_OK(writeClasses(id, folder / "new/deep/out", {tests::sample("a.png", {tests::annotation(1)})},
                                folder / "1.png", false));
    QCOMPARE(folder.tree(), before);
}

void ClassificationFolderTest::aFullFolderIsNeverReplaced()
{
    Folder folder;
    folder.write("out/precious.png", tests::image());
    std::filesystem::create_directory(folder / "empty");
    const auto status = writeClasses("modelarts-imagenet-dir", folder / "out", {}, {});
    QVERIFY(!status && status.error().code == Code::Exists);
    QVERIFY_OK(writeClasses("modelarts-imagenet-dir", folder / "empty", {}, {}));
    QCOMPARE(folder.tree(), (Names{"empty/", "empty/dog/", "empty/unused/", "empty/猫/", "out/", "out/precious.png"}));
}

void ClassificationFolderTest::saysWhatIsLost()
{
    const auto losses = [](const char *id, const SampleContent &content) {
        return tests::format(id)->losses(content, JobKind::ImageClassification, {});
    };
    const auto two = tests::sample("a.png", {tests::annotation(1), tests::annotation(2)});
    QCOMPARE(losses("modelarts-imagenet-dir", two), Names{"second-label"});
    QCOMPARE(losses("modelarts-classification-txt", two), Names{});
    QCOMPARE(losses("modelarts-imagenet-dir", tests::sample("a.png", {})), Names{"verified-empty"});
    auto rich = tests::sample("a.png", {tests::annotation(1, Box{1, 2, 3, 4, 0})});
    rich.sample.usage = Usage::Train;
    rich.work->hard = true;
    QCOMPARE(losses("modelarts-classification-txt", rich), (Names{"usage", "hard", "shape"}));
}

REGISTER_TEST(ClassificationFolderTest);
#include "classification_folder_test.moc"
