#include "core/job_options.h"
#include "core/text/decode.h"
#include "tests/formats/collect.h"
#include "tests/formats/fixture.h"
#include "tests/formats/sound_fixture.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::JobKind;
using Lines = std::vector<std::string>;

// What each format of sounds says, read from files as other programs write them.
class SoundFormatsTest : public QObject {
    Q_OBJECT
private slots:
    void textGridsReadAlikeInEveryFormAndEncoding_data();
    void textGridsReadAlikeInEveryFormAndEncoding();
    void aTextGridWithoutAMarkIsReadAsItsJobWants();
    void aBinaryTextGridIsRefusedInWords();
    void overlappingSegmentsGoToTiersOfTheSameName();
    void audacityLabelsHavePointsBandsAndCommas();
    void rttmIsGroupedAndKeepsWhatItDoesNotKnow();
    void srtIsReadWithoutTrustInNumbersOrBlankLines();
    void webVttKnowsVoicesAndPassesOverTheRest();
    void csvIsReadWithAndWithoutNames();
    void csvOfClassesIsOneColumnForEach();
    void manifestsOfSoundsAreReadAsPublished();
    void aManifestTellsExactTimesOnlyWhereMillisecondsDoNot();
    void soundsInFoldersAreLabelledByThem();
    void aFileHoldsOneSound();

private:
    TempFolder m_folder;
    int m_count = 0;
    Collected read(const char *id, const std::string &bytes, const char *name, Options options = {},
                   JobKind kind = JobKind::SpeechSegmentation, const core::Job &job = {});
};

namespace {

std::string milliseconds(std::int64_t nanoseconds)
{
    return std::to_string(nanoseconds / 1'000'000);
}

// "500-1250 dog by Tom: hello", in milliseconds.
Lines told(const Collected &out)
{
    Lines lines;
    for (const AnnotationRecord &record : out.annotations()) {
        std::string line;
        if (const auto *span = std::get_if<core::TimeSpan>(&record.geometry)) {
            line = milliseconds(span->begin) + '-' + milliseconds(span->end);
            if (span->channel >= 0)
                line += " of " + std::to_string(span->channel);
        }
        if (!record.label.empty())
            line += ' ' + record.label;
        if (const auto *speaker = core::valueOf(record.attributes, core::builtin::Speaker))
            line += " by " + *speaker;
        if (const auto *content = core::valueOf(record.attributes, core::builtin::Content))
            line += ": " + *content;
        lines.push_back(std::move(line));
    }
    return lines;
}

Lines issuesOf(const Collected &out)
{
    Lines lines;
    for (Issue issue : out.issues) {
        issue.error.where.file.clear();
        lines.push_back(core::describe(issue.error));
    }
    return lines;
}

Lines urisOf(const Collected &out)
{
    Lines names;
    for (const SampleRecord &record : out.samples())
        names.push_back(std::filesystem::path(record.sample.uri).filename().string());
    return names;
}

constexpr std::string_view longGrid = R"(File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2.5
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "words"
        xmin = 0
        xmax = 2.5
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1.2
            text = "say ""hé"""
        intervals [2]:
            xmin = 1.2
            xmax = 2.5
            text = ""
    item [2]:
        class = "TextTier"
        name = "clicks"
        xmin = 0
        xmax = 2.5
        points: size = 1
        points [1]:
            time = 7.5e-1
            mark = "x"
)";
constexpr std::string_view shortGrid = R"(File type = "ooTextFile"
Object class = "TextGrid"

0
2.5
<exists> ! two tiers
2
"IntervalTier" "words" 0 2.5 2
0 1.2 "say ""hé"""
1.2 2.5 ""
"TextTier"
"clicks"
0
2.5
1
0.75
"x"
)";

core::SampleContent contentOf(std::vector<core::Annotation> annotations, double rate = 16000)
{
    core::SampleContent content;
    content.sample.id = {1};
    content.sample.uri = "a.wav";
    content.sample.media.rate = rate;
    content.sample.media.length = 10 * static_cast<std::int64_t>(rate);
    content.work = core::WorkState();
    content.work->state = core::State::Labeled;
    for (core::Annotation &one : annotations)
        content.annotations.push_back(std::make_shared<core::Annotation>(std::move(one)));
    return content;
}

core::Annotation segment(core::TimeSpan span, core::Attributes attributes = {}, int label = 1)
{
    core::Annotation out;
    out.label = {label};
    out.geometry = span;
    out.attributes = std::move(attributes);
    return out;
}

}  // namespace

