#include "widgets/lists/sample_list_model.h"
#include "tests/widgets/fixtures.h"
#include "widgets/lists/list_changes.h"
#include <QSignalSpy>

using namespace widgets;
using core::State;

class SampleListModelTest : public QObject {
    Q_OBJECT
private slots:
    void listsTheQueryAndReadsRowsOnlyWhenAsked();
    void anEditRereadsTheTouchedRowAndNoOther();
    void aSampleThatLeavesTheFilterIsTakenOutWithoutReset();
    void oneGoesOnFromASampleThatLeftTheList();
    void countsFollowEditsExactly();
    void findsTheNextThatIsNotDone();
    void onlyTheNewestQueryIsAnswered();
    void aClosedReaderEmptiesTheList();
    void nextOfGoesRound();
};

namespace {

struct Listed : tests::ProjectFixture {
    explicit Listed(int samples, const char *filter = "") : ProjectFixture(samples)
    {
        const core::Status opened = model.setReader([this] { return project().newReader(); });
        if (!opened)
            qFatal("%s", core::describe(opened.error()).c_str());
        QSignalSpy listed(&model, &SampleListModel::listed), counted(&model, &SampleListModel::countsChanged);
        model.setQuery(query(filter));
        while (listed.isEmpty() || counted.isEmpty())
            QTest::qWait(1);
    }
    SampleListModel model;
};

core::SampleId idIn(const QSignalSpy &spy)
{
    return spy.at(0).at(0).value<core::SampleId>();
}

}  // namespace

void SampleListModelTest::listsTheQueryAndReadsRowsOnlyWhenAsked()
{
    Listed list(300);
    QCOMPARE(list.model.rowCount(), 300);
    QCOMPARE(list.model.idAt(299).value, list.ids[299].value);
    QVERIFY(!list.model.loadedRow(0));
    QVERIFY(!list.model.index(0).data().isValid());
    QTRY_VERIFY(list.model.loadedRow(0));
    QCOMPARE(list.model.index(0).data().toString(), QStringLiteral("img_00.png"));
    QVERIFY(list.model.loadedRow(63));
    QVERIFY(!list.model.loadedRow(64));
}

void SampleListModelTest::anEditRereadsTheTouchedRowAndNoOther()
{
    Listed list(10);
    list.model.index(3).data();
    QTRY_VERIFY(list.model.loadedRow(3));
    QSignalSpy changed(&list.model, &QAbstractItemModel::dataChanged),
        reset(&list.model, &QAbstractItemModel::modelReset);
    list.model.refresh(list.setState(3, State::Labeled));
    QTRY_COMPARE(list.model.index(3).data(SampleListModel::StateRole).toInt(), int(State::Labeled));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 3);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 3);
    QCOMPARE(reset.count(), 0);
}

void SampleListModelTest::aSampleThatLeavesTheFilterIsTakenOutWithoutReset()
{
    Listed list(10, "state:unlabeled");
    QSignalSpy removed(&list.model, &QAbstractItemModel::rowsRemoved),
        reset(&list.model, &QAbstractItemModel::modelReset);
    list.model.refresh(list.setState(4, State::Labeled));
    QTRY_COMPARE(list.model.rowCount(), 9);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 4);
    QCOMPARE(removed.at(0).at(2).toInt(), 4);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(list.model.rowOf(list.ids[4]), -1);
}

void SampleListModelTest::oneGoesOnFromASampleThatLeftTheList()
{
    Listed list(10, "state:unlabeled");
    QCOMPARE(list.model.neighbour(list.ids[4], 1).value, list.ids[5].value);
    list.model.refresh(list.setState(4, State::Labeled));
    QTRY_COMPARE(list.model.rowCount(), 9);
    QCOMPARE(list.model.neighbour(list.ids[4], 1).value, list.ids[5].value);
    QCOMPARE(list.model.neighbour(list.ids[4], -1).value, list.ids[3].value);
    QCOMPARE(list.model.neighbour(list.ids[0], -1).value, 0);
}

void SampleListModelTest::countsFollowEditsExactly()
{
    Listed list(6);
    for (const auto &[sample, state] : {std::pair{0, State::Labeled},
                                        {1, State::ToConfirm},
                                        {0, State::Unlabeled},
                                        {2, State::Labeled},
                                        {1, State::Labeled}})
        list.model.refresh(list.setState(sample, state));
    core::Annotation box;
    box.id = {-1};
    box.job = list.job.id;
    box.sample = list.ids[3];
    box.label = list.labels->at(1).id;
    box.geometry = core::Box{1, 1, 5, 5, 0};
    list.model.refresh(list.apply({"draw-box", "", {core::created(box)}}));
    const core::StateCounts stored = *list.project().reader().stateCounts(list.job.id);
    QCOMPARE(list.model.counts().unlabeled, stored.unlabeled);
    QCOMPARE(list.model.counts().labeled, stored.labeled);
    QCOMPARE(list.model.counts().toConfirm, stored.toConfirm);
    const auto label = std::ranges::find(list.model.labelCounts(), box.label, &core::LabelCount::label);
    QVERIFY(label != list.model.labelCounts().end());
    QCOMPARE(label->annotations, 1);
}

void SampleListModelTest::findsTheNextThatIsNotDone()
{
    Listed list(5);
    for (const int done : {1, 2, 4})
        list.model.refresh(list.setState(done, State::Labeled));
    QSignalSpy forward(&list.model, &SampleListModel::notDoneFound);
    list.model.findNotDone(list.ids[0], true);
    QTRY_COMPARE(forward.count(), 1);
    QCOMPARE(idIn(forward).value, list.ids[3].value);
    QSignalSpy round(&list.model, &SampleListModel::notDoneFound);
    list.model.findNotDone(list.ids[3], true);
    QTRY_COMPARE(round.count(), 1);
    QCOMPARE(idIn(round).value, list.ids[0].value);
}

void SampleListModelTest::onlyTheNewestQueryIsAnswered()
{
    Listed list(20);
    QSignalSpy listed(&list.model, &SampleListModel::listed);
    list.model.setQuery(list.query("name:img_0"));
    list.model.setQuery(list.query("name:img_01"));
    list.model.setQuery(list.query("name:img_1"));
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(list.model.rowCount(), 10);
    QCOMPARE(list.model.idAt(0).value, list.ids[10].value);
}

void SampleListModelTest::aClosedReaderEmptiesTheList()
{
    Listed list(20);
    list.model.reload();
    QVERIFY_OK(list.model.setReader({}));
    QCOMPARE(list.model.rowCount(), 0);
    QCOMPARE(list.model.counts().all, 0);
    QSignalSpy listed(&list.model, &SampleListModel::listed);
    QCoreApplication::processEvents();
    QCOMPARE(listed.count(), 0);
}

void SampleListModelTest::nextOfGoesRound()
{
    const std::vector<core::SampleId> list{{5}, {3}, {9}, {1}};
    QCOMPARE(nextOf(list, {{3}, {1}}, {5}, true).value, 3);
    QCOMPARE(nextOf(list, {{3}, {1}}, {5}, false).value, 1);
    QCOMPARE(nextOf(list, {{3}, {1}}, {1}, true).value, 3);
    QCOMPARE(nextOf(list, {{3}}, {3}, true).value, 0);
    QCOMPARE(nextOf(list, {{9}}, {77}, true).value, 9);
    QCOMPARE(nextOf({}, {{9}}, {77}, false).value, 0);
}

REGISTER_TEST(SampleListModelTest);
#include "sample_list_model_test.moc"
