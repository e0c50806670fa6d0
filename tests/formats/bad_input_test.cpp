// Damaged and hostile input: each case names its faults exactly, and what is good beside them is still read.
// tests/data/bad/expected.tsv: format, file, samples, annotations, faults joined by " | ". The file stands for the part
// of a source its name begins with: labels, obj.data, obj.names, train.txt, image, mask, classes, labelmap, texts,
// result; or for the whole source. Texts are imported whole, so that the importer's faults are there, too; annotations
// then count entities+relations. So are sounds: 1.wav is ten seconds long, and the end of a name may be the rule of the
// job for segments ("…-none", "…-gapless").
#include "core/job_options.h"
#include "tests/formats/folder_fixture.h"
#include "tests/formats/sound_fixture.h"
#include "tests/formats/test_project.h"
#include "tests/paths.h"
#include "tests/test_registry.h"
#include <set>

using namespace core;
using namespace formats;
using tests::Folder;
using tests::Sink;

class BadInputTest : public QObject {
    Q_OBJECT
private slots:
    void eachFileNamesItsFaults_data();
    void eachFileNamesItsFaults();
    void everyFileHasItsRow();
    void deepXmlIsReadWithoutHarm();
    void linksInCirclesAreNamed();
    void foldersWithinFoldersEnd();
    void namesThatAreNotUtf8AreNamed();
};

