#include "core/edit.h"
#include "core/result.h"
#include "tests/test_registry.h"

using namespace core;

class EditTest : public QObject {
    Q_OBJECT
private slots:
    void inverseSwapsSidesAndOrder();
    void nudgesOfTheSameObjectMerge();
    void editsThatDoNotContinueEachOtherStayApart();
};

namespace {

Annotation box(std::int64_t id, double x)
{
    Annotation annotation;
    annotation.id = {id};
    annotation.sample = {7};
    annotation.geometry = Box{x, 0, 10, 10, 0};
    return annotation;
}

}  // namespace

void EditTest::inverseSwapsSidesAndOrder()
{
    const Edit edit{"two", "", {created(box(1, 0)), changed(box(2, 0), box(2, 5))}};
    const Edit back{"two", "", {changed(box(2, 5), box(2, 0)), removed(box(1, 0))}};
    QVERIFY(inverse(edit) == back);
    QVERIFY(inverse(inverse(edit)) == edit);
}

void EditTest::nudgesOfTheSameObjectMerge()
{
    Edit last{"nudge", "nudge:1", {changed(box(1, 0), box(1, 1))}};
    QVERIFY(merge(last, {"nudge", "nudge:1", {changed(box(1, 1), box(1, 2))}}));
    QVERIFY(last == (Edit{"nudge", "nudge:1", {changed(box(1, 0), box(1, 2))}}));
}

void EditTest::editsThatDoNotContinueEachOtherStayApart()
{
    Edit last{"nudge", "nudge:1", {changed(box(1, 0), box(1, 1))}};
    const Edit kept = last;
    QVERIFY(!merge(last, {"nudge", "nudge:1", {changed(box(1, 3), box(1, 4))}}));
    QVERIFY(!merge(last, {"nudge", "nudge:2", {changed(box(1, 1), box(1, 2))}}));
    QVERIFY(!merge(last, {"nudge", "", {changed(box(1, 1), box(1, 2))}}));
    QVERIFY(last == kept);
}

REGISTER_TEST(EditTest);
#include "edit_test.moc"
