// What the panels of objects and attributes do for texts.
#include "tests/widgets/text_content.h"
#include "widgets/lists/tile_view.h"
#include "widgets/panels/attribute_panel.h"
#include "widgets/panels/object_model.h"
#include "widgets/panels/object_panel.h"
#include "widgets/panels/passage_text.h"
#include "widgets/panels/relation_model.h"
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <random>

using namespace widgets;

class TextPanelsTest : public QObject {
    Q_OBJECT
private slots:
    void entitiesStandAsInTheText();
    void aLineShowsTextLabelAndPlace();
    void theMenuOffersLabelsOfEntitiesOnly();
    void oneEntityMoreAmongFiftyThousandIsOneLineMore();
    void linesAfterAnyEditsAreThoseOfAFreshPanel();
    void longTextsAreCutAndKeptInOneLine();
    void typedNumbersMoveWholeCharacters();
    void aRefusalIsToldAndTheNumbersStay();
    void flagsOfPicturesAreNotAsked();
};

namespace {

struct Objects {
    explicit Objects(core::SampleContent of = tests::triples())
        : content(std::make_shared<const core::SampleContent>(std::move(of))),
          view(panel.findChild<TileView *>()),
          model(static_cast<ObjectModel *>(view->model()))
    {
        panel.setContent(content, tests::tripleLabels());
        panel.resize(280, 400);
        panel.show();
    }
    QString cell(int row, int role = Qt::DisplayRole) const { return model->index(row).data(role).toString(); }

    std::shared_ptr<const core::SampleContent> content;
    ObjectPanel panel;
    TileView *view;
    ObjectModel *model;
};

struct EntityAttributes {
    explicit EntityAttributes(core::SampleContent of, core::Job job = tests::tripleJob())
        : content(std::make_shared<const core::SampleContent>(std::move(of)))
    {
        panel.setContent(content, tests::tripleLabels(), job);
        panel.setSelection({content->annotations.front()->id});
        panel.resize(300, 400);
        panel.show();
    }
    void type(const char *field, const char *number)
    {
        auto *box = panel.findChild<QSpinBox *>(field);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, number);
        QTest::keyClick(box, Qt::Key_Return);
    }
    core::TextSpan after()
    {
        const auto edit = edits.constLast().at(0).value<core::Edit>();
        return std::get<core::TextSpan>(core::patched(*content, edit).annotations.front()->geometry);
    }

    std::shared_ptr<const core::SampleContent> content;
    AttributePanel panel;
    QSignalSpy edits{&panel, &AttributePanel::editProposed}, told{&panel, &AttributePanel::told};
};

core::SampleContent oneEntity(const char *text, std::int64_t begin, std::int64_t end)
{
    core::SampleContent content = tests::triples();
    content.sample.text = text;
    content.relations.clear();
    content.annotations = {tests::entityOf(1, tests::personLabel, begin, end)};
    return content;
}

}  // namespace

void TextPanelsTest::entitiesStandAsInTheText()
{
    Objects objects;
    QCOMPARE(QStringList({objects.cell(0), objects.cell(1), objects.cell(2)}), QStringList({"Ada", "Bob", "Paris"}));
    auto *sort = objects.panel.findChild<QComboBox *>();
    QCOMPARE(sort->currentText(), QString("Position"));
    sort->setFocus();
    QTest::keyClick(sort, Qt::Key_Down);  // by label: person, place
    QCOMPARE(QStringList({objects.cell(0), objects.cell(1), objects.cell(2)}), QStringList({"Ada", "Bob", "Paris"}));
    core::SampleContent nested = tests::triples();
    nested.annotations.push_back(tests::entityOf(4, tests::placeLabel, 8, 20));
    Objects two(nested);
    QCOMPARE(two.cell(1), QString("Bob in Paris"));
}

void TextPanelsTest::aLineShowsTextLabelAndPlace()
{
    Objects objects;
    QCOMPARE(objects.cell(2, ObjectModel::LabelRole), QString("place"));
    QCOMPARE(objects.cell(2, ObjectModel::ExtentRole), QString("15–20"));
    QCOMPARE(objects.cell(2, Qt::AccessibleTextRole), QString("Paris, place"));
    QCOMPARE(objects.cell(2, ObjectModel::NumberRole), QString("0"));
}

void TextPanelsTest::theMenuOffersLabelsOfEntitiesOnly()
{
    Objects objects;
    QSignalSpy wanted(&objects.panel, &ObjectPanel::labelWanted);
    objects.panel.setSelection({{3}, {2}});
    emit objects.view->customContextMenuRequested(objects.view->visualRect(objects.model->index(0)).center());
    QStringList names;
    for (QMenu *menu : objects.panel.findChildren<QMenu *>())
        if (menu->title() == "Change label")
            for (QAction *action : menu->actions())
                names << action->text();
    QCOMPARE(names, QStringList({"person", "place"}));
    for (QMenu *menu : objects.panel.findChildren<QMenu *>())
        for (QAction *action : menu->actions()) {
            QVERIFY(action->text() != "Bring to front");
            if (action->text() == "place")
                action->trigger();
        }
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted[0][0].value<QList<core::AnnotationId>>() == QList<core::AnnotationId>({{3}, {2}}));
    QVERIFY(wanted[0][1].value<core::LabelId>() == core::LabelId{tests::placeLabel});
}

