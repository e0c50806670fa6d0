#include "core/audio/sound_time.h"
#include "core/job_options.h"
#include "formats/sound_files.h"
#include "tests/formats/collect.h"
#include "tests/formats/sound_fixture.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::Code;
using core::JobKind;
using core::MediaState;

class ImportSoundsTest : public QObject {
    Q_OBJECT
private slots:
    void tellsASoundByItsFirstBytes_data();
    void tellsASoundByItsFirstBytes();
    void whatIsNoSoundIsMarkedAndItsLabelsStay();
    void segmentsNeedTheHeaderAndClipsDoNot();
    void segmentsOfAMissingFileAreRescaledOnceItIsThere();
    void secondLinesOfASoundAreCountedByItsRate();
    void theJobLearnsClassesAndContents();
    void theRuleOfTheJobHoldsAgainstWhatIsThere();
    void anotherContentIsAConflictAndTheSameIsNone();
    void whatIsSaidFillsASegmentThatWasSilent();
    void twoSpeakersMayShareATime();

private:
    TempFolder m_folder;
    std::filesystem::path manifest(const TestProject &project, const std::string &lines) const
    {
        writeFile(project.folder() / "x.manifest", lines);
        return project.folder() / "x.manifest";
    }
};

namespace {

using namespace std::string_literals;

std::string segmentLine(const std::string &begin, const std::string &end, const std::string &more = "",
                        const std::string &file = "a.wav")
{
    return R"({"source":")" + file
           + R"(","annotation":[{"type":"modelarts/audio_segmentation","name":"dog","property":)"
           + R"({"@modelarts:start_time":"00:00:)" + begin + R"(","@modelarts:end_time":"00:00:)" + end + '"' + more
           + "}}]}\n";
}

std::string contentLine(const std::string &content)
{
    return R"({"source":"a.wav","annotation":[{"type":"modelarts/audio_content","property":{"@modelarts:content":")"
           + content + "\"}}]}\n";
}

std::vector<core::TimeSpan> spansOf(const TestProject &project)
{
    std::vector<core::TimeSpan> spans;
    for (const auto &content : project.contents())
        for (const auto &annotation : content.annotations)
            spans.push_back(std::get<core::TimeSpan>(annotation->geometry));
    return spans;
}

std::string firstIssue(const TestProject &project)
{
    return project.report.issues.empty() ? "" : project.report.issues[0].error.detail;
}

}  // namespace

void ImportSoundsTest::tellsASoundByItsFirstBytes_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("format");
    const auto row = [](const char *name, const std::string &bytes, const char *format) {
        QTest::newRow(name) << bytes << std::string(format);
    };
    row("wave", "RIFF\x24\0\0\0WAVEfmt "s, "wav");
    row("picture in RIFF", "RIFF\x24\0\0\0WEBPVP8 "s, "");
    row("flac", "fLaC\0\0\0\x22"s, "flac");
    row("ogg", "OggS\0\x02"s, "ogg");
    row("mp3 with a tag", "ID3\x04\0"s, "mp3");
    row("mp3 frame", "\xFF\xFB\x90\x64"s, "mp3");
    row("aac frame", "\xFF\xF1\x50\x80"s, "aac");
    row("m4a",
        "\0\0\0\x20"
        "ftypM4A "s,
        "mp4");
    row("aiff",
        "FORM\0\0\0\x10"
        "AIFFCOMM"s,
        "aiff");
    row("matroska", "\x1A\x45\xDF\xA3\x01"s, "matroska");
    row("jpeg", "\xFF\xD8\xFF\xE0"s, "");
    row("playlist", "#EXTM3U\nhttp"s, "");
    row("one byte", "\xFF"s, "");
    row("nothing", "", "");
}

void ImportSoundsTest::tellsASoundByItsFirstBytes()
{
    QFETCH(std::string, bytes);
    QFETCH(std::string, format);
    QCOMPARE(std::string(soundFormat(bytes)), format);
}