Collected SoundFormatsTest::read(const char *id, const std::string &bytes, const char *name, Options options,
                                 JobKind kind, const core::Job &job)
{
    const auto folder = m_folder.path() / std::to_string(++m_count);
    writeFile(folder / name, bytes);
    Surroundings around;
    around.kind = kind;
    around.options = std::move(options);
    around.job = job;
    Collected out;
    const auto status = formatById(id)->newReader()->read(folder / name, around, out);
    if (!status)
        out.issues.push_back({Severity::Error, status.error()});
    return out;
}

void SoundFormatsTest::textGridsReadAlikeInEveryFormAndEncoding_data()
{
    QTest::addColumn<std::string>("bytes");
    const std::string whole(longGrid), brief(shortGrid);
    std::string mac = whole;
    std::ranges::replace(mac, '\n', '\r');
    std::string mixed = whole;
    const std::string times = "            xmin = 0\n            xmax = 1.2\n";
    mixed.replace(mixed.find(times), times.size(), "0 1.2 ");
    QTest::newRow("long") << whole;
    QTest::newRow("short") << brief;
    QTest::newRow("mixed") << mixed;
    QTest::newRow("CR") << mac;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + brief;
    QTest::newRow("UTF-16 LE") << *core::encodeText(whole, "UTF-16LE", true);
    QTest::newRow("UTF-16 BE") << *core::encodeText(whole, "UTF-16BE", true);
    QTest::newRow("Latin-1") << *core::encodeText(whole, "ISO-8859-1");
}

void SoundFormatsTest::textGridsReadAlikeInEveryFormAndEncoding()
{
    QFETCH(std::string, bytes);
    const bool isLatin = QString(QTest::currentDataTag()) == "Latin-1";
    const auto out = read("textgrid", bytes, "a.TextGrid", isLatin ? Options{{"encoding", "ISO-8859-1"}} : Options());
    QCOMPARE(told(out), (Lines{"0-1200 say \"hé\" by words", "750-750 x by clicks"}));
    QCOMPARE(issuesOf(out), Lines{"item[2]: unsupported: points: 1"});
    QCOMPARE(urisOf(out), Lines{"a.wav"});
}

void SoundFormatsTest::aTextGridWithoutAMarkIsReadAsItsJobWants()
{
    core::Job job;
    job.kind = JobKind::SpeechSegmentation;
    const std::string grid(shortGrid);
    const auto first = [&](Options options, const core::Job &of) {
        return told(read("textgrid", grid, "a.TextGrid", std::move(options), JobKind::SpeechSegmentation, of)).front();
    };
    QCOMPARE(first({}, job), std::string("0-1200 say \"hé\" by words"));
    QCOMPARE(first({}, core::withContent(job, true)), std::string("0-1200 words: say \"hé\""));
    QCOMPARE(first({{"texts-are", "content"}}, job), std::string("0-1200 words: say \"hé\""));
    std::string marked = grid;
    marked.insert(marked.find("\n0\n"), "\n! labelwright: {\"texts-are\":\"content\"}");
    marked.replace(marked.find("\"words\""), 7, "\"words@Tom\"");
    marked.replace(marked.find("2.5 \"\""), 6, "2.5 \" \"");
    const auto out = read("textgrid", marked, "a.TextGrid");
    QCOMPARE(told(out), (Lines{"0-1200 words by Tom: say \"hé\"", "1200-2500 words by Tom", "750-750 clicks: x"}));
}

void SoundFormatsTest::aBinaryTextGridIsRefusedInWords()
{
    const auto out = read("textgrid", "ooBinaryFile\x08TextGrid", "a.TextGrid");
    QCOMPARE(issuesOf(out), Lines{"unsupported: a binary TextGrid: save it in Praat as a text file"});
    QVERIFY(!out.samples().front().state);  // nobody has looked at it
}

void SoundFormatsTest::overlappingSegmentsGoToTiersOfTheSameName()
{
    const auto content = contentOf({segment({0, 16000, -1}), segment({8000, 24000, -1}), segment({16000, 20000, -1})});
    core::Label label;
    label.id = {1};
    label.name = "dog";
    const auto target = m_folder.path() / "overlap.TextGrid";
    const auto writer = formatById("textgrid")->newWriter();
    QVERIFY_OK(writer->begin(target, {}, std::vector{label}));
    QVERIFY_OK(writer->write(content, {}));
    QVERIFY_OK(writer->finish());
    const std::string grid = readFile(target);
    QCOMPARE(QString::fromStdString(grid).count("name = \"segments\""), 2);
    Collected out;
    QVERIFY_OK(formatById("textgrid")->newReader()->read(target, {}, out));
    auto lines = told(out);
    std::ranges::sort(lines);
    QCOMPARE(lines, (Lines{"0-1000 dog", "1000-1250 dog", "500-1500 dog"}));
    QVERIFY(out.issues.empty());
}

