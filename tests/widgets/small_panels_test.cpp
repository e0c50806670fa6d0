#include "tests/widgets/fixtures.h"
#include "widgets/messages.h"
#include "widgets/panels/history_panel.h"
#include "widgets/panels/issue_list.h"
#include "widgets/panels/jobs_button.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/sample_panel.h"
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace widgets;

class SmallPanelsTest : public QObject {
    Q_OBJECT
private slots:
    void samplePanelProposesStateHardAndNote();
    void aNoteBelongsToTheSampleItWasWrittenFor();
    void aTextHasALengthAndIsNotMissing();
    void clickingHistoryAsksForTheStepsBetween();
    void messagesAreShownOnceAndActionsRun();
    void aCancelledTaskIsNoErrorMessage();
    void issuesAreCopiedWithTheirPlaces();
    void activatingASortedIssueNamesTheRightOne();
    void jobsShowShareAndCanBeCancelled();
    void sentencesNameWhatHappenedWhereAndWhatWasSeen();
    void dataIsNeverRichText();
};

namespace {

core::HistoryEntry step(std::int64_t id, bool undone)
{
    core::HistoryEntry entry;
    entry.id = id;
    entry.name = "draw-box";
    entry.undone = undone;
    return entry;
}

template <class Widget>
Widget *named(QWidget &panel, const QString &name)
{
    for (Widget *widget : panel.findChildren<Widget *>())
        if (widget->accessibleName() == name)
            return widget;
    return nullptr;
}

}  // namespace

void SmallPanelsTest::samplePanelProposesStateHardAndNote()
{
    const auto content = tests::contentOf(1, {});
    SamplePanel panel;
    QSignalSpy edits(&panel, &SamplePanel::editProposed);
    panel.setContent(content);
    panel.resize(300, 600);
    panel.show();
    QTest::keyClick(named<QComboBox>(panel, "State"), Qt::Key_End);
    QTRY_COMPARE(edits.count(), 1);
    QVERIFY(core::patched(*content, edits.at(0).at(0).value<core::Edit>()).state() == core::State::Labeled);
    auto *hard = panel.findChild<QCheckBox *>();
    QTest::mouseClick(hard, Qt::LeftButton, {}, QPoint(8, hard->height() / 2));
    QTRY_COMPARE(edits.count(), 2);
    QVERIFY(core::patched(*content, edits.at(1).at(0).value<core::Edit>()).work->hard);
}

void SmallPanelsTest::aNoteBelongsToTheSampleItWasWrittenFor()
{
    const auto content = tests::contentOf(1, {});
    auto other = std::make_shared<core::SampleContent>(*content);
    other->sample.id = {8};
    SamplePanel panel;
    QSignalSpy edits(&panel, &SamplePanel::editProposed);
    panel.setContent(content);
    panel.show();
    QTest::keyClicks(panel.findChild<QPlainTextEdit *>(), "look again");
    panel.setContent(other);
    QTRY_COMPARE(edits.count(), 1);
    const auto edit = edits.at(0).at(0).value<core::Edit>();
    const auto &change = std::get<core::RowChange<core::WorkState>>(edit.changes.at(0));
    QCOMPARE(change.after->sample.value, 7);
    QCOMPARE(change.after->note, std::string("look again"));
    QVERIFY(panel.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
}

void SmallPanelsTest::aTextHasALengthAndIsNotMissing()
{
    auto content = *tests::contentOf(1, {});
    content.sample.uri = "content://x.000000003";
    content.sample.externalId = "x.000000003";
    content.sample.text = "很好👍\nok";
    SamplePanel panel;
    panel.setContent(std::make_shared<const core::SampleContent>(content));
    panel.show();
    QStringList shown;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        if (label->isVisible())
            shown << label->text();
    QVERIFY2(shown.contains("6 characters, 13 bytes"), qPrintable(shown.join('|')));
    QVERIFY(shown.contains("很好👍"));
    QVERIFY(shown.filter("missing").isEmpty());
    for (const QPushButton *button : panel.findChildren<QPushButton *>())
        QVERIFY(!button->isVisible());
}

void SmallPanelsTest::clickingHistoryAsksForTheStepsBetween()
{
    HistoryPanel panel;
    QSignalSpy steps(&panel, &HistoryPanel::stepsWanted);
    panel.setHistory({step(5, true), step(4, true), step(3, false), step(2, false), step(1, false)});
    panel.resize(250, 300);
    panel.show();
    auto *view = panel.findChild<QListView *>();
    const auto click = [&](int row) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(row, 0)).center());
    };
    click(4);
    QCOMPARE(steps.constLast().at(0).toInt(), -2);
    click(0);
    QCOMPARE(steps.constLast().at(0).toInt(), 2);
    click(5);  // before the oldest
    QCOMPARE(steps.constLast().at(0).toInt(), -3);
    click(2);  // already there
    QCOMPARE(steps.count(), 3);
}

