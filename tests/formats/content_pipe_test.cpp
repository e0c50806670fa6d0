#include "formats/content_pipe.h"
#include "tests/test_registry.h"
#include <atomic>

using core::Code;
using formats::ContentPipe;

class ContentPipeTest : public QObject {
    Q_OBJECT
private slots:
    void everyContentIsTakenInOrder();
    void theFirstFailureEndsIt();
    void aThrownFailureIsAnError();
    void droppedItTakesNoMore();
};

namespace {

core::SampleContent contentOf(std::int64_t id)
{
    core::SampleContent content;
    content.sample.id = {id};
    return content;
}

}  // namespace

void ContentPipeTest::everyContentIsTakenInOrder()
{
    for (const std::int64_t count : {0, 1, 511, 512, 5000}) {
        std::vector<std::int64_t> taken;
        ContentPipe pipe([&taken](const core::SampleContent &content) {
            taken.push_back(content.sample.id.value);
            return core::ok();
        });
        for (std::int64_t id = 0; id < count; ++id)
            QVERIFY(pipe.put(contentOf(id)));
        QVERIFY(pipe.finish());
        QCOMPARE(std::ssize(taken), count);
        for (std::int64_t id = 0; id < count; ++id)
            QCOMPARE(taken[std::size_t(id)], id);
    }
}

void ContentPipeTest::theFirstFailureEndsIt()
{
    std::atomic<int> taken = 0;
    ContentPipe pipe([&taken](const core::SampleContent &) {
        return ++taken < 1000 ? core::ok() : core::Status(core::Error{Code::DiskFull, "full", {}});
    });
    std::int64_t id = 0;
    while (pipe.put(contentOf(id++)))
        QVERIFY(id < 1'000'000'000);
    QCOMPARE(pipe.finish().error().code, Code::DiskFull);
    QCOMPARE(taken, 1000);
}

void ContentPipeTest::aThrownFailureIsAnError()
{
    ContentPipe pipe([](const core::SampleContent &) -> core::Status { throw std::bad_alloc(); });
    (void)pipe.put(contentOf(1));
    QCOMPARE(pipe.finish().error().code, Code::TooLarge);
}

void ContentPipeTest::droppedItTakesNoMore()
{
    std::atomic<int> taken = 0;
    {
        ContentPipe pipe([&taken](const core::SampleContent &) {
            ++taken;
            return core::ok();
        });
        for (int id = 0; id < 100; ++id)
            QVERIFY(pipe.put(contentOf(id)));
    }
    QCOMPARE(taken, 0);  // fewer than one load
}

REGISTER_TEST(ContentPipeTest);
#include "content_pipe_test.moc"
