// Real photographs of an installed package, imported, labelled by the acts the window uses, exported to each format and
// imported again. Skipped where no such package is installed (python3-skimage, python3-sklearn, python3-matplotlib).
#include "core/labelling.h"
#include "core/media_location.h"
#include "tests/formats/folder_fixture.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"
#include <QImageReader>

using namespace core;
using namespace formats;
using namespace tests;

class RealPhotosTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void classesComeBackFromEachFormat_data() { rows(JobKind::ImageClassification); }
    void classesComeBackFromEachFormat();
    void objectsComeBackFromEachFormat_data() { rows(JobKind::ObjectDetection); }
    void objectsComeBackFromEachFormat();

private:
    static void rows(JobKind kind);
    std::vector<std::filesystem::path> m_photos;
};

namespace {

constexpr std::array Photos{"/usr/lib/python3/dist-packages/skimage/data/astronaut.png",
                            "/usr/lib/python3/dist-packages/skimage/data/chelsea.png",
                            "/usr/lib/python3/dist-packages/skimage/data/coffee.png",
                            "/usr/lib/python3/dist-packages/skimage/data/hubble_deep_field.jpg",
                            "/usr/lib/python3/dist-packages/skimage/data/retina.jpg",
                            "/usr/lib/python3/dist-packages/skimage/data/rocket.jpg",
                            "/usr/lib/python3/dist-packages/sklearn/datasets/images/china.jpg",
                            "/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg"};

Result<StillInfo> probePhoto(const std::filesystem::path &file)
{
    QImageReader reader(QString::fromStdString(utf8(file)));
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!size.isValid())
        return Error{Code::Corrupt, reader.errorString().toStdString(), {utf8(file), 0, 0, {}}};
    return StillInfo{size.width(), size.height(), 3, reader.format().toStdString()};
}

std::vector<Label> threeLabels()
{
    std::vector<Label> labels{tests::label(0, "人"), tests::label(0, "animal"), tests::label(0, "space 太空")};
    for (int i = 0; i < 3; ++i)
        labels[std::size_t(i)].position = i;
    return labels;
}

void apply(TestProject &project, const Edit &edit, const SampleContent &content)
{
    const auto applied = project.project().apply(withImpliedState(edit, {&content, 1}));
    QVERIFY_OK(applied);
}

// Labels, state and shapes by file name; the sample's place on disk is the format's affair.
std::map<std::string, std::string> said(const TestProject &project, bool withUsage)
{
    std::map<std::string, std::string> all;
    const auto labels = project.labels();
    for (SampleContent content : project.contents()) {
        if (!withUsage)
            content.sample.usage = Usage::None;
        all[std::string(fileName(content.sample.uri))] = describe(content, labels, false);
    }
    return all;
}

Annotation object(const SampleContent &content, LabelId label, Geometry geometry)
{
    Annotation annotation;
    annotation.id = {-1};
    annotation.job = content.job;
    annotation.sample = content.sample.id;
    annotation.label = label;
    annotation.geometry = std::move(geometry);
    return annotation;
}

// As a labeler would: boxes on whole pixels and between them, one nudged, one with an attribute, and where the format
// has them a polygon and a circle.
void labelObjects(TestProject &project, bool boxesOnly)
{
    const auto labels = project.labels();
    for (const auto &content : project.contents()) {
        const double w = content.sample.media.width, h = content.sample.media.height;
        QVERIFY(w > 100 && h > 100);
        Edit edit{"draw", "", {}};
        std::vector<Geometry> shapes{Box{10, 20, std::floor(w / 3), std::floor(h / 2), 0},
                                     Box{w / 7, h / 9, w / 3, h / 7, 0}};
        if (!boxesOnly) {
            shapes.push_back(Polygon{{{{1, 2}, {w / 3, 3.5}, {w / 2, h / 3}, {5, h / 2}}}});
            shapes.push_back(Circle{{w / 2, h / 2}, h / 7});
        }
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            auto annotation = object(content, labels[i % labels.size()].id, shapes[i]);
            annotation.id = {-1 - std::int64_t(i)};
            annotation.order = std::int64_t(i);
            edit.changes.push_back(created(std::move(annotation)));
        }
        apply(project, edit, content);
        const auto drawn = *project.project().reader().load(project.job().id, content.sample.id);
        const std::array first{drawn.annotations.front()->id};
        apply(project, nudge(drawn, first, 1, -1), drawn);
        if (boxesOnly)
            continue;
        const auto nudged = *project.project().reader().load(project.job().id, content.sample.id);
        apply(project, setAttribute(nudged, first, "颜色", "红"), nudged);
    }
}

}  // namespace