void TextPanelsTest::oneEntityMoreAmongFiftyThousandIsOneLineMore()
{
    core::SampleContent content = oneEntity("", 0, 1);
    content.sample.text = std::string(500000, 'x');
    content.annotations.clear();
    for (std::int64_t i = 0; i < 50000; ++i)
        content.annotations.push_back(tests::entityOf(i + 1, tests::personLabel, 10 * i, 10 * i + 5));
    Objects objects(content);
    QSignalSpy inserted(objects.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(objects.model, &QAbstractItemModel::modelReset);
    content.annotations.push_back(tests::entityOf(60000, tests::placeLabel, 2005, 2008));
    objects.panel.setContent(std::make_shared<const core::SampleContent>(content), tests::tripleLabels());
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][1].toInt(), 201);
    QCOMPARE(objects.cell(201, ObjectModel::ExtentRole), QString("2,005–2,008"));
}

// Lines are adjusted by what changed: they must not differ from those made anew.
void TextPanelsTest::linesAfterAnyEditsAreThoseOfAFreshPanel()
{
    std::mt19937 random(4);
    const auto any = [&random](std::int64_t below) { return std::int64_t(random() % std::uint64_t(below)); };
    const auto labels = tests::tripleLabels();
    for (const ObjectSort sort : {ObjectSort::Order, ObjectSort::Label, ObjectSort::Confidence}) {
        core::SampleContent content = tests::triples();
        ObjectModel objects;
        RelationModel relations;
        objects.setSort(sort);
        std::int64_t id = 100, seen = 0;
        for (int step = 0; step < 300; ++step) {
            core::Edit edit{"", "", {}};
            const std::size_t at = std::size_t(any(std::ssize(content.annotations)));
            const core::AnnotationPtr one = content.annotations[at];
            const std::int64_t begin = any(15), label = 1 + any(2);
            switch (any(5)) {
            case 0:
                edit = core::removeAnnotations(content, {&one->id, std::size_t(content.annotations.size() > 2)});
                break;
            case 1:
                edit.changes = {core::changed(*one, *tests::entityOf(one->id.value, label, begin, begin + 4))};
                break;
            case 2: {
                const auto other = content.annotations[std::size_t(any(std::ssize(content.annotations)))];
                edit.changes = {
                    core::created(tests::relationOf(++id, tests::knowsLabel, one->id.value, other->id.value))};
                break;
            }
            default: edit.changes = {core::created(*tests::entityOf(++id, label, begin, begin + 3))};
            }
            content = core::patched(content, edit);
            const auto shown = std::make_shared<const core::SampleContent>(content);
            objects.setContent(shown, labels);
            relations.setContent(shown, labels, tests::tripleJob());
            ObjectModel freshObjects;
            RelationModel freshRelations;
            freshObjects.setSort(sort);
            freshObjects.setContent(shown, labels);
            freshRelations.setContent(shown, labels, tests::tripleJob());
            QCOMPARE(objects.rowCount(), freshObjects.rowCount());
            for (int row = 0; row < objects.rowCount(); ++row) {
                QVERIFY(objects.at(row) == freshObjects.at(row));
                QCOMPARE(objects.rowOf(objects.at(row)->id), row);
            }
            QCOMPARE(relations.rowCount(), freshRelations.rowCount());
            seen += relations.rowCount();
            for (int row = 0; row < relations.rowCount(); ++row) {
                QVERIFY(*relations.at(row) == *freshRelations.at(row));
                for (int column = 0; column < RelationModel::ColumnCount; ++column)
                    QCOMPARE(relations.index(row, column).data(), freshRelations.index(row, column).data());
            }
        }
        QVERIFY(seen > 1000);
    }
}

void TextPanelsTest::longTextsAreCutAndKeptInOneLine()
{
    PassageText passages;
    passages.setText(core::SharedText("a\r\n\t\x01 b" + std::string(500, 'x') + "👩‍👩‍👧 end"));
    const QString shown = passages.shown({{{0, 400}}});
    QVERIFY(shown.startsWith("a bxxx") && shown.endsWith("x…") && shown.size() < 130);
    QCOMPARE(passages.shown({{{0, 1}, {6, 7}}}), QString("a … b"));
}

void TextPanelsTest::typedNumbersMoveWholeCharacters()
{
    EntityAttributes panel(oneEntity("a👩‍👩‍👧be\u0301z", 6, 7));  // a, 5 code points, b, 2, z
    QCOMPARE(panel.panel.findChild<QSpinBox *>("begin")->value(), 6);
    panel.type("begin", "3");
    QVERIFY(panel.after() == (core::TextSpan{{{1, 7}}}));
    panel.type("end", "8");
    QVERIFY(panel.after() == (core::TextSpan{{{6, 9}}}));
    QCOMPARE(panel.edits.count(), 2);
}

void TextPanelsTest::aRefusalIsToldAndTheNumbersStay()
{
    core::SampleContent content = oneEntity("Ada met Bob", 0, 3);
    content.annotations.push_back(tests::entityOf(2, tests::personLabel, 4, 7));
    EntityAttributes panel(content, core::withOverlap(tests::tripleJob(), core::Overlap::None));
    panel.type("end", "5");
    QCOMPARE(panel.edits.count(), 0);
    QCOMPARE(panel.told.count(), 1);
    QCOMPARE(panel.panel.findChild<QSpinBox *>("end")->value(), 3);
}

void TextPanelsTest::flagsOfPicturesAreNotAsked()
{
    EntityAttributes panel(oneEntity("Ada", 0, 3));
    QStringList flags;
    for (const QCheckBox *box : panel.panel.findChildren<QCheckBox *>())
        flags << box->text();
    QCOMPARE(flags, QStringList{"Difficult"});
}

REGISTER_TEST(TextPanelsTest);
#include "text_panels_test.moc"