void SoundFormatsTest::audacityLabelsHavePointsBandsAndCommas()
{
    const auto out = read("audacity-labels",
                          "0.500000\t1.250000\tdog\r\n\\\t300.000000\t2400.500000\r\n\\future\t1\n"
                          "2.000000\t2.000000\tclick\n3\tjust a point\n4,5\t5,25\tcomma\n",
                          "a.txt");
    QCOMPARE(told(out), (Lines{"500-1250 dog", "2000-2000 click", "3000-3000 just a point", "4500-5250 comma"}));
    const core::Attributes band = out.annotations().front().attributes;
    QCOMPARE(*core::valueOf(band, core::builtin::LowHertz), std::string("300"));
    QCOMPARE(*core::valueOf(band, core::builtin::HighHertz), std::string("2400.5"));
    QVERIFY(out.issues.empty());
    QCOMPARE(told(read("audacity-labels", "0\t1\thi\n", "a.txt", {{"texts-are", "content"}})), Lines{"0-1000: hi"});
}

void SoundFormatsTest::rttmIsGroupedAndKeepsWhatItDoesNotKnow()
{
    const std::string file = ";; a comment\n"
                             "SPEAKER mtg01 1 12.340 2.500 <NA> <NA> spk_A <NA> <NA>\n"
                             "SPEAKER mtg02 1 0 1 <NA> <NA> spk_B 0.5\n"
                             "LEXEME mtg01 1 12.34 0.21 hello lex spk_A 0.98 <NA>\n"
                             "SPEAKER mtg01 1 13 1 <NA> speech spk_B <NA> <NA>\n";
    const auto out = read("rttm", file, "x.rttm");
    QCOMPARE(urisOf(out), (Lines{"mtg01.wav", "mtg02.wav"}));
    QCOMPARE(told(out), (Lines{"12340-14840 by spk_A", "13000-14000 speech by spk_B", "0-1000 by spk_B"}));
    QCOMPARE(out.samples()[0].sample.property,
             std::string(R"({"@rttm":["LEXEME mtg01 1 12.34 0.21 hello lex spk_A 0.98 <NA>"]})"));
    QCOMPARE(out.annotations()[2].confidence.value(), 0.5);
    QCOMPARE(told(read("rttm", file, "x.rttm", {{"names-are", "label"}}))[0], std::string("12340-14840 spk_A"));
    const auto stereo =
        read("rttm", "SPEAKER a 1 0 1 <NA> <NA> x <NA> <NA>\nSPEAKER a 2 0 1 <NA> <NA> y <NA> <NA>\n", "x.rttm");
    QCOMPARE(told(stereo), (Lines{"0-1000 of 0 by x", "0-1000 of 1 by y"}));
}

void SoundFormatsTest::srtIsReadWithoutTrustInNumbersOrBlankLines()
{
    const auto out = read("srt",
                          "7\n00:00:12,340 --> 00:00:14,840 X1:10 X2:20\nTom: hello\nthere\n"
                          "8\n100:00:15.000 --> 100:00:16.5\nno blank line\n\n00:01:00,000 --> 00:01:01,000\n\n",
                          "a.srt");
    QCOMPARE(told(out), (Lines{"12340-14840: Tom: hello\nthere", "360015000-360016500: no blank line", "60000-61000"}));
    QVERIFY(out.issues.empty());
    const auto named = read("srt", "1\n00:00:01,000 --> 00:00:02,000\nTom: hello\n", "a.srt", {{"speaker", "prefix"}});
    QCOMPARE(told(named), Lines{"1000-2000 by Tom: hello"});
}

