#include "app/dialogs/export_dialog.h"
#include "app/dialogs/format_options_form.h"
#include "tests/test_registry.h"
#include "widgets/messages.h"
#include <QLabel>

using namespace core;

class LossWordsTest : public QObject {
    Q_OBJECT
private slots:
    void everythingAFormatCanLoseHasWords();
    void everyOptionOfAFormatHasWords();
};

namespace {

AnnotationPtr object(Geometry geometry)
{
    Annotation one;
    one.geometry = std::move(geometry);
    one.attributes = {{std::string(builtin::Content), " a\tb\n\nc"},
                      {std::string(builtin::HighHertz), "x"},
                      {std::string(builtin::Speaker), "a@b: c"},
                      {std::string(builtin::UnknownPrefix) + "x", "{}"},
                      {"colour", "red"}};
    one.label = {1};
    one.confidence = 0.5;
    one.proposed = true;
    return std::make_shared<const Annotation>(std::move(one));
}

// Loses all that can be lost, in one shape each.
std::vector<SampleContent> contents()
{
    std::vector<SampleContent> all;
    const Ring ring{{0.5, 0}, {9, 0}, {9, 9}};
    for (const Geometry &geometry :
         {Geometry(Box{1, 2, 3, 4, 30}), Geometry(Box{1.5, 2.25, 3.1, 4, 0}), Geometry(Polygon{{ring, ring}}),
          Geometry(Polyline{ring, true}), Geometry(Circle{}), Geometry(Mask{}), Geometry(WholeSample{}),
          Geometry(TextSpan{{{0, 2}, {3, 5}}}), Geometry(TimeSpan{1, 2, 1})}) {
        SampleContent content;
        content.sample.usage = Usage::Test;
        content.sample.property = R"({"a":1})";
        content.sample.text = "words\tand\nlines";
        content.sample.media = {MediaState::Missing, 0, 100, 100, 3, 0, 0};
        content.work = WorkState{};
        content.work->state = State::ToConfirm;
        content.work->hard = true;
        content.work->note = "look again";
        content.relations.emplace_back();
        content.annotations = {object(geometry), object(geometry)};
        all.push_back(content);
    }
    SampleContent empty;  // and without a text
    empty.work = WorkState{};
    empty.work->state = State::Labeled;
    all.push_back(empty);
    return all;
}

}  // namespace

void LossWordsTest::everythingAFormatCanLoseHasWords()
{
    int seen = 0;
    for (const formats::Format &format : formats::allFormats())
        for (const JobKind kind : format.kinds)
            for (const SampleContent &content : contents())
                if (format.losses)
                    for (const std::string &word : format.losses(content, kind, {})) {
                        ++seen;
                        QVERIFY2(widgets::lossText(word) != QString::fromStdString(word) || word == "confidence"
                                     || word == "attributes",
                                 word.c_str());
                    }
    QVERIFY(seen > 50);
}

void LossWordsTest::everyOptionOfAFormatHasWords()
{
    for (const formats::Format &format : formats::allFormats()) {
        for (const JobKind kind : format.kinds)
            for (const auto direction :
                 {app::FormatOptionsForm::Direction::Reading, app::FormatOptionsForm::Direction::Writing}) {
                app::FormatOptionsForm form(direction);
                form.setFormat(&format, kind, {});
                QVERIFY(form.options().empty());
                for (const formats::OptionSpec &spec : format.options)
                    for (const QLabel *label : form.findChildren<QLabel *>())
                        QVERIFY2(label->text() != QString::fromStdString(spec.name), spec.name.c_str());
            }
    }
}

REGISTER_TEST(LossWordsTest);
#include "loss_words_test.moc"
