#include "core/audio/transcript.h"
#include "core/labelling.h"
#include "core/project.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

using namespace core;

class TranscriptTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstTextMakesTheAnnotationAndNoTextTakesItAway();
    void aTypedTextAcceptsAProposedOne();
    void pausesOfTypingFoldIntoOneStep();
    void theSameTextIsNoEdit();
    void listsShowAndFindWhatIsSaid();
    void whatAnotherKindOfJobKeepsIsNotSaid();
};

namespace {

SampleContent clip()
{
    SampleContent content;
    content.sample.id = {7};
    content.sample.uri = "a.wav";
    content.job = {2};
    return content;
}

// As Project::apply would leave it.
SampleContent after(const SampleContent &content, Edit edit)
{
    for (Change &change : edit.changes)
        if (auto *row = std::get_if<RowChange<Annotation>>(&change); row && row->after && row->after->id.value < 0)
            row->after->id = {11};
    return patched(content, edit);
}

// Three clips: the first and the last are transcribed.
struct Speech {
    QTemporaryDir dir;
    std::unique_ptr<Project> project;
    JobId job;
    std::vector<SampleId> samples;

    explicit Speech(JobKind kind)
    {
        NewProject what;
        what.kind = kind;
        project = std::move(*Project::create(dir.filePath("p.labelwright").toStdString(), what));
        job = project->reader().jobs()->front().id;
        Edit edit{"import", "", {}};
        for (int i = 0; i < 3; ++i) {
            Sample sample;
            sample.id = {-1 - i};
            sample.uri = std::to_string(i) + ".wav";
            sample.position = i;
            edit.changes.push_back(created(sample));
        }
        QVERIFY_OK(project->apply(edit));
        samples = *project->reader().find({job, {}});
        say(0, "Guten Morgen");
        say(2, std::string(1000, 'x'));
    }
    void say(std::size_t i, std::string text)
    {
        const auto content = *project->reader().load(job, samples[i]);
        QVERIFY_OK(project->apply(withImpliedState(transcribe(content, std::move(text)), {&content, 1})));
    }
    std::vector<SampleId> found(const char *query) const { return *project->reader().find({job, *parseFilter(query)}); }
};

}  // namespace

void TranscriptTest::theFirstTextMakesTheAnnotationAndNoTextTakesItAway()
{
    const SampleContent typed = after(clip(), transcribe(clip(), "你好"));
    QCOMPARE(typed.annotations.size(), 1u);
    QVERIFY(std::holds_alternative<WholeSample>(typed.annotations[0]->geometry));
    QVERIFY(!typed.annotations[0]->label);
    QCOMPARE(transcriptOf(typed), std::string("你好"));
    const SampleContent emptied = after(typed, transcribe(typed, ""));
    QVERIFY(emptied.annotations.empty());
    QCOMPARE(transcriptOf(emptied), std::string());
}

void TranscriptTest::aTypedTextAcceptsAProposedOne()
{
    SampleContent content = after(clip(), transcribe(clip(), "helo"));
    Annotation guess = *content.annotations[0];
    guess.proposed = true;
    content.annotations[0] = std::make_shared<const Annotation>(guess);
    const SampleContent corrected = after(content, transcribe(content, "hello"));
    QVERIFY(!corrected.annotations[0]->proposed);
    QCOMPARE(corrected.annotations[0]->id, guess.id);
}

void TranscriptTest::pausesOfTypingFoldIntoOneStep()
{
    const SampleContent start = clip();
    Edit first = withImpliedState(transcribe(start, "he"), std::span(&start, 1));
    QCOMPARE(first.changes.size(), 2u);  // labeled from now on
    first.mergeKey = "typing";
    for (Change &change : first.changes)
        if (auto *row = std::get_if<RowChange<Annotation>>(&change))
            row->after->id = {11};
    const SampleContent typed = patched(start, first);
    Edit second = withImpliedState(transcribe(typed, "hello"), std::span(&typed, 1));
    second.mergeKey = "typing";
    QVERIFY(merge(first, second));
    const SampleContent now = patched(start, first);
    QCOMPARE(transcriptOf(now), std::string("hello"));
    QVERIFY(now.state() == State::Labeled);
    QVERIFY(patched(now, inverse(first)).annotations.empty());
}

void TranscriptTest::theSameTextIsNoEdit()
{
    QVERIFY(isNothing(transcribe(clip(), "")));
    const SampleContent typed = after(clip(), transcribe(clip(), "x"));
    QVERIFY(isNothing(transcribe(typed, "x")));
}

void TranscriptTest::listsShowAndFindWhatIsSaid()
{
    const Speech f(JobKind::SpeechContent);
    const auto rows = f.project->reader().rows(f.job, f.samples);
    QVERIFY_OK(rows);
    QCOMPARE(rows->at(0).content, std::string("Guten Morgen"));
    QCOMPARE(rows->at(1).content, std::string());
    QCOMPARE(rows->at(2).content.size(), 400u);  // how it begins
    QCOMPARE(f.found("text:morgen"), std::vector{f.samples[0]});
    QCOMPARE(f.found("text:morgen state:labeled"), std::vector{f.samples[0]});
    QCOMPARE(f.found("text:\"\"").size(), 2u);
    QCOMPARE(f.found("-text:\"\""), std::vector{f.samples[1]});
    QCOMPARE(f.found("text:@content").size(), 0u);
}

void TranscriptTest::whatAnotherKindOfJobKeepsIsNotSaid()
{
    const Speech f(JobKind::SoundClassification);
    QCOMPARE(f.project->reader().rows(f.job, f.samples)->at(0).content, std::string());
    QCOMPARE(f.found("text:morgen").size(), 0u);
}

REGISTER_TEST(TranscriptTest);
#include "transcript_test.moc"