void SoundFormatsTest::webVttKnowsVoicesAndPassesOverTheRest()
{
    const auto out =
        read("webvtt",
             "WEBVTT - a title\n\nNOTE nothing\nto see\n\nSTYLE\n::cue { color: red }\n\n"
             "id 1\n00:12.340 --> 00:14.840 line:0 align:start\n<v.loud Tom>a &lt;b&gt; &amp; <i>c</i></v>\n\n"
             "01:00:00.000 --> 01:00:01.000\n<v A>one\n<v B>two\n",
             "a.vtt");
    QCOMPARE(told(out),
             (Lines{"12340-14840 by Tom: a <b> & c", "3600000-3601000 by A: one", "3600000-3601000 by B: two"}));
    QCOMPARE(issuesOf(out),
             (Lines{"unsupported: NOTE, STYLE or REGION: 2", "unsupported: cue settings: 1", "unsupported: tags: 2"}));
}

void SoundFormatsTest::csvIsReadWithAndWithoutNames()
{
    QCOMPARE(told(read("segments-csv", "x/a.wav,0.5,1.25,dog,Tom,hi\nx/a.wav,00:01:02.5,00:01:03,cat\n", "a.csv")),
             (Lines{"500-1250 dog by Tom: hi", "62500-63000 cat"}));
    const auto named =
        read("segments-csv",
             "Transcript;Path;Onset;Dur;Channel;mood;Confidence\nhi;a.wav;1,5;0,5;2;glad;0.25\n;b.wav;;;;;\n", "a.csv");
    QCOMPARE(told(named), Lines{"1500-2000 of 1: hi"});
    QCOMPARE(urisOf(named), (Lines{"a.wav", "b.wav"}));
    QCOMPARE(*core::valueOf(named.annotations()[0].attributes, "mood"), std::string("glad"));
    QCOMPARE(named.annotations()[0].confidence.value(), 0.25);
    const auto ordered =
        read("segments-csv", "dog,0,1,a.wav,?\n", "a.csv", {{"column-order", "label,start,end,file,-"}});
    QCOMPARE(told(ordered), Lines{"0-1000 dog"});
    QCOMPARE(told(read("segments-csv", "file,label\na.wav,dog\na.wav,cat\nb.wav,\n", "a.csv", {},
                       JobKind::SoundClassification)),
             (Lines{" dog", " cat"}));
    QCOMPARE(told(read("segments-csv", "a.wav,\"hello\nyou\"\n", "a.csv", {}, JobKind::SpeechContent)),
             Lines{": hello\nyou"});
}

void SoundFormatsTest::csvOfClassesIsOneColumnForEach()
{
    core::Job job;
    job.kind = JobKind::SpeechSegmentation;
    Surroundings around;
    around.kind = job.kind;
    around.job = core::withLabelClasses(job, std::vector<core::AttributeSpec>{{"mood", {"glad", "sad"}, ""}});
    const auto target = m_folder.path() / "classes.csv";
    const auto writer = formatById("segments-csv")->newWriter();
    QVERIFY_OK(writer->begin(target, around, {}));
    QVERIFY_OK(writer->write(contentOf({segment({16000, 24000, 1}, {{"mood", "sad"}, {"tempo", "2"}})}), {}));
    QVERIFY_OK(writer->finish());
    QCOMPARE(readFile(target),
             std::string("file,start,end,label,speaker,content,channel,low_hz,high_hz,confidence,mood,attributes\r\n"
                         "a.wav,1.00000,1.50000,,,,2,,,,sad,\"{\"\"tempo\"\":\"\"2\"\"}\"\r\n"));
}

void SoundFormatsTest::manifestsOfSoundsAreReadAsPublished()
{
    const auto sounds = read("modelarts-manifest",
                             R"({"source":"s3://d/dog1.wav","sample-type":2,"annotation":[)"
                             R"({"type":"modelarts/audio_classification","name":"dog"},)"
                             R"({"type":"modelarts/sound_classification","name":"loud"}]})",
                             "a.manifest", {}, JobKind::SoundClassification);
    QCOMPARE(told(sounds), (Lines{" dog", " loud"}));
    QCOMPARE(sounds.samples()[0].sample.property, std::string("{}"));
    const auto contents = read("modelarts-manifest",
                               R"({"source":"s3://d/s1.wav","annotation":[{"type":"modelarts/audio_content",)"
                               R"("property":{"@modelarts:content":"Good morning."}}]})"
                               "\n"
                               R"({"source":"s3://d/s2.wav","annotation":[{"type":"modelarts/audio_content",)"
                               R"("property":{"@modelarts:content":""}}]})",
                               "a.manifest", {}, JobKind::SpeechContent);
    QCOMPARE(told(contents), Lines{": Good morning."});
    QVERIFY(contents.samples()[1].state == core::State::Labeled);
    const auto line = [](const std::string &name, const std::string &source) {
        return R"({"source":"s3://d/t.wav","annotation":[{"type":"modelarts/audio_segmentation")" + name
               + R"(,"property":{"@modelarts:start_time":"00:00:01.250","@modelarts:end_time":"00:00:03.900")" + source
               + R"(,"@modelarts:content":"How?","mood":"sad"}}]})" + "\n";
    };
    const auto segments = read("modelarts-manifest",
                               line(R"(,"name":"speech")", R"(,"@modelarts:source":"Tom")") + line("", "")
                                   + line("", R"(,"@modelarts:source":"Tom")")
                                   + line(R"(,"name":"Tom")", R"(,"@modelarts:source":"Tom")"),
                               "a.manifest");
    QCOMPARE(told(segments),
             (Lines{"1250-3900 speech by Tom: How?", "1250-3900: How?", "1250-3900 Tom: How?", "1250-3900 Tom: How?"}));
    QCOMPARE(*core::valueOf(segments.annotations()[0].attributes, "mood"), std::string("sad"));
    QVERIFY(segments.issues.empty());
}

