#include "tests/test_registry.h"  // first: moc stumbles over <compare> where nothing stands before it
#include "app/split.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace app;

class SplitTest : public QObject {
    Q_OBJECT
private slots:
    void everyLabelKeepsItsShare();
    void theSameSeedSplitsTheSameWay();
    void everyLabelIsOnBothSides();
    void wholeSharesNeedNoMinimum();
    void rareLabelsAndBadSharesAreRefused();
    void verifiedEmptySamplesAreSplitToo();
};

namespace {

// 100 of label 1, 50 of label 2, 10 of label 3; every fifth of label 1 carries 2 as well.
std::vector<SplitItem> someItems()
{
    std::vector<SplitItem> items;
    const auto add = [&items](std::vector<core::LabelId> labels) {
        items.push_back({{std::int64_t(items.size()) + 1}, std::move(labels)});
    };
    for (int i = 0; i < 100; ++i)
        add(i % 5 == 0 ? std::vector<core::LabelId>{{1}, {2}} : std::vector<core::LabelId>{{1}});
    for (int i = 0; i < 30; ++i)
        add({{2}});
    for (int i = 0; i < 10; ++i)
        add({{3}});
    return items;
}

std::map<std::int64_t, std::pair<int, int>> perLabel(const std::vector<SplitItem> &items,
                                                     const std::vector<bool> &trains)
{
    std::map<std::int64_t, std::pair<int, int>> counts;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (const core::LabelId label : items[i].labels)
            ++(trains[i] ? counts[label.value].first : counts[label.value].second);
    return counts;
}

}  // namespace

void SplitTest::everyLabelKeepsItsShare()
{
    const auto items = someItems();
    const auto trains = split(items, 0.8, 1);
    QVERIFY_OK(trains);
    for (const auto &[label, count] : perLabel(items, *trains)) {
        const double all = count.first + count.second;
        QVERIFY2(std::abs(count.first / all - 0.8) <= 0.05, qPrintable(QString("%1: %2").arg(label).arg(count.first)));
    }
}

void SplitTest::theSameSeedSplitsTheSameWay()
{
    const auto items = someItems();
    QCOMPARE(*split(items, 0.7, 42), *split(items, 0.7, 42));
    QVERIFY(*split(items, 0.7, 42) != *split(items, 0.7, 43));
}

void SplitTest::everyLabelIsOnBothSides()
{
    std::mt19937 random(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<SplitItem> items;
        for (std::int64_t i = 1; i <= 60; ++i) {
            std::vector<core::LabelId> labels{{1 + i % 6}};
            if (random() % 3 == 0 && i % 6 != 5)
                labels.push_back({2 + i % 6});
            items.push_back({{i}, labels});
        }
        for (const double share : {0.5, 0.9, 0.99, 0.02}) {
            const auto trains = split(items, share, round);
            QVERIFY_OK(trains);
            for (const auto &[label, count] : perLabel(items, *trains))
                QVERIFY(count.first > 0 && count.second > 0);
        }
    }
}

void SplitTest::wholeSharesNeedNoMinimum()
{
    const std::vector<SplitItem> one{{{1}, {{1}}}};
    QCOMPARE(*split(one, 1, 0), std::vector<bool>{true});
    QCOMPARE(*split(one, 0, 0), std::vector<bool>{false});
    QVERIFY(split({}, 0.5, 0)->empty());
}

void SplitTest::rareLabelsAndBadSharesAreRefused()
{
    std::vector<SplitItem> items = someItems();
    items.push_back({{999}, {{7}}});
    const auto rare = split(items, 0.8, 0);
    QVERIFY(!rare.has_value());
    QCOMPARE(rare.error().code, core::Code::BadValue);
    QCOMPARE(rare.error().where.field, "7");
    for (const double share : {-0.1, 1.1, std::nan("")})
        QVERIFY(!split(items, share, 0).has_value());
}

void SplitTest::verifiedEmptySamplesAreSplitToo()
{
    std::vector<SplitItem> items;
    for (std::int64_t i = 1; i <= 10; ++i)
        items.push_back({{i}, {}});
    const auto trains = split(items, 0.8, 3);
    QVERIFY_OK(trains);
    QCOMPARE(std::ranges::count(*trains, true), 8);
}

REGISTER_TEST(SplitTest);
#include "split_test.moc"
