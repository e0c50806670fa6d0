#include "formats/json_text.h"
#include "tests/formats/collect.h"
#include "tests/formats/fixture.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;

// Every format that reads and writes: its own output, cut and with flipped bytes, must end in a Status or in issues.
class DamageTest : public QObject {
    Q_OBJECT
private slots:
    void truncatedFilesEndInAStatusOrIssues_data() { rows(); }
    void truncatedFilesEndInAStatusOrIssues();
    void flippedBytesEndInAStatusOrIssues_data() { rows(); }
    void flippedBytesEndInAStatusOrIssues();

private:
    static void rows();
};

namespace {

// All but images and sounds; pictures of masks are labels.
bool isLabels(std::string_view name)
{
    const bool isMask = name.starts_with("masks/") || name.starts_with("segmentationClass/");
    const bool isMedia = name.ends_with(".jpg") || name.ends_with(".png") || name.ends_with(".wav");
    return !name.ends_with('/') && (isMask || !isMedia);
}

// The label files of an export, one of which at a time is replaced by a damaged one.
class Damaged {
public:
    explicit Damaged(const Combination &what) : m_format(*what.format)
    {
        m_fixture = makeFixture(m_format, what.kind, m_folder / "project", 7, 12);
        m_target = targetIn(m_folder / "out", m_format);
        m_status = write(m_fixture, m_format, m_target);
        for (const auto &[name, bytes] : bytesBelow(m_folder / "out"))
            if (isLabels(name)) {
                m_files.emplace_back(m_folder / "out" / name, bytes);
                m_size += bytes.size();
            }
    }
    const core::Status &status() const { return m_status; }
    std::size_t size() const { return m_size; }

    // `offset` counts over all label files together.
    template <class Damage>
    void read(std::size_t offset, Damage damage) const
    {
        for (const auto &[file, bytes] : m_files) {
            if (offset >= bytes.size()) {
                offset -= bytes.size();
                continue;
            }
            std::string broken = bytes;
            damage(broken, offset);
            writeFile(file, broken);
            check(offset);
            writeFile(file, bytes);
            return;
        }
    }

private:
    void check(std::size_t offset) const
    {
        Collected out;
        const auto status = m_format.newReader()->read(m_target, surroundings(m_fixture), out);
        const std::string at = "byte " + std::to_string(offset);
        QVERIFY2(status || !core::codeName(status.error().code).empty(), at.c_str());
        for (const Issue &issue : out.issues)
            QVERIFY2(!issue.error.where.file.empty(), (at + core::describe(issue.error)).c_str());
        for (const AnnotationRecord &record : out.annotations())
            QVERIFY2(jsontext::validUtf8Prefix(record.label) == record.label.size(), at.c_str());
        for (const SampleRecord &record : out.samples())
            QVERIFY2(jsontext::validUtf8Prefix(record.sample.uri) == record.sample.uri.size(), at.c_str());
    }

    const Format &m_format;
    TempFolder m_folder;
    Fixture m_fixture;
    std::filesystem::path m_target;
    core::Status m_status = core::ok();
    std::vector<std::pair<std::filesystem::path, std::string>> m_files;
    std::size_t m_size = 0;
};

}  // namespace

void DamageTest::rows()
{
    QTest::addColumn<int>("index");
    const auto all = writableFormats();
    for (int i = 0; i < std::ssize(all); ++i)
        QTest::newRow(all[std::size_t(i)].name().c_str()) << i;
}

void DamageTest::truncatedFilesEndInAStatusOrIssues()
{
    QFETCH(int, index);
    const Damaged damaged(writableFormats()[std::size_t(index)]);
    QVERIFY_OK(damaged.status());
    for (std::size_t i = 0; i < 200 && !QTest::currentTestFailed(); ++i)
        damaged.read(i * damaged.size() / 200, [](std::string &bytes, std::size_t at) { bytes.resize(at); });
}

void DamageTest::flippedBytesEndInAStatusOrIssues()
{
    QFETCH(int, index);
    const Damaged damaged(writableFormats()[std::size_t(index)]);
    QVERIFY_OK(damaged.status());
    if (damaged.size() == 0)
        return;  // labels are folder names
    std::mt19937 random(42);
    for (int i = 0; i < 1000 && !QTest::currentTestFailed(); ++i) {
        const std::size_t at = std::uniform_int_distribution<std::size_t>(0, damaged.size() - 1)(random);
        const auto mask = static_cast<char>(1 + random() % 255);
        damaged.read(at, [mask](std::string &bytes, std::size_t offset) { bytes[offset] ^= mask; });
    }
}

REGISTER_TEST(DamageTest);
#include "damage_test.moc"
