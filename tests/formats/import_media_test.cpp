#include "formats/image_magic.h"
#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::Code;
using core::JobKind;
using core::MediaState;

class ImportMediaTest : public QObject {
    Q_OBJECT
private slots:
    void tellsAPictureByItsFirstBytes_data();
    void tellsAPictureByItsFirstBytes();
    void aTextCalledJpgIsBrokenAndReportedWithItsFile();
    void aNameThatDoesNotFitThePictureIsNoFault();
    void aBoxedPictureWithoutAHeaderIsBrokenAndReported();
    void strictTakesABrokenPictureAsItTakesAMissingOne();

private:
    TempFolder m_folder;
};

namespace {

using namespace std::string_literals;

std::filesystem::path manifestOf(const std::filesystem::path &folder, const std::vector<std::string> &files)
{
    std::string text;
    for (const std::string &file : files)
        text += R"({"source":")" + file + R"(","annotation":[{"type":"modelarts/image_classification","name":"cat"}]})"
                + "\n";
    writeFile(folder / "x.manifest", text);
    return folder / "x.manifest";
}

}  // namespace

void ImportMediaTest::tellsAPictureByItsFirstBytes_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("format");
    const auto row = [](const char *name, const std::string &bytes, const char *format) {
        QTest::newRow(name) << bytes << std::string(format);
    };
    row("jpeg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "jpeg");
    row("png", "\x89PNG\r\n\x1A\n"s, "png");
    row("bmp", "BM\x36\x10\0\0"s, "bmp");
    row("gif", "GIF89a..", "gif");
    row("tiff, little", "II*\0\x08\0\0\0"s, "tiff");
    row("tiff, big", "MM\0*\0\0\0\x08"s, "tiff");
    row("webp", "RIFF\x10\0\0\0WEBPVP8 "s, "webp");
    row("pgm", "P5\n2 2\n255\n", "pnm");
    row("wave is no webp", "RIFF\x10\0\0\0WAVEfmt "s, "");
    row("text", "this is a text", "");
    row("a word that begins with P", "P5x", "");
    row("one byte", "\xFF", "");
    row("nothing", "", "");
}

void ImportMediaTest::tellsAPictureByItsFirstBytes()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, format);
    QCOMPARE(std::string(imageFormat(bytes)), format);
}

void ImportMediaTest::aTextCalledJpgIsBrokenAndReportedWithItsFile()
{
    TestProject project(m_folder.path() / "text", JobKind::ImageClassification);
    writeFile(project.folder() / "real.jpg", "\xFF\xD8\xFF\xE0");
    writeFile(project.folder() / "text.jpg", "this is a text");
    const auto source = manifestOf(project.folder(), {"real.jpg", "text.jpg"});
    QVERIFY_OK(project.import(source, project.importOptions()));
    const auto contents = project.contents();
    QVERIFY(contents[0].sample.media.state == MediaState::Present);
    QVERIFY(contents[1].sample.media.state == MediaState::Broken);
    QCOMPARE(contents[1].annotations.size(), 1u);
    QCOMPARE(project.report.warnings, 1);
    QCOMPARE(project.report.rejected, 0);
    const core::Error &error = project.report.issues[0].error;
    QVERIFY(error.code == Code::Corrupt);
    QCOMPARE(error.detail, (project.folder() / "text.jpg").string() + ": not a picture");
    QCOMPARE(error.where.file, source.string());
    QCOMPARE(error.where.line, 2);
}

void ImportMediaTest::aNameThatDoesNotFitThePictureIsNoFault()
{
    TestProject project(m_folder.path() / "name", JobKind::ImageClassification);
    writeFile(project.folder() / "a.jpg", "\x89PNG\r\n\x1A\n");
    writeFile(project.folder() / "b", "GIF89a");
    QVERIFY_OK(project.import(manifestOf(project.folder(), {"a.jpg", "b"}), project.importOptions()));
    for (const auto &content : project.contents())
        QVERIFY(content.sample.media.state == MediaState::Present);
    QCOMPARE(project.report.warnings, 0);
}

void ImportMediaTest::aBoxedPictureWithoutAHeaderIsBrokenAndReported()
{
    TestProject project(m_folder.path() / "boxes", JobKind::ObjectDetection);
    writeFile(project.folder() / "cut.png", "\x89PNG\r\n\x1A\n");
    writeFile(project.folder() / "x.manifest", R"({"source":"cut.png"})");
    auto options = project.importOptions();
    options.probe = [](const std::filesystem::path &) -> core::Result<core::StillInfo> {
        return core::Error{Code::Corrupt, "no valid header", {}};
    };
    QVERIFY_OK(project.import(project.folder() / "x.manifest", options));
    QVERIFY(project.contents()[0].sample.media.state == MediaState::Broken);
    QCOMPARE(project.report.warnings, 1);
    QCOMPARE(project.report.issues[0].error.detail, (project.folder() / "cut.png").string() + ": no valid header");
}

void ImportMediaTest::strictTakesABrokenPictureAsItTakesAMissingOne()
{
    TestProject project(m_folder.path() / "strict", JobKind::ImageClassification);
    writeFile(project.folder() / "text.jpg", "this is a text");
    auto options = project.importOptions();
    options.strict = true;
    QVERIFY_OK(project.import(manifestOf(project.folder(), {"text.jpg", "gone.jpg"}), options));
    QCOMPARE(project.report.samples, 2);
    QCOMPARE(project.report.missing, 1);
}

REGISTER_TEST(ImportMediaTest);
#include "import_media_test.moc"