namespace {

const std::filesystem::path Corpus = std::filesystem::path(LABELWRIGHT_SOURCE_DIR) / "tests/data/bad";

struct Row {
    std::string format, file;
    QString expected;
};

std::vector<Row> rows()
{
    std::vector<Row> out;
    std::ifstream table(Corpus / "expected.tsv");
    for (std::string line; std::getline(table, line);) {
        const auto cells = QString::fromStdString(line).split('\t');
        out.push_back({cells[0].toStdString(), cells.value(1).toStdString(), cells.mid(2).join(' ')});
    }
    return out;
}

void prepareYolo(const Folder &folder, const std::string &file, const std::string &bytes)
{
    folder.write("obj.data", file.starts_with("obj.data") ? bytes : "names = obj.names\ntrain = train.txt\n");
    folder.write("obj.names", file.starts_with("obj.names") ? bytes : "dog\ncat\n");
    folder.write("train.txt", file.starts_with("train.txt") ? bytes : "obj_train_data/1.png\n");
    folder.write("obj_train_data/1.png", file.starts_with("image") ? bytes : tests::image(100, 100));
    folder.write("obj_train_data/1.txt", file.starts_with("labels") ? bytes : "0 0.5 0.5 0.1 0.1\n");
}

void prepareMasks(const Folder &folder, const Row &row, const std::string &bytes)
{
    const bool isPng = row.file.ends_with(".png");
    const auto good = [](const char *name) { return tests::contents(Corpus / "masks" / name); };
    if (row.format == "mask-png-dir") {
        if (row.file.ends_with(".txt"))
            folder.write("labelmap.txt", bytes);
        else
            folder.write("classes.json", isPng ? good("classes.json") : bytes);
        folder.write("images/1.png", tests::image(100, 100));
        folder.write("masks/1.png", isPng ? bytes : good("good.png"));
    } else {
        folder.write("1.png", tests::image(100, 100));
        folder.write("1.xml", isPng ? good("good.xml") : bytes);
        folder.write("segmentationClass/1.png", isPng ? bytes : good("good.png"));
    }
}

bool isOfTexts(const Row &row)
{
    static const std::set<std::string> formats{
        "modelarts-text-combine", "modelarts-text-classification", "text-csv", "plain-text", "brat", "conll",
        "doccano-jsonl"};
    return row.file.starts_with("text-") || formats.contains(row.format);
}

std::filesystem::path prepareTexts(const Folder &folder, const Row &row, const std::string &bytes)
{
    if (row.format == "modelarts-text-classification") {
        const bool isResult = row.file.starts_with("result");
        folder.write("1.txt", isResult ? "one\ntwo\nthree\n" : bytes);
        folder.write("1_result.txt", isResult ? bytes : "pos\nneg\npos\n");
        return folder / "1.txt";
    }
    if (row.format == "brat") {
        const bool isText = row.file.ends_with(".txt");
        folder.write("in/1.txt", isText ? bytes : "Li Na won.\n");
        folder.write("in/1.ann", isText ? "T1\tPER 0 5\tLi Na\n" : bytes);
        return folder / "in";
    }
    const auto source = folder / ("1" + std::filesystem::path(row.file).extension().string());
    folder.write(utf8(source.filename()), bytes);
    return source;
}

bool isOfSegments(const Row &row)
{
    static const std::set<std::string> formats{"textgrid", "audacity-labels", "rttm", "srt", "webvtt", "segments-csv"};
    return row.file.starts_with("segments-") || formats.contains(row.format);
}

bool isOfSounds(const Row &row)
{
    return isOfSegments(row) || row.file.starts_with("sound-") || row.file.starts_with("content-");
}

std::filesystem::path prepareSounds(const Folder &folder, const Row &row, const std::string &bytes)
{
    folder.write("1.wav", tests::waveBytes(1000, 1, 10'000));
    folder.write("broken.wav", "this is no sound");
    folder.write("empty.wav", "");
    folder.write("playlist.wav", "#EXTM3U\nhttp://localhost/1.wav\n");
    const auto source = folder / ("1" + std::filesystem::path(row.file).extension().string());
    folder.write(utf8(source.filename()), bytes);
    return source;
}

// The source a case stands for.
std::filesystem::path prepare(const Folder &folder, const Row &row)
{
    const auto bytes = tests::contents(Corpus / row.format / row.file);
    const bool isImage = row.file.starts_with("image");
    if (isOfTexts(row))
        return prepareTexts(folder, row, bytes);
    if (isOfSounds(row))
        return prepareSounds(folder, row, bytes);
    if (row.format == "modelarts-manifest") {
        for (const char *xml : {"good.xml", "broken.xml", "twoPosition.xml"})
            folder.write(xml, tests::contents(Corpus / "xml" / xml));
        folder.write("1.manifest", bytes);
        return folder / "1.manifest";
    }
    if (row.format == "coco-json") {
        folder.write("a.png", tests::image(100, 100));
        folder.write("1.json", bytes);
        return folder / "1.json";
    }
    if (row.format == "mask-png-dir" || row.format == "modelarts-segmentation-dir") {
        prepareMasks(folder, row, bytes);
        return folder.path();
    }
    if (row.format == "modelarts-yolo-dir") {
        prepareYolo(folder, row.file, bytes);
        return folder.path();
    }
    folder.write("dog/1.png", isImage ? bytes : tests::image());
    folder.write("dog/2.png", tests::image());
    if (!isImage)
        folder.write(row.format == "modelarts-voc-dir" ? "dog/1.xml" : "dog/1.txt", bytes);
    return folder.path();
}

Result<StillInfo> probe(const std::filesystem::path &)
{
    return StillInfo{100, 100, 3, "png"};
}

QString told(const Folder &folder, const std::vector<Issue> &issues, const Status &status)
{
    QStringList faults;
    for (const auto &issue : issues)
        faults += QString::fromStdString(describe(issue.error));
    if (!status)
        faults += "ended by " + QString::fromStdString(describe(status.error()));
    const auto root = QString::fromStdString(utf8(folder.path()));
    auto text = faults.join(" | ").remove(root + '/').replace(root, ".");
    for (QChar &character : text)
        character = character < QChar(' ') ? QChar('.') : character;
    return text;
}

QString outcomeOfTexts(const Folder &folder, const std::filesystem::path &source, const Row &row)
{
    const bool isTriplet =
        row.file.starts_with("text-triplet") || row.format == "brat" || row.format == "doccano-jsonl";
    const bool isEntity = row.file.starts_with("text-entity") || row.format == "conll";
    tests::TestProject project(folder / "project", isTriplet  ? JobKind::TextTriplet
                                                   : isEntity ? JobKind::NamedEntity
                                                              : JobKind::TextClassification);
    const auto status = project.import(source, project.importOptions(tests::format(row.format)));
    const auto &report = project.report;
    const QString relations = isTriplet ? '+' + QString::number(report.relations) : QString();
    return QString("%1 %2%3 ").arg(report.samples).arg(report.annotations).arg(relations)
           + told(folder, report.issues, status);
}

QString outcomeOfSounds(const Folder &folder, const std::filesystem::path &source, const Row &row)
{
    const JobKind kind = isOfSegments(row)                  ? JobKind::SpeechSegmentation
                         : row.file.starts_with("content-") ? JobKind::SpeechContent
                                                            : JobKind::SoundClassification;
    tests::TestProject project(folder / "project", kind);
    const auto stem = std::filesystem::path(row.file).stem().string();
    const Job before = project.job();
    const Job job = stem.ends_with("-none")      ? withSegmentRule(before, SegmentRule::None)
                    : stem.ends_with("-gapless") ? withSegmentRule(before, SegmentRule::Gapless)
                                                 : before;
    if (job != before && !project.project().apply({"job", "", {changed(before, job)}}))
        return "the job cannot be changed";
    const auto status = project.import(source, project.importOptions(tests::format(row.format)));
    const auto &report = project.report;
    return QString("%1 %2 ").arg(report.samples).arg(report.annotations) + told(folder, report.issues, status);
}

QString outcome(const Folder &folder, const std::filesystem::path &source, const std::string &format,
                JobKind kind = JobKind::ObjectDetection)
{
    Surroundings around;
    around.probe = probe;
    around.kind = kind;
    around.locate = [&](std::string_view uri) -> std::optional<std::filesystem::path> {
        return uri.starts_with("s3:") ? std::nullopt : std::optional(folder / uri);
    };
    Sink sink;
    const auto status = tests::format(format)->newReader()->read(source, around, sink);
    return (QStringList{QString::number(sink.samples.size()), QString::number(sink.annotations.size()),
                        told(folder, sink.issues, status)})
        .join(' ');
}

}  // namespace

void BadInputTest::eachFileNamesItsFaults_data()
{
    QTest::addColumn<int>("row");
    const auto all = rows();
    QVERIFY(all.size() >= 200);
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow((all[i].format + '/' + all[i].file).c_str()) << int(i);
}

void BadInputTest::eachFileNamesItsFaults()
{
    QFETCH(int, row);
    const Row expected = rows()[std::size_t(row)];
    const Folder folder;
    const auto source = prepare(folder, expected);
    if (isOfTexts(expected)) {
        QCOMPARE(outcomeOfTexts(folder, source, expected), expected.expected);
        return;
    }
    if (isOfSounds(expected)) {
        QCOMPARE(outcomeOfSounds(folder, source, expected), expected.expected);
        return;
    }
    const bool isDetection = expected.file.starts_with("xml-") || expected.format == "modelarts-voc-dir"
                             || expected.format == "modelarts-yolo-dir";
    const bool isSegmentation = expected.format == "coco-json" || expected.format == "mask-png-dir"
                                || expected.format == "modelarts-segmentation-dir";
    const auto kind = isSegmentation ? JobKind::ImageSegmentation
                      : isDetection  ? JobKind::ObjectDetection
                                     : JobKind::ImageClassification;
    QCOMPARE(outcome(folder, source, expected.format, kind), expected.expected);
}

void BadInputTest::everyFileHasItsRow()
{
    std::set<std::string> listed, found;
    for (const Row &row : rows())
        listed.insert(row.format + '/' + row.file);
    for (const auto &entry : std::filesystem::recursive_directory_iterator(Corpus)) {
        const auto name = utf8(entry.path().lexically_relative(Corpus));
        if (entry.is_regular_file() && name != "expected.tsv" && !name.starts_with("xml/")
            && !name.starts_with("masks/"))
            found.insert(name);
    }
    QVERIFY(listed == found);
}

void BadInputTest::deepXmlIsReadWithoutHarm()
{
    const Folder folder;
    std::string deep = "<annotation>";
    for (int i = 0; i < 200000; ++i)
        deep += "<object>";
    folder.write("1.png", tests::image());
    folder.write("1.xml", deep);
    QVERIFY(outcome(folder, folder.path(), "modelarts-voc-dir").startsWith("1 0 1.xml:1:"));
    std::string parts, ends;
    for (int i = 0; i < 50000; ++i) {
        parts += "<part><name>a</name><point><x>1</x><y>1</y></point>";
        ends += "</part>";
    }
    folder.write("1.xml", "<annotation><object><name>a</name><point><x>1</x><y>1</y></point>" + parts + ends
                              + "</object></annotation>");
    QVERIFY(outcome(folder, folder.path(), "modelarts-voc-dir").endsWith("too-large: nested too deeply"));
}

void BadInputTest::linksInCirclesAreNamed()
{
    const Folder folder;
    folder.write("dog/1.png", tests::image());
    std::filesystem::create_directory_symlink("..", folder / "dog/up");
    for (const char *format : {"modelarts-imagenet-dir", "modelarts-classification-txt", "modelarts-voc-dir"}) {
        const int annotations = std::string_view(format) == "modelarts-imagenet-dir" ? 1 : 0;
        QCOMPARE(outcome(folder, folder.path(), format),
                 QString("1 %1 dog/up: bad-value: a link to a folder").arg(annotations));
    }
    folder.write("obj.data", "names = obj.names\ntrain = train.txt\n");
    folder.write("train.txt", "dog/up/dog/1.png\ndog/loop.png\n");
    folder.write("obj.names", "dog\n");
    std::filesystem::create_symlink("loop.png", folder / "dog/loop.png");
    QCOMPARE(outcome(folder, folder.path(), "modelarts-yolo-dir"), "1 0 train.txt:2: image: not-found: dog/loop.png");
}

void BadInputTest::foldersWithinFoldersEnd()
{
    const Folder folder;
    std::string path = "a";
    for (int i = 0; i < 70; ++i)
        path += "/a";
    folder.write(path + "/1.png", tests::image());
    QVERIFY(outcome(folder, folder.path(), "modelarts-imagenet-dir").endsWith("too-large: nested too deeply"));
}

void BadInputTest::namesThatAreNotUtf8AreNamed()
{
    const Folder folder;
    folder.write("dog/1.png", tests::image());
    std::ofstream(folder.path() / "dog" / "\xB0\xA1.png") << tests::image();
    QCOMPARE(outcome(folder, folder.path(), "modelarts-imagenet-dir"), "1 1 dog: bad-value: a name that is not UTF-8");
}

REGISTER_TEST(BadInputTest);
#include "bad_input_test.moc"