void ImportSoundsTest::whatIsNoSoundIsMarkedAndItsLabelsStay()
{
    TestProject project(m_folder.path() / "broken", JobKind::SoundClassification);
    writeFile(project.folder() / "good.wav", waveBytes(8000, 1, 10));
    writeFile(project.folder() / "list.wav", "#EXTM3U\nhttp://localhost/a.wav\n");
    writeFile(project.folder() / "empty.wav", "");
    std::string lines;
    for (const char *name : {"good.wav", "list.wav", "empty.wav", "gone.wav"})
        lines += R"({"source":")"s + name
                 + R"(","annotation":[{"type":"modelarts/audio_classification","name":"dog"}]})" + "\n";
    QVERIFY_OK(project.import(manifest(project, lines), project.importOptions()));
    const auto contents = project.contents();
    const std::vector<MediaState> states{MediaState::Present, MediaState::Broken, MediaState::Broken,
                                         MediaState::Missing};
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(contents[i].sample.media.state == states[i]);
        QCOMPARE(contents[i].annotations.size(), 1u);
    }
    QCOMPARE(project.report.missing, 1);
    QCOMPARE(project.report.warnings, 3);
    QCOMPARE(project.report.issues[0].error.where.line, 2);
    QCOMPARE(firstIssue(project), (project.folder() / "list.wav").string() + ": not a sound");
}

void ImportSoundsTest::segmentsNeedTheHeaderAndClipsDoNot()
{
    const std::string cut = waveBytes(16000, 2, 100).substr(0, 20);
    for (const JobKind kind : {JobKind::SoundClassification, JobKind::SpeechContent, JobKind::SpeechSegmentation}) {
        TestProject project(m_folder.path() / core::kindName(kind), kind);
        writeFile(project.folder() / "cut.wav", cut);
        writeFile(project.folder() / "good.wav", waveBytes(16000, 2, 100));
        QVERIFY_OK(project.import(manifest(project, "{\"source\":\"cut.wav\"}\n{\"source\":\"good.wav\"}\n"),
                                  project.importOptions()));
        const auto contents = project.contents();
        const bool probed = kind == JobKind::SpeechSegmentation;
        QVERIFY(contents[0].sample.media.state == (probed ? MediaState::Broken : MediaState::Present));
        QCOMPARE(contents[1].sample.media.rate, probed ? 16000.0 : 0.0);
        QCOMPARE(contents[1].sample.media.channels, probed ? 2 : 0);
        QCOMPARE(contents[1].sample.media.length, probed ? 100 : 0);
    }
}