void SmallPanelsTest::messagesAreShownOnceAndActionsRun()
{
    MessageBar bar;
    int runs = 0;
    bar.show(Severity::Warning, "Two are missing", {}, {{"Find", [&] { ++runs; }}});
    bar.show(Severity::Warning, "Two are missing", {}, {{"Find", [&] { ++runs; }}});
    QCOMPARE(bar.count(), 1);
    QVERIFY(bar.isVisible());
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(runs, 1);
    QCOMPARE(bar.count(), 0);
    QVERIFY(!bar.isVisible());
}

void SmallPanelsTest::aCancelledTaskIsNoErrorMessage()
{
    MessageBar bar;
    bar.showError({core::Code::Cancelled, "", {}}, "Import");
    QCOMPARE(bar.count(), 0);
    bar.showError({core::Code::DiskFull, "", {}}, "Import");
    QCOMPARE(bar.count(), 1);
}

void SmallPanelsTest::issuesAreCopiedWithTheirPlaces()
{
    IssueList list;
    list.setIssues({{Severity::Error, {core::Code::BadValue, "abc", {"a.txt", 12, 3, "x_center"}}},
                    {Severity::Warning, {core::Code::MissingField, "", {"b.xml", 0, 0, "size"}}}},
                   2);
    const QStringList lines = list.text().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QStringLiteral("error: a.txt:12:3: x_center: bad-value: abc"));
    QVERIFY(lines[1].startsWith("warning: b.xml"));
}

void SmallPanelsTest::activatingASortedIssueNamesTheRightOne()
{
    IssueList list;
    QSignalSpy activated(&list, &IssueList::activated);
    const IssueRow second{Severity::Error, {core::Code::BadValue, "y", {"a.txt", 2, 0, "f"}}};
    list.setIssues({{Severity::Error, {core::Code::BadValue, "x", {"b.txt", 1, 0, "f"}}}, second}, 2);
    list.resize(800, 200);
    list.show();
    auto *view = list.findChild<QTreeView *>();
    view->sortByColumn(1, Qt::AscendingOrder);
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QVERIFY(activated.at(0).at(0).value<IssueRow>() == second);
}

void SmallPanelsTest::jobsShowShareAndCanBeCancelled()
{
    JobsButton button;
    QSignalSpy cancelled(&button, &JobsButton::cancelWanted);
    QVERIFY(!button.isVisibleTo(button.parentWidget()));
    button.setJobs({{7, "Import", 42, 100, 0, false}, {9, "Export", 1, 0, 0, true}});
    QVERIFY(button.text().contains("Import 42"));
    QList<QPushButton *> cancels = button.findChildren<QPushButton *>();
    QCOMPARE(cancels.size(), 2);
    QCOMPARE(cancels[1]->isEnabled(), false);
    cancels[0]->click();
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(cancelled.at(0).at(0).toInt(), 7);
}

void SmallPanelsTest::sentencesNameWhatHappenedWhereAndWhatWasSeen()
{
    const QString text = sentence({core::Code::BadValue, "abc", {"a.txt", 12, 3, "x_center"}});
    for (const char *part : {"abc", "a.txt:12:3", "x_center"})
        QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE(editTitle("draw-box"), QStringLiteral("Draw rectangle"));
    QCOMPARE(editTitle("never-heard-of"), QStringLiteral("never-heard-of"));
    QCOMPARE(placeText({"", 4, 0, "name"}), QStringLiteral("line 4, name"));
}

void SmallPanelsTest::dataIsNeverRichText()
{
    auto content = std::make_shared<core::SampleContent>(*tests::contentOf(1, {}));
    content->sample.uri = "<b>bold</b>.png";
    SamplePanel panel;
    panel.setContent(content);
    MessageBar bar;
    bar.show(Severity::Error, "<b>bold</b>");
    for (QWidget *widget : std::initializer_list<QWidget *>{&panel, &bar})
        for (const QLabel *label : widget->findChildren<QLabel *>())
            if (label->text().contains('<'))
                QCOMPARE(label->textFormat(), Qt::PlainText);
}

REGISTER_TEST(SmallPanelsTest);
#include "small_panels_test.moc"
