#include "tests/formats/collect.h"
#include "tests/formats/fixture.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;

// Every format: stopped at any record it says so, and a writer that is dropped leaves everything as it was.
class CancelTest : public QObject {
    Q_OBJECT
private slots:
    void aReaderStopsWhereItIsTold_data() { rows(); }
    void aReaderStopsWhereItIsTold();
    void aDroppedWriterLeavesNothing_data() { rows(); }
    void aDroppedWriterLeavesNothing();
    void aDroppedWriterLeavesTheOlderExport_data() { rows(); }
    void aDroppedWriterLeavesTheOlderExport();

private:
    static void rows();
};

namespace {

// Writes n samples and drops the writer.
core::Status writeSome(const Fixture &fixture, const Format &format, const std::filesystem::path &target, std::size_t n)
{
    const auto writer = format.newWriter();
    if (auto begun = writer->begin(target, surroundings(fixture), fixture.labels); !begun)
        return begun;
    for (std::size_t i = 0; i < n; ++i)
        if (auto written = writer->write(fixture.contents[i], fixture.folder / fixture.contents[i].sample.uri);
            !written)
            return written;
    return core::ok();
}

}  // namespace

void CancelTest::rows()
{
    QTest::addColumn<int>("index");
    const auto all = writableFormats();
    for (int i = 0; i < std::ssize(all); ++i)
        QTest::newRow(all[std::size_t(i)].name().c_str()) << i;
}

void CancelTest::aReaderStopsWhereItIsTold()
{
    QFETCH(int, index);
    const auto [format, kind] = writableFormats()[std::size_t(index)];
    TempFolder folder;
    const Fixture fixture = makeFixture(*format, kind, folder / "project", 3, 10);
    const auto target = targetIn(folder / "out", *format);
    QVERIFY_OK(write(fixture, *format, target));
    Collected all;
    QVERIFY_OK(format->newReader()->read(target, surroundings(fixture), all));
    QVERIFY(all.records.size() >= 10);
    for (std::int64_t n = 0; n < std::ssize(all.records); ++n) {
        Collected some;
        some.stopAfter = n;
        const auto status = format->newReader()->read(target, surroundings(fixture), some);
        QVERIFY(!status && status.error().code == core::Code::Cancelled);
        QCOMPARE(std::ssize(some.records), n);
    }
}

void CancelTest::aDroppedWriterLeavesNothing()
{
    QFETCH(int, index);
    const auto [format, kind] = writableFormats()[std::size_t(index)];
    TempFolder folder;
    const Fixture fixture = makeFixture(*format, kind, folder / "project", 4, 8);
    const auto before = bytesBelow(folder.path());
    for (const std::size_t n : {0u, 1u, 5u, 8u}) {
        QVERIFY_OK(writeSome(fixture, *format, targetIn(folder / "out", *format), n));
        auto after = bytesBelow(folder.path());
        after.erase("out/");  // an empty folder made on the way
        QVERIFY(after == before);
    }
}

void CancelTest::aDroppedWriterLeavesTheOlderExport()
{
    QFETCH(int, index);
    const auto [format, kind] = writableFormats()[std::size_t(index)];
    TempFolder folder;
    const Fixture fixture = makeFixture(*format, kind, folder / "project", 5, 8);
    const auto target = targetIn(folder / "out", *format);
    QVERIFY_OK(write(fixture, *format, target));
    const Fixture other = makeFixture(*format, kind, folder / "project", 6, 8);
    const auto before = bytesBelow(folder.path());
    const auto status = writeSome(other, *format, target, 8);
    QVERIFY(status || status.error().code == core::Code::Exists);  // folders are never replaced
    QVERIFY(bytesBelow(folder.path()) == before);
}

REGISTER_TEST(CancelTest);
#include "cancel_test.moc"