void SoundFormatsTest::aManifestTellsExactTimesOnlyWhereMillisecondsDoNot()
{
    Surroundings around;
    around.kind = JobKind::SpeechSegmentation;
    const auto target = m_folder.path() / "exact.manifest";
    const auto writer = formatById("modelarts-manifest")->newWriter();
    QVERIFY_OK(writer->begin(target, around, {}));
    QVERIFY_OK(writer->write(contentOf({segment({16000, 24001, 0}, {}, 0)}), {}));
    QVERIFY_OK(writer->finish());
    const std::string text = readFile(target);
    QVERIFY(text.find(R"("@modelarts:start_time":"00:00:01.000","@modelarts:end_time":"00:00:01.500",)"
                      R"("@labelwright:end_time":"00:00:01.50006","@labelwright:channel":"1")")
            != std::string::npos);
    const auto read = [&](const std::string &bytes) {
        return std::get<core::TimeSpan>(
            this->read("modelarts-manifest", bytes, "a.manifest").annotations()[0].geometry);
    };
    QCOMPARE(read(text).end, 1'500'060'000);
    std::string moved = text;  // by somebody who does not know the exact time
    moved.replace(moved.find("00:00:01.500\""), 12, "00:00:01.700");
    QCOMPARE(read(moved).end, 1'700'000'000);
}

void SoundFormatsTest::soundsInFoldersAreLabelledByThem()
{
    const auto folder = m_folder.path() / "dir";
    for (const char *name : {"dog/a.wav", "dog/b.MP3", "cat/deep/c.flac", "d.ogg", "dog/note.txt"})
        writeFile(folder / name, "x");
    Surroundings around;
    around.kind = JobKind::SoundClassification;
    Collected out;
    const Format &format = *formatById("modelarts-audio-dir");
    QVERIFY_OK(format.newReader()->read(folder, around, out));
    QCOMPARE(urisOf(out), (Lines{"c.flac", "d.ogg", "a.wav", "b.MP3"}));
    QCOMPARE(told(out), (Lines{" deep", " dog", " dog"}));
    QCOMPARE(detectFormat(folder, JobKind::SoundClassification), &format);
    around.kind = JobKind::SpeechContent;
    Collected plain;
    QVERIFY_OK(format.newReader()->read(folder, around, plain));
    QCOMPARE(plain.samples().size(), 4u);
    QVERIFY(plain.annotations().empty());
}

void SoundFormatsTest::aFileHoldsOneSound()
{
    const auto writer = formatById("srt")->newWriter();
    QVERIFY_OK(writer->begin(m_folder.path() / "one.srt", {}, {}));
    QVERIFY_OK(writer->write(contentOf({}), {}));
    const auto second = writer->write(contentOf({}), {});
    QVERIFY(!second && second.error().code == core::Code::Usage);
    writeFile(m_folder.path() / "sounds/b.flac", "fLaC");
    const auto sounds = (m_folder.path() / "sounds").string();
    const auto out = read("srt", "", "b.srt", {{"sounds-folder", sounds}});
    QCOMPARE(out.samples()[0].sample.uri, sounds + "/b.flac");
    QVERIFY(out.samples()[0].state == core::State::Labeled);
}

REGISTER_TEST(SoundFormatsTest);
#include "sound_formats_test.moc"
