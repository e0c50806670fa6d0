#include "core/tools/errand.h"
#include "tests/test_registry.h"
#include <future>

using namespace core;

namespace {

// Held by the work of an errand: tells when the other thread has let go of it.
struct AtEnd {
    AtEnd() = default;
    AtEnd(const AtEnd &) = delete;
    AtEnd &operator=(const AtEnd &) = delete;
    ~AtEnd() { end.set_value(); }
    std::promise<void> end;
};

}  // namespace

class ErrandTest : public QObject {
    Q_OBJECT
private slots:
    void theValueIsThereOnceItWakes();
    void workThatThrowsWakesAndHasFailed();
    void droppedItNeverWakesAndTheWorkIsToldToStop();
    void whatHasNotBegunIsNeverDone();
};

void ErrandTest::theValueIsThereOnceItWakes()
{
    std::promise<void> go, woken;
    const auto work = [gate = go.get_future().share()](const std::stop_token &) {
        gate.wait();
        return 42;
    };
    Errand<int> errand(work, [&] { woken.set_value(); });
    QVERIFY(!errand.take());
    go.set_value();
    woken.get_future().wait();
    QVERIFY(errand.take() == 42);
    QVERIFY(!errand.take());
}

void ErrandTest::workThatThrowsWakesAndHasFailed()
{
    std::promise<void> woken;
    Errand<int> errand([](const std::stop_token &) -> int { throw std::bad_alloc(); }, [&] { woken.set_value(); });
    woken.get_future().wait();
    QVERIFY(errand.hasFailed());
    QVERIFY(!errand.take());
}

void ErrandTest::droppedItNeverWakesAndTheWorkIsToldToStop()
{
    std::promise<void> began, dropped;
    std::atomic<bool> stopped = false;
    std::atomic<int> wakes = 0;
    auto atEnd = std::make_shared<AtEnd>();
    auto ended = atEnd->end.get_future();
    auto work = [&, gate = dropped.get_future().share(), held = std::move(atEnd)](const std::stop_token &stop) {
        began.set_value();
        gate.wait();
        stopped = stop.stop_requested();
        return 1;
    };
    auto errand = std::make_unique<Errand<int>>(std::move(work), [&] { ++wakes; });
    began.get_future().wait();
    errand.reset();
    dropped.set_value();
    ended.wait();
    QVERIFY(stopped);
    QCOMPARE(wakes, 0);
}

void ErrandTest::whatHasNotBegunIsNeverDone()
{
    std::promise<void> go;
    const auto blocked = [gate = go.get_future().share()](const std::stop_token &) {
        gate.wait();
        return 1;
    };
    std::vector<std::unique_ptr<Errand<int>>> busy;
    for (int i = 0; i < 8; ++i)  // more than there are threads
        busy.push_back(std::make_unique<Errand<int>>(blocked, nullptr));
    std::atomic<bool> done = false;
    auto atEnd = std::make_shared<AtEnd>();
    auto ended = atEnd->end.get_future();
    auto work = [&, held = std::move(atEnd)](const std::stop_token &) {
        done = true;
        return 1;
    };
    std::make_unique<Errand<int>>(std::move(work), nullptr).reset();
    go.set_value();
    ended.wait();
    QVERIFY(!done);
}

REGISTER_TEST(ErrandTest);
#include "errand_test.moc"
