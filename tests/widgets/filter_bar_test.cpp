#include "widgets/lists/filter_bar.h"
#include "tests/widgets/fixtures.h"
#include "widgets/lists/chip.h"
#include "widgets/qt_text.h"
#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace widgets;

class FilterBarTest : public QObject {
    Q_OBJECT
private slots:
    void typingAndEnterGivesTheFilter();
    void aFaultIsShownAtItsPlaceAndNothingIsFiltered();
    void clickingAChipTakesItsTermAway();
    void clearingShowsEverything();
    void completesKeysAndLabelNames();
    void settingAFilterSaysNothing();
};

namespace {

struct Bar {
    Bar() : text(bar.findChild<QLineEdit *>()), changed(&bar, &FilterBar::filterChanged)
    {
        bar.setLabels(tests::someLabels({"car", "traffic light"}));
        bar.resize(500, 120);
        bar.show();
    }
    QList<Chip *> chips()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return bar.findChildren<Chip *>();
    }
    core::Filter last() { return changed.constLast().at(0).value<core::Filter>(); }

    FilterBar bar;
    QLineEdit *text;
    QSignalSpy changed;
};

}  // namespace

void FilterBarTest::typingAndEnterGivesTheFilter()
{
    Bar bar;
    QTest::keyClicks(bar.text, "-state:labeled hard:true");
    QTest::keyClick(bar.text, Qt::Key_Return);
    QCOMPARE(bar.changed.count(), 1);
    QVERIFY(bar.last() == *core::parseFilter("-state:labeled hard:true"));
    QCOMPARE(bar.chips().size(), 2);
}

void FilterBarTest::aFaultIsShownAtItsPlaceAndNothingIsFiltered()
{
    Bar bar;
    QTest::keyClicks(bar.text, "hard:true state:dunno");
    QTest::keyClick(bar.text, Qt::Key_Return);
    QCOMPARE(bar.changed.count(), 0);
    QLabel *fault = nullptr;
    for (QLabel *label : bar.bar.findChildren<QLabel *>())
        if (label->property("fault").toBool())
            fault = label;
    QVERIFY(fault && fault->isVisible());
    const auto error = core::parseFilter("hard:true state:dunno").error();
    QVERIFY2(fault->text().contains(QString::number(error.where.column)), qPrintable(fault->text()));
    bar.text->clear();
    QVERIFY(!fault->isVisible());
}

void FilterBarTest::clickingAChipTakesItsTermAway()
{
    Bar bar;
    bar.bar.setFilter(*core::parseFilter("label:car hard:true name:x"));
    QCOMPARE(bar.chips().size(), 3);
    QTest::mouseClick(bar.chips().at(1), Qt::LeftButton);
    QTRY_COMPARE(bar.changed.count(), 1);
    QVERIFY(bar.last() == *core::parseFilter("label:car name:x"));
    QCOMPARE(bar.text->text(), toQString(core::toText(bar.last())));
    QTest::mouseClick(bar.chips().at(0), Qt::LeftButton);
    QTRY_COMPARE(bar.changed.count(), 2);
    QVERIFY(bar.last() == *core::parseFilter("name:x"));
}

void FilterBarTest::clearingShowsEverything()
{
    Bar bar;
    bar.bar.setFilter(*core::parseFilter("hard:true"));
    bar.text->setFocus();
    QTest::keyClick(bar.text, Qt::Key_Escape);
    QCOMPARE(bar.changed.count(), 1);
    QVERIFY(bar.last() == core::Filter{});
    QVERIFY(bar.chips().isEmpty());
}

void FilterBarTest::completesKeysAndLabelNames()
{
    Bar bar;
    auto *completer = bar.bar.findChild<QCompleter *>();
    const auto words = [&] {
        QStringList all;
        for (int row = 0; row < completer->model()->rowCount(); ++row)
            all.push_back(completer->model()->index(row, 0).data().toString());
        return all;
    };
    QTest::keyClicks(bar.text, "hard:true la");
    QCOMPARE(words(), QStringList({"label:"}));
    QTest::keyClicks(bar.text, "bel:li");
    QCOMPARE(words(), QStringList({"label:\"traffic light\""}));
    emit completer->activated(words().constFirst());
    QVERIFY(bar.last() == *core::parseFilter("hard:true label:\"traffic light\""));
}

void FilterBarTest::settingAFilterSaysNothing()
{
    Bar bar;
    bar.bar.setFilter(*core::parseFilter("hard:true"));
    QCOMPARE(bar.text->text(), QStringLiteral("hard:true"));
    bar.bar.setFilter({});
    QVERIFY(bar.text->text().isEmpty());
    QCOMPARE(bar.changed.count(), 0);
}

REGISTER_TEST(FilterBarTest);
#include "filter_bar_test.moc"