void ImportSoundsTest::segmentsOfAMissingFileAreRescaledOnceItIsThere()
{
    TestProject project(m_folder.path() / "later", JobKind::SpeechSegmentation);
    const auto source = manifest(project, segmentLine("01.250", "02.000"));
    QVERIFY_OK(project.import(source, project.importOptions()));
    QVERIFY(spansOf(project) == std::vector<core::TimeSpan>({{1'250'000, 2'000'000, -1}}));
    writeFile(project.folder() / "a.wav", waveBytes(8000, 1, 80'000));
    const auto again = manifest(project, segmentLine("01.250", "02.000") + segmentLine("03.000", "04.000"));
    QVERIFY_OK(project.import(again, project.importOptions()));
    QCOMPARE(project.report.duplicates, 1);
    QVERIFY(spansOf(project) == std::vector<core::TimeSpan>({{10'000, 16'000, -1}, {24'000, 32'000, -1}}));
    const core::MediaInfo media = project.contents()[0].sample.media;
    QCOMPARE(media.rate, 8000.0);
    QVERIFY(media.state == MediaState::Present);
    QVERIFY(project.project().undo().has_value());  // one step
    QVERIFY(spansOf(project) == std::vector<core::TimeSpan>({{1'250'000, 2'000'000, -1}}));
    QCOMPARE(project.contents()[0].sample.media.rate, 0.0);
}

void ImportSoundsTest::secondLinesOfASoundAreCountedByItsRate()
{
    TestProject project(m_folder.path() / "lines", JobKind::SpeechSegmentation);
    writeFile(project.folder() / "a.wav", waveBytes(8000, 1, 80'000));
    writeFile(project.folder() / "b.wav", waveBytes(8000, 1, 80'000));
    const std::string lines = segmentLine("01.000", "02.000") + segmentLine("01.000", "02.000", "", "b.wav")
                              + segmentLine("03.000", "04.000") + segmentLine("09.000", "11.000")
                              + segmentLine("10.000", "11.000");
    QVERIFY_OK(project.import(manifest(project, lines), project.importOptions()));
    QVERIFY(spansOf(project)
            == std::vector<core::TimeSpan>(
                {{8000, 16'000, -1}, {24'000, 32'000, -1}, {72'000, 80'000, -1}, {8000, 16'000, -1}}));
    QCOMPARE(project.report.warnings, 1);  // cut to the end
    QCOMPARE(project.report.rejected, 1);  // behind it
}

void ImportSoundsTest::theJobLearnsClassesAndContents()
{
    TestProject project(m_folder.path() / "classes", JobKind::SpeechSegmentation);
    const std::string lines = segmentLine("01.000", "02.000", R"(,"mood":"sad","@modelarts:content":"hi")")
                              + segmentLine("03.000", "04.000", R"(,"mood":"glad","tempo":"slow")");
    QVERIFY_OK(project.import(manifest(project, lines), project.importOptions()));
    const core::Job job = project.project().reader().jobs()->front();
    const std::vector<core::AttributeSpec> classes{{"mood", {"sad", "glad"}, ""}, {"tempo", {"slow"}, ""}};
    QVERIFY(core::labelClasses(job) == classes);
    QVERIFY(core::hasContent(job));
    QVERIFY(project.project().undo().has_value());
    QVERIFY(project.project().reader().jobs()->front() == project.job());
}

void ImportSoundsTest::theRuleOfTheJobHoldsAgainstWhatIsThere()
{
    TestProject project(m_folder.path() / "rule", JobKind::SpeechSegmentation);
    const core::Job job = core::withSegmentRule(project.job(), core::SegmentRule::Gapless);
    QVERIFY(project.project().apply({"job", "", {core::changed(project.job(), job)}}).has_value());
    writeFile(project.folder() / "a.wav", waveBytes(1000, 1, 4000));
    QVERIFY_OK(project.import(manifest(project, segmentLine("00.000", "02.000")), project.importOptions()));
    QCOMPARE(firstIssue(project), std::string("1 gap, 00:00:02.000-00:00:04.000"));
    QVERIFY_OK(project.import(manifest(project, segmentLine("01.000", "03.000") + segmentLine("02.000", "04.000")),
                              project.importOptions()));
    QCOMPARE(project.report.annotations, 1);
    QCOMPARE(project.report.rejected, 1);
    QCOMPARE(firstIssue(project), std::string("00:00:01.000-00:00:03.000: overlaps 00:00:00.000-00:00:02.000"));
    QCOMPARE(project.report.issues[0].error.where.line, 1);
}

void ImportSoundsTest::anotherContentIsAConflictAndTheSameIsNone()
{
    TestProject project(m_folder.path() / "content", JobKind::SpeechContent);
    QVERIFY_OK(project.import(manifest(project, contentLine("hello")), project.importOptions()));
    QVERIFY_OK(project.import(manifest(project, contentLine("hello")), project.importOptions()));
    QCOMPARE(project.report.duplicates, 1);
    QVERIFY_OK(project.import(manifest(project, contentLine("bye")), project.importOptions()));
    QCOMPARE(project.report.annotations, 0);
    QCOMPARE(firstIssue(project), std::string("another content: bye, not hello"));
    QCOMPARE(project.contents()[0].annotations.size(), 1u);
}

void ImportSoundsTest::whatIsSaidFillsASegmentThatWasSilent()
{
    TestProject project(m_folder.path() / "silent", JobKind::SpeechSegmentation);
    const std::string silent = segmentLine("01.000", "02.000");
    const std::string spoken = segmentLine("01.000", "02.000", R"(,"@modelarts:content":"hi")");
    QVERIFY_OK(project.import(manifest(project, silent), project.importOptions()));
    QVERIFY_OK(project.import(manifest(project, spoken + spoken), project.importOptions()));
    QCOMPARE(project.report.annotations, 0);
    const auto annotations = project.contents()[0].annotations;
    QCOMPARE(annotations.size(), 1u);
    QCOMPARE(*core::valueOf(annotations[0]->attributes, core::builtin::Content), std::string("hi"));
    QVERIFY_OK(project.import(manifest(project, silent), project.importOptions()));  // says nothing against it
    QCOMPARE(project.report.duplicates, 1);
    QCOMPARE(project.report.rejected, 0);
}

void ImportSoundsTest::twoSpeakersMayShareATime()
{
    TestProject project(m_folder.path() / "speakers", JobKind::SpeechSegmentation);
    const std::string lines = segmentLine("01.000", "02.000", R"(,"@modelarts:source":"Tom")")
                              + segmentLine("01.000", "02.000", R"(,"@modelarts:source":"Ann")");
    QVERIFY_OK(project.import(manifest(project, lines), project.importOptions()));
    QCOMPARE(project.report.annotations, 2);
    QVERIFY_OK(project.import(manifest(project, lines), project.importOptions()));
    QCOMPARE(project.report.annotations, 0);
    QCOMPARE(project.report.duplicates, 2);
}

REGISTER_TEST(ImportSoundsTest);
#include "import_sounds_test.moc"