void RealPhotosTest::initTestCase()
{
    for (const char *photo : Photos)
        if (std::filesystem::exists(photo))
            m_photos.emplace_back(photo);
    if (m_photos.size() < 3)
        QSKIP("no photographs installed");
}

void RealPhotosTest::rows(JobKind kind)
{
    QTest::addColumn<QString>("id");
    for (const Format &format : allFormats())
        if (format.newWriter && format.newReader && std::ranges::find(format.kinds, kind) != format.kinds.end())
            QTest::newRow(std::string(format.id).c_str()) << QString::fromStdString(std::string(format.id));
}

void RealPhotosTest::classesComeBackFromEachFormat()
{
    QFETCH(QString, id);
    const Format *format = formatById(id.toStdString());
    Folder folder;
    for (const auto &photo : m_photos)
        folder.write("photos/" + utf8(photo.filename()), tests::contents(photo));
    TestProject from(folder / "a", JobKind::ImageClassification, threeLabels());
    auto options = from.importOptions();
    options.probe = probePhoto;
    QVERIFY_OK(from.import(folder / "photos", options));
    QCOMPARE(from.report.samples, std::ssize(m_photos));
    QCOMPARE(from.report.rejected, 0);
    const auto labels = from.labels();
    std::size_t next = 0;
    for (const auto &content : from.contents())
        if (++next % 4 != 0)  // one in four stays unlabeled
            apply(from, assignLabel({&content, 1}, labels[next % labels.size()].id, Labels::Single), content);

    const auto target = targetIn(folder / "out", *format);
    const auto exported = from.exportTo(target, from.exportOptions(format));
    QVERIFY_OK(exported);
    TestProject to(folder / "b", JobKind::ImageClassification);
    auto again = to.importOptions(detectFormat(target, JobKind::ImageClassification));
    again.probe = probePhoto;
    QCOMPARE(again.format, format);
    QVERIFY_OK(to.import(target, again));
    QVERIFY(said(to, true) == said(from, true));
    QCOMPARE(to.report.labeled, from.counts().labeled);
    for (const auto &content : to.contents()) {
        const auto file = core::locate(content.sample.uri, to.folder(), {});
        QVERIFY(file
                && tests::contents(*file)
                       == tests::contents(folder / ("photos/" + std::string(fileName(content.sample.uri)))));
    }
}

void RealPhotosTest::objectsComeBackFromEachFormat()
{
    QFETCH(QString, id);
    const Format *format = formatById(id.toStdString());
    const bool isYolo = id == "modelarts-yolo-dir";
    Folder folder;
    for (const auto &photo : m_photos)
        folder.write("photos/" + utf8(photo.filename()), tests::contents(photo));
    TestProject from(folder / "a", JobKind::ObjectDetection, threeLabels());
    auto options = from.importOptions();
    options.probe = probePhoto;
    QVERIFY_OK(from.import(folder / "photos", options));
    QCOMPARE(from.report.samples, std::ssize(m_photos));
    labelObjects(from, isYolo);

    const auto target = targetIn(folder / "out", *format);
    auto exportOptions = from.exportOptions(format);
    exportOptions.probe = probePhoto;
    QVERIFY_OK(from.exportTo(target, exportOptions));
    TestProject to(folder / "b", JobKind::ObjectDetection);
    auto again = to.importOptions(detectFormat(target, JobKind::ObjectDetection));
    again.probe = probePhoto;
    QCOMPARE(again.format, format);
    QVERIFY_OK(to.import(target, again));
    QCOMPARE(to.report.rejected, 0);
    const auto expected = said(from, !isYolo), got = said(to, !isYolo);  // YOLO knows no undecided
    QCOMPARE(got.size(), expected.size());
    for (const auto &[name, text] : expected)
        QCOMPARE(QString::fromStdString(got.at(name)), QString::fromStdString(text));
}

REGISTER_TEST(RealPhotosTest);
#include "real_photos_test.moc"
