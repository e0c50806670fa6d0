#include "core/audio/transcript.h"
#include "core/labelling.h"
#include "tests/test_registry.h"

using namespace core;

class TranscriptTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstTextMakesTheAnnotationAndNoTextTakesItAway();
    void aTypedTextAcceptsAProposedOne();
    void pausesOfTypingFoldIntoOneStep();
    void theSameTextIsNoEdit();
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

REGISTER_TEST(TranscriptTest);
#include "transcript_test.moc"
